"""K02: no promise that does people a concrete good."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation, Part, TargetKind
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Deeds(Rule):
    """有没有为群众办实事、做好事的承诺。有服务群众而且目标清楚的事项即可；目标不清、程序拿不准是否算实事的，只提示核对。

    依据: 每年向群众承诺几件办得到的实事好事（xinbei-2010 二3，N1.3；campus-2010 二（四）、三（一）2（2），N2.9）。
    反例: 各项承诺都是内部学习和管理，没有一件群众得益的事。
    正例: 为退休教师免费测量血压，每季度一次。
    """

    code = "K02"
    scope = Scope.FORM
    whole = True
    says = ("count",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        if not facts.items or any(a.part is Part.DEED for a in facts.annotations):
            return
        serving = set(pack.rule(self.code).params.get("serving", ()))
        served = [a for a in facts.annotations if not a.wording.vague and _may_serve(a, serving)]
        if any(a.target.kind in (TargetKind.CLEAR, TargetKind.QUANTIFIED) for a in served):
            return
        near = bool(served) or any(not a.wording.vague and a.part is Part.OTHER for a in facts.annotations)
        values = (("count", str(len(facts.items))),)
        if near:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="near", values=values)
        else:
            yield form_hit(facts, values=values)


def _may_serve(annotation: Annotation, serving: set[str]) -> bool:
    """Whether a promise is about serving people, or may be."""
    return any(d.label in serving for d in annotation.dimensions) or any(label in serving for label in annotation.possible)
