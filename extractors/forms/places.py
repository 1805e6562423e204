"""Every line of a form in reading order with its seat in a table: what stands beside, above and before a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.model import Block, Cell, Passage, Table
from extractors.model.value_class import value_class


@value_class
class Seat:
    """A cell in its table; `outer` is where the table itself stands, if in another table's cell."""

    table: Table
    cell: Cell
    outer: Seat | None = None

    def left(self) -> Iterator[Cell]:
        """The cells beside it on its left, the nearest first."""
        cell = self.cell
        beside = [c for c in self.table.cells if c.row < cell.row + cell.rows and c.row + c.rows > cell.row and c.col < cell.col]
        yield from sorted(beside, key=lambda c: -c.col)

    def above(self) -> Iterator[Cell]:
        """The cells over it, the nearest first."""
        cell = self.cell
        over = [c for c in self.table.cells if c.col < cell.col + cell.cols and c.col + c.cols > cell.col and c.row < cell.row]
        yield from sorted(over, key=lambda c: -c.row)


@value_class
class Line:
    """One printed line and its seat; None outside tables."""

    passage: Passage
    seat: Seat | None = None

    @property
    def text(self) -> str:
        return self.passage.text


def lines_of(blocks: Iterable[Block], outer: Seat | None = None) -> Iterator[Line]:
    """The lines that have any letters, in reading order."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from lines_of(cell.blocks, Seat(block, cell, outer))
        elif block.text.strip():
            for passage in block.passage.lines():
                if passage.text.strip():
                    yield Line(passage, outer)


def same_cell(lines: Sequence[Line], i: int) -> Iterator[Line]:
    """The lines above line `i` in its cell, the nearest first; nothing outside tables."""
    seat = lines[i].seat
    if seat is None:
        return
    for j in range(i - 1, -1, -1):
        other = lines[j].seat
        if other is None or other.cell is not seat.cell:
            return
        yield lines[j]
