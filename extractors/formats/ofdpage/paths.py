"""Path objects of an OFD page: the straight lines among them (GB/T 33190-2016, clause 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from extractors.formats.ofdpage.geometry import Matrix, number
from extractors.formats.pdfpage.content import THIN, Strokes, Turn
from extractors.model.passage import Box

MOST_PATHS = 40_000
MOST_SEGMENTS = 100_000

_PIECE = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_SIMPLE = 6

Points = list[tuple[float, float]]


class Paths:
    """Collects the paths of a page in user space; they become strokes once the page's turn is known."""

    def __init__(self) -> None:
        self.drawn: list[tuple[list[Points], bool]] = []
        self.segments = 0

    @property
    def over(self) -> bool:
        """Whether the page has more lines than tables have."""
        return self.segments > MOST_SEGMENTS or len(self.drawn) > MOST_PATHS

    def add(self, node: etree._Element, outer: Matrix) -> None:
        """Take a PathObject; `outer` leads from its space to user space."""
        data = node.find("AbbreviatedData")
        stroked = node.get("Stroke", "true").lower() != "false"
        if data is None or not data.text or self.over or not (stroked or node.get("Fill", "").lower() == "true"):
            return
        subpaths = []
        for points in _subpaths(data.text):
            self.segments += len(points)
            if self.segments > MOST_SEGMENTS:
                return
            subpaths.append([outer.point(x, y) for x, y in points])
        if subpaths:
            self.drawn.append((subpaths, stroked))

    def strokes(self, turn: Turn) -> Strokes:
        """The lines that could rule a table, in reading space."""
        found = Strokes()
        for subpaths, stroked in () if self.over else self.drawn:
            turned = [[turn.point(x, y) for x, y in points] for points in subpaths]
            whole = _around([point for points in turned for point in points])
            if whole[2] - whole[0] <= THIN or whole[3] - whole[1] <= THIN:
                found.add(whole)
            elif stroked or sum(map(len, turned)) > _SIMPLE:  # a shaded area bounds nothing
                for points in turned:
                    _add(found, points, stroked)
        return found


def _add(found: Strokes, points: Points, stroked: bool) -> None:
    if not stroked:
        found.add(_around(points))
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(x1 - x0) < 1 or abs(y1 - y0) < 1:
            found.add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _around(points: Points) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _subpaths(data: str) -> Iterator[Points]:
    """The corners of each straight part of a path; a curve breaks it and counts by its end."""
    points: Points = []
    start: tuple[float, float] | None = None
    for kind, words in _PIECE.findall(data):
        values = [value for word in words.replace(",", " ").split() if (value := number(word)) is not None]
        if kind == "C":
            if points and start is not None:
                points.append(start)
            continue
        size = _OPERANDS[kind]
        for at in range(0, len(values) - size + 1, size):
            point = values[at + size - 2], values[at + size - 1]
            if kind != "L" or not points:
                if len(points) > 1:
                    yield points
                points = []
            if kind in "SM" or start is None:
                start = point
            points.append(point)
    if len(points) > 1:
        yield points
