"""Writing what people get: whole or not at all, and never over something a person has touched or has open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.putting import put
from pipeline.trouble import why

RECORD = Path(".chengnuo") / "written.json"
JOURNAL = Path(".chengnuo") / "written.log"


class OutputError(Exception):
    """The output folder cannot be written; the message is Chinese and says what to do."""


class OutputFolder:
    """A folder of results with a memory of what the program itself wrote there (`.chengnuo/written.json`, and until the
    next `save` a journal beside it, so that a run that is killed knows its own files again).

    A file whose bytes are still the program's may be replaced; one that a person edited, or has open in Word or
    Excel, is left alone and the new one gets a numbered name. Those names are collected in `kept`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.kept: list[tuple[Path, Path]] = []
        try:
            (root / RECORD.parent).mkdir(parents=True, exist_ok=True)
            probe = root / RECORD.parent / ".probe"
            probe.write_bytes(b"")
            probe.unlink(missing_ok=True)  # another program may try at the same time
        except OSError as error:
            raise OutputError(f"输出文件夹“{root}”无法写入（{why(error)}）。请换一个文件夹，或检查权限和磁盘空间。") from error
        self._placed: set[str] = set()
        self._written: dict[str, str] = _load(root / RECORD)
        self._journal: set[tuple[str, str]] = _load_journal(root / JOURNAL)

    def write(self, target: Path, make: Callable[[Path], object]) -> Path:
        """Let `make` write a temporary file, then put it at `target` (below the root), or beside it under a number.

        Returns where it came to lie. Raises OutputError where the folder cannot be written."""
        temporary = target.with_name(f".{target.stem}.part{target.suffix}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            make(temporary)
            placed = self._place(temporary, target)
        except OSError as error:
            raise OutputError(f"“{target}”无法写入（{why(error)}）。请检查磁盘空间，关闭正在使用它的程序后重试。") from error
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if placed != target:
            self.kept.append((target, placed))
        return placed

    def save(self) -> None:
        """Remember what was written, for the next run. Raises OutputError; the journal then still tells."""
        path = self.root / RECORD
        temporary = path.with_suffix(".part")
        try:
            temporary.write_text(json.dumps(self._written, ensure_ascii=False, sort_keys=True, indent=0), "utf-8", newline="\n")
            put(temporary, path)
            (self.root / JOURNAL).unlink(missing_ok=True)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise OutputError(f"“{path}”无法写入（{why(error)}）。请检查磁盘空间后重试。") from error
        self._journal.clear()

    def untouched(self, path: Path) -> bool:
        """Whether a file below the root is, byte for byte, what the program last wrote there."""
        name = path.relative_to(self.root).as_posix()
        found = sha256_of(path)
        return found == self._written.get(name) or (name, found) in self._journal

    def wrote(self, path: Path) -> bool:
        """Whether the program ever wrote a file of that name; a person may have edited it since."""
        return path.relative_to(self.root).as_posix() in self._written

    def left_over(self) -> list[str]:
        """What an earlier run wrote and this one did not, though it still lies there: a letter to a unit whose file was
        taken away must not be sent by mistake. What a person touched, so that the new one lies beside it, is no such thing."""
        beside = {target.relative_to(self.root).as_posix() for target, _ in self.kept}
        return sorted(name for name in self._written.keys() - self._placed - beside if (self.root / name).is_file())

    def _place(self, temporary: Path, target: Path) -> Path:
        digest = sha256_of(temporary)
        for candidate in _names(target):
            if candidate.exists() and not self._ours(candidate, digest):
                continue
            name = candidate.relative_to(self.root).as_posix()
            self._note(name, digest)
            try:
                put(temporary, candidate)
            except PermissionError:
                if candidate.exists():  # Windows: open in another program
                    continue
                raise
            self._written[name] = digest
            self._placed.add(name)
            return candidate
        raise OSError(0, "同名文件过多")

    def _ours(self, path: Path, digest: str) -> bool:
        """Whether a file may be replaced: nobody has it open, and its bytes are the last or the new ones of ours."""
        if path.with_name(f"~${path.name}").exists() or path.with_name(f"~${path.name[2:]}").exists():
            return False
        if path.with_name(f".~lock.{path.name}#").exists():
            return False
        name = path.relative_to(self.root).as_posix()
        try:
            found = sha256_of(path)
        except PermissionError:  # Windows: a program has it all to itself; or it is a folder
            return False
        return found in (self._written.get(name), digest) or (name, found) in self._journal

    def _note(self, name: str, digest: str) -> None:
        """Said before it is done: a run may be killed between the two, and either file is then known as ours."""
        with (self.root / JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
            journal.write(f"{digest} {name}\n")


def _names(target: Path) -> Iterator[Path]:
    """The name itself, then numbered ones; made one by one, as the first is nearly always free."""
    yield target
    yield from (target.with_name(f"{target.stem}({n}){target.suffix}") for n in range(2, 1000))


def sha256_of(path: Path) -> str:
    """The digest of a file's content. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _load(path: Path) -> dict[str, str]:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in data.items()} if isinstance(data, dict) else {}


def _load_journal(path: Path) -> set[tuple[str, str]]:
    """Names with the digests that were put there since the last `save`; a half-written line names nothing that exists."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return {(name, digest) for digest, _, name in (line.partition(" ") for line in lines)}
