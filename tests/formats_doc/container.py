"""Writes an OLE container ([MS-CFB]) with a few streams: for .doc files that say just what a test wants."""

from __future__ import annotations

import struct

_SECTOR, _FREE, _END, _FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096
"""Bytes: shorter streams would lie in a container of their own inside the container."""


def container(streams: dict[str, bytes]) -> bytes:
    padded = {name: data.ljust(_LEAST, b"\0") for name, data in streams.items()}
    fat: list[int] = []
    body = b""
    entries = [_entry("Root Entry", 5, _END, 0, 1 if padded else _FREE)]
    for number, (name, data) in enumerate(padded.items(), start=1):
        entries.append(_entry(name, 2, len(fat), len(data), _FREE, number + 1 if number < len(padded) else _FREE))
        body += _chained(data, fat)
    directory = len(fat)
    body += _chained(b"".join(entries), fat)
    sectors = 1
    while (len(fat) + sectors) * 4 > sectors * _SECTOR:
        sectors += 1
    table = len(fat)
    fat += [_FAT] * sectors
    fat += [_FREE] * (sectors * _SECTOR // 4 - len(fat))
    body += struct.pack(f"<{len(fat)}I", *fat)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, sectors, directory, 0, _LEAST, _END, 0, _END, 0)
    places = [table + n for n in range(sectors)]
    return head + struct.pack("<109I", *places, *[_FREE] * (109 - sectors)) + body


def _chained(data: bytes, fat: list[int]) -> bytes:
    """The data in whole sectors; their chain is added to the table."""
    count = -(-len(data) // _SECTOR)
    first = len(fat)
    fat += [*range(first + 1, first + count), _END]
    return data.ljust(count * _SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int, right: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, _FREE, right, child)
        + bytes(16 + 4 + 16)
        + struct.pack("<IQ", start, size)
    )
