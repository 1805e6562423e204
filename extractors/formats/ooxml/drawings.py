"""Drawings (DrawingML and VML): the text boxes in them, the lines that they draw themselves, and the pictures."""

from __future__ import annotations

import re

from lxml import etree

from extractors.errors import Corrupt
from extractors.formats.ooxml.names import (
    ALTERNATE,
    BLIP,
    CHART,
    CHOICE,
    DGM,
    EXTENT,
    FALLBACK,
    IMAGEDATA,
    OLE_OBJECT,
    TEXT_PATH,
    TXBX,
    A,
    R,
    T,
    V,
)
from extractors.formats.ooxml.shelf import Shelf
from extractors.formats.ooxml.tree import parse, whole
from extractors.model import Picture

_EMU = 12700.0
_SIZE = re.compile(r"(width|height)\s*:\s*(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})(pt|in|cm|mm)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "": 0.75}
_PARAGRAPH, _LETTERS = A + "p", A + "t"
_POINT, _SMART_ART = DGM + "pt", DGM + "relIds"
_WITH_TEXT = re.compile(r"(?:Excel|Word|PowerPoint|ET|KET|WPS|KWPS|WPP|KWPP)\.")
"""Programs whose documents are shown in others by a picture of their text; formulas are none."""
_CONNECTIONS = frozenset({"parTrans", "sibTrans", "pres"})

Box = etree._Element | str
"""A `w:txbxContent` with paragraphs of its own, or a line that a shape draws: WordArt, a watermark, SmartArt."""


def branch(alternate: etree._Element) -> etree._Element | None:
    """The one of the alternatives that is read: the first choice, or the fallback where only that holds text."""
    choice = next(alternate.iterchildren(CHOICE), None)
    fallback = next(alternate.iterchildren(FALLBACK), None)
    if choice is None or fallback is None:
        return fallback if choice is None else choice
    return fallback if _is_silent(choice) and not _is_silent(fallback) else choice


def _is_silent(element: etree._Element) -> bool:
    said = next(element.iter(T, _LETTERS, _SMART_ART), None)
    return said is None and not any(path.get("string") for path in element.iter(TEXT_PATH))


def look_into(drawing: etree._Element, part: str, shelf: Shelf) -> list[Box]:
    """The boxes of a drawing, each text once; its pictures go on the shelf."""
    boxes: list[Box] = []
    _walk(drawing, boxes, part, shelf, (0.0, 0.0))
    return boxes


def _walk(node: etree._Element, boxes: list[Box], part: str, shelf: Shelf, size: tuple[float, float]) -> None:
    for child in node:
        tag = child.tag
        if tag == TXBX:
            boxes.append(child)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                _walk(chosen, boxes, part, shelf, size)
        elif tag == EXTENT:
            size = (whole(child.get("cx"), 0) / _EMU, whole(child.get("cy"), 0) / _EMU)
        elif tag in (BLIP, IMAGEDATA):
            shelf.pictures.append(_picture(child, part, shelf, size))
        elif tag in _DRAWN:
            boxes += [line for line in _drawn(child, part, shelf) if line]
        elif len(child):
            _walk(child, boxes, part, shelf, _vml_size(child) or size)


def _drawn(node: etree._Element, part: str, shelf: Shelf) -> list[str]:
    """The lines that an element draws."""
    if node.tag == TEXT_PATH:
        return node.get("string", "").splitlines()
    if node.tag == _PARAGRAPH:
        return ["".join(letters.text or "" for letters in node.iter(_LETTERS))]
    if node.tag == _SMART_ART:
        return _smart_art(node, part, shelf)
    if node.tag == CHART:
        shelf.warn("文件中有图表，图表里的文字没有读取。")
    elif _WITH_TEXT.match(node.get("ProgID", "")) and node.get("DrawAspect") != "Icon":
        shelf.warn("文件中嵌入了 Excel 表格一类的对象，其中的文字没有读取。")
    return []


def _smart_art(node: etree._Element, part: str, shelf: Shelf) -> list[str]:
    """The texts of a diagram in the order of its data."""
    relation = shelf.package.relations(part).get(node.get(R + "dm", ""))
    try:
        root = parse(shelf.package.read(relation.target if relation else "") or b"")
    except Corrupt:
        shelf.warn("文件中有 SmartArt 图形，图形里的文字没有读取。")
        return []
    points = (point for point in root.iter(_POINT) if point.get("type") not in _CONNECTIONS)
    return [line for point in points for paragraph in point.iter(_PARAGRAPH) for line in _drawn(paragraph, part, shelf)]


_DRAWN = frozenset({TEXT_PATH, _PARAGRAPH, _SMART_ART, CHART, OLE_OBJECT})


def _picture(node: etree._Element, part: str, shelf: Shelf, size: tuple[float, float]) -> Picture:
    name = node.get(R + "embed") or node.get(R + "id") or node.get(R + "link") or ""
    relation = shelf.package.relations(part).get(name)
    return Picture(relation.target if relation else "", round(size[0], 2), round(size[1], 2))


def _vml_size(node: etree._Element) -> tuple[float, float] | None:
    if not node.tag.startswith(V):
        return None
    found = {key: float(value) * _POINTS[unit] for key, value, unit in _SIZE.findall(node.get("style", ""))}
    return (found["width"], found["height"]) if len(found) == 2 else None
