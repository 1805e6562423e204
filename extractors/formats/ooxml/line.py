"""The visible text of one paragraph, gathered in the walk over its runs."""

from __future__ import annotations

import re

from lxml import etree

from extractors.formats.ooxml.drawings import branch, look_into
from extractors.formats.ooxml.fields import Fields
from extractors.formats.ooxml.names import (
    ALTERNATE,
    DRAWING,
    ENDNOTE_REF,
    FOOTNOTE_REF,
    ID,
    MATH,
    MATH_PARA,
    MATH_T,
    OBJECT,
    PICT,
    RPR,
    RUN,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TRANSPARENT,
    VAL,
    XML_SPACE,
    T,
    W,
)
from extractors.formats.ooxml.shelf import Shelf
from extractors.formats.ooxml.styles import PLAIN, Style
from extractors.formats.ooxml.symbols import symbol
from extractors.formats.ooxml.tree import switched_on

_BLANKS = " \t\r\n"
_FIXED = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_FIELD, _SYM, _RUBY = W + "fldChar", W + "sym", W + "ruby"
_SHAPES = frozenset({DRAWING, PICT, OBJECT})
_NOTES = {FOOTNOTE_REF: "footnotes", ENDNOTE_REF: "endnotes"}
_B, _VANISH, _RSTYLE = W + "b", W + "vanish", W + "rStyle"
_PROMPT = re.compile(r"单击|点击|轻触|选择一项|Click|Tap|Choose|Enter ", re.IGNORECASE)
_LONGEST_PROMPT = 60
"""Characters. Templates hold whole printed sentences in controls that still count as prompts; those are text."""


class Line:
    """Reads paragraph after paragraph of one story. After `gather`, `texts[i]` came from the element `nodes[i]`,
    `boxes` holds the text boxes anchored in the paragraph, and `bold` says whether all its text is bold."""

    __slots__ = ("_hides", "_part", "_shelf", "_style", "bold", "boxes", "fields", "nodes", "texts")

    def __init__(self, part: str, shelf: Shelf, hides: bool) -> None:
        self._part = part
        self._shelf = shelf
        self._hides = hides
        self.fields = Fields()

    def gather(self, paragraph: etree._Element, style: Style) -> str:
        """The paragraph's visible text."""
        self.texts: list[str] = []
        self.nodes: list[etree._Element] = []
        self.boxes: list[etree._Element] = []
        self.bold: bool | None = None
        self._style = style
        self._content(paragraph)
        if self.fields.quiet:
            self.fields.end_paragraph()
        return "".join(self.texts)

    def _content(self, parent: etree._Element) -> None:
        for node in parent:
            tag = node.tag
            if tag == RUN:
                self._run(node)
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

    def _control(self, sdt: etree._Element) -> None:
        content = next(sdt.iterchildren(SDT_CONTENT), None)
        if content is not None and not is_prompt(sdt, content):
            self._content(content)

    def _run(self, run: etree._Element) -> None:
        hidden = self._hides and bool(self._style.hidden)
        rpr: etree._Element | None = None
        fields, texts, nodes = self.fields, self.texts, self.nodes
        for node in run:
            tag = node.tag
            if tag == T:
                text = node.text
                if text and not hidden and not fields.quiet:
                    texts.append(_shown(node, text))
                    nodes.append(node)
                    if self.bold is not False:
                        self.bold = self._is_bold(rpr)
            elif tag == RPR:
                rpr = node
                hidden = self._hides and self._is_hidden(node)
            elif tag == _FIELD:
                self._add(node, fields.meet(node))
            elif not hidden and not fields.quiet:
                fixed = _FIXED.get(tag)
                if fixed:
                    texts.append(fixed)
                    nodes.append(node)
                else:
                    self._other(node, tag)

    def _other(self, node: etree._Element, tag: str) -> None:
        if tag in _SHAPES:
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
        lent = self._run_style(rpr).hidden
        return bool(self._style.hidden if lent is None else lent)

    def _is_bold(self, rpr: etree._Element | None) -> bool:
        if rpr is not None:
            own = rpr.find(_B)
            if own is not None:
                return switched_on(own)
            style = self._run_style(rpr)
            if style.bold is not None:
                return style.bold
        return bool(self._style.bold)

    def _run_style(self, rpr: etree._Element) -> Style:
        name = rpr.find(_RSTYLE)
        return PLAIN if name is None else self._shelf.style(name.get(VAL))


def is_prompt(sdt: etree._Element, content: etree._Element) -> bool:
    """Whether a content control only shows its prompt (单击此处输入文字), which is no writing."""
    props = next(sdt.iterchildren(SDT_PR), None)
    mark = props.find(W + "showingPlcHdr") if props is not None else None
    if not switched_on(mark):
        return False
    text = "".join(t.text or "" for t in content.iter(T))
    return len(text) <= _LONGEST_PROMPT and bool(_PROMPT.search(text))


def _shown(node: etree._Element, text: str) -> str:
    """The text as Word shows it: outer blanks count only when preserved, line ends in the XML are blanks."""
    if (text[0] in _BLANKS or text[-1] in _BLANKS) and node.get(XML_SPACE) != "preserve":
        text = text.strip(_BLANKS)
    return text.replace("\n", " ") if "\n" in text else text
