"""The straight strokes and pictures of a page, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from extractors.formats.pdfpage.content import THIN, Strokes, Turn
from extractors.formats.pdfpage.pdfium import Handle, address, calls
from extractors.formats.pdfpage.scale import times
from extractors.model.passage import Box

MOST_OBJECTS = 200_000
MOST_PATHS = 40_000
MOST_SEGMENTS = 100_000
_DEEPEST = 8
_AREA = 6
"""Segments of a plain area."""

_ROUNDED = 20
"""Segments of an area with round corners at the most."""

_DARK, _LIGHT, _SOLID = 110, 200, 200
"""Brightness (of 255) below which an area is dark and above which it is light; opacity that hides what lies below."""

_LETTER = 45.0
"""Points: what is drawn with curves and no larger is a letter, a tick or a seal, and bounds no cell."""

_CURVED, _LOOKED_AT = 48, 200
"""So many points of curves among the first of a path show that it draws letters: four frames with round corners have fewer."""

_SIDES = 2
"""Parts of a frame's outline: the inner and the outer edge."""

_WHITE, _SEEN, _LEAST = 250, 8, 12.0
"""Brightness from which an area is as white as paper; opacity (of 255) from which it shows; points that it measures at the least."""

_LAST = 50
"""Dark areas that are looked at for each light one."""

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawing:
    """Collects straight strokes, dark areas and pictures from the page's objects, those inside form objects included.
    `scale` leads from the units of user space to those of reading space; pictures are measured in user space."""

    turn: Turn
    scale: float = 1.0
    strokes: Strokes = field(default_factory=Strokes)
    pictures: list[Box] = field(default_factory=list)
    objects: int = 0
    segments: int = 0
    paths: int = 0
    edges: tuple[Any, ...] = field(default_factory=lambda: tuple(ctypes.c_float() for _ in range(4)))
    refs: tuple[Any, ...] = ()
    dark: list[Box] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.refs = tuple(ctypes.byref(edge) for edge in self.edges)

    @property
    def over(self) -> bool:
        return self.objects > MOST_OBJECTS or self.paths > MOST_PATHS or self.segments > MOST_SEGMENTS

    def walk(self, count: int, get: Callable[[int], Any], matrix: Matrix | None = None, depth: int = 0) -> None:
        raw = calls().raw
        self.objects += max(count, 0)
        items = list(map(get, range(0 if self.over else count)))
        text = raw.FPDF_PAGEOBJ_TEXT
        for kind, item in zip(map(calls().kind, items), items, strict=True):
            if kind == text:
                continue
            if self.over:
                return
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(self._bounds(item, matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                self._form(ctypes.cast(item, raw.FPDF_PAGEOBJECT), matrix, depth)

    def _form(self, item: Any, matrix: Matrix | None, depth: int) -> None:
        raw = calls().raw

        def get(i: int) -> Any:
            return Handle(address(raw.FPDFFormObj_GetObject(item, i)))

        self.walk(raw.FPDFFormObj_CountObjects(item), get, _times(_matrix(item), matrix), depth + 1)

    def _bounds(self, item: Any, matrix: Matrix | None) -> Box:
        left, low, right, high = self.edges
        if not calls().bounds(item, *self.refs):
            return 0.0, 0.0, 0.0, 0.0
        box = left.value, low.value, right.value, high.value
        if matrix is not None:
            box = _moved(box, matrix)
        if self.turn.quarters:
            box = self.turn.box(box)
        return box if self.scale == 1 else times(box, self.scale)

    def _path(self, item: Any, matrix: Matrix | None) -> None:
        self.paths += 1
        box = self._bounds(item, matrix)
        if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
            self.strokes.add(box)
            return
        raw = calls().raw
        item = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        count = raw.FPDFPath_CountSegments(item)
        if fill.value and count <= _ROUNDED:
            self._fill(item, box, count <= _AREA)
        lettering = _outlines(item, count, box)
        self.segments += min(count, _LOOKED_AT) if lettering else max(count, 0)
        if self.over or lettering or (not stroke.value and count <= _AREA):
            return  # a shaded area bounds nothing, but for a light one on a dark one
        own = _times(_matrix(item), matrix)
        subpaths = _subpaths(item, count, own)
        before: Box | None = None
        for points in subpaths:
            turned = [self.turn.point(x, y) for x, y in points]
            if self.scale != 1:
                turned = [(x * self.scale, y * self.scale) for x, y in turned]
            if stroke.value:
                self._outline(turned)
            else:
                before = self._area(turned, before)

    def _fill(self, item: Any, box: Box, plain: bool) -> None:
        """Keep a coloured area; the edges of a plain light one that lies in a dark one show as lines."""
        if not plain and min(box[2] - box[0], box[3] - box[1]) < _LETTER:
            return
        red, green, blue, cover = colour = [ctypes.c_uint() for _ in range(4)]
        if not calls().fill(item, *map(ctypes.byref, colour)):
            return
        light = 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value
        if min(red.value, green.value, blue.value) < _WHITE and cover.value >= _SEEN and min(box[2] - box[0], box[3] - box[1]) >= _LEAST:
            self.strokes.areas.append(box)
        if not plain or cover.value < _SOLID:
            return
        if light < _DARK:
            self.dark.append(box)
        elif light > _LIGHT and any(_inside(box, area) for area in self.dark[-_LAST:]):
            self._edges(box)

    def _area(self, points: list[tuple[float, float]], before: Box | None) -> Box:
        """Take a filled part of a path and return its box; `before` is that of the part before it. Two that lie in one
        another at a line's breadth are a frame."""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = min(xs), min(ys), max(xs), max(ys)
        if before is not None and (_frames(before, box) or _frames(box, before)):
            self._edges(max(before, box, key=lambda b: b[0]))
        else:
            self.strokes.add(box)
        return box

    def _outline(self, points: list[tuple[float, float]]) -> None:
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x1 - x0) < 1 or abs(y1 - y0) < 1:
                self.strokes.add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _edges(self, box: Box) -> None:
        x0, y0, x1, y1 = box
        for edge in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.strokes.add(edge)


def _outlines(item: Any, count: int, box: Box) -> bool:
    """Whether a path draws letters, as bold type does whose outlines are drawn once more, and type turned into curves."""
    raw = calls().raw
    small = box[2] - box[0] < _LETTER and box[3] - box[1] < _LETTER
    if count <= _AREA or not (small or count > _CURVED):
        return False
    kinds = [raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(item, at)) for at in range(min(count, _LOOKED_AT))]
    if not small and kinds.count(raw.FPDF_SEGMENT_MOVETO) <= _SIDES:
        return False  # letters have a part each: this is a frame whose corners are drawn finely
    return kinds.count(raw.FPDF_SEGMENT_BEZIERTO) > (0 if small else _CURVED)


def _frames(outer: Box, inner: Box) -> bool:
    """Whether the area between two boxes is as thin as a line on all sides."""
    gaps = inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]
    return all(0 < gap <= THIN for gap in gaps)


def _inside(inner: Box, outer: Box) -> bool:
    return outer[0] - 1 <= inner[0] and outer[1] - 1 <= inner[1] and inner[2] <= outer[2] + 1 and inner[3] <= outer[3] + 1


def _subpaths(item: Any, count: int, matrix: Matrix | None) -> Iterator[list[tuple[float, float]]]:
    """The corners of each subpath in user space; a curve counts by its end, and breaks the run of straight edges."""
    raw = calls().raw
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _point(x.value, y.value, matrix)
        if kind != raw.FPDF_SEGMENT_LINETO:
            if points:
                yield points
            points = []
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
            yield points
            points = []
    if points:
        yield points


def _matrix(item: Any) -> Matrix | None:
    raw = calls().raw
    m = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, m):
        return None
    found = (m.a, m.b, m.c, m.d, m.e, m.f)
    return None if found == (1, 0, 0, 1, 0, 0) else found


def _times(first: Matrix | None, then: Matrix | None) -> Matrix | None:
    """`first` applied before `then`."""
    if first is None or then is None:
        return first or then
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _point(x: float, y: float, m: Matrix | None) -> tuple[float, float]:
    return (x, y) if m is None else (x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5])


def _moved(box: Box, matrix: Matrix) -> Box:
    corners = [_point(x, y, matrix) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)
