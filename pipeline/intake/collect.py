"""The files of an inbox, and those in its archives."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.errors import Corrupt, DocumentError, OutOfMemory, TimedOut, Unsupported
from pipeline.archives.kinds import archive_kind
from pipeline.archives.model import Bounds
from pipeline.archives.told import read_told
from pipeline.archives.unpack import Packed, is_system_file, unpack
from pipeline.deep_paths import deep, leads_elsewhere
from pipeline.executors.local import Done, Limits, LocalExecutor
from pipeline.records import UnreadableRecord
from pipeline.submission import Submission, unreadable
from pipeline.trouble import why

UNPACKING = Limits(seconds=300.0, memory=768 * 2**20, written=6 * 2**30)
"""What one archive of the inbox may use, with all archives in it."""
AGAIN = "请解压后把其中的文件放入收件文件夹，或请报送单位改用 zip 重新压缩。"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Intake:
    """`submissions` in the order of their names, `refused` files and archives, `ignored` names of system files."""

    submissions: tuple[Submission, ...]
    refused: tuple[UnreadableRecord, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(slots=True)
class _Found:
    submissions: list[Submission] = field(default_factory=list)
    archives: list[Submission] = field(default_factory=list)
    refused: list[UnreadableRecord] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def refuse(self, name: str, error: DocumentError) -> None:
        self.refused.append(unreadable(Submission(name, Path(), ""), error))


def collect(
    inbox: Path, unpack_to: Path, *, bounds: Bounds | None = None, limits: Limits = UNPACKING, workers: int = 0,
    progress: Progress | None = None,
) -> Intake:  # fmt: skip
    """Every file below `inbox`, archives unpacked below `unpack_to` (one folder per archive, named by its content; what
    lies there of other archives is taken away). Each archive is opened by a worker that is killed when it passes `limits`.

    `inbox` may also be a single file. Raises FileNotFoundError where there is no such place."""
    if not inbox.exists():
        raise FileNotFoundError(inbox)
    found = _Found()
    top = deep(inbox)
    for path, name in [(top, inbox.name)] if inbox.is_file() else ((p, _name(p.relative_to(top))) for p in _walk(top, found)):
        _look(path, name, found)
    packed = [Packed(a, _folder(unpack_to, a), bounds or Bounds()) for a in sorted(found.archives, key=lambda a: a.name)]
    _clear(unpack_to, {one.folder.name for one in packed})
    if packed:
        _unpack(packed, found, limits, min(workers or os.cpu_count() or 1, len(packed)), progress)
    return Intake(
        tuple(sorted(found.submissions, key=lambda s: s.name)),
        tuple(sorted(found.refused, key=lambda r: r.file)),
        tuple(sorted(found.ignored)),
    )


def _look(path: Path, name: str, found: _Found) -> None:
    if is_system_file(name):
        found.ignored.append(name)
    elif path.is_symlink() or leads_elsewhere(path):
        found.refuse(name, Unsupported("这是一个快捷链接，不是文件本身。", "请把文件本身放入收件文件夹。"))
    elif not path.is_file():
        found.refuse(name, Unsupported("这是系统的设备文件，不是文档。", "请把要报送的文件放入收件文件夹。"))
    else:
        try:
            submission = Submission(name, path, _sha256(path))
            (found.archives if archive_kind(path, name) else found.submissions).append(submission)
        except OSError:
            found.refuse(name, Corrupt("文件无法打开。", "请检查文件权限，或关闭正在使用它的程序后重试。"))


def _unpack(packed: list[Packed], found: _Found, limits: Limits, workers: int, progress: Progress | None) -> None:
    """The same archive under two names is opened for each: each was handed in."""
    with LocalExecutor(workers, limits, _ready) as pool:
        for n, done in enumerate(pool.map(unpack, packed), start=1):
            told = read_told(done.task.folder)
            found.submissions += told.submissions
            found.refused += told.refused
            found.ignored += told.ignored
            if done.failure:
                error = _failed(done)
                for name in (*told.open, done.task.archive.name):
                    found.refuse(name, error)
            if progress:
                progress("解压", n, len(packed))


def _ready() -> None:
    """Nothing to set up."""


def _failed(done: Done[Packed, None]) -> DocumentError:
    """Why an archive was not unpacked to its end."""
    if done.failure == "timeout":
        return TimedOut("解压超时，其余文件没有解开。", AGAIN)
    if done.failure == "memory":
        return OutOfMemory("解压时占用内存超限，其余文件没有解开。", AGAIN)
    return Corrupt("解压时程序异常退出，其余文件没有解开。", AGAIN)


def _folder(unpack_to: Path, archive: Submission) -> Path:
    name = hashlib.sha256(archive.name.encode("utf-8", "surrogatepass")).hexdigest()
    return unpack_to / f"{archive.sha256[:16]}-{name[:8]}"


def _clear(unpack_to: Path, kept: set[str]) -> None:
    """What archives that are no longer in the inbox left there: it holds names and phone numbers."""
    if unpack_to.is_dir():
        for path in unpack_to.iterdir():
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)


def _walk(folder: Path, found: _Found) -> Iterator[Path]:
    """Every file, and every link to a folder in place of what is in it: a link may lead back, and then there is no end."""

    def closed(error: OSError) -> None:
        name = _name(Path(error.filename).relative_to(folder)) if error.filename else ""
        found.refuse(name or folder.name, Corrupt(f"文件夹打不开（{why(error)}），里面的文件没有读到。", "请检查文件夹的权限后重新运行。"))

    for top, folders, files in os.walk(folder, onerror=closed):
        links = [f for f in folders if leads_elsewhere(Path(top, f))]
        folders[:] = [f for f in folders if f not in links]
        for name in [*files, *links]:
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
