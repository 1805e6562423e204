"""W06: a form of nothing but duty."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation, TargetKind
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class AllRoutine(Rule):
    """全表的标准是否过低：每一项都只是党员义务、工作职责或纪律本来就要求的，没有一项高于一般要求。

    其中个别项只是空话的（兢兢业业、勤勤恳恳），也算。有的项写明了数量或明确结果，可能高于一般要求的，只提示核对。

    依据: 防止标准过低，等同一般性要求（campus-2010 二（二），N2.1）；防止降低标准，把承诺等同于一般性的工作和纪律要求（xinbei-2010 二1，N1.1）。
    反例: 三项承诺分别是按时上下班、遵守纪律、按时交纳党费。
    正例: 其中一项是结对帮扶2名困难学生。
    """

    code = "W06"
    scope = Scope.FORM
    whole = True
    says = ("count",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        least = pack.rule(self.code).params.get("least", 2)
        wordings = [a.wording for a in facts.annotations]
        share = pack.rule(self.code).params.get("share", 1)
        if len(facts.items) < least or not all(w.routine or w.vague for w in wordings) or sum(w.routine for w in wordings) < share * len(wordings):
            return
        unsure = any(_may_be_more(a) for a in facts.annotations)
        verdict = Verdict.UNKNOWN if unsure else Verdict.DEFICIENT
        values = (("count", str(len(facts.items))),)
        yield form_hit(facts, verdict=verdict, variant="measured" if unsure else "", values=values)


def _may_be_more(annotation: Annotation) -> bool:
    """Whether an amount, a result or a measure may lift it above mere duty."""
    return annotation.target.kind is not TargetKind.NONE or bool(annotation.measures.spans)
