"""One paragraph in one walk: its visible text, its style and list, and the text boxes anchored in it."""

from __future__ import annotations

from lxml import etree

from extractors.formats.ooxml.drawings import Box, branch, look_into
from extractors.formats.ooxml.fields import Fields, form_field
from extractors.formats.ooxml.names import (
    ALTERNATE,
    DEL,
    DRAWING,
    ENDNOTE_REF,
    FOOTNOTE_REF,
    ID,
    MATH,
    MATH_PARA,
    MATH_T,
    MOVE_FROM,
    OBJECT,
    PICT,
    PPR,
    RPR,
    RUN,
    SDT,
    TRANSPARENT,
    VAL,
    XML_SPACE,
    T,
    W,
)
from extractors.formats.ooxml.prompts import written_content
from extractors.formats.ooxml.shelf import Shelf
from extractors.formats.ooxml.styles import PLAIN
from extractors.formats.ooxml.symbols import sign_font, symbol, typed
from extractors.formats.ooxml.tree import switched_on

_BLANKS = " \t\r\n"
_FIXED = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_FIELD, _FIELD_KIND, _INSTRUCTION, _SYM, _RUBY = W + "fldChar", W + "fldCharType", W + "instrText", W + "sym", W + "ruby"
_SHAPES = frozenset({DRAWING, PICT, OBJECT})
_NOTES = {FOOTNOTE_REF: "footnotes", ENDNOTE_REF: "endnotes"}
_B, _VANISH, _RSTYLE = W + "b", W + "vanish", W + "rStyle"
_FRAME, _INITIAL = W + "framePr", W + "dropCap"
_PSTYLE, _NUMPR, _JC = W + "pStyle", W + "numPr", W + "jc"


class Line:
    """Reads paragraph after paragraph of one story. After `gather`:

    `texts[i]` came from the element `nodes[i]`; `boxes` hang on the paragraph; `bold` says whether
    all its text is bold; `style_id` and `style` are its style, `num` its own `w:numPr`, `centered` its own alignment (None:
    as the style has it); `gone` says whether it runs on in the next paragraph: its mark is deleted or hidden, or it is a large
    initial."""

    __slots__ = (
        "_hides", "_part", "_shelf", "_signs", "bold", "boxes", "centered", "fields", "gone", "nodes", "num", "style", "style_id", "texts",
    )  # fmt: skip

    def __init__(self, part: str, shelf: Shelf, hides: bool, signs: bool) -> None:
        self._part = part
        self._shelf = shelf
        self._hides = hides
        self._signs = signs
        self.fields = Fields(shelf.prompt)

    def gather(self, paragraph: etree._Element) -> str:
        """The paragraph's visible text."""
        self.texts: list[str] = []
        self.nodes: list[etree._Element] = []
        self.boxes: list[Box] = []
        self.bold: bool | None = None
        self.style, self.style_id = PLAIN, ""
        self.num: etree._Element | None = None
        self.centered: bool | None = None
        self.gone = False
        self._content(paragraph)
        if self.fields.quiet:
            self.fields.end_paragraph()
        texts = self.texts
        return texts[0] if len(texts) == 1 else "".join(texts)

    def _content(self, parent: etree._Element) -> None:
        for node in parent:
            tag = node.tag
            if tag == RUN:
                self._run(node)
            elif tag == PPR:
                self._properties(node)
            elif tag in TRANSPARENT:
                self._content(node)
            elif tag == SDT:
                self._control(node)
            elif tag == ALTERNATE:
                chosen = branch(node)
                if chosen is not None:
                    self._content(chosen)
            elif tag in (MATH, MATH_PARA):
                for piece in node.iter(MATH_T, T):
                    self._add(piece, piece.text or "")

    def _properties(self, ppr: etree._Element) -> None:
        for prop in ppr:
            tag = prop.tag
            if tag == _PSTYLE:
                self.style_id = prop.get(VAL, "")
                self.style = self._shelf.style(self.style_id)
            elif tag == _NUMPR:
                self.num = prop
            elif tag == _JC:
                self.centered = prop.get(VAL) == "center"
            elif tag == _FRAME:
                self.gone = prop.get(_INITIAL) in ("drop", "margin")
            elif tag == RPR:
                self.gone = self.gone or any(m.tag in (DEL, MOVE_FROM) or (m.tag == _VANISH and switched_on(m)) for m in prop)

    def _control(self, sdt: etree._Element) -> None:
        content = written_content(sdt, self._shelf.prompt)
        if content is not None:
            self._content(content)

    def _run(self, run: etree._Element) -> None:
        hidden = self._hides and bool(self.style.hidden)
        rpr: etree._Element | None = None
        font = ""
        fields = self.fields
        for node in run:
            tag = node.tag
            if tag == T:
                text = node.text
                if text and not hidden and not fields.quiet:
                    if text[0] in _BLANKS or text[-1] in _BLANKS or "\n" in text:
                        text = _shown(node, text)
                    if font:
                        text = typed(font, text)
                    self.texts.append(text)
                    self.nodes.append(node)
                    if self.bold is not False:
                        self.bold = self._is_bold(rpr)
            elif tag == RPR:
                rpr = node
                hidden = self._hides and self._is_hidden(node)
                font = sign_font(node, W) if self._signs else ""
            elif tag == _FIELD:
                shown = fields.meet(node.get(_FIELD_KIND, ""), len(self.texts), form_field(node) if len(node) else "")
                if not hidden:
                    self._add(node, shown)
            elif tag == _INSTRUCTION:
                fields.instruct(node.text or "")
            elif not hidden and not fields.quiet:
                self._other(node, tag)

    def _other(self, node: etree._Element, tag: str) -> None:
        fixed = _FIXED.get(tag)
        if fixed:
            self._add(node, fixed)
        elif tag in _SHAPES:
            self.boxes += look_into(node, self._part, self._shelf)
        elif tag == ALTERNATE:
            chosen = branch(node)
            if chosen is not None:
                self._run(chosen)
        elif tag == _SYM:
            self._add(node, symbol(node.get(W + "font", ""), node.get(W + "char", "")))
        elif tag in _NOTES:
            self._shelf.notes.append((_NOTES[tag], node.get(ID, "")))
        elif tag == _RUBY:
            for base in node.iterchildren(W + "rubyBase"):
                self._content(base)

    def _add(self, node: etree._Element, text: str) -> None:
        if text:
            self.texts.append(text)
            self.nodes.append(node)

    def _is_hidden(self, rpr: etree._Element) -> bool:
        own = rpr.find(_VANISH)
        if own is not None:
            return switched_on(own)
        name = rpr.find(_RSTYLE)
        lent = None if name is None else self._shelf.style(name.get(VAL)).hidden
        return bool(self.style.hidden if lent is None else lent)

    def _is_bold(self, rpr: etree._Element | None) -> bool:
        lent: bool | None = None
        if rpr is not None:
            for prop in rpr:
                tag = prop.tag
                if tag == _B:
                    return switched_on(prop)
                if tag == _RSTYLE:
                    lent = self._shelf.style(prop.get(VAL)).bold
        return bool(self.style.bold if lent is None else lent)


def _shown(node: etree._Element, text: str) -> str:
    """The text as Word shows it: outer blanks count only when preserved, line ends in the XML are blanks."""
    if (text[0] in _BLANKS or text[-1] in _BLANKS) and node.get(XML_SPACE) != "preserve":
        text = text.strip(_BLANKS)
    return text.replace("\n", " ")
