"""Members of a 7z archive. Many files share one packed stream: they are unpacked in their order, and what comes after a
member that is left out is reached only by unpacking that one too, within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extractors.errors import Corrupt, DocumentError, TooLarge
from pipeline.archives.inflate import checked
from pipeline.archives.model import Bounds, Chunks, Entry, cut_off, damaged, device, link, nothing, too_large, too_many
from pipeline.archives.seven_header import (
    ENCODED,
    File,
    Folder,
    Header,
    Reader,
    broken,
    read_header,
    read_start,
    read_streams,
)
from pipeline.archives.seven_methods import unpacked

REPARSE, UNIX = 0x400, 0x8000
"""Attributes: Windows' links, and that Unix's mode stands in the upper half."""


def entries(path: Path, bounds: Bounds) -> Iterator[Entry]:
    """The files of a 7z archive. Raises DocumentError where its header cannot be read."""
    with path.open("rb") as stream:
        header = _header(stream, bounds)
        files = [f for f in header.files if not f.folder]
        if len(files) > bounds.members:
            raise too_many(bounds.members)
        places = _places(stream, header, bounds)
        for file in files:
            if file.stream:
                yield _entry(file, next(places, None), bounds)
            else:
                yield Entry(file.name, nothing, refused=_odd(file))


class Stretch:
    """The bytes that come out of one folder, from which files are cut off one after the other."""

    def __init__(self, stream: BinaryIO, folder: Folder, bounds: Bounds) -> None:
        self._stream, self._folder, self._bounds = stream, folder, bounds
        self._pieces: Chunks | None = None
        self._held = b""
        self._ahead = 0
        self.error: DocumentError | None = None

    def cut(self, start: int, size: int) -> Chunks:
        """The bytes of a file. Raises DocumentError, and again for each that follows."""
        try:
            if self.error is None:
                for _ in self._next(start - self._ahead, skipped=True):
                    pass
                yield from self._next(size)
        except DocumentError as error:
            self.error = error
        if self.error is not None:
            raise self.error

    def _next(self, size: int, *, skipped: bool = False) -> Chunks:
        if skipped and size > self._bounds.member_bytes:
            raise too_large("压缩包内与它压在一起的文件过大，没有解开。")
        if self._pieces is None:
            self._pieces = unpacked(self._stream, self._folder, self._bounds)
        while size > 0:
            if not self._held:
                self._held = next(self._pieces, b"")
                if not self._held:
                    raise cut_off()
                continue
            piece, self._held = self._held[:size], self._held[size:]
            size -= len(piece)
            self._ahead += len(piece)
            yield piece


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a file's bytes are among those that come out of a folder."""

    stretch: Stretch
    start: int
    size: int
    crc: int | None


def _places(stream: BinaryIO, header: Header, bounds: Bounds) -> Iterator[_Place]:
    for folder in header.folders:
        stretch, start = Stretch(stream, folder, bounds), 0
        for size, crc in zip(folder.sizes, folder.crcs, strict=True):
            yield _Place(stretch, start, size, crc)
            start += size


def _entry(file: File, place: _Place | None, bounds: Bounds) -> Entry:
    if place is None:
        return Entry(file.name, nothing, refused=damaged())
    refused = _odd(file)
    if refused is None and place.size > bounds.member_bytes:
        refused = too_large()
    return Entry(file.name, lambda: checked(place.stretch.cut(place.start, place.size), place.crc), None, refused)


def _odd(file: File) -> DocumentError | None:
    """Why a file is none."""
    kind = file.attributes >> 28 if file.attributes & UNIX else 0
    if file.attributes & REPARSE or kind == 0xA:
        return link()
    return device() if kind not in (0, 8) else None


def _header(stream: BinaryIO, bounds: Bounds) -> Header:
    """The header, unpacked where it is packed itself, as it usually is."""
    start = read_start(stream.read(32))
    data = _part(stream, start.at, start.size, bounds)
    if zlib.crc32(data) != start.crc:
        raise broken()
    for _ in range(4):
        if data[:1] != bytes([ENCODED]):
            return read_header(data) if data else Header()
        reader = Reader(data[1:])
        folders = read_streams(reader)
        if len(folders) != 1 or folders[0].size > bounds.header_bytes:
            raise broken()
        data = b"".join(checked(Stretch(stream, folders[0], bounds).cut(0, folders[0].size), folders[0].crc))
    raise broken()


def _part(stream: BinaryIO, at: int, size: int, bounds: Bounds) -> bytes:
    whole = stream.seek(0, 2)
    if at + size > whole:
        raise Corrupt("压缩包不完整，没有传完（7z 的目录在末尾，文件无法找回）。", "请报送单位重新发送压缩包。")
    if size > bounds.header_bytes:
        raise TooLarge("压缩包的目录过大，没有解开。", "请分批解压后放入收件文件夹。")
    stream.seek(at)
    return stream.read(size)
