"""Unpacking streams: any number of bytes in, pieces of bounded size out, whatever they expand to."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Iterable
from typing import Any, BinaryIO

from pipeline.archives.model import CHUNK, Chunks, cut_off, damaged


def read(stream: BinaryIO, size: int) -> Chunks:
    """So many bytes of a file from where it stands, or as many as there are."""
    while size > 0 and (piece := stream.read(min(size, CHUNK))):
        size -= len(piece)
        yield piece


def copied(pieces: Iterable[bytes]) -> Chunks:
    """What was only stored."""
    yield from pieces


def deflated(pieces: Iterable[bytes]) -> Chunks:
    """A raw deflate stream. Raises Corrupt where it is damaged or does not end."""
    opener = zlib.decompressobj(-15)
    try:
        for piece in pieces:
            while piece and not opener.eof:
                yield opener.decompress(piece, CHUNK)
                piece = opener.unconsumed_tail
            if opener.eof:
                return
        while more := opener.decompress(b"", CHUNK):
            yield more
    except zlib.error as error:
        raise damaged() from error
    if not opener.eof:
        raise cut_off()


def bunzipped(pieces: Iterable[bytes]) -> Chunks:
    """A bzip2 stream. Raises Corrupt as `deflated`."""
    yield from _fed(bz2.BZ2Decompressor(), pieces, ends=True)


def unlzmaed(pieces: Iterable[bytes], filters: list[dict[str, Any]], *, ends: bool) -> Chunks:
    """A raw LZMA stream with what was applied before it; `ends` where it says itself that it ends."""
    try:
        opener = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
    except (lzma.LZMAError, ValueError) as error:  # filters that nobody can have applied
        raise damaged() from error
    yield from _fed(opener, pieces, ends=ends)


def _fed(opener: Any, pieces: Iterable[bytes], *, ends: bool) -> Chunks:
    try:
        for piece in pieces:
            yield opener.decompress(piece, CHUNK)
            while not opener.needs_input and not opener.eof:
                more = opener.decompress(b"", CHUNK)
                if not more:
                    break
                yield more
            if opener.eof:
                return
    except (OSError, lzma.LZMAError, EOFError, ValueError) as error:
        raise damaged() from error
    if ends:
        raise cut_off()


def checked(pieces: Iterable[bytes], crc: int | None) -> Chunks:
    """The same bytes. Raises Corrupt at their end where they do not have this CRC-32."""
    seen = 0
    for piece in pieces:
        seen = zlib.crc32(piece, seen)
        yield piece
    if crc is not None and seen != crc:
        raise damaged()


def lzma_filter(properties: bytes) -> dict[str, Any]:
    """The filter that the five bytes of LZMA properties stand for. Raises Corrupt."""
    if len(properties) < 5 or properties[0] >= 9 * 5 * 5:
        raise damaged()
    rest, lc = divmod(properties[0], 9)
    pb, lp = divmod(rest, 5)
    if lc + lp > 4:
        raise damaged()
    window = int.from_bytes(properties[1:5], "little")
    return {"id": lzma.FILTER_LZMA1, "lc": lc, "lp": lp, "pb": pb, "dict_size": max(window, 4096)}
