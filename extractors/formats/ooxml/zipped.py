"""A zip's list of entries and their bytes (PKWARE APPNOTE 6.3): what the reader needs and no more, in a fifth of the time of
`zipfile`, and with the packed bytes at hand.

The central directory counts, as for Word: sizes and sums there hold where the local header has none (data descriptors)."""

from __future__ import annotations

import struct
import zlib

from extractors.errors import Corrupt, Encrypted, TooLarge, Unsupported
from extractors.model.value_class import value_class

_CENTRAL = struct.Struct("<8xHH4xIIIHH10xI")
_LENGTHS = struct.Struct("<HHH")
_END = struct.Struct("<4s6xHIIH")
_END_64 = struct.Struct("<4s28xQQQ")
_HUGE = 0xFFFFFFFF
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, UTF8 = 0x1, 0x800
_LONGEST_COMMENT = 65_535


@value_class
class Entry:
    """An entry as its record in the central directory has it. `at` is where its local header begins, `crc` the sum of its
    content, `packed` and `size` are bytes, `label` the name as written: UTF-8 if `flags` say so, else code page 437."""

    label: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


def directory(data: bytes) -> tuple[dict[str, int], int]:
    """The entries' names, in the directory's order, and where each one's record begins; and by how much everything is moved by
    what stands before the zip. Raises Corrupt for a zip that is cut off or holds no directory."""
    start, end, moved = _bounds(data)
    found: dict[str, int] = {}
    try:
        while start < end and data[start : start + 4] == b"PK\x01\x02":
            name, extra, comment = _LENGTHS.unpack_from(data, start + 28)
            label = data[start + 46 : start + 46 + name]
            found[label.decode() if label.isascii() else _decoded(label, data[start + 9])] = start
            start += 46 + name + extra + comment
    except struct.error as error:
        raise Corrupt from error
    return found, moved


def entry(data: bytes, start: int, moved: int) -> Entry:
    """The entry whose record begins at `start`, in a zip that is moved so far."""
    flags, method, crc, packed, size, name, extra, at = _CENTRAL.unpack_from(data, start)
    rest = start + 46 + name
    if _HUGE in (packed, size, at):
        size, packed, at = _wide(data[rest : rest + extra], size, packed, at)
    return Entry(data[start + 46 : rest], flags, method, crc, packed, size, at + moved)


def _decoded(label: bytes, high_flags: int) -> str:
    return label.decode("utf-8" if high_flags << 8 & UTF8 else "cp437", "replace")


def raw(data: bytes, entry: Entry) -> bytes:
    """The entry's bytes as they lie in the file. Raises Corrupt where they reach beyond its end."""
    at = entry.at
    lengths = data[at + 26 : at + 30]
    start = at + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    if len(data) < start + entry.packed or data[at : at + 4] != b"PK\x03\x04":
        raise Corrupt
    return data[start : start + entry.packed]


def unpack(packed: bytes, entry: Entry, limit: int) -> bytes:
    """The content of an entry, of its packed bytes. Counts what comes out, not what the header claims. Raises Encrypted, TooLarge beyond `limit`
    bytes, Corrupt where it does not end or its sum is wrong, Unsupported for a way of packing that Word never uses."""
    if entry.flags & _ENCRYPTED:
        raise Encrypted
    if entry.method not in (_STORED, _DEFLATED):
        raise Unsupported("文件的压缩方式不是 Word 使用的那一种。")
    content = _inflate(packed, limit) if entry.method == _DEFLATED else packed
    if len(content) > limit:
        raise TooLarge("文件解压后过大，已停止读取。")
    if zlib.crc32(content) != entry.crc:
        raise Corrupt
    return content


def _inflate(packed: bytes, limit: int) -> bytes:
    stream = zlib.decompressobj(-15)
    try:
        content = stream.decompress(packed, limit + 1)
    except zlib.error as error:
        raise Corrupt from error
    if not stream.eof and len(content) <= limit:
        raise Corrupt
    return content


def _bounds(data: bytes) -> tuple[int, int, int]:
    """Where the central directory begins and ends, and by how much everything is moved by what stands before the zip."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if end < 0 or len(data) < end + _END.size:
        raise Corrupt
    _, count, size, offset, _ = _END.unpack_from(data, end)
    if _HUGE in (size, offset) or count == 0xFFFF:
        at = data.rfind(b"PK\x06\x06", 0, end)
        if at >= 0 and len(data) >= at + _END_64.size:
            _, _, size, offset = _END_64.unpack_from(data, at)
            end = at
    start = end - size
    if start < 0 or start < offset or (size and data[start : start + 4] != b"PK\x01\x02"):
        raise Corrupt
    return start, end, start - offset


def _wide(extra: bytes, size: int, packed: int, at: int) -> tuple[int, int, int]:
    """The 64-bit values of those that do not fit (extra field 1, in this order: size, packed size, position)."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == 1:
            values = [value for (value,) in struct.iter_unpack("<Q", extra[4 : 4 + length // 8 * 8])]
            wide = [values.pop(0) if old == _HUGE and values else old for old in (size, packed, at)]
            return wide[0], wide[1], wide[2]
        extra = extra[4 + length :]
    return size, packed, at
