"""Drawn objects: which shape carries which text box and which picture ([MS-DOC] 2.9.253, [MS-ODRAW])."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractors.formats.msword.binary import i16, i32, read_plc, u16, u32
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.layout import Image

_GROUP, _SHAPE, _SHAPE_ID, _OPTIONS, _STORE, _STORE_ENTRY = 0xF003, 0xF004, 0xF00A, 0xF00B, 0xF001, 0xF007
_CONTAINER, _PICTURE_OPTION, _WORDS_OPTION, _COMPLEX = 0x0F, 0x0104, 0x00C0, 0x8000
_LONGEST = 4000
"""Bytes of one WordArt text."""
_BLIPS = range(0xF01A, 0xF02B)
_DEEPEST = 40
_TWIPS = 20.0


@dataclass(slots=True)
class Shapes:
    """`leaders[shape]` is the outermost group that holds the shape; `pictures[shape]` the number of its picture in
    `store`, where each picture has its bytes (empty where they cannot be shown); `words[shape]` what its WordArt says."""

    leaders: dict[int, int] = field(default_factory=dict)
    pictures: dict[int, int] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    store: list[bytes] = field(default_factory=list)


def read_shapes(fib: Fib) -> Shapes:
    """All shapes of the document; what is broken is left out."""
    found = Shapes()
    data = fib.part(Part.DRAWINGS)
    header = _record(data, 0)
    if header is None:
        return found
    kind, _, start, end = header
    if kind == 0xF000:
        _store(data, start, end, fib.streams.word, found)
    at = end
    while at + 9 < len(data):  # each drawing: one byte that says where it belongs, then a container
        _walk(data, at + 1, len(data), found, 0, 0)
        drawing = _record(data, at + 1)
        if drawing is None:
            break
        at = drawing[3]
    return found


def anchors(fib: Fib, part: Part, start: int) -> Mapping[int, tuple[int, float, float]]:
    """Shape number and size in points of the drawn objects by position in the text; `start` is where the story begins."""
    plc = read_plc(fib.part(part), 26)
    found: dict[int, tuple[int, float, float]] = {}
    for position, record in zip(plc.positions, plc.records, strict=False):
        width, height = i32(record, 12) - i32(record, 4), i32(record, 16) - i32(record, 8)
        found[start + position] = (u32(record, 0), max(width, 0) / _TWIPS, max(height, 0) / _TWIPS)
    return found


def inline_picture(data: bytes, at: int) -> Image | None:
    """The picture whose record begins at an offset of the Data stream (2.9.192); None where there is none."""
    size, header = u32(data, at), u16(data, at + 4)
    if not 0x44 <= header <= size or at + header > len(data):
        return None
    width = u16(data, at + 0x1C) / _TWIPS * (u16(data, at + 0x20) or 1000) / 1000
    height = u16(data, at + 0x1E) / _TWIPS * (u16(data, at + 0x22) or 1000) / 1000
    start = at + header
    if i16(data, at + 6) == 0x66:
        start += 1 + (data[start] if start < len(data) else 0)
    return Image(f"data:{at}", round(width, 2), round(height, 2), _first_blip(data, start, min(at + size, len(data))))


def _record(data: bytes, at: int) -> tuple[int, int, int, int] | None:
    """Kind, instance and bounds of the content of the record there, None beyond the end."""
    if at < 0 or at + 8 > len(data):
        return None
    end = at + 8 + u32(data, at + 4)
    return u16(data, at + 2), u16(data, at) >> 4, at + 8, min(end, len(data))


def _records(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """Kind, instance, bounds, and whether it holds records, for each record between the bounds."""
    while at + 8 <= end:
        found = _record(data, at)
        if found is None:
            return
        kind, instance, start, stop = found
        yield kind, instance, start, min(stop, end), u16(data, at) & 0xF == _CONTAINER
        at = stop


def _walk(data: bytes, at: int, end: int, found: Shapes, leader: int, depth: int) -> None:
    """Note the shapes between the bounds. The first shape of a group is the group's own; `leader` is the outermost
    group's, 0 outside all groups. The page itself is a group, so that depth 2 is where groups of the author begin."""
    if depth > _DEEPEST:
        return
    for kind, _, start, stop, _ in _records(data, at, end):
        if kind == _GROUP:
            own = leader or (_first_shape(data, start, stop) if depth >= 2 else 0)
            _walk(data, start, stop, found, own, depth + 1)
        elif kind == _SHAPE:
            _shape(data, start, stop, found, leader)
        elif kind == 0xF002:
            _walk(data, start, stop, found, 0, depth + 1)
            return


def _first_shape(data: bytes, at: int, end: int) -> int:
    for kind, _, start, stop, _ in _records(data, at, end):
        if kind == _SHAPE:
            return _shape_id(data, start, stop)
    return 0


def _shape_id(data: bytes, at: int, end: int) -> int:
    return next((u32(data, start) for kind, _, start, _, _ in _records(data, at, end) if kind == _SHAPE_ID), 0)


def _shape(data: bytes, at: int, end: int, found: Shapes, leader: int) -> None:
    number = _shape_id(data, at, end)
    found.leaders[number] = leader or number
    for kind, count, start, stop, _ in _records(data, at, end):
        if kind == _OPTIONS:
            _options(data, start, min(count, (stop - start) // 6), number, found)


def _options(data: bytes, at: int, count: int, number: int, found: Shapes) -> None:
    """A shape's options: a number each, or the length of what follows behind them all."""
    behind = at + 6 * count
    for entry in range(at, at + 6 * count, 6):
        option, value = u16(data, entry), u32(data, entry + 2)
        if option & 0x3FFF == _PICTURE_OPTION and not option & _COMPLEX:
            found.pictures[number] = value - 1
        elif option & _COMPLEX:
            if option & 0x3FFF == _WORDS_OPTION:
                words = data[behind : behind + min(value, _LONGEST)].decode("utf-16-le", "replace").partition("\0")[0]
                found.words[number] = words.replace("\r\n", "\n").replace("\r", "\n")
            behind += value


def _store(data: bytes, at: int, end: int, word: bytes, found: Shapes) -> None:
    for kind, _, start, stop, _ in _records(data, at, end):
        if kind == _STORE:
            for entry, _, first, last, _ in _records(data, start, stop):
                if entry == _STORE_ENTRY:
                    inside = _first_blip(data, first + 36 + (data[first + 33] if first + 33 < last else 0), last)
                    delayed = u32(data, first + 28)
                    found.store.append(
                        inside or _first_blip(word, delayed, min(delayed + 8 + u32(word, delayed + 4), len(word)))
                    )


def _first_blip(data: bytes, at: int, end: int, depth: int = 0) -> bytes:
    """The bytes of the first picture between the bounds, empty where it is none of the kinds that are shown as they are."""
    for kind, instance, start, stop, holds in _records(data, at, end):
        if kind in _BLIPS:
            return _blip(data, kind, instance, start, stop)
        if kind == _STORE_ENTRY:
            return _first_blip(data, start + 36 + (data[start + 33] if start + 33 < stop else 0), stop)
        if holds and depth < 3 and (inside := _first_blip(data, start, stop, depth + 1)):
            return inside
    return b""


_TWO_IDS = frozenset({0x46B, 0x6E3, 0x6E1, 0x7A9})
_RASTER = {0xF01D: 17, 0xF02A: 17, 0xF01E: 17}
"""JPEG and PNG, with the bytes before their content; a second id of 16 bytes may precede it."""


def _blip(data: bytes, kind: int, instance: int, start: int, stop: int) -> bytes:
    if kind not in _RASTER:
        return b""
    return data[start + _RASTER[kind] + (16 if instance in _TWO_IDS else 0) : stop]
