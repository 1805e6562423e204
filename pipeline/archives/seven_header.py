"""The header of a 7z archive: which files are in it, and how the packed streams become their bytes.

Source: 7zFormat.txt of the 7-Zip distribution (public domain). Numbers in it are claims: every count is held against the
bytes that are there before anything is made for it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from extractors.errors import Corrupt

T = TypeVar("T")
END, HEADER, PROPERTIES, ADDITIONAL, STREAMS, FILES, PACK, UNPACK, SUBSTREAMS, SIZE, CRC, FOLDER, FOLDER_SIZES, COUNTS = range(14)
EMPTY_STREAM, EMPTY_FILE, ANTI, NAMES, ATTRIBUTES, ENCODED = 14, 15, 16, 17, 21, 23


def broken() -> Corrupt:
    """The header says what cannot be."""
    return Corrupt("压缩包已损坏，无法解开。", "请报送单位重新压缩后发送，或解压后报送。")


@dataclass(frozen=True, slots=True)
class Coder:
    """One step of unpacking."""

    method: bytes
    properties: bytes
    inputs: int
    outputs: int


@dataclass(slots=True)
class Folder:
    """Steps that unpack one stream, which holds the bytes of `sizes` files, one after the other; `size` of all, `crcs` of
    each where told. `packed` is where its packed bytes lie: (offset, length) for each of its streams."""

    coders: tuple[Coder, ...]
    bonds: tuple[tuple[int, int], ...]
    streams: tuple[int, ...]
    coder_sizes: tuple[int, ...] = ()
    crc: int | None = None
    sizes: tuple[int, ...] = ()
    crcs: tuple[int | None, ...] = ()
    packed: tuple[tuple[int, int], ...] = ()

    @property
    def size(self) -> int:
        """Bytes that come out in the end: of the one coder whose output goes to no other."""
        bound = {output for _, output in self.bonds}
        free = [n for n in range(len(self.coder_sizes)) if n not in bound]
        return self.coder_sizes[free[0]] if free else 0


@dataclass(frozen=True, slots=True)
class File:
    """A file of the archive. `stream` tells that it has bytes; attributes are Windows' with Unix's above them."""

    name: str
    stream: bool
    folder: bool
    attributes: int


@dataclass(slots=True)
class Header:
    """Everything that the header tells."""

    folders: list[Folder] = field(default_factory=list)
    files: list[File] = field(default_factory=list)


class Reader:
    """Takes a header apart. Raises Corrupt where it ends too early or claims what cannot be."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    @property
    def left(self) -> int:
        """Bytes that are still to be read: no list can have more entries than that."""
        return len(self._data) - self._at

    def take(self, size: int) -> bytes:
        """The next bytes."""
        if size > self.left:
            raise broken()
        self._at += size
        return self._data[self._at - size : self._at]

    def skip(self, size: int) -> None:
        """Pass over bytes."""
        self.take(size)

    def byte(self) -> int:
        """The next byte."""
        return self.take(1)[0]

    def number(self) -> int:
        """A number of one to nine bytes: as many leading ones in the first as bytes follow."""
        first = self.byte()
        value, mask = 0, 0x80
        for n in range(8):
            if not first & mask:
                return value | (first & (mask - 1)) << (8 * n)
            value |= self.byte() << (8 * n)
            mask >>= 1
        return value

    def count(self) -> int:
        """How many of something follow, none of which takes less than a bit."""
        value = self.number()
        if value > self.left * 8:
            raise broken()
        return value

    def bits(self, count: int) -> list[bool]:
        """So many flags."""
        data = self.take((count + 7) // 8)
        return [bool(data[n // 8] >> (7 - n % 8) & 1) for n in range(count)]

    def defined(self, count: int) -> list[bool]:
        """Flags that may say at once that all are set."""
        return [True] * count if self.byte() else self.bits(count)

    def crcs(self, count: int) -> list[int | None]:
        """CRC-32 sums, where they are told."""
        return [int.from_bytes(self.take(4), "little") if told else None for told in self.defined(count)]

    def until(self, mark: int, step: Callable[[int], None]) -> None:
        """Every section up to this mark."""
        while (kind := self.byte()) != mark:
            step(kind)


def read_streams(data: Reader) -> list[Folder]:
    """The folders of a streams section, which begins here."""
    found = _Streams(data)
    data.until(END, found.section)
    found.settle()
    return found.folders


class _Streams:
    def __init__(self, data: Reader) -> None:
        self.data = data
        self.folders: list[Folder] = []
        self.position, self.packed = 0, [0][:0]
        self.counted = False

    def section(self, kind: int) -> None:
        """One of the three sections."""
        if kind == PACK:
            self.position, count = self.data.number(), self.data.count()
            self.data.until(END, lambda k: self._pack(k, count))
        elif kind == UNPACK:
            self.data.until(END, self._unpack)
        elif kind == SUBSTREAMS:
            _Substreams(self.data, self.folders).read()
            self.counted = True
        else:
            raise broken()

    def settle(self) -> None:
        """Where each folder's bytes lie; without substreams each is one file."""
        at, streams = self.position, iter(self.packed)
        for folder in self.folders:
            spans = []
            for _ in folder.streams:
                size = next(streams, None)
                if size is None:
                    raise broken()
                spans.append((at, size))
                at += size
            folder.packed = tuple(spans)
            if not self.counted:
                folder.sizes, folder.crcs = (folder.size,), (folder.crc,)

    def _pack(self, kind: int, count: int) -> None:
        if kind == SIZE:
            self.packed = [self.data.number() for _ in range(count)]
        elif kind == CRC:
            self.data.crcs(count)
        else:
            raise broken()

    def _unpack(self, kind: int) -> None:
        if kind == FOLDER:
            count = self.data.count()
            if self.data.byte():
                raise broken()  # kept elsewhere: no packer does that
            self.folders = [_folder(self.data) for _ in range(count)]
        elif kind == FOLDER_SIZES:
            for folder in self.folders:
                folder.coder_sizes = tuple(self.data.number() for coder in folder.coders for _ in range(coder.outputs))
        elif kind == CRC:
            for folder, crc in zip(self.folders, self.data.crcs(len(self.folders)), strict=True):
                folder.crc = crc
        else:
            raise broken()


def _folder(data: Reader) -> Folder:
    count = data.number()
    if not 0 < count <= 8:
        raise broken()
    coders = tuple(_coder(data) for _ in range(count))
    inputs, outputs = sum(c.inputs for c in coders), sum(c.outputs for c in coders)
    if inputs > 32 or not 0 < outputs <= 32:
        raise broken()
    bonds = tuple((data.number(), data.number()) for _ in range(outputs - 1))
    left = inputs - len(bonds)
    if left < 1:
        raise broken()
    bound = {one for one, _ in bonds}
    streams = tuple(data.number() for _ in range(left)) if left > 1 else tuple(n for n in range(inputs) if n not in bound)
    return Folder(coders, bonds, streams)


def _coder(data: Reader) -> Coder:
    flags = data.byte()
    method = data.take(flags & 0x0F)
    inputs, outputs = (data.number(), data.number()) if flags & 0x10 else (1, 1)
    properties = data.take(data.number()) if flags & 0x20 else b""
    if inputs > 32 or outputs > 32 or flags & 0x80:
        raise broken()
    return Coder(method, properties, inputs, outputs)


class _Substreams:
    """How the folders' bytes are shared out among files."""

    def __init__(self, data: Reader, folders: list[Folder]) -> None:
        self.data, self.folders = data, folders
        self.counts = [1] * len(folders)

    def read(self) -> None:
        """The section, up to its end."""
        kind = self.data.byte()
        if kind == COUNTS:
            self.counts = [self.data.count() for _ in self.folders]
            if sum(self.counts) > 2**22:
                raise broken()
            kind = self.data.byte()
        for folder, count in zip(self.folders, self.counts, strict=True):
            folder.sizes = self._sizes(folder, count, told=kind == SIZE)
            folder.crcs = (folder.crc,) if count == 1 else (None,) * count
        if kind == SIZE:
            kind = self.data.byte()
        if kind == CRC:
            self._crcs()
            kind = self.data.byte()
        if kind != END:
            raise broken()

    def _sizes(self, folder: Folder, count: int, *, told: bool) -> tuple[int, ...]:
        """All but the last, which takes what is left, are told."""
        if not count:
            return ()
        if count > 1 and not told:
            raise broken()
        sizes = [self.data.number() for _ in range(count - 1)]
        last = folder.size - sum(sizes)
        if last < 0:
            raise broken()
        return (*sizes, last)

    def _crcs(self) -> None:
        """Of the files whose sum is not their folder's."""
        open_ones = [f for f, count in zip(self.folders, self.counts, strict=True) if count != 1 or f.crc is None]
        sums = iter(self.data.crcs(sum(len(f.sizes) for f in open_ones)))
        for folder in open_ones:
            folder.crcs = tuple(next(sums) for _ in folder.sizes)


def read_header(data: bytes) -> Header:
    """A header as it stands there, not packed. Raises Corrupt."""
    reader, header = Reader(data), Header()
    if reader.byte() != HEADER:
        raise broken()

    def section(kind: int) -> None:
        if kind == STREAMS:
            header.folders = read_streams(reader)
        elif kind == ADDITIONAL:
            read_streams(reader)
        elif kind == PROPERTIES:
            reader.until(END, lambda _: reader.skip(reader.number()))
        elif kind == FILES:
            header.files = _files(reader)
        else:
            raise broken()

    reader.until(END, section)
    return header


def _files(data: Reader) -> list[File]:
    count = data.count()
    empty, bare, names, attributes = [False] * count, [False][:0], [""] * count, [0] * count

    def section(kind: int) -> None:
        nonlocal empty, bare, names, attributes
        part = Reader(data.take(data.number()))
        if kind == EMPTY_STREAM:
            empty = part.bits(count)
        elif kind == EMPTY_FILE:
            bare = part.bits(sum(empty))
        elif kind == NAMES:
            names = _names(part, count)
        elif kind == ATTRIBUTES:
            attributes = _attributes(part, count)

    data.until(END, section)
    bare += [False] * (sum(empty) - len(bare))
    bares = iter(bare)
    return [File(names[n], not empty[n], empty[n] and not next(bares), attributes[n]) for n in range(count)]


def _names(part: Reader, count: int) -> list[str]:
    if part.byte():
        raise broken()
    names = part.take(part.left).decode("utf-16-le", "replace").split("\0")
    if len(names) < count:
        raise broken()
    return names[:count]


def _attributes(part: Reader, count: int) -> list[int]:
    told = part.defined(count)
    if part.byte():
        raise broken()
    return [int.from_bytes(part.take(4), "little") if one else 0 for one in told]


SIGNATURE = struct.Struct("<6sBBLQQL")
MAGIC = b"7z\xbc\xaf\x27\x1c"


@dataclass(frozen=True, slots=True)
class Start:
    """What the first 32 bytes tell: where the header lies, how large it is, its CRC-32."""

    at: int
    size: int
    crc: int


def read_start(data: bytes) -> Start:
    """Raises Corrupt where these are no first bytes of a 7z archive."""
    if len(data) < SIGNATURE.size or not data.startswith(MAGIC):
        raise broken()
    _, _, _, crc, at, size, header_crc = SIGNATURE.unpack(data[: SIGNATURE.size])
    if zlib.crc32(data[12 : SIGNATURE.size]) != crc:
        raise broken()
    return Start(SIGNATURE.size + at, size, header_crc)
