"""What is near its limit, behind, overdue, or silent for months: the list that the office works through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.ledger.book.things import Line
from pipeline.ledger.store.attention import Horizon, attention
from pipeline.year.lights import SILENT, Light, Standing, horizon_days, standing
from pipeline.year.office import Office
from pipeline.year.owners import Owner

ORDER = (Light.RED, Light.YELLOW, Light.BLUE, Light.NONE)


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


def due_list(office: Office, unit: str = "") -> list[Due]:
    """All that needs attention on the office's day, units in their order, the reddest first in each."""
    lights = office.pack.lights
    limit, heard = horizon_days(lights, office.today)
    found = [Due(line, standing(line.item, lights, office.today)) for line in attention(office.ledger, Horizon(limit, heard))]
    wanted = [d for d in found if d.standing.shown and d.line.unit.named(unit)]
    return sorted(wanted, key=_rank)


def tallied(rows: Iterable[Due]) -> Counter[str]:
    """How many have each light; those for 督查 are counted beside it."""
    count: Counter[str] = Counter()
    for row in rows:
        count[row.standing.light.value] += 1
        count[SILENT] += row.standing.silent
    return count


def _rank(row: Due) -> tuple[int, int, str, int, int]:
    limit = row.standing.limit
    return row.line.unit.id, ORDER.index(row.standing.light), limit.isoformat() if limit else "9", row.line.form.id, row.line.item.n
