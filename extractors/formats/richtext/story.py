"""A story of an RTF file (body, header, note, text box): paragraphs and nested tables as they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.formats.ooxml.numbering import Ordinal
from extractors.formats.richtext.rows import Row, RowShape, table
from extractors.model import Block, Paragraph, Passage, Piece, Place, WordParagraph

PART = "rtf"
"""The part that anchors of RTF files name; its paragraphs are counted over all stories as they end in the file."""

DEEPEST_TABLE = 24
"""Levels of tables in tables. Word itself stops at 30; forms have two."""


@dataclass(slots=True)
class _OpenTable:
    """A table whose end has not come: finished rows, finished cells of the row, and what the open cell holds."""

    rows: list[Row] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


class Story:
    """Takes text, ends of paragraphs, cells and rows. `shape` is the row definition that holds now, `inner_shape` that
    of nested tables; `numbers` counts the paragraphs of the file."""

    def __init__(self, place: Place, numbers: Iterator[int]) -> None:
        self.place = place
        self.shape = RowShape()
        self.inner_shape = RowShape()
        self._numbers = numbers
        self._found: list[Block] = []
        self._tables: list[_OpenTable] = []
        self._texts: list[str] = []
        self._bold = True
        self._boxes: list[Block] = []

    @property
    def begun(self) -> bool:
        """Whether the paragraph has text already."""
        return bool(self._texts)

    def add(self, text: str, bold: bool) -> None:
        """Take text of the open paragraph."""
        self._texts.append(text)
        self._bold = self._bold and bold

    def add_box(self, blocks: list[Block]) -> None:
        """Take a text box anchored in the open paragraph; it stands behind it."""
        self._boxes += blocks

    def end_paragraph(self, depth: int, ordinal: Ordinal | None, centered: bool) -> None:
        """End the paragraph, which stands in a table of that depth (0: in none)."""
        if self._tables and self._tables[0].cells:
            depth = max(depth, 1)  # the row has begun: a paragraph that does not say so is in it all the same
        self._settle(min(depth, DEEPEST_TABLE))
        here = self._here()
        text, number = "".join(self._texts), next(self._numbers)
        if text or (ordinal and ordinal.text):
            here.append(_paragraph(text, number, self.place, ordinal, centered, self._bold and bool(text)))
        here += self._boxes
        self._texts, self._bold, self._boxes = [], True, []

    def end_cell(self, depth: int) -> None:
        """End the cell of the table of that depth; its last paragraph has been ended."""
        self._settle(max(1, min(depth, DEEPEST_TABLE)))
        open_ = self._tables[-1]
        open_.cells.append(open_.blocks)
        open_.blocks = []

    def end_row(self, depth: int) -> None:
        """End the row of the table of that depth."""
        depth = min(depth, DEEPEST_TABLE)
        if len(self._tables) >= depth:
            self._settle(depth)
            self._end_row()

    def close(self) -> list[Block]:
        """All blocks, with what was still open."""
        self._here().extend(self._boxes)
        self._settle(0)
        return self._found

    def _here(self) -> list[Block]:
        return self._tables[-1].blocks if self._tables else self._found

    def _settle(self, depth: int) -> None:
        """Close tables deeper than that and open those that are missing."""
        while len(self._tables) > depth:
            self._end_row()
            rows = self._tables.pop().rows
            if rows:
                self._here().append(table(rows, self.place))
        while len(self._tables) < depth:
            self._tables.append(_OpenTable())

    def _end_row(self) -> None:
        """Text behind the last cell belongs to none; it is kept as one more cell."""
        open_ = self._tables[-1]
        if open_.blocks:
            open_.cells.append(open_.blocks)
        if open_.cells:
            open_.rows.append(Row(self.shape if len(self._tables) == 1 else self.inner_shape, open_.cells))
        open_.cells, open_.blocks = [], []


def _paragraph(
    text: str, number: int, place: Place, ordinal: Ordinal | None, centered: bool, bold: bool
) -> Paragraph:
    lead, mark, level = "", "", 0
    if ordinal is not None:
        mark, level = ordinal.text, ordinal.level
        lead = mark + (ordinal.gap if mark and text else "")
    pieces = (Piece(len(lead), len(lead) + len(text), WordParagraph(PART, number), 0),) if text else ()
    return Paragraph(Passage(lead + text, pieces), place, mark, level, centered, bold)
