"""S03: the day of signing is not filled in."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.paper import BLANK


class SignDate(Rule):
    """签署日期是否填写完整。日期多在纸上手填，电子版空着的记为无法判定。

    依据: 承诺书样式在签名（盖章）处印有年月日（xinbei-2010 附件1、附件2，henu-2010 附件2）。
    反例: 登记为签章件的文件，日期只写了“2012年  月  日”。
    正例: 2012年3月10日；电子版日期空白的，不判为不合格。
    """

    code = "S03"
    scope = Scope.FORM
    on_paper = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        printed = facts.form.signing.date
        if printed.day or printed.state not in BLANK:
            return
        passage = printed.passage or facts.form.signing.passage
        if facts.signed_copy:
            yield place_hit(facts, passage, variant=printed.state)
        else:
            variant = "unprinted" if printed.state == "none" else "paper"
            yield place_hit(facts, passage, verdict=Verdict.UNKNOWN, variant=variant)
