"""Bodies of forms from lines and rows, with a place for every character."""

from __future__ import annotations

from itertools import count
from typing import Any

from extractors.model import Block, Cell, Form, FormKind, Paragraph, Passage, Piece, Table, WordParagraph


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
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            c = 0
            for value in row:
                while (r, c) in taken:
                    c += 1
                given = value if isinstance(value, dict) else {"t": value}
                high, wide = int(given.get("rows", 1)), int(given.get("cols", 1))
                taken |= {(a, b) for a in range(r, r + high) for b in range(c, c + wide)}
                inside = tuple(Paragraph(self.passage(line)) for line in str(given["t"]).split("\n"))
                cells.append(Cell(r, c, inside, high, wide))
                c += wide
        self.blocks.append(Table(tuple(cells)))
        return self

    def form(self, title: str = "") -> Form:
        return Form(FormKind.ORG, "free", 0, self.passage(title), None, (), tuple(self.blocks))
