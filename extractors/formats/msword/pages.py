"""Formatted disk pages: which bytes of the Word stream carry which properties ([MS-DOC] 2.9.33, 2.9.175)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.formats.msword.binary import read_plc, u16, u32
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.pieces import Piece, Pieces
from extractors.model.value_class import value_class

_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF


@value_class
class Stretch:
    """Bytes `start` to `end` of the Word stream have this style (paragraphs only) and these property operations."""

    start: int
    end: int
    style: int
    operations: bytes


_NOTHING = Stretch(0, 0, 0, b"")


@dataclass(frozen=True, slots=True)
class Stretches:
    """All stretches of one kind in the file's order. `broken` says that a page is missing or
    unreadable."""

    found: tuple[Stretch, ...]
    starts: tuple[int, ...]
    broken: bool

    def at(self, offset: int) -> Stretch:
        """The stretch that holds the byte; one without properties where there is none."""
        number = bisect_right(self.starts, offset) - 1
        stretch = self.found[number] if number >= 0 else _NOTHING
        return stretch if offset < stretch.end else _NOTHING


def paragraph_stretches(fib: Fib) -> Stretches:
    """The paragraphs' properties."""
    return _sorted(list(_pages(fib, Part.PARAGRAPH_PAGES)), _paragraph_page, 13)


def character_stretches(fib: Fib) -> Stretches:
    """The characters' properties."""
    return _sorted(list(_pages(fib, Part.CHARACTER_PAGES)), _character_page, 1)


def runs(pieces: Pieces, stretches: Stretches) -> Iterator[tuple[int, bytes]]:
    """Where new character properties begin, by position, with the operations that hold from there on."""
    last: bytes | None = None
    for piece in pieces.pieces:
        for start, operations in _runs_of(piece, stretches):
            if operations != last:
                last = operations
                yield start, operations


def _runs_of(piece: Piece, stretches: Stretches) -> Iterator[tuple[int, bytes]]:
    offset, end = piece.offset, piece.offset + (piece.end - piece.start) * piece.width
    number = max(bisect_right(stretches.starts, offset) - 1, 0)
    while offset < end:
        stretch = stretches.found[number] if number < len(stretches.found) else _NOTHING
        position = piece.start + (offset - piece.offset) // piece.width
        if stretch is _NOTHING or stretch.start >= end:
            yield position, piece.changes
            return
        if offset < stretch.start:
            yield position, piece.changes
            offset = stretch.start
            continue
        if offset < stretch.end:
            yield position, stretch.operations + piece.changes
            offset = stretch.end
        number += 1


def _pages(fib: Fib, part: Part) -> Iterator[bytes]:
    numbers = (u32(record, 0) & _PAGE_NUMBER for record in read_plc(fib.part(part), 4).records)
    for number in dict.fromkeys(numbers):
        yield fib.streams.word[number * _PAGE : (number + 1) * _PAGE]


def _sorted(pages: list[bytes], read: Callable[[bytes, int], tuple[int, bytes]], size: int) -> Stretches:
    found: list[Stretch] = []
    broken = False
    for page in pages:
        count = page[-1] if len(page) == _PAGE else 0
        if not count or 4 * (count + 1) + count * size > _PAGE - 1:
            broken = True
            continue
        offsets = struct.unpack_from(f"<{count + 1}I", page)
        for n in range(count):
            style, operations = read(page, 4 * (count + 1) + n * size)
            if offsets[n] < offsets[n + 1]:
                found.append(Stretch(offsets[n], offsets[n + 1], style, operations))
    found.sort(key=lambda stretch: stretch.start)
    return Stretches(tuple(found), tuple(s.start for s in found), broken)


def _paragraph_page(page: bytes, at: int) -> tuple[int, bytes]:
    """Style and operations of a paragraph, by its entry in the page."""
    at = page[at] * 2
    if not at:
        return 0, b""
    half = page[at]
    start, size = (at + 1, 2 * half - 1) if half else (at + 2, 2 * page[at + 1])
    return u16(page, start), page[start + 2 : min(start + size, _PAGE)]


def _character_page(page: bytes, at: int) -> tuple[int, bytes]:
    at = page[at] * 2
    return 0, page[at + 1 : min(at + 1 + page[at], _PAGE)] if at else b""
