"""Styles of WordprocessingML of 2003: what they lend to paragraphs and runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from extractors.formats.flatword.names import PPR, RPR, VAL, W
from extractors.formats.msword.properties import PLAIN_CHARACTERS, CharacterProperties
from extractors.formats.ooxml.tree import whole

_ALIGN = {"left": 0, "center": 1, "right": 2, "both": 3, "distribute": 4}
_OFF = frozenset({"off", "0", "false", "none"})
_SIZES = range(2, 3277)
"""Half points of letters."""
_DEEPEST = 20


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, part: etree._Element | None) -> None:
        nodes = part.iterchildren(W + "style") if part is not None else ()
        self._nodes: Mapping[str, etree._Element] = {node.get(W + "styleId", ""): node for node in nodes}

    def align(self, properties: etree._Element | None) -> int:
        """The alignment of a paragraph with these properties, as `ParagraphProperties` has it."""
        for found in (properties, *(style.find(PPR) for style in self._lent(properties, "pStyle"))):
            way = found.find(W + "jc") if found is not None else None
            if way is not None:
                return _ALIGN.get(way.get(VAL, ""), 0)
        return 0

    def base(self, properties: etree._Element | None) -> CharacterProperties:
        """What a paragraph's style lends to its runs."""
        look = PLAIN_CHARACTERS
        for style in reversed(self._lent(properties, "pStyle")):
            look = changed(look, style.find(RPR))
        return look

    def look(self, base: CharacterProperties, properties: etree._Element | None) -> CharacterProperties:
        """The look of a run with these properties."""
        for style in reversed(self._lent(properties, "rStyle")):
            base = changed(base, style.find(RPR))
        return changed(base, properties)

    def _lent(self, properties: etree._Element | None, name: str) -> list[etree._Element]:
        """The style named there and those it is based on, the nearest first."""
        named = properties.find(W + name) if properties is not None else None
        found: list[etree._Element] = []
        while named is not None and len(found) < _DEEPEST:
            style = self._nodes.get(named.get(VAL, ""))
            if style is None:
                break
            found.append(style)
            named = style.find(W + "basedOn")
        return found


def changed(look: CharacterProperties, properties: etree._Element | None) -> CharacterProperties:
    """The look after these properties."""
    if properties is None or not len(properties):
        return look
    line, size = properties.find(W + "u"), properties.find(W + "sz")
    said = size.get(VAL, "") if size is not None else ""
    points = whole(said, 0)
    return replace(
        look,
        bold=_toggled(properties, "b", look.bold),
        italic=_toggled(properties, "i", look.italic),
        hidden=_toggled(properties, "vanish", look.hidden),
        underline=line.get(VAL) != "none" if line is not None else look.underline,
        size=points if points in _SIZES else look.size,
    )


def _toggled(properties: etree._Element, name: str, lent: bool) -> bool:
    node = properties.find(W + name)
    return lent if node is None else node.get(VAL) not in _OFF
