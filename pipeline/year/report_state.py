"""How a quarter's reports stand: who reported, late, not at all, and what is wrong with the entries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.ledger.book.year import Entry, Report
from pipeline.ledger.store.ledger import Which
from pipeline.year.entries import Flag
from pipeline.year.office import Office, YearError
from pipeline.year.owners import Owner, owners
from pipeline.year.quarter import Quarter


class Came(StrEnum):
    """How a report stands; the values are what people read."""

    ON_TIME = "按期"
    LATE = "迟报"
    MISSING = "未报"
    OPEN = "未到期"


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with whose it is, how it stands, and its entries."""

    owner: Owner
    report: Report
    came: Came
    entries: tuple[Entry, ...]

    @property
    def empty(self) -> bool:
        """It came, and nothing is in it."""
        return self.report.received is not None and all(set(_flags(e)) & {Flag.BLANK, Flag.NOTHING} for e in self.entries)


def quarter_state(office: Office, quarter: Quarter) -> list[Reported]:
    """All reports owed for the quarter, units in their order. Raises YearError where none is."""
    reports = [r for r in office.ledger.all(Report) if r.quarter == str(quarter)]
    if not reports:
        raise YearError(f"{quarter.words}的报告还没有发表。请先运行 chengnuo report open {quarter}。")
    whose = {o.form.id: o for o in owners(office.ledger.lines(Which(forms=[r.form for r in reports], all_states=True)))}
    entries: dict[int, list[Entry]] = {}
    for entry in office.ledger.all(Entry):
        entries.setdefault(entry.report, []).append(entry)
    found = [Reported(whose[r.form], r, came(r, office.today), tuple(entries.get(r.id, ()))) for r in reports if r.form in whose]
    return sorted(found, key=lambda one: (one.owner.unit.id, one.owner.personal, one.owner.form.id))


def flags_of(reported: list[Reported]) -> Counter[str]:
    """How often each fault was seen."""
    return Counter(flag.value for one in reported for entry in one.entries for flag in _flags(entry))


def _flags(entry: Entry) -> list[Flag]:
    return [flag for flag in Flag if flag in entry.flags.split("、")]


def came(report: Report, today: date) -> Came:
    """How a report stands on a day."""
    if report.received:
        return Came.LATE if report.received > report.due else Came.ON_TIME
    return Came.MISSING if today > report.due else Came.OPEN
