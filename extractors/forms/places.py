"""Every line of a form in reading order with its seat in a table: what stands beside, above and before a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.model import Block, Cell, Passage, Table
from extractors.model.value_class import value_class


class Grid:
    """A table's cells by the places that they cover, worked out when somebody asks."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._cells: dict[tuple[int, int], Cell] = {}

    def at(self, row: int, col: int) -> Cell | None:
        """The cell that covers a place."""
        if not self._cells:
            for cell in self._table.cells:
                for r in range(cell.row, cell.row + cell.rows):
                    for c in range(cell.col, cell.col + cell.cols):
                        self._cells[r, c] = cell
        return self._cells.get((row, col))


@value_class
class Seat:
    """A cell in its table; `outer` is where the table itself stands, if in another table's cell."""

    grid: Grid
    cell: Cell
    outer: Seat | None = None

    def left(self) -> Iterator[Cell]:
        """The cells beside it on its left, the nearest first."""
        col = self.cell.col - 1
        while col >= 0:
            beside = self.grid.at(self.cell.row, col)
            if beside is not None:
                yield beside
            col = (beside.col if beside is not None else col) - 1

    def above(self) -> Iterator[Cell]:
        """The cells over it, the nearest first."""
        row = self.cell.row - 1
        while row >= 0:
            over = self.grid.at(row, self.cell.col)
            if over is not None:
                yield over
            row = (over.row if over is not None else row) - 1


@value_class
class Line:
    """One printed line and its seat; None outside tables."""

    passage: Passage
    seat: Seat | None = None

    @property
    def text(self) -> str:
        return self.passage.text


def lines_of(blocks: Iterable[Block], outer: Seat | None = None) -> list[Line]:
    """The lines that have any letters, in reading order."""
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            grid = Grid(block)
            for cell in block.cells:
                found += lines_of(cell.blocks, Seat(grid, cell, outer))
        elif not (text := block.passage.text) or text.isspace():
            continue
        elif "\n" in text:
            found += [Line(passage, outer) for passage in block.passage.lines() if passage.text.strip()]
        else:
            found.append(Line(block.passage, outer))
    return found
