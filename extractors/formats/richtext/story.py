"""A story of an RTF file (body, header, note, text box): paragraphs and nested tables as they are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.formats.msword.layout import Grid, Line, Node, Row, Run
from extractors.formats.msword.properties import PLAIN_CHARACTERS, CharacterProperties, ParagraphProperties
from extractors.formats.msword.tree import closed
from extractors.formats.ooxml.numbering import Ordinal
from extractors.formats.richtext.rows import RowShape
from extractors.model import Place

DEEPEST_TABLE = 24
"""Levels of tables in tables. Word itself stops at 30; forms have two."""


@dataclass(slots=True)
class _OpenTable:
    """A table whose end has not come: finished rows, finished cells of the row, and what the open cell holds."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Node]] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)


class Story:
    """Takes text, ends of paragraphs, cells and rows. `shape` is the row definition that holds now, `inner_shape` that
    of nested tables; `begun` says whether the open paragraph has text already."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.shape = RowShape()
        self.inner_shape = RowShape()
        self.begun = False
        self._found: list[Node] = []
        self._tables: list[_OpenTable] = []
        self._look = PLAIN_CHARACTERS
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._boxes: list[list[Node]] = []

    @property
    def pending(self) -> bool:
        """Whether something stands behind the last end of a paragraph."""
        return bool(self._texts or self._runs or self._boxes)

    def add(self, text: str, look: CharacterProperties) -> None:
        """Take text of the open paragraph."""
        if look is not self._look:
            self._end_run()
            self._look = look
        self._texts.append(text)
        self.begun = True

    def add_run(self, run: Run) -> None:
        """Take a picture or the reference to a note."""
        self._end_run()
        self._runs.append(run)

    def add_box(self, nodes: list[Node]) -> None:
        """Take a text box anchored in the open paragraph; it stands behind it."""
        self._boxes.append(nodes)

    def end_paragraph(
        self, depth: int, properties: ParagraphProperties, ordinal: Ordinal | None = None, gone: bool = False
    ) -> None:
        """End the paragraph, which stands in a table of that depth (0: in none)."""
        if self._tables and self._tables[0].cells:
            depth = max(depth, 1)  # the row has begun: a paragraph that does not say so is in it all the same
        self._settle(min(depth, DEEPEST_TABLE))
        self._end_run()
        self._here().append(Line(properties, self._runs, self._boxes, gone, ordinal=ordinal))
        self._runs, self._boxes, self.begun = [], [], False

    def end_section(self, number: int, properties: ParagraphProperties) -> None:
        """The section of that number ends behind the last paragraph."""
        self._settle(0)
        last = self._found[-1] if self._found else None
        if not isinstance(last, Line) or last.section >= 0:
            self._found.append(last := Line(properties))
        last.section = number

    def end_cell(self, depth: int) -> None:
        """End the cell of the table of that depth; its last paragraph has been ended."""
        self._settle(max(1, min(depth, DEEPEST_TABLE)))
        self._close_cell()

    def end_row(self, depth: int) -> None:
        """End the row of the table of that depth."""
        depth = min(depth, DEEPEST_TABLE)
        if len(self._tables) >= depth:
            self._settle(depth)
            self._end_row()

    def close(self) -> list[Node]:
        """All that was read, with what was still open."""
        if self.pending:
            self.end_paragraph(len(self._tables), ParagraphProperties())
        self._settle(0)
        return closed(self._found)

    def _here(self) -> list[Node]:
        return self._tables[-1].nodes if self._tables else self._found

    def _end_run(self) -> None:
        if self._texts:
            self._runs.append(Run("".join(self._texts), self._look))
            self._texts = []

    def _settle(self, depth: int) -> None:
        """Close tables deeper than that and open those that are missing."""
        while len(self._tables) > depth:
            self._end_row()
            rows = self._tables.pop().rows
            if rows:
                self._here().append(Grid(rows))
        while len(self._tables) < depth:
            self._tables.append(_OpenTable())

    def _close_cell(self) -> None:
        table = self._tables[-1]
        table.cells.append(closed(table.nodes))
        table.nodes = []

    def _end_row(self) -> None:
        """Text behind the last cell belongs to none; it is kept as one more cell."""
        table = self._tables[-1]
        if any(isinstance(node, Grid) or not node.empty or node.ordinal for node in table.nodes):
            self._close_cell()
        if table.cells:
            shape = self.shape if len(self._tables) == 1 else self.inner_shape
            table.rows.append(Row(table.cells, shape.finished(len(table.cells))))
        table.cells, table.nodes = [], []
