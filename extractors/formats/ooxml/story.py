"""One story of a Word file (body, header, notes …): its paragraphs and tables as blocks, in one walk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from extractors.errors import Corrupt, DocumentError
from extractors.formats.ooxml.chunks import DEEPEST, chunk_blocks
from extractors.formats.ooxml.drawings import Box, branch
from extractors.formats.ooxml.grid import read_table
from extractors.formats.ooxml.line import Line
from extractors.formats.ooxml.names import (
    ALTERNATE,
    SDT,
    TBL,
    TRANSPARENT,
    VAL,
    P,
    R,
    W,
)
from extractors.formats.ooxml.numbering import Counters, Ordinal
from extractors.formats.ooxml.prompts import written_content
from extractors.formats.ooxml.shelf import Shelf
from extractors.formats.ooxml.tree import whole
from extractors.model import Block, Paragraph, Passage, Piece, Place, WordParagraph, WordPlace, WordShape

_ILVL, _NUMID, _ALT_CHUNK = W + "ilvl", W + "numId", W + "altChunk"
_STRUCTURE = frozenset({TBL, SDT, ALTERNATE, _ALT_CHUNK}) | TRANSPARENT
_NOTHING = Ordinal("", "", 0)

_SIGN_FONTS = (b"dings", b'"Symbol"')
"""What the names of symbol fonts look like in a part that uses one: Wingdings, Webdings, Symbol."""

Trace = list[tuple[etree._Element, str]]
"""The pieces of a paragraph's visible text and the elements that they came from."""


class Story:
    """Walks one part, whose bytes are `data`. With `traces`, the walk also notes where each paragraph's text came from, by
    paragraph number."""

    def __init__(
        self, part: str, root: etree._Element, data: bytes, shelf: Shelf, traces: dict[int, Trace] | None = None
    ) -> None:
        self._part = part
        self._root = root
        self._shelf = shelf
        self._line = Line(part, shelf, _hides(data, shelf), any(font in data for font in _SIGN_FONTS))
        self._numbers = {p: n for n, p in enumerate(root.iter(P))}
        self._counters: dict[Place, Counters] = {}
        self._traces = traces
        self._unended: Block | None = None

    @property
    def numbers(self) -> Mapping[etree._Element, int]:
        """Every `w:p` of the part and its number in document order."""
        return self._numbers

    def blocks(self, container: etree._Element, place: Place, merged: bool = False) -> list[Block]:
        """The blocks in a body, cell, text box, header or note; `merged` leaves out empty numbered paragraphs."""
        found: list[Block] = []
        self._collect(container, place, merged, found)
        return found

    def _collect(self, container: etree._Element, place: Place, merged: bool, found: list[Block]) -> None:
        for node in container:
            tag = node.tag
            if tag == P:
                self._paragraph(node, place, merged, found)
            elif tag not in _STRUCTURE:
                continue
            elif tag == TBL:
                found.append(read_table(node, place, self.blocks, self._shelf.prompt))
            elif tag == SDT:
                self._control(node, place, merged, found)
            elif tag in TRANSPARENT:
                self._collect(node, place, merged, found)
            elif tag == ALTERNATE:
                chosen = branch(node)
                if chosen is not None:
                    self._collect(chosen, place, merged, found)
            elif tag == _ALT_CHUNK:
                self._chunk(node, place, found)

    def _chunk(self, node: etree._Element, place: Place, found: list[Block]) -> None:
        """Another document that stands here."""
        before = 0
        for other in self._root.iter(P, _ALT_CHUNK):
            if other is node:
                break
            before = self._numbers.get(other, before)
        relation = self._shelf.package.relations(self._part).get(node.get(R + "id", ""))
        try:
            data = self._shelf.package.read(relation.target) if relation and self._shelf.depth < DEEPEST else None
            if data is None:
                raise Corrupt
            found += chunk_blocks(data, WordShape(self._part, before), place, self._shelf.depth)
        except DocumentError:
            self._shelf.warn("文件中嵌入了另一份文档，嵌入部分没有读取。")

    def _control(self, sdt: etree._Element, place: Place, merged: bool, found: list[Block]) -> None:
        content = written_content(sdt, self._shelf.prompt)
        if content is not None:
            self._collect(content, place, merged, found)

    def _paragraph(self, node: etree._Element, place: Place, merged: bool, found: list[Block]) -> None:
        line = self._line
        text = line.gather(node)
        number = self._numbers[node]
        if self._shelf.pictures:
            self._shelf.set_down(WordPlace(self._part, number, 0, 0))
        if self._traces is not None:
            self._traces[number] = list(zip(line.nodes, line.texts, strict=True))
        boxes = line.boxes
        if text or not (line.gone or merged):
            listed = line.num is not None or line.style.num_id
            ordinal = (self._ordinal(line, place) or _NOTHING) if listed else _NOTHING
            if text or ordinal.text:
                block = self._block(text, number, place, ordinal)
                if self._unended is None:
                    found.append(block)
                else:
                    run_on(block, self._unended, found)
                self._unended = found[-1] if line.gone else None
            else:
                self._unended = None
        for box in boxes:
            self._box(box, number, Place.TEXT_BOX if place is Place.BODY else place, found)

    def _box(self, box: Box, holder: int, place: Place, found: list[Block]) -> None:
        if isinstance(box, str):
            piece = Piece(0, len(box), WordShape(self._part, holder), 0)
            found.append(Paragraph(Passage(box, (piece,)), place))
        else:
            self._collect(box, place, False, found)

    def _block(self, text: str, number: int, place: Place, ordinal: Ordinal) -> Paragraph:
        line, mark = self._line, ordinal.text
        lead = mark + ordinal.gap if mark and text else mark
        pieces = (Piece(len(lead), len(lead) + len(text), WordParagraph(self._part, number), 0),) if text else ()
        centered = line.style.centered if line.centered is None else line.centered
        return Paragraph(Passage(lead + text, pieces), place, mark, ordinal.level, bool(centered), bool(line.bold))

    def _ordinal(self, line: Line, place: Place) -> Ordinal | None:
        num_id, level = line.style.num_id, line.style.level
        for prop in line.num if line.num is not None else ():
            if prop.tag == _NUMID:
                num_id = prop.get(VAL, "")
            elif prop.tag == _ILVL:
                level = whole(prop.get(VAL), 0)
        if not num_id or num_id == "0":
            return None
        num = self._shelf.num(num_id)
        if num is None:
            return None
        if level is None:
            level = num.level_of_style(line.style_id) if line.style_id and line.num is None else 0
        return self._counters.setdefault(place, Counters()).step(num_id, num, level)


def run_on(block: Paragraph, unended: Block | None, found: list[Block]) -> None:
    """Put the paragraph behind the blocks that were found, or behind the text of the last one if that is `unended`."""
    before = found[-1] if found else None
    if block.ordinal or not isinstance(before, Paragraph) or before is not unended:
        found.append(block)
        return
    passage = Passage.join((before.passage, block.passage), "")
    found[-1] = replace(before, passage=passage, bold=before.bold and block.bold, centered=block.centered)


def _hides(data: bytes, shelf: Shelf) -> bool:
    """Whether a part can hold hidden text: spares a look at every run of the others."""
    return b"vanish" in data or (b"Style" in data and shelf.hides_by_style())
