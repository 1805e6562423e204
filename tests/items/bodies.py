"""Bodies of forms from lines and rows, with a place for every character."""

from __future__ import annotations

from itertools import count
from typing import Any

from extractors.model import Block, Cell, Form, FormKind, Paragraph, Passage, Piece, Table, WordParagraph
from tests.gold.render import places


class Body:
    """Counts the paragraphs as a file would."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._ids = count()

    def passage(self, text: str) -> Passage:
        source = WordParagraph("word/document.xml", next(self._ids))
        return Passage(text, (Piece(0, len(text), source, 0),) if text else ())

    def lines(self, text: str) -> Body:
        self.blocks.extend(Paragraph(self.passage(line)) for line in text.split("\n"))
        return self

    def table(self, rows: list[list[Any]]) -> Body:
        self.blocks.append(Table(tuple(Cell(r, c, self._inside(content), high, wide) for r, c, high, wide, content in places(rows))))
        return self

    def _inside(self, content: Any) -> tuple[Block, ...]:
        return tuple(Paragraph(self.passage(line)) for line in str(content).split("\n"))

    def form(self, title: str = "") -> Form:
        return Form(FormKind.ORG, "free", 0, self.passage(title), None, (), tuple(self.blocks))
