"""Ledgers that stand one below the other in one table, each with a header of its own (实事工程 over 序号 | 工程名称 | 工期)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.items.columns import ELEMENTS, kinds_of
from extractors.items.grids import Grid, Header
from extractors.items.headings import names_time
from extractors.model import Passage, Table


@dataclass(frozen=True, slots=True)
class Section:
    """One of the ledgers, and the name that a row across the table gives it (empty where there is none)."""

    name: Passage
    table: Table


def sections(table: Table, grid: Grid, header: Header) -> list[Section]:
    """The ledgers of a table whose header comes again with other names behind the first; [] where there is one ledger."""
    first = grid.at[header.first][0]
    opener = first.text.strip() if first is not None and header.rows else ""
    below = range(header.first + header.rows, len(grid.at) - 1)
    tops = [r for r in below if (c := grid.at[r][0]) is not None and c.text.strip() == opener != "" and _heads(grid, r)]
    if not tops or all(_titles(grid, r) == _titles(grid, header.first) for r in tops):
        return []
    starts = [_start(grid, r) for r in (header.first, *tops)]
    return [_section(table, grid, a, b) for a, b in pairwise((*starts, len(grid.at)))]


def _titles(grid: Grid, row: int) -> list[str]:
    return ["".join(c.text.split()) for c in grid.cells(row)]


def _heads(grid: Grid, row: int) -> bool:
    """Whether a row only has names of columns, one of them of an element."""
    filled = [c for c in grid.cells(row) if c.text.strip()]
    kinds = [kinds_of(c.text) for c in filled]
    named = sum(bool(k) or names_time(c.text.strip()) for k, c in zip(kinds, filled, strict=True))
    return grid.begins(row, 0) and named >= 2 and named * 2 >= len(filled) and any(set(k) & set(ELEMENTS) for k in kinds)


def _start(grid: Grid, row: int) -> int:
    """The row of the section's name, else its header."""
    return row - 1 if row and len(grid.cells(row - 1)) == 1 else row


def _section(table: Table, grid: Grid, start: int, stop: int) -> Section:
    named = grid.cells(start) if len(grid.cells(start)) == 1 else []
    top = start + len(named)
    cells = tuple(replace(c, row=c.row - top) for c in table.cells if top <= c.row < stop)
    return Section(named[0].passage.strip() if named else Passage(), Table(cells, table.place))
