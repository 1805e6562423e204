"""The decisions in force, and which of them holds for a finding.

A decision on the very finding goes before one for the unit, and that before one for the rule; of several on the same the
last counts. A form that is handed in again has other content ids. There a decision on an item holds on where

- it is the same owner's form of the same kind and year, the same rule and field,
- the promise reads the same but for blanks and punctuation, or at least nine tenths of its letter pairs are the same and
  every number in it is (6月底 is not 9月底), and so does the evidence, and
- no other decision could be meant as well.

For a form or a field, which have no promise to compare, the evidence must be the same. What is only similar is a doubt: it
is shown to a person and does not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.decisions.model import Decision, Outcome, Reach, State, Subject, rule_target, unit_target
from pipeline.decisions.text import alike, numbers, plain

SAME, SIMILAR = 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Holds:
    """A decision that holds for a finding; `carried` where the form was handed in anew and the text was compared."""

    decision: Decision
    carried: bool = False


@dataclass(slots=True)
class View:
    """All decisions that are in force."""

    by_target: dict[str, Decision]
    codes: frozenset[str] = frozenset()
    _by_owner: dict[tuple[str, ...], list[Decision]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, events: Iterable[Decision]) -> View:
        """The view after these events, given in their order."""
        last: dict[str, Decision] = {}
        for event in events:
            if event.outcome in (Outcome.ADOPTED, Outcome.WITHDRAWN):
                last[event.target] = event
        held = {target: event for target, event in last.items() if event.outcome is Outcome.ADOPTED}
        made = cls(held, frozenset(event.subject.code for event in held.values()))
        for event in held.values():
            if event.statement.reach is Reach.ITEM:
                made._by_owner[event.subject.owner].append(event)
        return made

    def __bool__(self) -> bool:
        return bool(self.by_target)

    def holds(self, subject: Subject, unit_name: str = "") -> Holds | None:
        """The decision that holds for this finding. `unit_name` finds what was decided before the roster knew the unit."""
        if (exact := self.by_target.get(subject.key)) is not None:
            return Holds(exact)
        if (carried := self._carried(subject)) is not None:
            return Holds(carried, carried=True)
        for unit in dict.fromkeys((subject.unit, unit_name)):
            if unit and (wide := self.by_target.get(unit_target(subject.notice, subject.code, unit))):
                return Holds(wide)
        wide = self.by_target.get(rule_target(subject.notice, subject.code))
        return Holds(wide) if wide else None

    def doubts(self, subject: Subject) -> list[Decision]:
        """Decisions on something similar of the same owner that a person has to look at; none where one holds."""
        if subject.key in self.by_target or self._carried(subject):
            return []
        known = self._by_owner.get(subject.owner, [])
        return [d for d in known if d.statement.state is not State.PENDING and similar(d.subject, subject)]

    def _carried(self, subject: Subject) -> Decision | None:
        found = [d for d in self._by_owner.get(subject.owner, []) if nearly_same(d.subject, subject)]
        return found[-1] if found and len({d.statement for d in found}) == 1 else None


def nearly_same(one: Subject, other: Subject) -> bool:
    """Whether what was decided on the one may hold for the other without asking."""
    if bool(one.item_text) != bool(other.item_text):
        return False
    if not one.item_text:
        return plain(one.evidence) == plain(other.evidence)
    return _same_text(one.item_text, other.item_text) and _same_text(one.evidence, other.evidence)


def similar(one: Subject, other: Subject) -> bool:
    """Whether a person should be asked."""
    if bool(one.item_text) != bool(other.item_text):
        return False
    return not one.item_text or alike(one.item_text, other.item_text) >= SIMILAR


def _same_text(one: str, other: str) -> bool:
    return plain(one) == plain(other) or (alike(one, other) >= SAME and numbers(one) == numbers(other))
