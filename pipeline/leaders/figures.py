"""The numbers of the sheets: formulas over the detail sheets with their values as of now, or the values alone where so
many formulas over so many rows would make Excel slow.

Groups and units are counted by their numbers: a name from the roster may hold what formulas take for a pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.leaders.counts import ALL, UNIT, Counts
from pipeline.leaders.details import Ranges, label_key
from pipeline.leaders.rows import LATE, MARK_ALL, MEMBER, covers, then, units_with
from pipeline.ledger.book.life import State
from pipeline.ledger.cells import Cell, Formula
from pipeline.status import State as Came
from pipeline.year.lights import Light
from pipeline.year.report_state import Came as Reported

MOST_WORK = 200_000_000
"""So many cells all formulas of a workbook may look at, rows times formulas; LibreOffice takes some ten seconds for them."""
Criteria = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a number is about: all (`ALL`), a unit (`UNIT`) or a group of the grouping of that number; `cell` is where the
    number of the unit or group stands on the sheet, such as $A9."""

    scope: int = ALL
    number: int = 0
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How a mark is counted: in which detail sheet, where which column says what; `adds` is the column of 1 or nothing that
    is summed instead of counting rows."""

    sheet: str
    where: Criteria = ()
    adds: str = ""


class Figures:
    """Cells for marks and scopes. `by_unit` are the groupings in which every unit is a group."""

    def __init__(self, counts: Counts, ranges: Mapping[str, Ranges], marks: Mapping[str, Counted], by_unit: Sequence[bool]) -> None:
        self._counts, self._ranges, self._marks, self._by_unit = counts, ranges, marks, by_unit
        self.live = True
        self._work = 0

    def live_for(self, cells: int) -> bool:
        """From now on formulas, where that many more of them can be reckoned in good time; says whether."""
        work = self._work + cells * max((r.rows for r in self._ranges.values()), default=0)
        self.live = work <= MOST_WORK and all(r.sheets == 1 for r in self._ranges.values())
        self._work = work if self.live else self._work
        return self.live

    def value(self, scope: Scope, *marks: str) -> int:
        """How many rows have one of the marks, which exclude each other."""
        return sum(self._counts.of(mark, scope.scope, scope.number) for mark in marks)

    def count(self, scope: Scope, *marks: str) -> Cell:
        """The same as a cell."""
        value = self.value(scope, *marks)
        terms = [self._term(scope, self._marks[mark]) for mark in marks if mark in self._marks]
        return Formula("=" + "+".join(terms), value) if self.live and terms else value

    def _term(self, scope: Scope, counted: Counted) -> str:
        ranges = self._ranges[counted.sheet]
        place = [(ranges.of(self._column(scope)), scope.cell)] if scope.scope != ALL else []
        pairs = [*place, *((ranges.of(key), f'"{wanted}"') for key, wanted in counted.where)]
        told = ",".join(f"{cells},{wanted}" for cells, wanted in pairs)
        if counted.adds:
            return f"SUMIFS({ranges.of(counted.adds)},{told})"
        return f"COUNTIFS({told})" if pairs else f"COUNT({ranges.of('unit')})"

    def _column(self, scope: Scope) -> str:
        return "unit" if scope.scope == UNIT or self._by_unit[scope.scope] else f"group{scope.scope}"


def how_counted(codes: Sequence[str], org: Sequence[str], member: Sequence[str], quarters: Sequence[str]) -> dict[str, Counted]:
    """How each mark is counted."""
    found = {MARK_ALL["due"]: Counted("due"), MARK_ALL["promise"]: Counted("promises"), MARK_ALL["fault"]: Counted("faults")}
    found |= {state.value: Counted("due", (("state", state.value),)) for state in Came}
    found |= {state.value: Counted("promises", (("state", state.value),)) for state in State}
    found[LATE] = Counted("promises", (("light", Light.RED.value),))
    for members, labels, kind in ((False, org, f"<>{MEMBER}"), (True, member, MEMBER)):
        found |= {covers(one, members=members): Counted("promises", (("kind", kind),), label_key(one)) for one in labels}
    for code in codes:
        found[code] = Counted("faults", (("code", code),))
        found[units_with(code)] = Counted("faults", (("code", code),), "first")
    for n, quarter in enumerate(quarters):
        found |= {then(n, state.value): Counted("promises", ((f"then{n}", state.value),)) for state in State}
        found |= {f"{quarter} {came.value}": Counted("reports", (("quarter", quarter), ("came", came.value))) for came in Reported}
        found[f"{quarter} {MARK_ALL['report']}"] = Counted("reports", (("quarter", quarter),))
    return found


def share(part: Cell, whole: Cell, text: str, *, live: bool) -> Cell:
    """A share as a cell: of two values, or by the formula `text`; blank where there is nothing to divide by."""
    value = number(part) / number(whole) if number(whole) else ""
    return Formula(text, value) if live else value


def number(cell: Cell) -> float:
    """The value of a cell that is a number or a formula; 0 of any other."""
    value = cell.value if isinstance(cell, Formula) else cell
    return value if isinstance(value, (int, float)) else 0
