"""How a page's text looks, as far as the copy shows it: bold, slanted, underlined, size, alignment; and what is hidden."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from extractors.formats.msword.properties import CharacterProperties
from extractors.formats.ooxml.symbols import is_symbolic

NORMAL = CharacterProperties(size=24)
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_ITALIC, _UNDERLINED = frozenset({"i", "em", "cite", "var"}), frozenset({"u", "ins"})
_HEADINGS = {"h1": 44, "h2": 36, "h3": 32, "h4": 28}
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)\s*(pt|px)")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|400)")
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)")
_FAMILY = re.compile(r"font-family\s*:\s*([^;]+)")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_WAYS = {"left": 0, "center": 1, "middle": 1, "right": 2, "justify": 3}


def style_of(node: etree._Element) -> str:
    """The element's own style."""
    return (node.get("style") or "").lower()


def is_hidden(node: etree._Element) -> bool:
    """Whether the page does not show the element."""
    return "hidden" in node.attrib or bool(_HIDDEN.search(style_of(node)))


def look_of(node: etree._Element, base: CharacterProperties) -> CharacterProperties:
    """The look of text in the element, which stands in text of that look."""
    tag, style = node.tag, style_of(node)
    size, weight = _SIZE.search(style), _WEIGHT.search(style)
    points = float(size[1]) * (1.0 if size[2] == "pt" else 0.75) if size else 0.0
    found = replace(
        base,
        bold=weight[1] not in ("normal", "400") if weight else base.bold or tag in _BOLD,
        italic=base.italic or tag in _ITALIC,
        underline=base.underline or tag in _UNDERLINED,
        size=round(points * 2) or _HEADINGS.get(tag, base.size),
    )
    return base if found == base else found


def sign_font_of(node: etree._Element, base: str) -> str:
    """The symbol font that text in the element is set in, "" for none; `base` is that of the text around."""
    said = _FAMILY.search(style_of(node))
    name = said[1] if said else node.get("face")
    if name is None:
        return base
    first = name.partition(",")[0].strip(" '\"")
    return first if is_symbolic(first) else ""


def align_of(node: etree._Element, base: int) -> int:
    """The alignment of paragraphs in the element, as `ParagraphProperties` has it."""
    if node.tag == "center":
        return 1
    said = _ALIGN.search(style_of(node))
    return _WAYS.get(said[1] if said else (node.get("align") or "").lower(), base)
