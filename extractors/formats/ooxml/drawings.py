"""Drawings (DrawingML and VML): the text boxes in them and the pictures."""

from __future__ import annotations

import re

from lxml import etree

from extractors.formats.ooxml.names import ALTERNATE, BLIP, CHOICE, DGM, EXTENT, FALLBACK, IMAGEDATA, TXBX, R, T, V
from extractors.formats.ooxml.shelf import Shelf
from extractors.model import Picture

_EMU = 12700.0
_SIZE = re.compile(r"(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "": 0.75}


def branch(alternate: etree._Element) -> etree._Element | None:
    """The one of the alternatives that is read: the first choice, or the fallback where only that holds text."""
    choice = next(alternate.iterchildren(CHOICE), None)
    fallback = next(alternate.iterchildren(FALLBACK), None)
    if choice is None or fallback is None:
        return fallback if choice is None else choice
    silent = next(choice.iter(T), None) is None and next(fallback.iter(T), None) is not None
    return fallback if silent else choice


def look_into(drawing: etree._Element, part: str, shelf: Shelf) -> list[etree._Element]:
    """The `w:txbxContent` elements of a drawing, each text once; its pictures go on the shelf."""
    boxes: list[etree._Element] = []
    _walk(drawing, boxes, part, shelf, (0.0, 0.0))
    return boxes


def _walk(
    node: etree._Element, boxes: list[etree._Element], part: str, shelf: Shelf, size: tuple[float, float]
) -> None:
    for child in node:
        tag = child.tag
        if tag == TXBX:
            boxes.append(child)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                _walk(chosen, boxes, part, shelf, size)
        elif tag == EXTENT:
            size = (_number(child.get("cx")) / _EMU, _number(child.get("cy")) / _EMU)
        elif tag in (BLIP, IMAGEDATA):
            shelf.pictures.append(_picture(child, part, shelf, size))
        elif tag == DGM + "relIds":
            shelf.warn("文件中有 SmartArt 图形，图形里的文字没有读取。")
        elif len(child):
            _walk(child, boxes, part, shelf, _vml_size(child) or size)


def _picture(node: etree._Element, part: str, shelf: Shelf, size: tuple[float, float]) -> Picture:
    relation = shelf.package.relations(part).get(node.get(R + "embed") or node.get(R + "id") or node.get(R + "link") or "")
    return Picture(relation.target if relation else "", round(size[0], 2), round(size[1], 2))


def _vml_size(node: etree._Element) -> tuple[float, float] | None:
    if not node.tag.startswith(V):
        return None
    found = {key: float(value) * _POINTS[unit] for key, value, unit in _SIZE.findall(node.get("style", ""))}
    return (found["width"], found["height"]) if len(found) == 2 else None


def _number(value: str | None) -> float:
    return float(value) if value and value.isdecimal() else 0.0
