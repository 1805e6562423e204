"""Every line of a form in reading order with its seat in a table: what stands beside, above and before a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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


def lines_of(blocks: Iterable[Block], outer: Seat | None = None) -> list[Line]:
    """The lines that have any letters, in reading order."""
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                found += lines_of(cell.blocks, Seat(block, cell, outer))
        elif not (text := block.passage.text) or text.isspace():
            continue
        elif "\n" in text:
            found += [Line(passage, outer) for passage in block.passage.lines() if passage.text.strip()]
        else:
            found.append(Line(block.passage, outer))
    return found
