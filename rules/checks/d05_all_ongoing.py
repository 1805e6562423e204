"""D05: every promise of the form runs for ever."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import DeadlineKind
from rules.facts import FormFacts
from rules.looking import EXAMPLE, example, example_day, first_deed, form_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class AllOngoing(Rule):
    """各项承诺的时限是否全是“长期坚持”“常年”。单项写长期可以；全表都是长期的，到期无从评议。

    依据: 有完成时限，便于评议考核（csust-2012 三（二），N0.9）。
    反例: 四项承诺的时限都写“长期”。
    正例: 三项长期坚持，一项写明6月底前完成；每季度走访一次属于有频次，不算长期。
    """

    code = "D05"
    scope = Scope.FORM
    whole = True
    says = ("count", *EXAMPLE)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        least = pack.rule(self.code).params.get("least", 2)
        if len(facts.items) >= least and all(a.deadline.kind is DeadlineKind.ONGOING for a in facts.annotations):
            values = (("count", str(len(facts.items))), *example(example_day(facts, pack), *first_deed(facts)))
            yield form_hit(facts, values=values)
