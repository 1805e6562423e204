"""C08: no promise of the form has measures."""

from __future__ import annotations

from collections.abc import Iterator

from rules.elements import no_measures, promises
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class NoMeasures(Rule):
    """全表有没有任何一项写明了措施。单独一项没有措施由 C03 提示，全表都没有的合并为一条。

    各项合起来看：多半没有一项有措施的，才说全表没有。等同一般要求的也算在内；空泛的承诺里笼统的办法不算措施，
    还留着待填内容的不算一项（F07）。办法写明另见方案、计划而表上没有的，记为无法判定。

    依据: 审核标准“有管用措施”（csust-2012 三（二），N0.9）；措施实在（xinbei-2010 五2）。
    反例: 各项只写做什么，没有一项写怎么做。
    正例: 其中一项写明“由支部书记牵头，每周检查一次”。
    """

    code = "C08"
    scope = Scope.FORM
    whole = True
    says = ("count",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        told = promises(facts, pack)
        verdict = no_measures(told, pack, self.code) if told else Verdict.OK
        if verdict is not Verdict.OK:
            variant = "unsure" if verdict is Verdict.UNKNOWN else ""
            yield form_hit(facts, verdict=verdict, variant=variant, values=(("count", str(len(told))),))
