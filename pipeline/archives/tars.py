"""Members of a tar, packed or not, and the one file of a bare gzip, bzip2 or xz."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from extractors.errors import Corrupt
from pipeline.archives.model import CHUNK, Bounds, Chunks, Entry, damaged, device, link, nothing, too_many
from pipeline.archives.names import code_page, decoded

BROKEN = (tarfile.TarError, OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)
MARK_AT, MARK = 257, b"ustar"


def entries(path: Path, bounds: Bounds) -> Iterator[Entry]:
    """The files of a tar. Raises Corrupt after those that could be found, where it breaks off."""
    count = 0
    try:
        with tarfile.open(path, "r:*", errors="surrogateescape") as opened:
            while (member := opened.next()) is not None:
                opened.members.clear()  # type: ignore[attr-defined]  # else every member ever seen is kept
                if member.isdir():
                    continue
                count += 1
                if count > bounds.members:
                    raise too_many(bounds.members)
                yield _entry(opened, member)
    except BROKEN as error:
        raise Corrupt(f"压缩包不完整或已损坏，只找到其中前 {count} 个文件，后面的已经丢失。", "请报送单位重新压缩后发送，或解压后报送。") from error


def single(path: Path, name: str, kind: str, _bounds: Bounds) -> Iterator[Entry]:
    """The one file of a bare gzip, bzip2 or xz, or the members of the tar in it."""
    try:
        with unpacked(path, kind) as stream:
            packed_tar = stream.read(MARK_AT + len(MARK))[MARK_AT:] == MARK
    except BROKEN:
        packed_tar = False
    if packed_tar:
        yield from entries(path, _bounds)
    else:
        yield Entry(Path(name).stem or "未命名", lambda: _pieces(path, kind), path.stat().st_size)


def unpacked(path: Path, kind: str) -> BinaryIO:
    """The bytes in a gzip, bzip2 or xz file."""
    if kind == "gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    return cast(BinaryIO, bz2.open(path, "rb") if kind == "bz2" else lzma.open(path, "rb"))


def _entry(opened: tarfile.TarFile, member: tarfile.TarInfo) -> Entry:
    raw = os.fsencode(member.name)
    name = decoded(raw, code_page([raw]))
    if member.issym() or member.islnk():
        return Entry(name, nothing, refused=link())
    if not member.isfile():
        return Entry(name, nothing, refused=device())
    return Entry(name, lambda: _member(opened, member))


def _member(opened: tarfile.TarFile, member: tarfile.TarInfo) -> Chunks:
    stream = opened.extractfile(member)
    if stream is None:
        raise damaged()
    yield from _read(stream)


def _pieces(path: Path, kind: str) -> Chunks:
    with unpacked(path, kind) as stream:
        yield from _read(stream)


def _read(stream: IO[bytes]) -> Chunks:
    try:
        while piece := stream.read(CHUNK):
            yield piece
    except BROKEN as error:
        raise damaged() from error
