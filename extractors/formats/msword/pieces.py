"""The piece table: from positions in the text to characters in the file ([MS-DOC] 2.4.1, 2.9.38)."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass

from extractors.errors import Corrupt, TooLarge
from extractors.formats.msword.binary import read_plc, u16, u32
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.sprms import Sprm
from extractors.model.value_class import value_class

_LIST, _TABLE = 1, 2
_COMPRESSED, _OFFSET = 0x40000000, 0x3FFFFFFF
_SPARE = 1024 * 1024
"""Bytes. Pieces do not share characters in a file that Word wrote; a hostile one may unpack to gigabytes."""
_SHORT_OPERATIONS = {
    0x05: Sprm.P_ALIGN_80, 0x0C: Sprm.P_LEVEL, 0x18: Sprm.P_IN_TABLE, 0x19: Sprm.P_ROW_END, 0x41: Sprm.C_DELETED,
    0x47: Sprm.C_FIELD_DATA, 0x4B: Sprm.C_OLE, 0x53: Sprm.C_PLAIN, 0x55: Sprm.C_BOLD, 0x56: Sprm.C_ITALIC,
    0x5C: Sprm.C_HIDDEN,
}  # fmt: skip
"""Those of the one-byte numbers in a piece (2.9.209) that are used here."""


@value_class
class Piece:
    """Positions `start` to `end` lie at byte `offset` of the Word stream, `width` bytes a character; `changes` is the
    property list that an incremental save laid over the piece."""

    start: int
    end: int
    offset: int
    width: int
    changes: bytes


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces, and the text by position. Characters beyond U+FFFF are two, as in the file: see `whole`."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    text: str

    def at(self, position: int) -> Piece | None:
        """The piece that holds the position."""
        found = bisect_right(self.starts, position) - 1
        piece = self.pieces[found] if found >= 0 else None
        return piece if piece and position < piece.end else None


def whole(text: str) -> str:
    """The text with its surrogate pairs joined; half a pair becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_pieces(fib: Fib) -> Pieces:
    """The pieces in order. Raises Corrupt where the table or a part of the text is missing."""
    lists, table = _split(fib.part(Part.PIECES))
    plc = read_plc(table, 8)
    if not plc.records:
        raise Corrupt("文件缺少文字索引，可能已损坏或没有传完。")
    pieces: list[Piece] = []
    for start, end, record in zip(plc.positions, plc.positions[1:], plc.records, strict=False):
        if end <= start or (pieces and start != pieces[-1].end) or (not pieces and start):
            raise Corrupt("文件的文字索引已损坏。")
        raw = u32(record, 2)
        narrow = bool(raw & _COMPRESSED)
        offset = (raw & _OFFSET) // 2 if narrow else raw & _OFFSET
        pieces.append(Piece(start, end, offset, 1 if narrow else 2, _changes(u16(record, 6), lists)))
    if sum((piece.end - piece.start) * piece.width for piece in pieces) > 2 * len(fib.streams.word) + _SPARE:
        raise TooLarge("文件的文字索引不合常理，已停止读取。")
    text = "".join(_characters(piece, fib.streams.word) for piece in pieces)
    return Pieces(tuple(pieces), tuple(p.start for p in pieces), text)


def _split(clx: bytes) -> tuple[list[bytes], bytes]:
    """The property lists and the table of a Clx."""
    lists: list[bytes] = []
    at = 0
    while at < len(clx) and clx[at] == _LIST:
        size = u16(clx, at + 1)
        lists.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    if at >= len(clx) or clx[at] != _TABLE or at + 5 + u32(clx, at + 1) > len(clx):
        return lists, b""
    return lists, clx[at + 5 : at + 5 + u32(clx, at + 1)]


def _changes(modifier: int, lists: list[bytes]) -> bytes:
    if modifier & 1:
        number = modifier >> 1
        return lists[number] if number < len(lists) else b""
    code = _SHORT_OPERATIONS.get(modifier >> 1 & 0x7F)
    return code.to_bytes(2, "little") + bytes([modifier >> 8]) if code and modifier else b""


def _characters(piece: Piece, word: bytes) -> str:
    size = (piece.end - piece.start) * piece.width
    raw = word[piece.offset : piece.offset + size]
    if len(raw) < size:
        raise Corrupt("文件不完整，后面的文字缺失（可能没有传完）。")
    if piece.width == 1:
        return raw.decode("cp1252") if not _UNDEFINED.intersection(raw) else _western(raw)
    text = raw.decode("utf-16-le", "surrogatepass")
    return text if len(text) * 2 == size else _by_units(raw)


_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")


def _western(raw: bytes) -> str:
    return "".join(chr(b) if b in _UNDEFINED else bytes([b]).decode("cp1252") for b in raw)


def _by_units(raw: bytes) -> str:
    """One character for each 16 bits, so that positions stay what the file counts."""
    units = array("H", raw)
    if sys.byteorder == "big":
        units.byteswap()
    return "".join(map(chr, units))
