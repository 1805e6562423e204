"""The straight strokes and pictures of a page, as pdfium gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from extractors.formats.pdfpage.content import THIN, Strokes, Turn
from extractors.formats.pdfpage.pdfium import calls
from extractors.model.passage import Box

MOST_OBJECTS = 200_000
MOST_PATHS = 40_000
MOST_SEGMENTS = 100_000
_DEEPEST = 8

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Drawing:
    """Collects straight strokes and pictures from the page's objects, those inside form objects included."""

    turn: Turn
    strokes: Strokes = field(default_factory=Strokes)
    pictures: list[Box] = field(default_factory=list)
    objects: int = 0
    segments: int = 0
    paths: int = 0
    edges: tuple[Any, ...] = field(default_factory=lambda: tuple(ctypes.c_float() for _ in range(4)))
    refs: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        self.refs = tuple(ctypes.byref(edge) for edge in self.edges)

    @property
    def over(self) -> bool:
        return self.objects > MOST_OBJECTS or self.paths > MOST_PATHS or self.segments > MOST_SEGMENTS

    def walk(self, count: int, get: Callable[[int], Any], matrix: Matrix | None = None, depth: int = 0) -> None:
        raw = calls().raw
        kind_of, text = calls().kind, raw.FPDF_PAGEOBJ_TEXT
        self.objects += max(count, 0)
        for item in map(get, range(0 if self.over else count)):
            kind = kind_of(item)
            if kind == text:
                continue
            if self.over:
                return
            item = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.pictures.append(self._bounds(item, matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                self._form(item, matrix, depth)

    def _form(self, item: Any, matrix: Matrix | None, depth: int) -> None:
        raw = calls().raw

        def get(i: int) -> Any:
            return raw.FPDFFormObj_GetObject(item, i)

        self.walk(raw.FPDFFormObj_CountObjects(item), get, _times(_matrix(item), matrix), depth + 1)

    def _bounds(self, item: Any, matrix: Matrix | None) -> Box:
        left, low, right, high = self.edges
        if not calls().bounds(item, *self.refs):
            return 0.0, 0.0, 0.0, 0.0
        return self.turn.box(_moved((left.value, low.value, right.value, high.value), matrix))

    def _path(self, item: Any, matrix: Matrix | None) -> None:
        self.paths += 1
        box = self._bounds(item, matrix)
        if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
            self.strokes.add(box)
            return
        raw = calls().raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        count = raw.FPDFPath_CountSegments(item)
        self.segments += max(count, 0)
        if self.over or (not stroke.value and count <= 6):
            return  # a shaded area bounds nothing
        own = _times(_matrix(item), matrix)
        subpaths = _subpaths(item, count, own)
        for points in subpaths:
            self._subpath([self.turn.point(x, y) for x, y in points], bool(stroke.value))

    def _subpath(self, points: list[tuple[float, float]], stroked: bool) -> None:
        if not stroked:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            self.strokes.add((min(xs), min(ys), max(xs), max(ys)))
            return
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x1 - x0) < 1 or abs(y1 - y0) < 1:
                self.strokes.add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


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


def _moved(box: Box, matrix: Matrix | None) -> Box:
    if matrix is None:
        return box
    corners = [_point(x, y, matrix) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)
