"""One page through pdfium: characters with their origins, straight strokes, pictures. The hot path of the PDF reader."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from extractors.errors import TooLarge
from extractors.formats.pdfpage.content import BLANKS, THIN, Box, PageContent, Run, Runs, Strokes, Turn
from extractors.formats.pdfpage.letters import WIDE, WIDE_STRETCH, plain, unmapped
from extractors.model import Picture

MOST_CHARACTERS = 100_000
MOST_OBJECTS = 200_000
MOST_PATHS = 40_000
MOST_SEGMENTS = 100_000
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Calls:
    """The library, and the functions that are called for every character or object, without checks of their arguments (a
    quarter of the cost): handles and references must be ctypes objects already."""

    raw: Any
    origin: Callable[[Any, int, Any, Any], int]
    loose_box: Callable[[Any, int, Any], int]
    kind: Callable[[Any], int]
    nth: Callable[[Any, int], int | None]
    bounds: Callable[[Any, Any, Any, Any, Any], int]


@cache
def calls() -> _Calls:
    """The library, loaded once."""
    import pypdfium2  # noqa: F401  (initialises the library)
    import pypdfium2.raw as raw

    bare = ctypes.PYFUNCTYPE(ctypes.c_int)
    pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p)
    return _Calls(
        raw,
        origin=bare(_address(raw.FPDFText_GetCharOrigin)),
        loose_box=bare(_address(raw.FPDFText_GetLooseCharBox)),
        kind=bare(_address(raw.FPDFPageObj_GetType)),
        nth=pointer(_address(raw.FPDFPage_GetObject)),
        bounds=bare(_address(raw.FPDFPageObj_GetBounds)),
    )


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def take_in(page: Any, number: int, typed: Sequence[Run] = ()) -> PageContent:
    """The content of an open page (an FPDF_PAGE); `number` counts from 0. `typed` is text that the page does not draw
    itself, in the reading space of its rotation.

    Raises TooLarge where the page holds more characters than any form, ValueError where pdfium gives no text page."""
    raw = calls().raw
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        raise ValueError("no text page")
    try:
        content = _take_in(page, text_page, number)
    finally:
        raw.FPDFText_ClosePage(text_page)
    if typed:
        content.runs = [*content.runs, *typed]
    return content


def _take_in(page: Any, text_page: Any, number: int) -> PageContent:
    raw = calls().raw
    count = raw.FPDFText_CountChars(text_page)
    if count > MOST_CHARACTERS:
        raise TooLarge(f"第{number + 1}页文字过多（{count}字），不像承诺书。")
    turn = _turn(text_page, count, raw.FPDFPage_GetRotation(page))
    visible = _visible(page)
    reader = _Characters(text_page, count, turn, visible)
    runs = reader.read()
    drawing = _Drawing(turn)
    handle, nth = ctypes.c_void_p(_address(page)), calls().nth
    drawing.walk(raw.FPDFPage_CountObjects(page), lambda i: ctypes.c_void_p(nth(handle, i)))
    if drawing.over:
        drawing.strokes = Strokes()
    warnings = (f"第{number + 1}页图形过多，未按表格线读取。",) if drawing.over else ()
    pictures = [Picture(f"{number + 1}-{i}", w, h) for i, (w, h) in enumerate(drawing.pictures, 1)]
    return PageContent(number, turn.box(visible), runs, drawing.strokes, pictures, reader.unmapped,
                       drawing.paths, warnings)


def _turn(text_page: Any, count: int, rotation: int) -> Turn:
    """The turn most sampled characters have; a page without text is read as it is shown."""
    raw = calls().raw
    matrix = raw.FS_MATRIX()
    votes = [0, 0, 0, 0]
    for index in range(0, count, count // 5 + 1):
        if raw.FPDFText_GetMatrix(text_page, index, matrix) and (matrix.a or matrix.b):
            votes[Turn.of(matrix.a, matrix.b).quarters] += 1
    best = max(range(4), key=votes.__getitem__)
    return Turn(best) if votes[best] else Turn(rotation % 4)


def _visible(page: Any) -> Box:
    raw = calls().raw
    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)


class _Characters:
    """Reads the characters of one text page. Within a run each character ends where the next one begins, so pdfium is
    asked for a box only where a run starts, where the script changes, and after a last Latin letter."""

    def __init__(self, text_page: Any, count: int, turn: Turn, visible: Box) -> None:
        self.text_page = text_page
        self.handle = ctypes.c_void_p(_address(text_page))
        self.count = count
        self.turn = turn
        self.visible = visible
        self.unmapped = 0
        self.rect = calls().raw.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.refs = ctypes.byref(self.x), ctypes.byref(self.y), ctypes.byref(self.rect)
        self.runs = Runs()

    def read(self) -> list[Run]:
        """The runs of characters in the order of the file."""
        if self.count <= 0:
            return []
        text = self._text()
        self.unmapped = unmapped(text)
        text = plain(text)
        if self.turn.quarters:
            self._turned(text)
        else:
            self._straight(text)
        return self.runs.found

    def _text(self) -> str:
        raw = calls().raw
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self.text_page, 0, self.count, buffer)
        if written == self.count + 1:
            text = bytes(memoryview(buffer).cast("B")[: 2 * self.count]).decode("utf-16-le", "replace")
            if len(text) == self.count:
                return text
        codes = [raw.FPDFText_GetUnicode(self.text_page, i) for i in range(self.count)]
        return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in codes)

    def _straight(self, text: str) -> None:
        at, count = 0, self.count
        while at < count:
            if text[at] < " ":
                at += 1
                continue
            calls().origin(self.handle, at, self.refs[0], self.refs[1])
            box = self._box(at, text[at]) if self._seen(self.x.value, self.y.value) else None
            if box is None:
                at += 1
            elif text[at] in BLANKS:
                self.runs.add(text[at], [self.x.value, box[2]], self.y.value, max(box[3] - box[1], 0.1), [box])
                at += 1
            else:
                at = self._run(text, at, box)

    def _run(self, text: str, at: int, box: Box) -> int:
        """Take the run that starts at `at`, where `x`, `y` and `box` have been fetched; return where it ends."""
        origin, handle, place_x, place_y = calls().origin, self.handle, self.x, self.y
        ref_x, ref_y, _ = self.refs
        count, end = self.count, at + 1
        x, y = place_x.value, place_y.value
        xs: list[float] = [x]
        boxes: list[Box] = []
        wide = text[at] >= WIDE
        _, low, right, high = box
        em = right - x if wide else high - low
        least, most = (0.4 * em if wide else 0.1 * em), 1.12 * em
        while end < count:
            char = text[end]
            if char <= " " or char in BLANKS:
                break
            origin(handle, end, ref_x, ref_y)
            after = place_x.value
            if not least <= after - x <= most or place_y.value != y:
                break
            boxes.append((x, low, after, high))
            x = after
            xs.append(x)
            if wide and char >= WIDE and (stretch := self._stretch(text, end, x, y, em)):
                boxes.extend([(a, low, b, high) for a, b in pairwise((x, *stretch))])
                xs.extend(stretch)
                x = stretch[-1]
                end += len(stretch)
            elif (char >= WIDE) is not wide and (fresh := self._box(end, char)) is not None:
                wide = not wide
                _, low, right, high = fresh
                em = right - x if wide else high - low
                least, most = (0.4 * em if wide else 0.1 * em), 1.12 * em
            end += 1
        if end - at > 1:
            fresh = None if wide else self._box(end - 1, text[end - 1])
            right = x + em if fresh is None else fresh[2]
        boxes.append((x, low, right, high))
        xs.append(right)
        self.runs.add(text[at:end], xs, y, max(em, 0.1), boxes)
        return end

    def _stretch(self, text: str, at: int, x: float, y: float, em: float) -> list[float]:
        """The origins of the wide characters that follow the one at `at`, which is printed at `x`, where they are
        evenly set: its last and its middle one stand where even steps of about an em lead. Empty otherwise."""
        found = WIDE_STRETCH.match(text, at)
        steps = found.end() - 1 - at if found else 0
        if steps < 3:
            return []
        origin, (ref_x, ref_y, _) = calls().origin, self.refs
        origin(self.handle, at + steps, ref_x, ref_y)
        step = (self.x.value - x) / steps
        if self.y.value != y or not 0.97 * em < step < 1.1 * em:
            return []
        half = steps // 2
        origin(self.handle, at + half, ref_x, ref_y)
        if self.y.value != y or abs(self.x.value - x - half * step) > 0.03 * em:
            return []
        return [x + step * i for i in range(1, steps + 1)]

    def _seen(self, x: float, y: float) -> bool:
        left, low, right, high = self.visible
        return left - 2 <= x <= right + 2 and low - 2 <= y <= high + 2

    def _box(self, index: int, char: str) -> Box | None:
        """The character's box with its whole width; None for a blank that pdfium made up."""
        calls().loose_box(self.handle, index, self.refs[2])
        rect = self.rect
        box = (rect.left, rect.bottom, rect.right, rect.top)
        if box[0] < box[2] and box[1] < box[3]:
            return box
        if char in BLANKS:
            return None
        box = self._tight(index)
        return box if box[0] < box[2] and box[1] < box[3] else None

    def _turned(self, text: str) -> None:
        """Characters of a page whose lines do not run to the right: loose boxes are degenerate there. A blank counts
        as typed where the text goes on at some distance behind it."""
        turn, origin = self.turn, calls().origin
        blank: list[tuple[str, float, float]] = []
        for index, char in enumerate(text):
            if char < " ":
                continue
            origin(self.handle, index, self.refs[0], self.refs[1])
            if not self._seen(self.x.value, self.y.value):
                continue
            x, y = turn.point(self.x.value, self.y.value)
            if char in BLANKS:
                blank.append((char, x, y))
                continue
            em, box = max(self._size(index), 0.1), self._tight(index)
            for typed, start, level in blank:
                if level == y and x - start > 0.1 * em:
                    self.runs.add(typed, [start, x], y, em, [box])
            blank = []
            self.runs.add(char, [x, x + em if char >= WIDE else max(turn.box(box)[2], x)], y, em, [box])

    def _tight(self, index: int) -> Box:
        raw = calls().raw
        left, right, low, high = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self.text_page, index, left, right, low, high)
        return left.value, low.value, right.value, high.value

    def _size(self, index: int) -> float:
        raw = calls().raw
        matrix = raw.FS_MATRIX()
        size = float(raw.FPDFText_GetFontSize(self.text_page, index))
        if raw.FPDFText_GetMatrix(self.text_page, index, matrix):
            size *= float(abs(matrix.a) + abs(matrix.b))
        return size


Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class _Drawing:
    """Collects straight strokes and pictures from the page's objects, those inside form objects included."""

    turn: Turn
    strokes: Strokes = field(default_factory=Strokes)
    pictures: list[tuple[float, float]] = field(default_factory=list)
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
        for index in range(count):
            if self.over:
                return
            item = get(index)
            kind = kind_of(item)
            if kind == text:
                continue
            item = ctypes.cast(item, raw.FPDF_PAGEOBJECT)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                x0, y0, x1, y1 = self._bounds(item, matrix)
                self.pictures.append((round(x1 - x0, 2), round(y1 - y0, 2)))
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
