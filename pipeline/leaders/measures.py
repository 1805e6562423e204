"""The columns of numbers: what each counts, and a row of them for a group, for what is left, for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.leaders.figures import Figures, Scope, number, share
from pipeline.leaders.rows import LATE, MARK_ALL, covers
from pipeline.ledger.book.life import State
from pipeline.ledger.cells import Cell, Formula, col_name
from pipeline.status import CAME
from pipeline.status import State as Came

UNKNOWN = "—"
STATES = tuple(state for state in State if state is not State.DROPPED)
KEPT = (State.KEPT, State.CLOSED)
TAKEN_UP = (State.UNDER_WAY, *KEPT, State.NOT_KEPT, State.PUT_RIGHT, State.CARRIED)
"""States of what was to be carried out; the share that was kept is of these."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column. `marks` are what it counts; a share has `part` and `whole` instead, which name other columns. `owed`: it
    cannot be known without a roster."""

    title: str
    marks: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    owed: bool = False


SUBMITTED, KEPT_SHARE = "报送率", "兑现率"
DUE = Measure("应报", (MARK_ALL["due"],), owed=True)
SUBMISSION = (
    DUE,
    Measure("已报", tuple(state.value for state in CAME)),
    Measure("口头承诺", (Came.ORAL.value,), owed=True),
    Measure("未报", (Came.MISSING.value,), owed=True),
    Measure(SUBMITTED, part=("已报", "口头承诺"), whole=("应报",), owed=True),
)
PROGRESS = (
    Measure("事项", (MARK_ALL["promise"],)),
    *(Measure(state.value, (state.value,)) for state in STATES),
    Measure(KEPT_SHARE, part=tuple(s.value for s in KEPT), whole=tuple(s.value for s in TAKEN_UP)),
    Measure(LATE, (LATE,)),
)


def coverage(labels: Sequence[str], *, members: bool) -> tuple[Measure, ...]:
    """A column for each dimension."""
    return tuple(Measure(label, (covers(label, members=members),)) for label in labels)


@dataclass(frozen=True, slots=True)
class Line:
    """Columns at a place: `left` is the first one's index; what is not known without a roster shows —."""

    measures: Sequence[Measure]
    left: int
    figures: Figures
    roster: bool = True

    def letter(self, title: str) -> str:
        """The column of that title, as a formula calls it."""
        return col_name(self.left + next(n for n, one in enumerate(self.measures) if one.title == title))

    def cells(self, scope: Scope, row: int) -> list[Cell]:
        """The numbers of a group, a unit or all; `row` is the row's number on the sheet, from 1."""
        return self._with_shares([self.figures.count(scope, *one.marks) if one.marks else None for one in self.measures], row)

    def rest(self, total: Sequence[Cell], shown: Sequence[Sequence[Cell]], row: int, rows: tuple[int, int, int]) -> list[Cell]:
        """What is left of the total when the rows that are shown are taken away; `rows` are the first and the last of them
        and the total's."""
        first, last, below = rows
        found: list[Cell] = []
        for n, one in enumerate(self.measures):
            letter, left = col_name(self.left + n), int(number(total[n]) - sum(number(cells[n]) for cells in shown))
            text = f"={letter}{below}-SUM({letter}{first}:{letter}{last})"
            found.append(None if not one.marks else Formula(text, left) if self.figures.live else left)
        return self._with_shares(found, row)

    def _with_shares(self, found: list[Cell], row: int) -> list[Cell]:
        values = {one.title: found[n] for n, one in enumerate(self.measures)}
        for n, one in enumerate(self.measures):
            if one.whole:
                part, whole = ("+".join(f"{self.letter(title)}{row}" for title in titles) for titles in (one.part, one.whole))
                sums = [sum(number(values[title]) for title in titles) for titles in (one.part, one.whole)]
                found[n] = share(sums[0], sums[1], f'=IF({whole}=0,"",({part})/({whole}))', live=self.figures.live)
        return [UNKNOWN if one.owed and not self.roster else cell for one, cell in zip(self.measures, found, strict=True)]
