"""What is near its limit, behind, overdue, or silent for months: the list that the office works through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.ledger.book.things import Form, Line, Unit
from pipeline.ledger.store.attention import Horizon, Plight, attention, lines_of
from pipeline.year.lights import SILENT, Light, Standing, horizon_days, standing
from pipeline.year.office import Office
from pipeline.year.owners import Owner

ORDER = {light: n for n, light in enumerate((Light.RED, Light.YELLOW, Light.BLUE, Light.NONE))}


@dataclass(frozen=True, slots=True)
class Pressing:
    """An item that somebody has to look at, and how it stands: as much as is needed to count and sort it."""

    plight: Plight
    standing: Standing


@dataclass(frozen=True, slots=True)
class Due:
    """An item that somebody has to look at, and how it stands."""

    line: Line
    standing: Standing

    @property
    def owner(self) -> str:
        """The person, or empty for the unit's own."""
        return Owner(self.line.unit, self.line.person, self.line.form, ()).name if self.line.form.kind != "org" else ""

    @property
    def mark(self) -> str:
        """红, 黄, 蓝, and 督查 beside it."""
        return "、".join(word for word in (self.standing.light.value, SILENT if self.standing.silent else "") if word)


def pressing(office: Office) -> list[Pressing]:
    """All that needs attention on the office's day, units in their order, the reddest first in each."""
    lights = office.pack.lights
    limit, heard = horizon_days(lights, office.today)
    found = (Pressing(one, standing(one, lights, office.today)) for one in attention(office.ledger, Horizon(limit, heard)))
    return sorted((one for one in found if one.standing.shown), key=_rank)


def of_units(office: Office, rows: Sequence[Pressing], unit: str) -> list[Pressing]:
    """Those of units with these letters in their name or in their superior's."""
    named = {one.id for one in office.ledger.all(Unit) if one.named(unit)}
    return [row for row in rows if row.plight.unit in named]


def of_year(office: Office, rows: Sequence[Pressing], year: int) -> list[Pressing]:
    """Those promised in a year; without it, what is left of earlier years presses too."""
    forms = {one.id for one in office.ledger.all(Form) if one.year == year}
    return [row for row in rows if row.plight.form in forms]


def whole(office: Office, rows: Sequence[Pressing]) -> list[Due]:
    """The same with the words and whose they are."""
    lines = lines_of(office.ledger, [row.plight.id for row in rows])
    return [Due(line, row.standing) for line, row in zip(lines, rows, strict=True)]


def tallied(rows: Iterable[Pressing]) -> Counter[str]:
    """How many have each light; those for 督查 are counted beside it."""
    count: Counter[str] = Counter()
    for row in rows:
        count[row.standing.light.value] += 1
        count[SILENT] += row.standing.silent
    return count


def _rank(row: Pressing) -> tuple[int, int, date, int, int]:
    one, stand = row.plight, row.standing
    return one.unit, ORDER[stand.light], stand.limit or date.max, one.form, one.n
