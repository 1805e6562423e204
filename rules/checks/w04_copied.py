"""W04: the notice's own sentences handed back."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import item_hit, numbered
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class Copied(Rule):
    """承诺是否照搬通知原文，没有结合本单位、本岗位实际。

    依据: 结合本单位（部门）和党员岗位职责提出承诺事项（csust-2012 二（二）；xinbei-2010 五2；campus-2010 二（二））。
    反例: 把通知中某一段要求整句抄作承诺事项。
    正例: 引用通知中的名称（如“文明示范窗口”），写明本窗口做哪几件事。
    """

    code = "W04"
    scope = Scope.ITEM

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for index, _, annotation in numbered(facts):
            if annotation.wording.copied:
                yield item_hit(facts, index, annotation.wording.copied_evidence)
