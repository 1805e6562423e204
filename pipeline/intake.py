"""What lies in the inbox: every file is accounted for, archives are opened within bounds, nothing is followed outside."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from extractors.errors import Corrupt, DocumentError, Encrypted, TooLarge, Unsupported
from pipeline.records import UnreadableRecord
from pipeline.submission import Submission, unreadable

MAX_DEPTH = 2
MAX_MEMBERS = 20_000
MAX_MEMBER_BYTES = 200 * 2**20
MAX_ARCHIVE_BYTES = 4 * 2**30
SYSTEM_FILES = {"thumbs.db", "desktop.ini", ".ds_store"}
DOCUMENT_SUFFIXES = {".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".pptx"}
OTHER_ARCHIVES = {b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar"}


@dataclass(frozen=True, slots=True)
class Intake:
    """`submissions` in the order of their names, `refused` files and archives, `ignored` names of system files."""

    submissions: tuple[Submission, ...]
    refused: tuple[UnreadableRecord, ...] = ()
    ignored: tuple[str, ...] = ()


def collect(inbox: Path, unpack_to: Path) -> Intake:
    """Every file below `inbox`, archives unpacked below `unpack_to` (one folder per archive, named by its content).

    `inbox` may also be a single file. Raises FileNotFoundError where there is no such place."""
    if not inbox.exists():
        raise FileNotFoundError(inbox)
    found = _Collector(unpack_to)
    if inbox.is_file():
        found.add(inbox, inbox.name, 0)
    else:
        for path in _walk(inbox):
            found.add(path, _name(path.relative_to(inbox)), 0)
    return Intake(
        tuple(sorted(found.submissions, key=lambda s: s.name)),
        tuple(sorted(found.refused, key=lambda r: r.file)),
        tuple(sorted(found.ignored)),
    )


class _Collector:
    def __init__(self, unpack_to: Path) -> None:
        self.unpack_to = unpack_to
        self.submissions: list[Submission] = []
        self.refused: list[UnreadableRecord] = []
        self.ignored: list[str] = []

    def add(self, path: Path, name: str, depth: int) -> None:
        if PurePosixPath(name).name.casefold() in SYSTEM_FILES or "__MACOSX/" in name:
            self.ignored.append(name)
            return
        if path.is_symlink():
            self.refuse(Submission(name, path, ""), Unsupported("这是一个快捷链接，不是文件本身。", "请把文件本身放入收件文件夹。"))
            return
        try:
            submission = Submission(name, path, _sha256(path))
        except OSError:
            self.refuse(Submission(name, path, ""), Corrupt("文件无法打开。", "请检查文件权限，或关闭正在使用它的程序后重试。"))
            return
        kind = _archive_kind(path)
        if kind == "zip":
            self.open_zip(submission, depth)
        elif kind:
            self.refuse(submission, Unsupported(f"{kind} 压缩包暂不支持。", "请解压后把其中的文件放入收件文件夹。"))
        else:
            self.submissions.append(submission)

    def refuse(self, submission: Submission, error: DocumentError) -> None:
        self.refused.append(unreadable(submission, error))

    def open_zip(self, archive: Submission, depth: int) -> None:
        if depth >= MAX_DEPTH:
            self.refuse(archive, TooLarge("压缩包套了太多层。", "请解压后把其中的文件放入收件文件夹。"))
            return
        folder = self.unpack_to / archive.sha256[:16]
        try:
            with zipfile.ZipFile(archive.path) as opened:
                members = [m for m in opened.infolist() if not m.is_dir()]
                if len(members) > MAX_MEMBERS:
                    raise TooLarge(f"压缩包内文件超过 {MAX_MEMBERS} 个。", "请分批解压后放入收件文件夹。")
                self._members(opened, members, archive, folder, depth)
        except DocumentError as error:
            self.refuse(archive, error)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            self.refuse(archive, Corrupt("压缩包已损坏，无法全部解开。", "请报送单位重新压缩后发送，或解压后报送。"))

    def _members(
        self, opened: zipfile.ZipFile, members: list[zipfile.ZipInfo], archive: Submission, folder: Path, depth: int
    ) -> None:
        left = MAX_ARCHIVE_BYTES
        folder.mkdir(parents=True, exist_ok=True)
        for n, member in enumerate(members):
            name = f"{archive.name}/{_member_name(member)}"
            target = folder / f"{n:05d}{PurePosixPath(name).suffix[:10]}"
            try:
                left -= _extract(opened, member, target, min(left, MAX_MEMBER_BYTES))
            except DocumentError as error:
                self.refuse(Submission(name, target, ""), error)
                continue
            self.add(target, name, depth + 1)


def _extract(opened: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, limit: int) -> int:
    """Write one member and return its bytes; what its header claims is not believed, the stream is counted."""
    if member.flag_bits & 0x1:
        raise Encrypted("压缩包内的文件设了密码。", "请报送单位取消压缩密码后重新报送。")
    if (member.external_attr >> 28) == 0xA:
        raise Unsupported("压缩包内是一个链接，不是文件本身。", "请报送单位重新压缩文件本身。")
    size = 0
    try:
        with opened.open(member) as stream, target.open("wb") as out:
            while chunk := stream.read(1 << 16):
                size += len(chunk)
                if size > limit:
                    raise TooLarge("压缩包内的文件解开后过大。", "请确认是否误放；确为承诺书的，单独报送。")
                out.write(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Corrupt("压缩包内的这个文件已损坏。", "请报送单位重新压缩后发送。") from error
    return size


def _member_name(member: zipfile.ZipInfo) -> str:
    """The name as the sender saw it: without the UTF-8 flag, Windows writes the local code page."""
    name = member.filename
    if not member.flag_bits & 0x800:
        raw = member.orig_filename.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030", "big5"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = [p for p in name.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    return "/".join(parts) or "未命名"


def _archive_kind(path: Path) -> str:
    with path.open("rb") as stream:
        head = stream.read(8)
    for magic, kind in OTHER_ARCHIVES.items():
        if head.startswith(magic):
            return kind
    if not head.startswith(b"PK\x03\x04") or path.suffix.lower() in DOCUMENT_SUFFIXES:
        return ""
    try:
        with zipfile.ZipFile(path) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return "zip" if path.suffix.lower() == ".zip" else ""
    return "" if "[Content_Types].xml" in names or "mimetype" in names or "OFD.xml" in names else "zip"


def _walk(folder: Path) -> Iterator[Path]:
    for top, _folders, files in os.walk(folder):
        for name in files:
            yield Path(top) / name


def _name(path: Path) -> str:
    """A name that can be written down: file names that are not UTF-8 are read as the old Windows code page."""
    text = path.as_posix()
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text).decode("gb18030", "replace")
    return text


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
