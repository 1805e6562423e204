"""What is left of a zip without its directory: each member has a header of its own before it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.archives.model import CHUNK, Bounds, too_many

LOCAL = struct.Struct("<4sHHHHHLLLHH")
SIGNATURE = b"PK\x03\x04"
LATER = 0x8
"""The flag of a member whose sizes stand behind it, as its packer wrote it in one go."""


@dataclass(frozen=True, slots=True)
class Found:
    """A member by its own header; `crc` is None where that does not tell it."""

    raw: bytes
    extra: bytes
    flags: int
    method: int
    packed: int
    crc: int | None
    at: int


def found(path: Path, bounds: Bounds) -> Iterator[Found]:
    """The members that stand one after the other from the first on. Raises TooLarge where they do not end."""
    with path.open("rb") as stream:
        at, count = _first(stream), 0
        while at is not None:
            member, at = _member(stream, at, bounds)
            if member is None:
                return
            count += 1
            if count > bounds.members:
                raise too_many(bounds.members)
            yield member


def _first(stream: BinaryIO) -> int | None:
    place = stream.read(CHUNK).find(SIGNATURE)
    return place if place >= 0 else None


def _member(stream: BinaryIO, at: int, bounds: Bounds) -> tuple[Found | None, int | None]:
    """The member whose header stands there, and where the next one does."""
    stream.seek(at)
    head = stream.read(LOCAL.size)
    if len(head) < LOCAL.size or not head.startswith(SIGNATURE):
        return None, None
    _, _, flags, method, _, _, crc, packed, _, name_size, extra_size = LOCAL.unpack(head)
    raw, extra = stream.read(name_size), stream.read(extra_size)
    if not raw or len(raw) < name_size or len(extra) < extra_size:
        return None, None
    start, told = at + LOCAL.size + name_size + extra_size, not flags & LATER
    if not told and method == 8:
        packed = _deflated_size(stream, bounds)
    elif packed == 0xFFFFFFFF or not told:
        return Found(raw, extra, flags, method, _rest(stream, start), None, at), None
    return Found(raw, extra, flags, method, packed, crc if told else None, at), _next(stream, start + packed, told)


def _next(stream: BinaryIO, at: int, told: bool) -> int | None:
    """The next header; between the two may stand the sizes of the member before, with or without a mark of their own."""
    stream.seek(at)
    place = stream.read(4 if told else 28).find(SIGNATURE)
    return at + place if place >= 0 else None


def _deflated_size(stream: BinaryIO, bounds: Bounds) -> int:
    """How far a deflate stream reaches that begins here, as far as we would unpack it."""
    opener, size, came = zlib.decompressobj(-15), 0, 0
    try:
        while not opener.eof and came <= bounds.member_bytes and (piece := stream.read(CHUNK)):
            size += len(piece)
            while piece and not opener.eof and came <= bounds.member_bytes:
                came += len(opener.decompress(piece, CHUNK))
                piece = opener.unconsumed_tail
    except zlib.error:
        return size
    return size - len(opener.unused_data)


def _rest(stream: BinaryIO, start: int) -> int:
    return stream.seek(0, 2) - start
