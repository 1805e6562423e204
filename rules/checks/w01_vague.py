"""W01: a promise that nobody could check."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation, TargetKind
from rules.elements import promises
from rules.facts import FormFacts
from rules.looking import item_hit, missing_elements, subject
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Vague(Rule):
    """承诺是否空泛：到期时谁也说不清该做成什么。缺少的要素在这一条里一并列出，不再逐个提示。

    口号、态度归本条；党章、法律、纪律、职业规范本来就要求的归 W02；笼统的“遵守各项规定”“完成上级交办的任务”两条都是，
    合成一条批注。写明不做哪件事的（不收红包）做没做得到可以查，只归 W02。照搬通知的由 W04 提示，还留着待填内容的由 F07 提示。

    依据: 突出操作性，便于评议、考核（csust-2012 三（二），N0.9）；防止过高过泛（campus-2010 二（二），N2.1）。
    反例: 进一步加强师德师风建设，努力开创工作新局面。
    正例: 每学期组织两次师德报告会；有数量或明确结果的承诺不算空泛。
    """

    code = "W01"
    scope = Scope.ITEM
    says = ("project", "missing", "example")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        examples = pack.rule(self.code).params.get("examples", {})
        for index, item, annotation in promises(facts, pack):
            wording, kind = annotation.wording, annotation.target.kind
            if not wording.vague or wording.copied or kind in (TargetKind.CLEAR, TargetKind.QUANTIFIED):
                continue  # W04 speaks of copied sentences; what has a target can be checked
            unsure = kind is TargetKind.UNKNOWN
            values = (
                ("project", subject(item, annotation)),
                ("missing", missing_elements(annotation) or "明确目标"),
                ("example", _example(annotation, examples)),
            )
            verdict = Verdict.UNKNOWN if unsure else Verdict.DEFICIENT
            variant = "unsure" if unsure else ""
            yield item_hit(facts, index, wording.vague_evidence, verdict=verdict, variant=variant, values=values)


def _example(annotation: Annotation, examples: dict[str, str]) -> str:
    """A concrete promise of the same dimension."""
    for dimension in annotation.dimensions:
        if dimension.label in examples:
            return examples[dimension.label]
    return examples.get("", "")
