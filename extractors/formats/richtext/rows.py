"""RTF table rows to cells at grid positions: columns come from the cells' right edges (`\\cellx`, in twips)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.model import Block, Cell, Place, Table

_SNAP = 20
"""Twips: edges nearer than this (1 pt) are one edge; programs round each row for itself."""

_UNKNOWN_WIDTH = 1000
_FARTHEST = 1_000_000


_MOST_CELLS = 1000
"""Cells of a row's definition; Word allows 63."""


class CellShape(NamedTuple):
    """A cell as the row's definition has it: its right edge and the words that merge it (`clmgf`, `clvmrg` …)."""

    right: int
    merging: frozenset[str] = frozenset()


@dataclass(slots=True)
class RowShape:
    """A row's definition (`\\trowd` …). `merging` is what has been said of the next cell."""

    left: int = 0
    cells: list[CellShape] = field(default_factory=list)
    merging: set[str] = field(default_factory=set)

    def add(self, right: int) -> None:
        """A cell ends at that edge."""
        if len(self.cells) < _MOST_CELLS:
            self.cells.append(CellShape(right, frozenset(self.merging)))
        self.merging.clear()

    def edges(self, count: int) -> list[int]:
        """The edges of `count` cells from left to right, each cell of some width; cells beyond the definition get one."""
        found = [max(-_FARTHEST, min(self.left, _FARTHEST))]
        for index in range(count):
            given = self.cells[index].right if index < len(self.cells) else found[-1] + _UNKNOWN_WIDTH
            found.append(max(min(given, _FARTHEST), found[-1] + _SNAP + 1))
        return found

    def merging_of(self, index: int) -> frozenset[str]:
        """The words that merge a cell; none beyond the definition."""
        return self.cells[index].merging if index < len(self.cells) else frozenset()


class Row(NamedTuple):
    """A finished row: its definition and what its cells hold."""

    shape: RowShape
    cells: list[list[Block]]


@dataclass(slots=True)
class _Draft:
    """A cell that may still grow to the right and downwards."""

    row: int
    col: int
    blocks: list[Block]
    rows: int = 1
    cols: int = 1


def table(rows: Sequence[Row], place: Place) -> Table:
    """The rows as a table; each merged cell stands once, with the text of all its parts."""
    edges = [row.shape.edges(len(row.cells)) for row in rows]
    columns = list(_columns(sorted({edge for row in edges for edge in row})))
    drafts: list[_Draft] = []
    above: dict[int, _Draft] = {}
    for number, (row, own) in enumerate(zip(rows, edges, strict=True)):
        above = _add_row(number, row, [bisect_right(columns, edge) - 1 for edge in own], above, drafts)
    return Table(tuple(Cell(d.row, d.col, tuple(d.blocks), d.rows, d.cols) for d in drafts), place)


def _columns(edges: Sequence[int]) -> Iterator[int]:
    """One edge for each group of edges that lie together."""
    last: int | None = None
    for edge in edges:
        if last is None or edge - last > _SNAP:
            last = edge
            yield edge


def _add_row(
    number: int, row: Row, cols: Sequence[int], above: dict[int, _Draft], drafts: list[_Draft]
) -> dict[int, _Draft]:
    """Add the row's cells; returns those by column that a cell below may continue."""
    open_: dict[int, _Draft] = {}
    last: _Draft | None = None
    for index, blocks in enumerate(row.cells):
        merging, col, span = row.shape.merging_of(index), cols[index], cols[index + 1] - cols[index]
        draft = above.get(col) if "clvmrg" in merging else None
        if "clmrg" in merging and last is not None:
            draft = last
            draft.cols += span if draft.row == number else 0
        elif draft is not None:
            draft.rows = number - draft.row + 1
        if draft is None:
            draft = _Draft(number, col, blocks, cols=span)
            drafts.append(draft)
        else:
            draft.blocks += blocks
        if "clvmgf" in merging or "clvmrg" in merging:
            open_.setdefault(draft.col, draft)
        last = draft
    return open_
