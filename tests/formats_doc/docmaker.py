"""Writes Word documents of 1997 ([MS-DOC]) paragraph by paragraph, with the property operations that a test wants."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.formats.msword.fib import Part
from extractors.formats.msword.sprms import Sprm
from formats_doc.container import container

_TEXT_AT = 0x800
_PAIRS = 0x5D
STORIES = ("body", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")


def op(code: int, *operand: int, size: int = 1) -> bytes:
    """One operation; numbers of `size` bytes each, or the bytes themselves where the operation counts them."""
    written = b"".join((n % (1 << 8 * size)).to_bytes(size, "little") for n in operand)
    counted = bytes([len(written)]) if code >> 13 == 6 else b""
    return struct.pack("<H", code) + counted + written


@dataclass(frozen=True)
class P:
    """A paragraph: runs of text with character operations, paragraph operations, style, mark, operations of the mark."""

    runs: tuple[tuple[str, bytes], ...]
    ops: bytes = b""
    style: int = 0
    mark: str = "\r"
    mark_ops: bytes = b""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs) + self.mark


def par(*runs: str | tuple[str, bytes], ops: bytes = b"", style: int = 0, mark: str = "\r", mark_ops: bytes = b"") -> P:
    return P(tuple(run if isinstance(run, tuple) else (run, b"") for run in runs), ops, style, mark, mark_ops)


def cell(*runs: str | tuple[str, bytes]) -> P:
    return par(*runs, ops=op(Sprm.P_IN_TABLE, 1), mark="\x07")


def row(*texts: str, edges: Sequence[int] = (), flags: Sequence[int] = (), more: bytes = b"") -> list[P]:
    """A row of the outermost table. `flags` are those of its cells (TCGRF)."""
    return [*(cell(text) for text in texts), row_end(edges or range(0, 1000 * len(texts) + 1, 1000), flags, more)]


def row_end(edges: Sequence[int], flags: Sequence[int] = (), more: bytes = b"", mark_ops: bytes = b"") -> P:
    ops = op(Sprm.P_IN_TABLE, 1) + op(Sprm.P_ROW_END, 1) + definition(edges, flags) + more
    return par(ops=ops, mark="\x07", mark_ops=mark_ops)


def definition(edges: Sequence[int], flags: Sequence[int] = ()) -> bytes:
    """The operation that defines a row's cells."""
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", flags[n] if n < len(flags) else 0) for n in range(count))
    content = bytes([count]) + struct.pack(f"<{count + 1}h", *edges) + cells
    return struct.pack("<HH", Sprm.T_DEFINITION, len(content) + 1) + content


def inner(text: str, depth: int = 2, ends_cell: bool = True, ends_row: bytes = b"") -> P:
    """A paragraph of a table inside a cell."""
    ops = op(Sprm.P_IN_TABLE, 1) + op(Sprm.P_DEPTH, depth, size=4)
    ops += op(Sprm.P_INNER_CELL, 1) if ends_cell else b""
    return par(text, ops=ops + (op(Sprm.P_INNER_ROW_END, 1) + ends_row if ends_row else b""))


@dataclass
class Doc:
    """A document. `pieces` cuts the text: lengths with `True` for 8-bit characters, and operations laid over the piece
    by number of the list in `changes`."""

    body: list[P]
    stories: dict[str, list[P]] = field(default_factory=dict)
    parts: dict[Part, bytes] = field(default_factory=dict)
    pieces: list[tuple[int, bool, int]] | None = None
    changes: list[bytes] = field(default_factory=list)
    data: bytes = b""
    flags: int = 0x1000
    mark: int = 0xA5EC
    version: int = 0x00C1

    def paragraphs(self) -> list[P]:
        return [p for story in STORIES for p in (self.body if story == "body" else self.stories.get(story, ()))]

    def streams(self) -> dict[str, bytes]:
        text = "".join(p.text for p in self.paragraphs())
        units = len(text.encode("utf-16-le")) // 2
        written, table, offsets = self._pieces(text, self.pieces or [(units, False, 0)])
        word = bytearray(_TEXT_AT) + written
        parts = {**self.parts, Part.PIECES: table}
        parts[Part.PARAGRAPH_PAGES] = self._pages(word, offsets, self._paragraph_entries(), 13)
        parts[Part.CHARACTER_PAGES] = self._pages(word, offsets, self._character_entries(), 1)
        return {"WordDocument": self._fib(word, parts), "0Table": self._table, "Data": self.data}

    def content(self) -> bytes:
        return container(self.streams())

    def _pieces(self, text: str, pieces: list[tuple[int, bool, int]]) -> tuple[bytes, bytes, list[int]]:
        """The characters, the piece table, and the byte at which each position lies."""
        raw = text.encode("utf-16-le", "surrogatepass")
        word, records, positions, offsets = b"", b"", [0], []
        for length, narrow, change in pieces:
            start, width = _TEXT_AT + len(word), 1 if narrow else 2
            part = raw[2 * positions[-1] : 2 * (positions[-1] + length)]
            word += part.decode("utf-16-le").encode("cp1252") if narrow else part
            word += b"\0" * (len(word) % 2)
            offset = (start * 2 | 0x40000000) if narrow else start
            records += struct.pack("<HIH", 0, offset, change * 2 - 1 if change else 0)
            offsets += [start + width * n for n in range(length)]
            positions.append(positions[-1] + length)
        offsets.append(_TEXT_AT + len(word))
        plc = struct.pack(f"<{len(positions)}I", *positions) + records
        lists = b"".join(b"\x01" + struct.pack("<H", len(change)) + change for change in self.changes)
        return word, lists + b"\x02" + struct.pack("<I", len(plc)) + plc, offsets

    def _paragraph_entries(self) -> list[tuple[int, bytes]]:
        """Length in positions and what stands in the page for each paragraph."""
        found = []
        for p in self.paragraphs():
            content = struct.pack("<H", p.style) + p.ops
            content += b"\0" * (len(content) % 2 == 0)
            head = bytes([(len(content) + 1) // 2])
            found.append((_units(p.text), head + content))
        return found

    def _character_entries(self) -> list[tuple[int, bytes]]:
        found = []
        for p in self.paragraphs():
            for text, ops in (*p.runs, (p.mark, p.mark_ops)):
                if text:
                    found.append((_units(text), bytes([len(ops)]) + ops))
        return found

    def _pages(self, word: bytearray, offsets: list[int], entries: list[tuple[int, bytes]], size: int) -> bytes:
        """Write the entries to pages, few to a page; returns the table of pages."""
        starts, numbers, at = [], [], 0
        while entries:
            taken = 1
            while taken < min(len(entries), 8) and sum(len(e) + 26 for _, e in entries[: taken + 1]) < 460:
                taken += 1
            page, bounds = bytearray(512), [offsets[at]]
            place = 510
            for n, (length, content) in enumerate(entries[:taken]):
                at += length
                bounds.append(offsets[at])
                place = (place - len(content)) // 2 * 2
                page[place : place + len(content)] = content
                page[4 * (taken + 1) + n * size] = place // 2
            page[: 4 * (taken + 1)] = struct.pack(f"<{taken + 1}I", *bounds)
            page[511] = taken
            word += b"\0" * (-len(word) % 512)
            starts.append(bounds[0])
            numbers.append(len(word) // 512)
            word += page
            del entries[:taken]
        return struct.pack(f"<{len(starts) + 1}I", *starts, offsets[-1]) + struct.pack(f"<{len(numbers)}I", *numbers)

    def _fib(self, word: bytearray, parts: dict[Part, bytes]) -> bytes:
        pairs, self._table = [(0, 0)] * _PAIRS, b""
        for part, content in parts.items():
            # the levels of lists follow their headers and are not counted
            counted = 2 + 28 * content[0] if part is Part.LISTS else len(content)
            pairs[part] = (len(self._table), counted)
            self._table += content
        word[:12] = struct.pack("<HHHHHH", self.mark, self.version, 0, 0x0804, 0, self.flags)
        word[0x20:0x22] = struct.pack("<H", 14)
        lengths = [
            sum(_units(p.text) for p in (self.body if s == "body" else self.stories.get(s, ()))) for s in STORIES
        ]
        word[0x3E:0x40] = struct.pack("<H", 22)
        word[0x4C:0x6C] = struct.pack("<8I", *lengths)
        word[0x98:0x9A] = struct.pack("<H", _PAIRS)
        word[0x9A : 0x9A + 8 * _PAIRS] = b"".join(struct.pack("<II", *pair) for pair in pairs)
        return bytes(word)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plc(positions: Sequence[int], records: Sequence[bytes] = ()) -> bytes:
    return struct.pack(f"<{len(positions)}I", *positions) + b"".join(records)
