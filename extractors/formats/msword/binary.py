"""Little-endian numbers, and the PLC: positions with a record for each stretch between two of them ([MS-DOC] 2.8)."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise

from extractors.model.value_class import value_class


def u16(data: bytes, at: int) -> int:
    """The unsigned 16-bit number at that offset, 0 beyond the end."""
    return int.from_bytes(data[at : at + 2], "little") if at >= 0 else 0


def i16(data: bytes, at: int) -> int:
    """The signed 16-bit number at that offset, 0 beyond the end."""
    return int.from_bytes(data[at : at + 2], "little", signed=True) if at >= 0 else 0


def u32(data: bytes, at: int) -> int:
    """The unsigned 32-bit number at that offset, 0 beyond the end."""
    return int.from_bytes(data[at : at + 4], "little") if at >= 0 else 0


def i32(data: bytes, at: int) -> int:
    """The signed 32-bit number at that offset, 0 beyond the end."""
    return int.from_bytes(data[at : at + 4], "little", signed=True) if at >= 0 else 0


@value_class
class Plc:
    """`records[i]` belongs to the stretch from `positions[i]` to `positions[i + 1]`."""

    positions: Sequence[int] = ()
    records: Sequence[bytes] = ()


NO_PLC = Plc()


def read_plc(data: bytes, size: int) -> Plc:
    """A PLC whose records have `size` bytes; what is cut off at its end is left out."""
    count = (len(data) - 4) // (4 + size)
    if count < 1:
        return NO_PLC
    positions = struct.unpack_from(f"<{count + 1}I", data)
    first = 4 * (count + 1)
    records = [data[at : at + size] for at in range(first, first + count * size, size)] if size else [b""] * count
    return Plc(positions, records)


def bounds(positions: Sequence[int], length: int) -> list[tuple[int, int] | None]:
    """Start and end of each stretch inside a story of that length; None for empty ones and for those that reach back,
    which only hostile files have: they would have the same text read over and over."""
    found: list[tuple[int, int] | None] = []
    last = 0
    for start, end in pairwise(positions):
        fits = last <= start < end <= length
        found.append((start, end) if fits else None)
        last = end if fits else last
    return found
