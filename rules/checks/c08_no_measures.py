"""C08: no promise of the form has measures."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class NoMeasures(Rule):
    """全表有没有任何一项写明了措施。单独一项没有措施由 C03 提示，全表都没有的合并为一条。

    依据: 审核标准“有管用措施”（csust-2012 三（二），N0.9）；措施实在（xinbei-2010 五2）。
    反例: 各项只写做什么，没有一项写怎么做。
    正例: 其中一项写明“由支部书记牵头，每周检查一次”。
    """

    code = "C08"
    scope = Scope.FORM
    whole = True
    says = ("count",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        measures = [a.measures for a in facts.annotations]
        likely = pack.rule(self.code).params.get("likely", 1)
        if not measures or any(m.spans or m.chance >= likely for m in measures):
            return
        values = (("count", str(len(measures))),)
        if all(m.sure for m in measures):
            yield form_hit(facts, values=values)
        else:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unsure", values=values)
