"""Tables that are only a layout: a heading beside its promises, or a frame around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.items import roles
from extractors.items.drafts import Reading
from extractors.items.grids import Grid, grid_of
from extractors.items.ordinals import half_width
from extractors.model import Block, Cell, Passage, Table

_LONGEST_HEADING = 24


def read(table: Table, headings: tuple[Passage, ...], body: Callable[[Sequence[Block]], Reading]) -> Reading:
    """The promises of the cells, each cell read by `body` as a text of its own."""
    grid = grid_of(table)
    reading = Reading()
    for row in range(len(grid.at)):
        cells = [c for c in grid.cells(row) if c.row == row and c.text.strip()]
        over = headings
        if _headed(grid, row):
            first = grid.at[row][0]
            cells = [c for c in cells if c is not first]
            over = (*headings, first.passage.strip()) if first is not None else headings
        for cell in cells:
            _cell(cell, over, reading, body)
    return reading


def _headed(grid: Grid, row: int) -> bool:
    """Whether the row's first cell heads the one beside it."""
    first, beside = (grid.at[row][0], grid.at[row][-1]) if grid.width > 1 else (None, None)
    if first is None or beside is None or first is beside or not beside.text.strip():
        return False
    text = "".join(half_width(first.text).split())
    return 0 < len(text) <= _LONGEST_HEADING and len(text) < max(8, len(beside.text)) and not roles.is_noise(text)


def _cell(cell: Cell, headings: tuple[Passage, ...], reading: Reading, body: Callable[[Sequence[Block]], Reading]) -> None:
    found = body(cell.blocks)
    for draft in found.drafts:
        draft.headings = (*headings, *draft.headings)
    reading.drafts.extend(found.drafts)
    reading.preambles.extend(found.preambles)
    reading.closings.extend(found.closings)
