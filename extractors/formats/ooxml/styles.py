"""What a style lends to a paragraph or run: list numbering, hidden text, centring, bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from extractors.formats.ooxml.names import PPR, RPR, VAL, W
from extractors.formats.ooxml.tree import parse, switched_on, whole
from extractors.model.value_class import value_class

_MARKS = (b"numPr", b"vanish", b'"center"', b"'center'", b"<w:b/>", b"<w:b ")

_LANGUAGE = re.compile(rb"<w:rPrDefault>.{0,2000}?<w:lang\s[^>]{0,200}?w:val=[\"']([A-Za-z-]{2,12})", re.DOTALL)
_HEAD = 16_384
"""Bytes, within which the defaults of the file stand."""


@value_class
class Style:
    """A style with what it inherits. `num_id` "" means none, "0" none on purpose; `level` is None where not given;
    `hidden`, `bold` and `centered` are None where neither the style nor its ancestors speak of it."""

    num_id: str = ""
    level: int | None = None
    hidden: bool | None = None
    bold: bool | None = None
    centered: bool | None = None


PLAIN = Style()


class _ByNeed(dict[str, Style]):
    """Styles by id, each resolved when first asked for: a file defines a hundred, and a form uses five. One that the file does not know
    is plain."""

    def __init__(self, nodes: Mapping[str, etree._Element]) -> None:
        super().__init__()
        self.nodes = nodes

    def __missing__(self, name: str) -> Style:
        style = self[name] = _resolve(name, self.nodes) if name in self.nodes else PLAIN
        return style


@value_class
class Styles:
    """Styles by id; those that lend nothing may be missing. `hiding` says whether some style hides text, `language` what
    language the file's text is in unless it says otherwise (en-US, "" where it does not say)."""

    by_id: _ByNeed = field(default_factory=lambda: _ByNeed({}))
    hiding: bool = False
    language: str = ""

    def get(self, style_id: str | None) -> Style:
        return self.by_id[style_id] if style_id else PLAIN


def read_styles(data: bytes) -> Styles:
    """The styles of a `styles.xml`. Raises Corrupt."""
    said = _LANGUAGE.search(data, 0, _HEAD)
    language = said[1].decode() if said else ""
    if not any(mark in data for mark in _MARKS):
        return Styles(language=language)
    nodes = {node.get(W + "styleId", ""): node for node in parse(data).iterchildren(W + "style")}
    hiding = b"vanish" in data and any(_toggle(node.find(RPR), "vanish") for node in nodes.values())
    return Styles(_ByNeed(nodes), hiding, language)


def _resolve(name: str, nodes: Mapping[str, etree._Element]) -> Style:
    num_id, level = "", None
    hidden = bold = centered = None
    for node in _ancestors(name, nodes):
        ppr, rpr = node.find(PPR), node.find(RPR)
        num = ppr.find(W + "numPr") if ppr is not None else None
        if num is not None:
            level = level if level is not None else _level(num)
            num_id = num_id or _value(num, "numId")
        jc = _value(ppr, "jc")
        centered = centered if centered is not None or not jc else jc == "center"
        hidden = hidden if hidden is not None else _toggle(rpr, "vanish")
        bold = bold if bold is not None else _toggle(rpr, "b")
    return Style(num_id, level, hidden, bold, centered)


def _ancestors(name: str, nodes: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """The style, then what it is based on; a loop of styles ends where it closes."""
    seen: set[str] = set()
    while name in nodes and name not in seen:
        seen.add(name)
        yield nodes[name]
        name = _value(nodes[name], "basedOn")


def _value(parent: etree._Element | None, child: str) -> str:
    found = parent.find(W + child) if parent is not None else None
    return "" if found is None else found.get(VAL, "")


def _level(num: etree._Element) -> int | None:
    return whole(_value(num, "ilvl"), None)


def _toggle(rpr: etree._Element | None, child: str) -> bool | None:
    found = rpr.find(W + child) if rpr is not None else None
    return None if found is None else switched_on(found)
