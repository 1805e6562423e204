"""A table as a grid: which cell covers a place, which rows are headers, which way the ledger runs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counting import counts_promise, is_number
from extractors.items.columns import ELEMENTS, Column, kinds_of
from extractors.items.headings import names_time, pure_label
from extractors.model import Cell, Table
from extractors.model.value_class import value_class

_LONGEST_HEADER = 3
_SENTENCE = 4
"""The words of a promise have so many letters on the average."""
_PLAIN = re.compile(r"[\u4e00-\u9fff]{1,8}")


@value_class
class Grid:
    """`at[r][c]` is the cell that covers a place, None where there is none. `flipped` swaps rows and columns."""

    at: tuple[tuple[Cell | None, ...], ...]
    flipped: bool = False

    @property
    def width(self) -> int:
        return len(self.at[0]) if self.at else 0

    def begins(self, row: int, col: int) -> bool:
        """Whether the cell at the place begins in this row."""
        cell = self.at[row][col]
        return cell is not None and (cell.col if self.flipped else cell.row) == row

    def cells(self, row: int) -> list[Cell]:
        """The cells of a row, each once, those that come down from above included."""
        return list({id(cell): cell for cell in self.at[row] if cell is not None}.values())


def grid_of(table: Table) -> Grid:
    """The grid of a table; overlapping cells give way to the first."""
    height = max((c.row + c.rows for c in table.cells), default=0)
    width = max((c.col + c.cols for c in table.cells), default=0)
    places: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for col in range(cell.col, cell.col + cell.cols):
                places[row][col] = places[row][col] or cell
    return Grid(tuple(map(tuple, places)))


def flipped(grid: Grid) -> Grid:
    """The same table read column by column."""
    return Grid(tuple(zip(*grid.at, strict=True)), not grid.flipped)


@value_class
class Header:
    """`rows` grid rows from `first` on are the header; `kinds[c]` what column c holds."""

    first: int
    rows: int
    kinds: tuple[tuple[Column, ...], ...]

    def columns(self, kind: Column) -> list[int]:
        return [c for c, kinds in enumerate(self.kinds) if kind in kinds]


def header_of(grid: Grid) -> Header | None:
    """The header among the first rows of several cells: at least two columns known, one of them an element's."""
    rows = [r for r in range(len(grid.at)) if len(grid.cells(r)) > 1]
    for row in rows[:_LONGEST_HEADER]:
        cells = grid.cells(row)
        known = {kind for cell in cells for kind in kinds_of(cell.text)}
        filled = [c for c in cells if c.text.strip()]
        named = sum(1 for c in filled if kinds_of(c.text) or names_time(c.text.strip()))
        if named >= 2 and named * 2 >= len(filled) and len(known) >= 2 and known & set(ELEMENTS):
            return _header(grid, row)
    if rows and _heads_times(grid, rows[0]):
        return Header(rows[0], 1, ((Column.PROJECT,), *((Column.MEASURES,) for _ in range(grid.width - 1))))
    return _header(grid, rows[0]) if rows and _heads_columns(grid, rows[0]) else None


def _heads_times(grid: Grid, row: int) -> bool:
    """Whether promises stand on the left and what is done of each in parts of the year beside it (承诺项目 | 一季度 | 二季度)."""
    names, below = grid.cells(row), [r[0] for r in grid.at[row + 1 :]]
    if len(names) != grid.width or len(names) < 3 or Column.PROJECT not in kinds_of(names[0].text):
        return False
    said = [c.text.strip() for c in below if c is not None]
    promises = all(len(t) >= _SENTENCE and not pure_label(t) and not is_number(t) for t in said)
    return bool(said) and promises and all(names_time(c.text.strip()) for c in names[1:])


def _heads_columns(grid: Grid, row: int) -> bool:
    """Whether a row of short words, one of them 承诺 or the like, stands over whole rows that say more (我向谁承诺 | 承诺什么 | 谁见证)."""
    names = [c.text.strip() for c in grid.cells(row)]
    whole = (r for r in range(row + 1, len(grid.at)) if any(grid.begins(r, c) for c in range(grid.width)))
    below = [[c.text.strip() for c in grid.cells(r)] for r in whole]
    if len(names) != grid.width or len(names) < 3 or len(below) < 2 or any(len(cells) != len(names) for cells in below):
        return False
    at = next((n for n, name in enumerate(names) if Column.PROJECT in kinds_of(name)), None)
    if at is None or not all(_PLAIN.fullmatch(name) for name in names) or sum(map(counts_promise, names)) > 1:
        return False
    most = max(range(len(names)), key=lambda n: sum(len(cells[n]) for cells in below))
    return sum(len(cells[most]) for cells in below) >= 2 * _SENTENCE * len(below)


def named_header(grid: Grid) -> Header:
    """The first row as the header, whatever its words are."""
    return Header(0, 1, _kinds(grid, 0, 1))


def _header(grid: Grid, row: int) -> Header:
    """With the second row of a header whose cells are split below a common name."""
    spans = [c.cols if grid.flipped else c.rows for c in grid.cells(row)]
    tall = max(spans)
    rows = tall if tall > 1 and min(spans) < tall and row + tall < len(grid.at) else 1
    if rows == 1 and _splits(grid, row):
        rows = 2
    return Header(row, rows, _kinds(grid, row, rows))


def _splits(grid: Grid, row: int) -> bool:
    """Whether the next row only has names of columns, below names some of which cover several (承诺内容 over 目标 | 措施)."""
    if row + 2 >= len(grid.at):
        return False
    filled = [(c, cell) for c, cell in enumerate(grid.at[row + 1]) if cell is not None and cell.text.strip()]
    above = [grid.at[row][c] for c, _ in filled]
    wide = any(a is not None and sum(b is a for b in grid.at[row]) > 1 for a in above)
    return len(filled) > 1 and wide and all(kinds_of(cell.text) or names_time(cell.text.strip()) for _, cell in filled)


def counted_header(grid: Grid) -> Header | None:
    """The header of a ledger whose words are not known, or that has none: a column counts the rows below it."""
    for col in range(grid.width):
        for top in range(min(_LONGEST_HEADER, len(grid.at) - 1)):
            cells = [c for row in grid.at[top:] if (c := row[col]) is not None]
            if len(cells) == len(grid.at) - top and grid.width > 1 and all(is_number(c.text) for c in cells):
                kinds = list(_kinds(grid, 0, top))
                kinds[col] = (Column.NUMBER,)
                return Header(0, top, settled(grid, top, kinds))
    return None


def _kinds(grid: Grid, row: int, rows: int) -> tuple[tuple[Column, ...], ...]:
    """What the columns are by the header's words, the lowest row first; () stays where nothing is known of one."""
    kinds: list[tuple[Column, ...]] = []
    for col in range(grid.width):
        stack = [c for r in range(row, row + rows) if (c := grid.at[r][col]) is not None]
        named = [k for cell in reversed(stack) if (k := kinds_of(cell.text))]
        kinds.append(named[0] if named else ())
    for col in range(grid.width - 1):
        shared = grid.at[row][col] is grid.at[row][col + 1]
        said = [c.text for r in grid.at[row + rows :] if (c := r[col]) is not None and c.text.strip()]
        if shared and rows == 1 and len(said) > 1 and all(map(is_number, said)):
            kinds[col] = (Column.NUMBER,)  # under the name of the promises, whose first column counts them
    return settled(grid, row + rows, kinds)


def settled(grid: Grid, below: int, kinds: Sequence[tuple[Column, ...]]) -> tuple[tuple[Column, ...], ...]:
    """Without a project column, it is the one of unknown name that says most; else what is done about a problem is the
    project, or an aim that stands alone."""
    unknown = [c for c, kind in enumerate(kinds) if not kind]
    kinds = [kind or (Column.OTHER,) for kind in kinds]
    if any(Column.PROJECT in k for k in kinds):
        return tuple(kinds)
    said = {c: sum(len(cell.text) for row in grid.at[below:] if (cell := row[c]) is not None) for c in unknown}
    most = max(unknown, key=said.__getitem__, default=None)
    if most is not None and said[most] >= _SENTENCE * (len(grid.at) - below):
        kinds[most] = (Column.PROJECT,)
        return tuple(kinds)
    for substitute in (Column.MEASURES, Column.TARGET):
        for i, kind in enumerate(kinds):
            if kind == (substitute,):
                return (*kinds[:i], (Column.PROJECT,), *kinds[i + 1 :])
    return tuple(kinds)
