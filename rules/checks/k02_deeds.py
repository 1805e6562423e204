"""K02: no promise that does people a concrete good."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation, Part, TargetKind
from rules.elements import all_filled
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Deeds(Rule):
    """有没有为群众办实事、做好事的承诺。有一件具体的实事，或有服务群众而且有目标的事项即可；服务群众而没有目标的、程序拿不准
    是否算实事的，只提示核对。空泛的口号、过高难以兑现的（W03）不算实事。有的项还留着待填内容的（F07），填好再看。

    依据: 每年向群众承诺几件办得到的实事好事（xinbei-2010 二3，N1.3；campus-2010 二（四）、三（一）2（2），N2.9）。
    反例: 各项承诺都是内部学习和管理，没有一件群众得益的事。
    正例: 为退休教师免费测量血压，每季度一次。
    """

    code = "K02"
    scope = Scope.FORM
    whole = True
    once = True
    says = ("count",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        notes = [note for _, _, note in all_filled(facts, pack)]
        kept = [a for a in notes if not a.wording.overpromise]
        if not notes or any(a.part is Part.DEED for a in kept):
            return
        params = pack.rule(self.code).params
        serving, likely = set(params.get("serving", ())), params.get("likely", 0)
        kept = [a for a in kept if not a.wording.vague]
        served = [a for a in kept if _may_serve(a, serving, likely)]
        if any(a.target.kind is not TargetKind.NONE for a in served):
            return
        near = bool(served) or any(a.part is Part.OTHER for a in kept)
        values = (("count", str(len(notes))),)
        if near:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="near", values=values)
        else:
            yield form_hit(facts, values=values)


def _may_serve(annotation: Annotation, serving: set[str], likely: float) -> bool:
    """Whether a promise is about serving people, or may well be."""
    may = (d.label for d in annotation.possible if d.confidence >= likely)
    return any(d.label in serving for d in annotation.dimensions) or not serving.isdisjoint(may)
