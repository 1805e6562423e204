"""Own rule `window`: a day that must lie between two others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rules.facts import FormFacts
from rules.looking import chinese_day, form_hit, place_hit
from rules.model import Hit, Scope, Verdict
from rules.own.base import OwnCheck
from rules.own_settings import WindowRule
from rules.timing import deadline_hit, ends
from rules.years import signing_clashes


class Window(OwnCheck[WindowRule]):
    """A hit at each day outside the window. A blank day is not judged; one that F08 calls wrong is not measured."""

    def place(self) -> Scope:
        """Limits belong to promises."""
        return Scope.ITEM if self.settings.day == "deadline" else Scope.FORM

    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """See the class."""
        if signing_clashes(facts.form):
            return
        if self.settings.day == "deadline":
            yield from self._limits(facts)
        elif self.settings.day == "received":
            yield from self._receipt(facts)
        else:
            form = facts.form
            signed = self.settings.day == "signed"
            printed, place = (form.signing.date, form.signing) if signed else (form.approval.date, form.approval)
            if self._outside(printed.day):
                yield place_hit(facts, printed.passage or place.passage, values=self._values(printed.day))

    def _limits(self, facts: FormFacts) -> Iterator[Hit]:
        for index, annotation in enumerate(facts.annotations):
            end = ends(annotation.deadline)
            if self._outside(end) and not annotation.deadline.ambiguous:
                yield deadline_hit(facts, index, values=self._values(end))

    def _receipt(self, facts: FormFacts) -> Iterator[Hit]:
        if facts.received is None and facts.roster_known:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unregistered", values=self._values(None))
        elif self._outside(facts.received):
            yield form_hit(facts, values=self._values(facts.received))

    def _outside(self, day: date | None) -> bool:
        start, end = self.settings.start, self.settings.end
        return day is not None and bool((start and day < start) or (end and day > end))

    def _values(self, day: date | None) -> tuple[tuple[str, str], ...]:
        days = (("day", day), ("start", self.settings.start), ("end", self.settings.end))
        return tuple((name, chinese_day(value) if value else "") for name, value in days)
