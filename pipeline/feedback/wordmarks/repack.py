"""A new zip from an old one: changed parts are packed anew, all others are copied as they lie, packed bytes and all.

Nothing is unpacked on the way, so that a hostile part cannot grow, and every entry carries the same fixed time, so that
the same input gives the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.zipped import UTF8, raw

_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_DATE = 0x21
"""1 January 1980, the first day that a zip can tell."""
_VERSION, _DEFLATED = 20, 8


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    flags: int
    method: int
    crc: int
    size: int
    packed: bytes


def repack(data: bytes, package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package `data` with some parts changed or added. Raises Corrupt where an entry reaches beyond the file."""
    left = {name.lower(): (name, content) for name, content in changed.items()}
    taken = set(left)
    entries: list[_Entry] = []
    for name, old in package.entries():
        key = name.replace("\\", "/").lstrip("/").lower()
        if key in left:
            entries.append(_packed(old.label, old.flags & UTF8, left.pop(key)[1]))
        elif key not in taken:
            entries.append(_Entry(old.label, old.flags & UTF8, old.method, old.crc, old.size, raw(data, old)))
    entries += [_packed(name.encode(), 0 if name.isascii() else UTF8, content) for name, content in left.values()]
    return _assemble(entries)


def _packed(name: bytes, flags: int, content: bytes) -> _Entry:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return _Entry(name, flags, _DEFLATED, zlib.crc32(content), len(content), packed)


def _assemble(entries: list[_Entry]) -> bytes:
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for e in entries:
        common = (e.flags, e.method, 0, _DATE, e.crc, len(e.packed), e.size, len(e.name), 0)
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *common) + e.name
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *common, 0, 0, 0, 0, at) + e.name)
        body += (local, e.packed)
        at += len(local) + len(e.packed)
    listing = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listing), at, 0)
    return b"".join((*body, listing, end))
