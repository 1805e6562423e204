"""W05: a target that is only striven for."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import TargetKind
from rules.facts import FormFacts
from rules.looking import item_hit, numbered, subject
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class Hedged(Rule):
    """有目标，但用“力争”“争取”“尽可能”留了余地，到期难以认定是否兑现。

    依据: 有明确目标，便于评议、考核（csust-2012 三（二），N0.9）。
    反例: 力争今年就业率达到95%。
    正例: 今年就业率不低于92%；发表论文2篇，争取获奖1项。没有目标的由 C01 提示，这里不重复。
    """

    code = "W05"
    scope = Scope.ITEM
    says = ("project",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for index, item, annotation in numbered(facts):
            target = annotation.target
            if target.hedged and not target.floor and target.kind in (TargetKind.CLEAR, TargetKind.QUANTIFIED):
                yield item_hit(facts, index, target.spans, values=(("project", subject(item, annotation)),))
