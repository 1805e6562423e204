"""One archive of the inbox, with all archives in it, into a folder of numbered files. Runs in a worker that may be killed."""

from __future__ import annotations

import hashlib
import shutil
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from extractors.errors import Corrupt, DocumentError, Empty, TooLarge
from pipeline.archives.kinds import HEAD, archive_kind, opener
from pipeline.archives.model import Bounds, Entry, damaged, too_large
from pipeline.archives.names import Distinct, label, misplaced
from pipeline.archives.told import FILE, Telling
from pipeline.submission import Submission
from pipeline.trouble import why

SYSTEM_FILES = {"thumbs.db", "desktop.ini", ".ds_store"}
SYSTEM_FOLDER = "__MACOSX/"
SPARE = 512 * 2**20
"""Bytes that are left free on the disk."""
BROKEN = (OSError, ValueError, KeyError, IndexError, struct.error, OverflowError, EOFError, RuntimeError)
"""What libraries raise over archives that nobody made."""
LISTED = ("zip", "7z", "rar")
"""Archives that tell at once what is in them."""
SUFFIX = 10
"""Characters; the longest suffix that a numbered file keeps."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An archive of the inbox, and the folder that it is to be unpacked into."""

    archive: Submission
    folder: Path
    bounds: Bounds


def is_system_file(name: str) -> bool:
    """Whether Windows or macOS left that file behind."""
    return PurePosixPath(name).name.casefold() in SYSTEM_FILES or SYSTEM_FOLDER in name


def unpack(packed: Packed) -> None:
    """Unpack it and tell of each member as it comes. Raises OSError where the folder cannot be written."""
    shutil.rmtree(packed.folder, ignore_errors=True)
    packed.folder.mkdir(parents=True)
    with (packed.folder / FILE).open("w", encoding="ascii", newline="\n") as stream:
        _Unpacking(packed, Telling(stream)).archive(packed.archive, ())


class _Unpacking:
    def __init__(self, packed: Packed, telling: Telling) -> None:
        self._folder, self._bounds, self._telling = packed.folder, packed.bounds, telling
        free = shutil.disk_usage(packed.folder).free - SPARE
        self._room = free < packed.bounds.total_bytes
        self._bytes = max(0, min(free, packed.bounds.total_bytes))
        self._members = packed.bounds.members
        self._number = 0

    def archive(self, archive: Submission, inside: tuple[str, ...]) -> None:
        """Everything in an archive; `inside` are the digests of those that it is in."""
        left: dict[str, None] = {}
        try:
            if archive.sha256 in inside:
                raise TooLarge("压缩包里又是它自己，没有尽头，没有解开。", "请报送单位重新压缩要报送的文件。")
            if len(inside) >= self._bounds.depth:
                raise TooLarge("压缩包套了太多层。", "请解压后把其中的文件放入收件文件夹。")
            kind = archive_kind(archive.path, archive.name)
            entries = opener(kind, archive.name)
            if kind in LISTED:
                left |= self._list(archive, entries(archive.path, self._bounds))
            if not self._entries(archive, entries(archive.path, self._bounds), (*inside, archive.sha256), left):
                raise Empty("压缩包里没有文件。", "请与报送单位联系，重新压缩后发送。")
        except DocumentError as error:
            self._refuse(archive, left, error)
        except BROKEN:
            self._refuse(archive, left, Corrupt("压缩包已损坏，无法全部解开。", "请报送单位重新压缩后发送，或解压后报送。"))

    def _refuse(self, archive: Submission, left: Iterable[str], error: DocumentError) -> None:
        """An archive, with the members that were not come to."""
        for name in (*left, archive.name):
            self._telling.refused(name, error)

    def _list(self, archive: Submission, entries: Iterable[Entry]) -> dict[str, None]:
        """Tell which members there are before the first is opened: should this worker be killed, each is accounted for."""
        distinct, names = Distinct(), list[str]()
        with suppress(DocumentError):  # it comes again when they are opened
            names += (f"{archive.name}/{distinct(label(entry.name))}" for entry in entries)
        self._telling.listed(names)
        return dict.fromkeys(names)

    def _entries(self, archive: Submission, entries: Iterable[Entry], inside: tuple[str, ...], left: dict[str, None]) -> bool:
        distinct, came = Distinct(), False
        for entry in entries:
            name = f"{archive.name}/{distinct(label(entry.name))}"
            came = True
            left.pop(name, None)
            if is_system_file(name):
                self._telling.ignored(name)
                continue
            self._telling.listed([name])
            try:
                self._entry(entry, name, inside)
            except DocumentError as error:
                self._telling.refused(name, error)
        return came

    def _entry(self, entry: Entry, name: str, inside: tuple[str, ...]) -> None:
        if (refused := misplaced(entry.name) or entry.refused) is not None:
            raise refused
        self._members -= 1
        if self._members < 0:
            raise TooLarge(f"压缩包内文件超过 {self._bounds.members} 个，这个文件没有解开。", "请分批解压后放入收件文件夹。")
        self._number += 1
        target = self._folder / f"{self._number:05d}{PurePosixPath(name).suffix[:SUFFIX]}"
        try:
            digest, head = self._write(entry, target)
        except BaseException as error:
            target.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise TooLarge(f"无法写入磁盘（{why(error)}），这个文件没有解开。", "请清理磁盘后再运行一次。") from error
            raise
        file = Submission(name, target, digest)
        if archive_kind(target, name, head):
            self._telling.opened(name)
            self.archive(file, inside)
            target.unlink()
        else:
            self._telling.submission(file)

    def _write(self, entry: Entry, target: Path) -> tuple[str, bytes]:
        """Write one member and return its digest and first bytes; its header is not believed, the stream is counted."""
        size, digest, head = 0, hashlib.sha256(), b""
        with target.open("wb") as out:
            for piece in _pieces(entry):
                size += len(piece)
                self._bytes -= len(piece)
                self._check(size, entry.packed)
                digest.update(piece)
                head = head if len(head) >= HEAD else head + piece[:HEAD]
                out.write(piece)
        return digest.hexdigest(), head

    def _check(self, size: int, packed: int | None) -> None:
        bounds = self._bounds
        if size > bounds.member_bytes:
            raise too_large()
        if packed is not None and size > bounds.ratio_from and size > bounds.ratio * max(packed, 1):
            raise too_large(f"压缩包内的文件解开后是原来的 {bounds.ratio} 倍以上，是“压缩炸弹”的做法，没有解开。")
        if self._bytes < 0:
            if self._room:
                raise TooLarge("磁盘空间不足，这个文件没有解开。", "请清理磁盘后再运行一次。")
            raise TooLarge("压缩包解开后总共过大，这个文件没有解开。", "请分批解压后放入收件文件夹。")


def _pieces(entry: Entry) -> Iterator[bytes]:
    """A member's bytes. Raises DocumentError, whatever its reader raises."""
    try:
        yield from entry.open()
    except BROKEN as error:
        raise damaged() from error
