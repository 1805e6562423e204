"""S02: the promising organisation's seal."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.paper import presence_hits


class Seal(Rule):
    """作出承诺的党组织是否盖章。电子版看不出纸上的公章，只有登记为签章件的文件才判定有无。

    依据: 基层党组织承诺书样式印有盖章处（xinbei-2010 附件1）。
    反例: 登记为签章件的扫描件，盖章处没有公章。
    正例: 盖章处有公章；电子版盖章处空白的，记为无法判定。
    """

    code = "S02"
    scope = Scope.FORM
    on_paper = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        signing = facts.form.signing
        yield from presence_hits(facts, signing.seal, signing.passage)
