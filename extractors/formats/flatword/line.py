"""One paragraph of WordprocessingML of 2003: runs, fields, notes, pictures, text boxes."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable

from lxml import etree

from extractors.formats.flatword.names import (
    ANNOTATION,
    BOX,
    DATA,
    ENDNOTE,
    FOOTNOTE,
    HINTS,
    PPR,
    RPR,
    TYPE,
    R,
    T,
    W,
)
from extractors.formats.flatword.styles import Styles
from extractors.formats.msword.layout import Image, Line, Node, Run
from extractors.formats.msword.properties import PLAIN_CHARACTERS, CharacterProperties, ParagraphProperties
from extractors.formats.ooxml.fields import Fields
from extractors.formats.ooxml.numbering import Ordinal
from extractors.formats.ooxml.symbols import bullet, sign_font, symbol, typed

_LINE_ENDS = re.compile("[\r\n]")
"""In the XML they are blanks."""
_FIXED = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_DELETED = frozenset({"Word.Deletion", "Word.Comment", "Word.Formatting"})
_NOTES = {FOOTNOTE: "footnote", ENDNOTE: "endnote"}
_KINDS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg"}


class LineReader:
    """Reads paragraph after paragraph; `nodes` reads what stands in a box or note. `notes` are by kind and number."""

    def __init__(self, nodes: Callable[[etree._Element], list[Node]], styles: Styles) -> None:
        self._nodes = nodes
        self._styles = styles
        self._fields = Fields()
        self.notes: dict[str, dict[int, list[Node]]] = {"footnote": {}, "endnote": {}}
        self.images: list[Image] = []

    def line(self, paragraph: etree._Element) -> Line:
        """The paragraph."""
        properties = paragraph.find(PPR)
        line = Line(ParagraphProperties(align=self._styles.align(properties)), ordinal=_ordinal(properties))
        self._content(paragraph, line, self._styles.base(properties))
        self._fields.end_paragraph()
        return line

    def _content(self, parent: etree._Element, line: Line, base: CharacterProperties) -> None:
        for node in parent:
            if node.tag == R:
                self._run(node, line, base)
            elif node.tag == PPR or (node.tag == ANNOTATION and node.get(TYPE) in _DELETED):
                continue
            else:
                self._content(node, line, base)

    def _run(self, run: etree._Element, line: Line, base: CharacterProperties) -> None:
        properties = run.find(RPR)
        look = self._styles.look(base, properties)
        if look.hidden:
            return
        font = sign_font(properties, W) if properties is not None else ""
        for node in run:
            if node.tag == W + "fldChar":
                shown = self._fields.meet(node.get(W + "fldCharType", ""), len(line.runs))
                if shown:
                    line.runs.append(Run(shown, look))
            elif node.tag == W + "instrText":
                self._fields.instruct(node.text or "")
            elif node.tag == R:  # LibreOffice writes runs in runs inside links
                self._run(node, line, look)
            elif not self._fields.quiet:
                self._shown(node, look, line, font)

    def _shown(self, node: etree._Element, look: CharacterProperties, line: Line, font: str) -> None:
        tag = node.tag
        text = _LINE_ENDS.sub(" ", node.text or "") if tag == T else _FIXED.get(tag, "")
        if font:
            text = typed(font, text)
        if tag == W + "sym":
            text = symbol(node.get(W + "font", ""), node.get(W + "char", ""))
        if text:
            line.runs.append(Run(text, look))
        elif tag in _NOTES:
            number = sum(map(len, self.notes.values()))
            self.notes[_NOTES[tag]][number] = []
            self.notes[_NOTES[tag]][number] = self._nodes(node)
            line.runs.append(Run("", PLAIN_CHARACTERS, note=number))
        elif tag == W + "pict":
            line.boxes += [self._nodes(box) for box in _outer_boxes(node)]
            line.runs += [Run("", PLAIN_CHARACTERS, image) for image in self._pictures(node)]

    def _pictures(self, node: etree._Element) -> list[Image]:
        found: list[Image] = []
        for data in node.iter(DATA):
            try:
                content = b64decode(data.text or "")
            except ValueError:
                continue
            kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), "")
            found.append(Image(f"picture{len(self.images) + len(found) + 1}", 0.0, 0.0, kind, b"\0" + content))
        self.images += found
        return found


def _outer_boxes(node: etree._Element) -> list[etree._Element]:
    """The contents of text boxes, those inside others left to them."""
    found: list[etree._Element] = []
    for child in node:
        if child.tag == BOX:
            found.append(child)
        else:
            found += _outer_boxes(child)
    return found


def _ordinal(properties: etree._Element | None) -> Ordinal | None:
    """The ordinal that the file has in words."""
    said = properties.find(f"{W}listPr/{HINTS}t") if properties is not None else None
    mark = bullet(said.get(HINTS + "val", "").replace("·", "\uf000")) if said is not None else ""
    return Ordinal(mark, " ", 0) if mark else None
