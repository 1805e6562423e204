"""Cells cut out of a form's table as a table of their own."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Cell, Table


def cut_table(table: Table, cells: Sequence[Cell]) -> Table:
    """A table of only these cells, its grid beginning at their first row and column."""
    top, left = min(c.row for c in cells), min(c.col for c in cells)
    return Table(tuple(Cell(c.row - top, c.col - left, c.blocks, c.rows, c.cols) for c in cells), table.place)


class RowsTogether:
    """Rows of a table, one below the other, cut out of it as one: `cut` so far, from the `cells`."""

    def __init__(self, table: Table, cells: Sequence[Cell]) -> None:
        self._table = table
        self._top, self._left = cells[0].row, min(c.col for c in cells)
        self.cells = list(cells)
        self.cut = cut_table(table, cells)

    def reaches(self, row: int) -> bool:
        """Whether the row is the next one."""
        return self.cells[-1].row == row - 1

    def add(self, cells: Sequence[Cell]) -> None:
        """One row more, for no more than its own cells cost."""
        self.cells += cells
        if min(c.col for c in cells) < self._left:
            self._left = min(c.col for c in cells)
            self.cut = cut_table(self._table, self.cells)
            return
        more = (Cell(c.row - self._top, c.col - self._left, c.blocks, c.rows, c.cols) for c in cells)
        self.cut = Table((*self.cut.cells, *more), self._table.place)
