"""Records of drawings: a kind, an instance, content, which may be records again ([MS-ODRAW] 2.2.1)."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.formats.msword.binary import u16, u32

_CONTAINER = 0x0F


def record(data: bytes, at: int) -> tuple[int, int, int, int] | None:
    """Kind, instance and bounds of the content of the record there, None beyond the end."""
    if at < 0 or at + 8 > len(data):
        return None
    end = at + 8 + u32(data, at + 4)
    return u16(data, at + 2), u16(data, at) >> 4, at + 8, min(end, len(data))


def records(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """Kind, instance, bounds, and whether it holds records, for each record between the bounds."""
    while at + 8 <= end:
        found = record(data, at)
        if found is None:
            return
        kind, instance, start, stop = found
        yield kind, instance, start, min(stop, end), u16(data, at) & 0xF == _CONTAINER
        at = stop
