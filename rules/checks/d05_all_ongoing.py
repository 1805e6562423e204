"""D05: every promise of the form runs for ever."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import DeadlineKind
from rules.elements import promises
from rules.facts import FormFacts
from rules.looking import EXAMPLE, example, example_day, first_deed, form_hit, spared
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class AllOngoing(Rule):
    """各项承诺的时限是否全是“长期坚持”“常年”。单项写长期可以；全表都是长期的，到期无从评议，全表只有一项的也一样。

    已判为空泛、等同一般要求或照搬的，没有时限也不影响判断；长期的不到全表一半的，不说全是长期。

    依据: 有完成时限，便于评议考核（csust-2012 三（二），N0.9）。
    反例: 四项承诺的时限都写“长期”；三项写“长期”，另一项只是“廉洁自律”。
    正例: 三项长期坚持，一项写明6月底前完成；每季度走访一次属于有频次，不算长期。
    """

    code = "D05"
    scope = Scope.FORM
    whole = True
    says = ("count", *EXAMPLE)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        notes = [note for _, _, note in promises(facts, pack)]
        asked = [a for a in notes if a.deadline.usable or not spared(a, params.get("spare", ()))]
        ongoing = [a for a in asked if a.deadline.kind is DeadlineKind.ONGOING]
        if len(ongoing) < max(params.get("least", 1), len(notes) / 2) or len(ongoing) < len(asked):
            return
        values = (("count", str(len(ongoing))), *example(example_day(facts, pack), *first_deed(facts)))
        yield form_hit(facts, values=values)
