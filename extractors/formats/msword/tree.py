"""From paragraphs that say how many tables stand around them to tables with cells, nested ones too ([MS-DOC] 2.4.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.formats.msword.layout import Grid, Line, Node, Row, RowShape
from extractors.formats.msword.properties import PLAIN_PARAGRAPH


@dataclass(slots=True)
class _Open:
    """A table that is being read: rows, the cells of the row, the nodes of the cell."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Node]] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(closed(self.nodes))
        self.nodes = []

    def end_row(self, shape: RowShape | None) -> None:
        if self.nodes:
            self.end_cell()
        if self.cells:
            self.rows.append(Row(self.cells, shape))
        self.cells = []


def closed(nodes: list[Node]) -> list[Node]:
    """The nodes with a paragraph at their end, as every text has one; only broken files need it."""
    if not nodes or isinstance(nodes[-1], Grid):
        nodes.append(Line(PLAIN_PARAGRAPH))
    return nodes


class Tree:
    """Takes the paragraphs of a story one by one; `close` gives its nodes."""

    def __init__(self) -> None:
        self._root: list[Node] = []
        self._open: list[_Open] = []

    def add(self, line: Line, ends_cell: bool) -> None:
        """A paragraph inside `line.properties.depth` tables."""
        self._fit(line.properties.depth)
        nodes = self._open[-1].nodes if self._open else self._root
        nodes.append(line)
        if ends_cell and self._open:
            self._open[-1].end_cell()

    def end_row(self, line: Line, shape: RowShape | None, deleted: bool) -> None:
        """The mark that ends a row; it shows nothing itself, but a broken file may have text there."""
        self._fit(line.properties.depth)
        table = self._open[-1]
        if not line.empty:
            table.nodes.append(line)
        if deleted:
            table.cells, table.nodes = [], []
        else:
            table.end_row(shape)

    def close(self) -> list[Node]:
        self._fit(0)
        return closed(self._root)

    def _fit(self, depth: int) -> None:
        """Open or close tables until that many are open."""
        while len(self._open) > depth:
            table = self._open.pop()
            table.end_row(None)
            nodes = self._open[-1].nodes if self._open else self._root
            if table.rows:
                nodes.append(Grid(table.rows))
        while len(self._open) < depth:
            self._open.append(_Open())
