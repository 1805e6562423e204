"""Members of a zip, from its directory; where that is missing or broken, from what stands before each member."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from extractors.errors import Corrupt, DocumentError
from pipeline.archives.inflate import bunzipped, checked, copied, deflated, lzma_filter, read, unlzmaed
from pipeline.archives.model import (
    Bounds,
    Chunks,
    Entry,
    cut_off,
    damaged,
    device,
    link,
    locked,
    method,
    too_large,
    too_many,
)
from pipeline.archives.names import code_page, decoded
from pipeline.archives.salvage import Found, found

UTF8, ENCRYPTED = 0x800, 0x1
UNICODE_PATH = 0x7075
LINK, DIRECTORY, REGULAR = 0xA, 0x4, 0x8
METHODS = {9: "Deflate64", 93: "Zstandard", 95: "XZ", 98: "PPMd", 99: "AES"}
LOCAL = struct.Struct("<4sHHHHHLLLHH")


@dataclass(frozen=True, slots=True)
class _Member:
    """What the directory, or the member's own header, tells. `crc` is None where it does not tell."""

    raw: bytes
    unicode: str
    flags: int
    method: int
    packed: int
    crc: int | None
    at: int
    mode: int = 0


def entries(path: Path, bounds: Bounds) -> Iterator[Entry]:
    """The files of a zip. Raises DocumentError where there are too many or, after those that could be found, where the
    archive is broken."""
    whole = True
    try:
        with zipfile.ZipFile(path) as opened:
            members = [_listed(info) for info in opened.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, RuntimeError, OverflowError):
        members, whole = [_salvaged(one) for one in found(path, bounds)], False
    files = [m for m in members if not m.raw.endswith(b"/") and m.mode != DIRECTORY]
    if len(files) > bounds.members:
        raise too_many(bounds.members)
    shared = _overlapping(members)
    encoding = code_page(m.raw for m in files if not m.unicode)
    with path.open("rb") as stream:
        for member in files:
            yield _entry(stream, member, member.unicode or decoded(member.raw, encoding), member.at in shared, bounds)
    if not whole:
        raise Corrupt(
            f"压缩包不完整或已损坏，只找到其中前 {len(files)} 个文件，后面的已经丢失。" if files else "压缩包已损坏，无法解开。",
            "请报送单位重新压缩后发送，或解压后报送。",
        )


def _listed(info: zipfile.ZipInfo) -> _Member:
    if info.flag_bits & UTF8:
        raw, name = info.orig_filename.encode(), info.orig_filename
    else:
        raw = info.orig_filename.encode("cp437")
        name = _unicode_path(info.extra, raw)
    return _Member(
        raw, name, info.flag_bits, info.compress_type, info.compress_size, info.CRC, info.header_offset, info.external_attr >> 28,
    )  # fmt: skip


def _salvaged(one: Found) -> _Member:
    name = one.raw.decode("utf-8", "replace") if one.flags & UTF8 else _unicode_path(one.extra, one.raw)
    return _Member(one.raw, name, one.flags, one.method, one.packed, one.crc, one.at)


def _unicode_path(extra: bytes, raw: bytes) -> str:
    """The name that some packers put beside the old one, if it is meant for it."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        data, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == UNICODE_PATH and len(data) > 5 and data[1:5] == zlib.crc32(raw).to_bytes(4, "little"):
            return data[5:].decode("utf-8", "replace")
    return ""


def _overlapping(members: Iterable[_Member]) -> set[int]:
    """Where members stand that share bytes with another: an honest packer writes one after the other."""
    spans = sorted((m.at, m.at + LOCAL.size + len(m.raw) + m.packed) for m in members)
    shared: set[int] = set()
    end, start = -1, -1
    for first, last in spans:
        if first < end:
            shared |= {start, first}
        if last > end:
            end, start = last, first
    return shared


def _entry(stream: BinaryIO, member: _Member, name: str, shared: bool, bounds: Bounds) -> Entry:
    refused: DocumentError | None = None
    if member.flags & ENCRYPTED:
        refused = locked()
    elif shared:
        refused = too_large("压缩包内几个文件共用同一段数据，是“压缩炸弹”的做法，没有解开。")
    elif member.mode == LINK:
        refused = link()
    elif member.mode not in (0, REGULAR):
        refused = device()
    elif member.method not in (0, 8, 12, 14):
        refused = method(METHODS.get(member.method, str(member.method)))
    return Entry(name, partial(_bytes, stream, member, bounds), member.packed, refused)


def _bytes(stream: BinaryIO, member: _Member, bounds: Bounds) -> Chunks:
    stream.seek(member.at)
    head = stream.read(LOCAL.size)
    if len(head) < LOCAL.size:
        raise cut_off()
    magic, *_, name, extra = LOCAL.unpack(head)
    if magic != b"PK\x03\x04":
        raise damaged()
    stream.seek(name + extra, 1)
    yield from checked(_opened(read(stream, member.packed), member.method, bounds), member.crc)


def _opened(pieces: Chunks, how: int, bounds: Bounds) -> Chunks:
    if how == 8:
        return deflated(pieces)
    if how == 12:
        return bunzipped(pieces)
    return _lzma(pieces, bounds) if how == 14 else copied(pieces)


def _lzma(pieces: Chunks, bounds: Bounds) -> Chunks:
    """Two bytes of version, two of the properties' size, the properties, the stream."""
    start = next(pieces, b"")
    size = int.from_bytes(start[2:4], "little")
    how = lzma_filter(start[4 : 4 + size])
    if how["dict_size"] > bounds.window:
        raise too_large("压缩包要求的内存过大，没有解开。")
    yield from unlzmaed(_after(start[4 + size :], pieces), [how], ends=False)


def _after(first: bytes, rest: Chunks) -> Chunks:
    yield first
    yield from rest
