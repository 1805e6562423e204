"""Drawn objects: which shape carries which text box and which picture ([MS-DOC] 2.9.253, [MS-ODRAW])."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.formats.msword.binary import i32, read_plc, u16, u32
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.pictures import NO_BLIP, Blip, stored_blips
from extractors.formats.msword.records import record, records

_ALL, _PAGE, _GROUP, _SHAPE, _SHAPE_ID, _OPTIONS = 0xF000, 0xF002, 0xF003, 0xF004, 0xF00A, 0xF00B
_PICTURE_OPTION, _WORDS_OPTION, _COMPLEX = 0x0104, 0x00C0, 0x8000
_LONGEST = 4000
"""Bytes of one WordArt text."""
_DEEPEST = 40
_TWIPS = 20.0


@dataclass(slots=True)
class Shapes:
    """`groups[shape]` are the shapes in that group, itself included, for the outermost groups and loose shapes;
    `leaders[shape]` is the one that holds the shape; `pictures[shape]` the number of its picture in `store`;
    `words[shape]` what its WordArt says."""

    leaders: dict[int, int] = field(default_factory=dict)
    groups: dict[int, list[int]] = field(default_factory=dict)
    pictures: dict[int, int] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    store: list[Blip] = field(default_factory=list)

    def blip(self, shape: int) -> Blip | None:
        """The shape's picture, None where it has none; one without content where the file does not hold it."""
        number = self.pictures.get(shape)
        if number is None:
            return None
        return self.store[number] if 0 <= number < len(self.store) else NO_BLIP


def read_shapes(fib: Fib) -> Shapes:
    """All shapes of the document; what is broken is left out."""
    found = Shapes()
    data = fib.part(Part.DRAWINGS)
    header = record(data, 0)
    if header is None:
        return found
    kind, _, start, end = header
    if kind == _ALL:
        found.store = stored_blips(data, start, end, fib.streams.word)
    at = end
    while at + 9 < len(data):  # each drawing: one byte that says where it belongs, then a container
        _walk(data, at + 1, len(data), found, 0, 0)
        drawing = record(data, at + 1)
        if drawing is None:
            break
        at = drawing[3]
    return found


def anchors(fib: Fib, part: Part, start: int) -> Mapping[int, tuple[int, float, float]]:
    """Shape number and size in points of the drawn objects by position in the text; `start` is where the story begins."""
    plc = read_plc(fib.part(part), 26)
    found: dict[int, tuple[int, float, float]] = {}
    for position, entry in zip(plc.positions, plc.records, strict=False):
        width, height = i32(entry, 12) - i32(entry, 4), i32(entry, 16) - i32(entry, 8)
        found[start + position] = (u32(entry, 0), max(width, 0) / _TWIPS, max(height, 0) / _TWIPS)
    return found


def _walk(data: bytes, at: int, end: int, found: Shapes, leader: int, depth: int) -> None:
    """Note the shapes between the bounds. The first shape of a group is the group's own; `leader` is the outermost
    group's, 0 outside all groups. The page itself is a group, so that depth 2 is where groups of the author begin."""
    if depth > _DEEPEST:
        return
    for kind, _, start, stop, _ in records(data, at, end):
        if kind == _GROUP:
            own = leader or (_first_shape(data, start, stop) if depth >= 2 else 0)
            _walk(data, start, stop, found, own, depth + 1)
        elif kind == _SHAPE:
            _shape(data, start, stop, found, leader)
        elif kind == _PAGE:
            _walk(data, start, stop, found, 0, depth + 1)
            return


def _first_shape(data: bytes, at: int, end: int) -> int:
    for kind, _, start, stop, _ in records(data, at, end):
        if kind == _SHAPE:
            return _shape_id(data, start, stop)
    return 0


def _shape_id(data: bytes, at: int, end: int) -> int:
    return next((u32(data, start) for kind, _, start, _, _ in records(data, at, end) if kind == _SHAPE_ID), 0)


def _shape(data: bytes, at: int, end: int, found: Shapes, leader: int) -> None:
    number = _shape_id(data, at, end)
    found.leaders[number] = leader or number
    found.groups.setdefault(leader or number, []).append(number)
    for kind, count, start, stop, _ in records(data, at, end):
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
