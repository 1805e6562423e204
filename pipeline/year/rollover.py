"""转入下年: what was not finished goes on to the next year's start list; whoever did not finish has to explain it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Line
from pipeline.ledger.page import Column, Table
from pipeline.ledger.store.ledger import Which
from pipeline.ledger.styles import make_styles
from pipeline.rosters.columns import OPEN_COLUMNS
from pipeline.year.explained import explained, successors
from pipeline.year.office import Office
from pipeline.year.owners import Owner
from rules.private import hidden

NAME = "上年未完成事项.xlsx"
SHEET = "上年未完成事项"


@dataclass(frozen=True, slots=True)
class Rolled:
    """Items of the start list with what explains each (empty: nothing yet); `moved` were carried over now."""

    lines: tuple[tuple[Line, str], ...]
    moved: int

    @property
    def unexplained(self) -> list[Line]:
        """Those that nobody explained."""
        return [line for line, why in self.lines if not why]


def roll_over(office: Office, unit: str = "") -> Rolled:
    """Carry over what was not finished and is explained, by a remark by what was said when it was reported as not kept, or
    by a promise of the next year that goes on from it; what is not explained stays where it is and is told. Raises StoreError."""
    open_lines = list(office.ledger.lines(Which(year=office.year, unit=unit, states=(*RUNNING, State.CARRIED))))
    goes_on = successors(office.ledger, office.year + 1)
    listed = [(line, explained(office.ledger, line, goes_on.get(line.item.id))) for line in open_lines]
    ready = [(line, why) for line, why in listed if why and line.item.state is not State.CARRIED]
    if ready:
        with office.ledger.act(office.who(), f"转入{office.year + 1}年") as act:
            for line, why in ready:
                act.move(line.item.id, State.CARRIED, why)
    return Rolled(tuple(listed), len(ready))


def write_list(target: Path, rolled: Rolled) -> None:
    """Write the start list: a sheet that the next year's roster takes as it is."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        titles = [*(words[0] for words in OPEN_COLUMNS.values()), "原编号", "状态"]
        columns = [Column(title, width) for title, width in zip(titles, (24, 10, 50, 30, 8, 10), strict=True)]
        table = Table(book.add_worksheet, SHEET, columns, make_styles(book), "", frozen=0)
        for row in _rows(rolled) or [("",) * len(columns)]:  # the roster's reader would take a word in an empty list for a unit
            table.add(row)
        table.finish()


def _rows(rolled: Rolled) -> list[Sequence[str]]:
    found: list[Sequence[str]] = []
    for line, why in rolled.lines:
        owner = Owner(line.unit, line.person, line.form, ())
        state = State.CARRIED.value if why else line.item.state.value
        found.append((line.unit.name, owner.name if owner.personal else "", hidden(line.item.text), hidden(why), str(line.item.id), state))
    return found
