"""One story of a Word file (body, header, notes …): its paragraphs and tables as blocks, in one walk."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from extractors.formats.ooxml.drawings import branch
from extractors.formats.ooxml.grid import read_table
from extractors.formats.ooxml.line import Line, is_prompt
from extractors.formats.ooxml.names import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TRANSPARENT,
    VAL,
    P,
    W,
)
from extractors.formats.ooxml.numbering import Counters, Ordinal
from extractors.formats.ooxml.shelf import Shelf
from extractors.formats.ooxml.styles import PLAIN, Style
from extractors.formats.ooxml.tree import leading, switched_on
from extractors.model import Block, Paragraph, Passage, Piece, Place, WordParagraph, WordPlace

_PSTYLE, _NUMPR, _JC, _ILVL, _NUMID = W + "pStyle", W + "numPr", W + "jc", W + "ilvl", W + "numId"
_VANISH, _ALT_CHUNK = W + "vanish", W + "altChunk"

Trace = list[tuple[etree._Element, str]]
"""The pieces of a paragraph's visible text and the elements that they came from."""


class Story:
    """Walks one part. `hides` says whether the part can hold hidden text at all. With `traces`, the walk also notes
    where each paragraph's text came from, by paragraph number."""

    def __init__(
        self, part: str, root: etree._Element, shelf: Shelf, hides: bool, traces: dict[int, Trace] | None = None
    ) -> None:
        self._part = part
        self._shelf = shelf
        self._line = Line(part, shelf, hides)
        self._numbers = {p: n for n, p in enumerate(root.iter(P))}
        self._counters: dict[Place, Counters] = {}
        self._traces = traces

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
            elif tag == TBL:
                found.append(self._table(node, place))
            elif tag == SDT:
                content = next(node.iterchildren(SDT_CONTENT), None)
                if content is not None and not is_prompt(node, content):
                    self._collect(content, place, merged, found)
            elif tag in TRANSPARENT:
                self._collect(node, place, merged, found)
            elif tag == ALTERNATE:
                chosen = branch(node)
                if chosen is not None:
                    self._collect(chosen, place, merged, found)
            elif tag == _ALT_CHUNK:
                self._shelf.warn("文件中嵌入了另一份文档，嵌入部分没有读取。")

    def _table(self, node: etree._Element, place: Place) -> Block:
        return read_table(node, place, lambda cell, merged: self.blocks(cell, place, merged))

    def _paragraph(self, node: etree._Element, place: Place, merged: bool, found: list[Block]) -> None:
        style_id, num, centered, deleted = _properties(node)
        style = self._shelf.style(style_id) if style_id else PLAIN
        line, number = self._line, self._numbers[node]
        text = line.gather(node, style)
        if self._shelf.pictures:
            self._shelf.set_down(WordPlace(self._part, number, 0, 0))
        if self._traces is not None:
            self._traces[number] = list(zip(line.nodes, line.texts, strict=True))
        boxes, bold = line.boxes, line.bold
        if text or not (deleted or merged):
            ordinal = self._ordinal(style_id, style, num, place)
            if text or (ordinal and ordinal.text):
                centered = bool(style.centered) if centered is None else centered
                found.append(_block(text, WordParagraph(self._part, number), place, ordinal, centered, bool(bold)))
        for box in boxes:
            self._collect(box, Place.TEXT_BOX if place is Place.BODY else place, False, found)

    def _ordinal(
        self, style_id: str | None, style: Style, own: etree._Element | None, place: Place
    ) -> Ordinal | None:
        num_id, level = style.num_id, style.level
        if own is not None:
            for prop in own:
                if prop.tag == _NUMID:
                    num_id = prop.get(VAL, "")
                elif prop.tag == _ILVL:
                    level = int(prop.get(VAL, "0")) if prop.get(VAL, "0").isdecimal() else 0
        if not num_id or num_id == "0":
            return None
        num = self._shelf.num(num_id)
        if num is None:
            return None
        if level is None:
            level = num.level_of_style(style_id) if style_id and own is None else 0
        return self._counters.setdefault(place, Counters()).step(num_id, num, level)


def _properties(node: etree._Element) -> tuple[str | None, etree._Element | None, bool | None, bool]:
    """A paragraph's style, list, centring (None: as the style has it), and whether its mark is deleted or hidden."""
    style_id: str | None = None
    num: etree._Element | None = None
    centered: bool | None = None
    gone = False
    props = leading(node, PPR)
    for prop in props if props is not None else ():
        tag = prop.tag
        if tag == _PSTYLE:
            style_id = prop.get(VAL)
        elif tag == _NUMPR:
            num = prop
        elif tag == _JC:
            centered = prop.get(VAL) == "center"
        elif tag == RPR:
            gone = any(m.tag in (DEL, MOVE_FROM) or (m.tag == _VANISH and switched_on(m)) for m in prop)
    return style_id, num, centered, gone


def _block(
    text: str, source: WordParagraph, place: Place, ordinal: Ordinal | None, centered: bool, bold: bool
) -> Paragraph:
    lead, mark, level = "", "", 0
    if ordinal is not None:
        mark, level = ordinal.text, ordinal.level
        lead = mark + (ordinal.gap if mark and text else "")
    pieces = (Piece(len(lead), len(lead) + len(text), source, 0),) if text else ()
    return Paragraph(Passage(lead + text, pieces), place, mark, level, centered, bold)
