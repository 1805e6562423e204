"""Where the rows come from: the ledger, the last run's results, the roster; and to which unit and groups each belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extractors.model import FormKind
from pipeline.leaders.grouping import Grouping, Units, groupings
from pipeline.leaders.rows import Home
from pipeline.ledger.book.things import Form, Unit
from pipeline.ledger.book.year import Report
from pipeline.ledger.store.ledger import Ledger
from pipeline.rosters.book import RosterBook
from pipeline.rosters.roster import Roster
from pipeline.year.quarter import Quarter
from rules.packs import Pack

MOST_QUARTERS = 6


@dataclass(slots=True)
class Source:
    """The office's numbers on a day. `book` is the roster as it is written (None: there is none), `roster` what the program
    made of it; `results` the last run's results.jsonl (None: there is none)."""

    ledger: Ledger
    pack: Pack
    roster: Roster
    book: RosterBook | None
    results: Path | None
    today: date
    year: int
    groupings: list[Grouping] = field(default_factory=list)
    units: Units = field(default_factory=Units)
    quarters: list[Quarter] = field(default_factory=list)
    _of_ledger: dict[int, int] = field(default_factory=dict)
    _by_number: dict[int, Unit] = field(default_factory=dict)

    def prepare(self, wanted: Sequence[str]) -> None:
        """Number the units and groups, and find the quarters. Raises UnknownColumn."""
        known = self.ledger.all(Unit)
        self.groupings = groupings(wanted, self.book, known)
        for one in self.roster.units:
            self.units.add(one.name, one.roster_id, one.parent)
        for unit in sorted(known, key=lambda one: one.merged_into is not None):  # those that went into others come last
            home = self._of_ledger.get(unit.merged_into or 0)
            number = home or self.units.number(unit.name, unit.roster_id or "", unit.parent, unit.former.splitlines())
            self._of_ledger[unit.id] = number
            self._by_number.setdefault(number, unit)
        for number in range(1, len(self.units.names) + 1):  # groups stand in the roster's order
            self._home(number)
        for person in self.roster.people:
            self.home(person.branch, person=person.roster_id, personal=True)
        for grouping in self.groupings:
            grouping.settle()
        self.quarters = _quarters(self.year, self.today, self.reports())

    def home(self, name: str, roster_id: str = "", parent: str = "", person: str = "", *, personal: bool = False) -> Home:
        """Where a row of the results or of the status belongs."""
        return self._home(self.units.number(name, roster_id, parent), person, personal=personal)

    def home_of(self, unit: Unit, person: str = "", *, personal: bool = False) -> Home:
        """Where a row of the ledger belongs."""
        return self._home(self._of_ledger[unit.id], person, personal=personal)

    def group_of(self, unit: int, grouping: int) -> int:
        """The group of a unit's own rows."""
        return self._home(unit).groups[grouping]

    def person_id(self, name: str, unit: str) -> str:
        """The roster's id of somebody in a unit."""
        found = self.roster.person(name, self.roster.unit(unit)) if name else None
        return found.roster_id if found else ""

    def labels(self, kind: FormKind) -> tuple[str, ...]:
        """What forms of that kind should cover."""
        found = self.pack.dimension_set(kind)
        return found.labels if found else ()

    def reports(self) -> list[tuple[Report, Form]]:
        """The year's quarterly reports with their forms."""
        forms = {form.id: form for form in self.ledger.all(Form) if form.year == self.year}
        return [(r, forms[r.form]) for r in self.ledger.all(Report) if r.form in forms]

    def _home(self, number: int, person: str = "", *, personal: bool = False) -> Home:
        place = self.units.place(number, person, personal=personal)
        groups = tuple(one.number(place, self._by_number.get(number)) for one in self.groupings)
        return Home(number, place.name, groups)


def _quarters(year: int, today: date, reports: Sequence[tuple[Report, Form]]) -> list[Quarter]:
    """The year's quarters that have begun, and others for which reports were owed; the last few."""
    begun = {Quarter(year, n) for n in (1, 2, 3, 4) if Quarter(year, n).start <= today}
    return sorted(begun | {Quarter.of(report.quarter) for report, _ in reports})[-MOST_QUARTERS:]
