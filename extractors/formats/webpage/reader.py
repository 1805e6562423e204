"""A page from its source to paragraphs and tables, as a browser without a style sheet shows them."""

from __future__ import annotations

import re

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.msword.document import Layout
from extractors.formats.msword.layout import Line, Node, NoLists, Run, Section
from extractors.formats.msword.properties import CharacterProperties, ParagraphProperties
from extractors.formats.msword.tree import closed
from extractors.formats.ooxml.numbering import Ordinal
from extractors.formats.ooxml.numerals import numeral
from extractors.formats.ooxml.symbols import typed
from extractors.formats.ooxml.tree import whole
from extractors.formats.webpage.looks import NORMAL, align_of, is_hidden, look_of, sign_font_of, style_of
from extractors.formats.webpage.source import page_text
from extractors.formats.webpage.table import grid

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset({"script", "style", "head", "title", "noscript", "template", "object", "iframe", "datalist", "map", "audio", "video"})
_BLOCKS = frozenset(
    ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "center", "form", "fieldset", "legend", "section", "article", "header", "footer", "nav", "aside", "main", "address", "figure", "figcaption", "hr", "caption", "body", "html", "tr", "td", "th", "tbody", "thead", "tfoot"]
)
_CONTROLS = dict.fromkeys([*(c for c in range(32) if c not in (9, 10, 12, 13)), 0xFFFE, 0xFFFF]) | {12: " "}
"""What no page shows and no XML can carry; a form feed is a blank."""
_UNMARKED = re.compile(r"list-style(-type)?\s*:\s*none")
_LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BUTTONS = frozenset({"hidden", "submit", "button", "reset", "image", "file", "password"})


def read_layout(data: bytes) -> Layout:
    """The page's layout. Raises Corrupt for one that is nested too deep."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(page_text(data).translate(_CONTROLS).encode("utf-8", "replace") or b"<p/>", parser)
    if any("depth" in entry.message for entry in parser.error_log):
        raise Corrupt("文件内部嵌套过深，不是正常保存的文档。")
    body = PageReader().nodes(root) if root is not None else []
    return Layout(closed(body), [Section()], {}, {}, [], NoLists(), (), False)


class PageReader:
    """Reads a page or a cell of one; each paragraph in one go."""

    def __init__(self) -> None:
        self._found: list[Node] = []
        self._runs: list[Run] = []
        self._ordinal: Ordinal | None = None
        self._signs = ""
        self._counts: dict[etree._Element, int] = {}

    def nodes(self, root: etree._Element, look: CharacterProperties = NORMAL, align: int = 0) -> list[Node]:
        """What the element shows."""
        self._walk(root, look, align, False)
        self._end(align)
        return closed(self._found)

    def _walk(self, node: etree._Element, look: CharacterProperties, align: int, as_typed: bool) -> None:
        """The element without what follows it."""
        tag = node.tag
        if not isinstance(tag, str) or tag in _UNSEEN or is_hidden(node):
            return
        if tag == "table":
            self._table(node, look, align)
        elif tag == "br":
            self._add("\n", look)
        elif tag in ("input", "select", "textarea"):
            self._add(_filled_in(node), look)
        else:
            self._inside(node, look_of(node, look), align_of(node, align), as_typed or tag == "pre")

    def _inside(self, node: etree._Element, look: CharacterProperties, align: int, as_typed: bool) -> None:
        block = node.tag in _BLOCKS
        if block:
            self._end(align)
        if node.tag == "li":
            self._ordinal = self._mark(node)
        around, self._signs = self._signs, sign_font_of(node, self._signs)
        self._text(node.text, look, as_typed)
        for child in node:
            self._walk(child, look, align, as_typed)
            self._text(child.tail, look, as_typed)
        self._signs = around
        if block:
            self._end(align)

    def _table(self, node: etree._Element, look: CharacterProperties, align: int) -> None:
        self._end(align)
        for caption in node.iterchildren("caption"):
            self._walk(caption, look, align, False)
        found = grid(node, lambda cell: PageReader().nodes(cell, look_of(cell, look), 0))
        if found.rows:
            self._found.append(found)

    def _mark(self, item: etree._Element) -> Ordinal | None:
        """What stands before an item of a list; nothing where the style takes it away."""
        parent = item.getparent()
        if parent is None or _UNMARKED.search(style_of(parent) + ";" + style_of(item)):
            return None
        if parent.tag != "ol":
            return Ordinal("•", " ", 0)
        number = whole(item.get("value"), 0) or self._counts.get(parent, whole(parent.get("start"), 1) - 1) + 1
        self._counts[parent] = number
        return Ordinal(f"{numeral(number, _LISTS.get(parent.get('type') or '', 'decimal'))}.", " ", 0)

    def _text(self, text: str | None, look: CharacterProperties, as_typed: bool) -> None:
        if text and self._signs:
            text = typed(self._signs, text)
        if text and as_typed:
            self._add(text, look)
        elif text:
            self._add(_BLANKS.sub(" ", text), look)

    def _add(self, text: str, look: CharacterProperties) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text[:1] == " " and (not self._runs or self._runs[-1].text[-1:] in " \n"):
            text = text[1:]
        if text:
            self._runs.append(Run(text, look))

    def _end(self, align: int) -> None:
        """The paragraph ends; blanks alone make none."""
        runs = _trimmed(self._runs)
        if runs or (self._ordinal and self._ordinal.text and self._runs):
            self._found.append(Line(ParagraphProperties(align=align), runs, ordinal=self._ordinal))
            self._ordinal = None
        self._runs = []


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without blanks and line breaks at the end; none where there is nothing else."""
    kept = list(runs)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].look)
    return kept


def _filled_in(node: etree._Element) -> str:
    """What a field of a form shows."""
    if node.tag == "textarea":
        return node.text or ""
    if node.tag == "select":
        options = list(node.iter("option"))
        chosen = [option for option in options if "selected" in option.attrib] or options[:1]
        return " ".join("".join(map(str, option.itertext())).strip() for option in chosen)
    kind = (node.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if "checked" in node.attrib else "☐"
    return "" if kind in _BUTTONS else node.get("value") or ""
