"""The file information block: where everything in a Word document lies ([MS-DOC] 2.5)."""

from __future__ import annotations

from enum import IntEnum

from extractors.errors import Corrupt, Encrypted
from extractors.formats.msword.binary import u16, u32
from extractors.formats.msword.container import Streams
from extractors.model.value_class import value_class

_WORD_97 = 0x00C1
_OLD_MARKS = frozenset({0xA5DB, 0xA5DC, 0xA697, 0xA698, 0xA699, 0xA69A, 0xA5DD})
_MARK = 0xA5EC
_ENCRYPTED, _WHICH_TABLE = 0x0100, 0x0200
_LONGEST = 0x7FFFFFFF


class Part(IntEnum):
    """Numbers of the parts of the table stream that are used here: places in FibRgFcLcb97 (2.5.6)."""

    STYLES = 1
    FOOTNOTE_REFS = 2
    FOOTNOTE_TEXTS = 3
    SECTIONS = 6
    HEADERS = 11
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    DOCUMENT_PROPERTIES = 31
    PIECES = 33
    SHAPES = 40
    HEADER_SHAPES = 41
    ENDNOTE_REFS = 46
    ENDNOTE_TEXTS = 47
    DRAWINGS = 50
    BOX_TEXTS = 56
    HEADER_BOX_TEXTS = 58
    LISTS = 73
    LIST_OVERRIDES = 74


class OldVersion(Exception):
    """A document of Word 6, Word 95 or before: another format in the same container."""


@value_class
class Lengths:
    """Characters of each story, in the order in which the stories follow each other."""

    body: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int

    def start(self, story: str) -> int:
        """The position where that story begins."""
        at = 0
        for name in ("body", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes"):
            if name == story:
                break
            at += int(getattr(self, name))
        return at


@value_class
class Fib:
    """The block with the streams that it refers to."""

    streams: Streams
    table: bytes
    lengths: Lengths
    places: tuple[tuple[int, int], ...]

    def place(self, part: Part) -> tuple[int, int]:
        """Offset and length of a part of the table stream, 0 and 0 where the document has none."""
        return self.places[part] if part < len(self.places) else (0, 0)

    def part(self, part: Part) -> bytes:
        """A part of the table stream; cut off where the stream ends."""
        at, length = self.place(part)
        return self.table[at : at + length]

    def claims(self, part: Part) -> bool:
        """Whether the document says that it has the part."""
        return self.place(part)[1] > 0


def read_fib(streams: Streams) -> Fib:
    """The block at the beginning of the Word stream. Raises Encrypted, Corrupt, OldVersion."""
    word = streams.word
    mark, version, flags = u16(word, 0), u16(word, 2), u16(word, 10)
    if len(word) < 0x22 or (mark != _MARK and mark not in _OLD_MARKS):
        raise Corrupt
    if flags & _ENCRYPTED:
        raise Encrypted
    if mark in _OLD_MARKS or version < _WORD_97:
        raise OldVersion
    longs = 0x22 + 2 * u16(word, 0x20)
    pairs = longs + 2 + 4 * u16(word, longs)
    count = u16(word, pairs)
    counts = [u32(word, longs + 2 + 4 * n) for n in range(3, 11)]
    if len(word) < pairs + 2 + 8 * min(count, 0x5D) or max(counts) > _LONGEST:
        raise Corrupt
    places = tuple((u32(word, at), u32(word, at + 4)) for at in range(pairs + 2, pairs + 2 + 8 * count, 8))
    table = streams.tables[1 if flags & _WHICH_TABLE else 0]
    return Fib(streams, table, Lengths(*counts), places)
