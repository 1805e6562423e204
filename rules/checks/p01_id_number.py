"""P01: an identity number in what will be published."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.private import identity_numbers
from rules.published import everything, hits, margins, may_hold_numbers, running_text, text_hits


class IdentityNumber(Rule):
    """表中（标题、栏目、正文、落款）是否写有身份证号。承诺书要公示，身份证号不应出现。校验位不对的十八位数字，前面写明是身份证的才算。

    依据: 承诺书向党员和群众公布（csust-2012 二（四），N0.6；xinbei-2010 五4，N1.10；campus-2010 四（一）4）。
    反例: 承诺人身份证号后面写出完整的十八位号码。
    正例: 不写身份证号；公文编号、银行账号等其他长数字不受影响。
    """

    code = "P01"
    scope = Scope.FORM
    says = ("label", "masked")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        if not may_hold_numbers(facts) or not any(identity_numbers(everything(facts))):
            return
        yield from hits(facts, identity_numbers, fields=True)
        yield from text_hits(facts, identity_numbers, running_text(facts) + margins(facts))
