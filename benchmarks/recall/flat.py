"""What a flat OpenDocument file (.fodt) shows, and what it holds besides: deletions, hidden text, marks of notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _OFFICE, _STYLE, _DRAW, _SVG = (_URN % name for name in ("text", "office", "style", "drawing", "svg-compatible"))
_PARAGRAPHS = {_TEXT + "p", _TEXT + "h"}
_NO_TEXT = {_OFFICE + "annotation", _OFFICE + "binary-data", _DRAW + "object", _DRAW + "object-ole", _DRAW + "image",
            _SVG + "title", _SVG + "desc"}  # fmt: skip
"""Comments, pictures, charts and formulas."""
_COMPUTED = ("date", "time", "page-number", "page-count", "file-name", "creation-date", "creation-time", "print-date",
             "print-time", "modification-date", "modification-time")  # fmt: skip
_ASIDE = {_TEXT + name for name in ("tracked-changes", "note-citation", "ruby-text", *_COMPUTED)}
"""Deletions kept apart, the marks of notes, reading aids above the line, and what LibreOffice works out anew by the clock,
the page or its copy's name."""
_MARGINS = {_STYLE + name for name in ("header", "footer", "header-first", "footer-first", "header-left", "footer-left")}
_BREAKS = {_TEXT + "tab", _TEXT + "line-break", _TEXT + "s"}


@dataclass(frozen=True, slots=True)
class Flat:
    """`visible`: body, text boxes, notes, then each different header and footer once. `unseen`: deleted or hidden."""

    visible: str
    unseen: str


@dataclass(slots=True)
class _Reader:
    """Goes over the text in document order; `deleting` holds the deletions that are open at this point."""

    hidden: frozenset[str]
    deletions: frozenset[str]
    visible: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    deleting: set[str] = field(default_factory=set)

    def walk(self, node: etree._Element, inside: bool, shown: bool) -> None:
        """Text counts inside of paragraphs only."""
        tag = node.tag
        if tag in _NO_TEXT:
            return
        inside = inside or tag in _PARAGRAPHS
        shown = shown and tag not in _ASIDE and node.get(_TEXT + "style-name") not in self.hidden
        if inside:
            self._add(node.text, shown)
        for child in node:
            if isinstance(child.tag, str):
                self._change(child)
                self.walk(child, inside, shown)
            if inside:
                self._add(child.tail, shown)
        if tag in _PARAGRAPHS or tag in _BREAKS:
            self._add("\n" if tag in _PARAGRAPHS else " ", shown)

    def _change(self, node: etree._Element) -> None:
        change = node.get(_TEXT + "change-id", "")
        if node.tag == _TEXT + "change-start" and change in self.deletions:
            self.deleting.add(change)
        elif node.tag == _TEXT + "change-end":
            self.deleting.discard(change)

    def _add(self, text: str | None, shown: bool) -> None:
        if text:
            (self.visible if shown and not self.deleting else self.unseen).append(text)


def read_flat(data: bytes) -> Flat:
    """The texts of a .fodt; broken XML reads as nothing."""
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser)
    if root is None:
        return Flat("", "")
    deletions = frozenset(
        region.get(_TEXT + "id", "")
        for region in root.iter(_TEXT + "changed-region")
        if region.find(_TEXT + "deletion") is not None
    )
    reader = _Reader(frozenset(_hidden_styles(root)), deletions)
    for body in root.iterfind(f"{_OFFICE}body/{_OFFICE}text"):  # and no text of embedded documents: pictures stand for it
        reader.walk(body, inside=False, shown=True)
    visible, unseen = "".join(reader.visible), "".join(reader.unseen)
    return Flat(visible + "\n" + "\n".join(dict.fromkeys(_margins(root))), unseen)


def _hidden_styles(root: etree._Element) -> Iterator[str]:
    """Styles that hide their text (text:display), with those built on them."""
    nodes = {node.get(_STYLE + "name", ""): node for node in root.iter(_STYLE + "style")}
    for name in nodes:
        at, seen = name, set[str]()
        while at in nodes and at not in seen:
            seen.add(at)
            display = [p.get(_TEXT + "display") for p in nodes[at].iter(_STYLE + "text-properties")]
            if any(display):
                if "none" in display:
                    yield name
                break
            at = nodes[at].get(_STYLE + "parent-style-name", "")


def _margins(root: etree._Element) -> Iterator[str]:
    masters = root.find(_OFFICE + "master-styles")
    for margin in masters.iter(*_MARGINS) if masters is not None else ():  # those of embedded spreadsheets are not printed
        if margin.get(_STYLE + "display") != "false":
            reader = _Reader(frozenset(), frozenset())
            reader.walk(margin, inside=False, shown=True)
            yield "".join(reader.visible).strip()
