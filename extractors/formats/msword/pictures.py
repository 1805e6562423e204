"""Pictures: in the line, and those that shapes share ([MS-DOC] 2.9.192, [MS-ODRAW] 2.2.23)."""

from __future__ import annotations

from extractors.formats.msword.binary import i16, u16, u32
from extractors.formats.msword.layout import Image
from extractors.formats.msword.records import records
from extractors.model.value_class import value_class

_STORE, _STORE_ENTRY = 0xF001, 0xF007
_BLIPS = range(0xF01A, 0xF02B)
_KINDS = {0xF01A: "emf", 0xF01B: "wmf", 0xF01D: "jpeg", 0xF01E: "png", 0xF01F: "dib", 0xF029: "tiff", 0xF02A: "jpeg"}
_TWO_IDS = frozenset({0x3D5, 0x217, 0x46B, 0x6E3, 0x6E1, 0x7A9, 0x6E5})
"""Instances of pictures that begin with two ids of 16 bytes and not one."""
_TWIPS = 20.0
_LEAST_HEADER, _LINKED = 0x44, 0x66
_DEEPEST = 3


@value_class
class Blip:
    """A picture as it lies in the file, without its ids: `kind` is emf, wmf, jpeg, png, dib, tiff, or "" for others."""

    kind: str
    content: bytes


NO_BLIP = Blip("", b"")


def inline_picture(data: bytes, at: int) -> Image | None:
    """The picture whose record begins at an offset of the Data stream; None where there is none."""
    size, header = u32(data, at), u16(data, at + 4)
    if not _LEAST_HEADER <= header <= size or at + header > len(data):
        return None
    width = u16(data, at + 0x1C) / _TWIPS * (u16(data, at + 0x20) or 1000) / 1000
    height = u16(data, at + 0x1E) / _TWIPS * (u16(data, at + 0x22) or 1000) / 1000
    start = at + header
    if i16(data, at + 6) == _LINKED:
        start += 1 + (data[start] if start < len(data) else 0)
    blip = _first_blip(data, start, min(at + size, len(data)))
    return Image(f"data:{at}", round(width, 2), round(height, 2), blip.kind, blip.content)


def stored_blips(data: bytes, at: int, end: int, word: bytes) -> list[Blip]:
    """The pictures that shapes share, in order; most of them lie in the Word stream."""
    found: list[Blip] = []
    for kind, _, start, stop, _ in records(data, at, end):
        if kind == _STORE:
            for entry, _, first, last, _ in records(data, start, stop):
                if entry == _STORE_ENTRY:
                    found.append(_entry(data, first, last, word))
    return found


def _entry(data: bytes, first: int, last: int, word: bytes) -> Blip:
    name = data[first + 33] if first + 33 < last else 0
    blip = _first_blip(data, first + 36 + name, last)
    if blip is not NO_BLIP:
        return blip
    delayed = u32(data, first + 28)
    return _first_blip(word, delayed, min(delayed + 8 + u32(word, delayed + 4), len(word)))


def _first_blip(data: bytes, at: int, end: int, depth: int = 0) -> Blip:
    """The first picture between the bounds."""
    for kind, instance, start, stop, holds in records(data, at, end):
        if kind in _BLIPS:
            ids = 32 if instance in _TWO_IDS else 16
            return Blip(_KINDS.get(kind, ""), data[start + ids : stop])
        if kind == _STORE_ENTRY:
            return _first_blip(data, start + 36 + (data[start + 33] if start + 33 < stop else 0), stop)
        if holds and depth < _DEEPEST:
            inside = _first_blip(data, start, stop, depth + 1)
            if inside is not NO_BLIP:
                return inside
    return NO_BLIP
