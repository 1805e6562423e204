"""Documents for tests, written down as gold YAML writes forms (tests/gold/FORMAT.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.model import Block, Cell, Document, Paragraph, Passage, Piece, Place, Table, WordParagraph
from tests.gold.render import places


class Paper:
    """Counts the paragraphs so that every passage knows where it stood."""

    def __init__(self) -> None:
        self.count = 0

    def line(self, text: str, style: str = "plain", place: Place = Place.BODY) -> Paragraph:
        self.count += 1
        pieces = (Piece(0, len(text), WordParagraph("word/document.xml", self.count), 0),) if text else ()
        return Paragraph(Passage(text, pieces), place, centered=style in ("title", "center"))

    def table(self, rows: Sequence[Sequence[Any]]) -> Table:
        return Table(tuple(Cell(r, c, self._inside(content), tall, cols) for r, c, tall, cols, content in places(rows)))

    def _inside(self, content: Any) -> tuple[Block, ...]:
        """A cell's text, or a list of lines and nested tables."""
        if isinstance(content, list):
            return tuple(self.table(c) if isinstance(c, list) else self.line(c) for c in content)
        return tuple(self.line(line) for line in ("" if content is None else str(content)).split("\n"))

    def block(self, entry: Any) -> Block:
        if isinstance(entry, str):
            return self.line(entry)
        if isinstance(entry, list):
            return self.table(entry)
        return self.table(entry["table"]) if "table" in entry else self.line(str(entry["p"] or ""), entry.get("style", "plain"))


def document(*entries: Any) -> Document:
    """A document of lines (strings), tables (lists of rows) and gold blocks (mappings)."""
    paper = Paper()
    return Document("docx", tuple(paper.block(e) for e in entries))


def wide(text: str, cols: int) -> dict[str, Any]:
    return {"t": text, "cols": cols}
