"""Handing out: for every unit a folder with its files, comments in them, and a letter.

Copies and letters are made by worker processes; the parent only plans, names and puts them in their place."""

from __future__ import annotations

import logging
import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pipeline.by_unit import Entry, Shelf, shelve
from pipeline.executors.local import Done, LocalExecutor
from pipeline.feedback import work
from pipeline.feedback.letter import FILE_NAME
from pipeline.feedback.names import Taken, file_name, folder_name
from pipeline.feedback.remark import NO_COMMENTS
from pipeline.outputs import OutputFolder
from pipeline.paper_copies import told_by_unit
from pipeline.putting import put
from pipeline.rosters.roster import Roster

if TYPE_CHECKING:
    from pipeline.batch import BatchResult, Progress, Settings

FOLDER = "反馈"
DRAFTS = "drafts"
UNMARKED = "（未加批注）"
WHY = {
    "timeout": "写入批注超时",
    "memory": "写入批注时占用内存超限",
    "output": "加了批注的副本过大",
    "crashed": "写入批注时程序异常退出",
    "bug": "文件结构特殊，写入批注时出错",
}
log = logging.getLogger(__name__)
Ended = Done[work.Copy, str] | Done[work.LetterTask, int]


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What was handed out. `unmarked` pairs a file that has no marked-up copy with the reason, in Chinese."""

    copies: int
    letters: int
    unmarked: tuple[tuple[str, str], ...]


def hand_out(result: BatchResult, settings: Settings, out: OutputFolder, progress: Progress) -> HandedOut:
    """Write `反馈/<unit>/`: every readable file again with its comments, and `审核意见.docx`.

    A file that holds forms of several units goes to each of them, with that unit's comments. Forms of no known unit
    go to 未识别单位, without a letter, as there is nobody to write to. A file that cannot be marked up is handed out as it
    came, under a name that says so, named in the letter and returned here; one that changed since it was judged is named only.
    The rest goes on. Raises OutputError where
    the folder cannot be written."""
    drafts = out.root / ".chengnuo" / DRAFTS
    drafts.mkdir(parents=True, exist_ok=True)
    shelves = shelve(result.results, settings.roster)
    files = len({(n, e.file) for n, s in enumerate(shelves) for e in s.entries if _to_mark(e)})
    workers = min(settings.workers or os.cpu_count() or 1, max(files, 1))
    arguments = (result.results, settings.notice, settings.due)
    unmarked: dict[str, str] = {}
    try:
        with LocalExecutor(workers, settings.limits, work.set_up, arguments) as pool:
            copies = 0
            plan = _markable(_copies(shelves, result.sources, out.root / FOLDER, drafts), out, unmarked)
            for n, done in enumerate(pool.map(work.mark, plan), start=1):
                copies += _place(done, out, unmarked)
                progress("回填批注", n, files)
            letters = _letters(pool, shelves, settings.roster, out, drafts, unmarked, told_by_unit(result.status), progress)
    finally:  # a run that is stopped must know its own files again (one that is killed finds them in the journal)
        out.save()
        shutil.rmtree(drafts, ignore_errors=True)
    return HandedOut(copies, letters, tuple(sorted(unmarked.items())))


def _letters(
    pool: LocalExecutor, shelves: tuple[Shelf, ...], roster: Roster, out: OutputFolder, drafts: Path,
    unmarked: dict[str, str], paper: dict[tuple[str, str], str], progress: Progress,
) -> int:  # fmt: skip
    known = sum(shelf.known for shelf in shelves)
    tasks = _letter_tasks(shelves, roster, out.root / FOLDER, drafts, frozenset(unmarked), paper)
    failed: dict[str, str] = {}
    written = 0
    for n, done in enumerate(pool.map(work.write, tasks), start=1):
        written += _place(done, out, failed)
        progress("撰写审核意见", n, known)
    return written


def _place(done: Ended, out: OutputFolder, failed: dict[str, str]) -> bool:
    """Put what a worker wrote in its place; False, kept in `failed` and logged where it is a fault of ours, where there is
    nothing to put."""
    task = done.task
    name = task.file if isinstance(task, work.Copy) else task.target.parent.name
    refused = done.value if isinstance(done.value, str) else ""
    if done.failure or refused:
        if done.failure:
            log.error("%s: %s %s", name, done.failure, done.detail)
        failed[name] = refused or WHY.get(done.failure, WHY["bug"])
        task.draft.unlink(missing_ok=True)
        if isinstance(task, work.Copy) and refused != work.CHANGED:
            _as_it_came(task, out)
        return False
    out.write(task.target, lambda temporary: put(task.draft, temporary))
    return True


def _to_mark(entry: Entry) -> bool:
    return entry.kind != "unreadable" and entry.format not in NO_COMMENTS


def _markable(plan: Iterable[work.Copy], out: OutputFolder, unmarked: dict[str, str]) -> Iterator[work.Copy]:
    """The copies that can have comments; the others are handed out as they came, kept in `unmarked`."""
    for copy in plan:
        reason = NO_COMMENTS.get(copy.entries[0].format)
        if reason is None:
            yield copy
        else:
            unmarked[copy.file] = reason
            _as_it_came(copy, out)


def _as_it_came(task: work.Copy, out: OutputFolder) -> None:
    """The submitted file without comments; nothing where it is gone since it was read."""
    if task.source.is_file():
        target = task.target.with_name(f"{task.target.stem}{UNMARKED}{task.target.suffix}")
        out.write(target, lambda temporary: shutil.copyfile(task.source, temporary))


def _folders(shelves: tuple[Shelf, ...], root: Path) -> Iterator[tuple[Shelf, Path]]:
    taken = Taken()
    for shelf in shelves:
        yield shelf, root / taken.distinct(folder_name(shelf.name))


def placed(shelves: tuple[Shelf, ...]) -> Iterator[tuple[Shelf, str, dict[str, str]]]:
    """Each unit with its folder below 反馈 and the name of each file's copy in it."""
    for shelf, folder in _folders(shelves, Path()):
        yield shelf, folder.name, _names(shelf)


def _copies(shelves: tuple[Shelf, ...], sources: dict[str, Path], root: Path, drafts: Path) -> Iterator[work.Copy]:
    number = 0
    for shelf, folder in _folders(shelves, root):
        names = _names(shelf)
        for file, entries in _by_file(shelf.entries):
            number += 1
            draft = drafts / f"{number}{PurePosixPath(names[file]).suffix}"
            yield work.Copy(file, sources.get(file, Path(file)), entries, draft, folder / names[file])


def _names(shelf: Shelf) -> dict[str, str]:
    """Each file's name in the unit's folder. Where several are called alike (a folder for each member, 承诺书.docx in
    every one), the folder that it came in is put behind."""
    taken = Taken(FILE_NAME)
    plain: dict[str, str] = {}
    for file, entries in _by_file(shelf.entries):
        plain[file] = file_name(file, _suffix(file, entries[0].format))
    often = Counter(name.casefold() for name in plain.values())
    names: dict[str, str] = {}
    for file, name in plain.items():
        path, folder = PurePosixPath(name), PurePosixPath(file).parent.name
        if often[name.casefold()] > 1 and folder:
            name = file_name(f"{path.stem}（{folder}）{path.suffix}", path.suffix)
        names[file] = taken.distinct(name)
    return names


def _suffix(file: str, file_format: str) -> str:
    """By the file's real format. Word opens macro documents and templates under no other name than their own."""
    own = PurePosixPath(file).suffix.lower()
    kept = file_format == "docx" and own in (".docm", ".dotx", ".dotm")
    return own if kept else work.SUFFIXES.get(file_format, own)


def _by_file(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    files: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind != "unreadable":
            files[entry.file].append(entry)
    for file in sorted(files):
        yield file, tuple(sorted(files[file], key=lambda e: e.index))


def _letter_tasks(
    shelves: tuple[Shelf, ...], roster: Roster, root: Path, drafts: Path, unmarked: frozenset[str], paper: dict[tuple[str, str], str]
) -> Iterator[work.LetterTask]:
    for n, (shelf, folder) in enumerate(_folders(shelves, root)):
        if shelf.known:
            unit = roster.unit_by_id(shelf.unit_id)
            ours = frozenset(e.file for e in shelf.entries) & unmarked
            draft = drafts / f"letter{n}.docx"
            contact, owed = unit.contact if unit else "", paper.get((shelf.name, unit.parent if unit else ""), "")
            yield work.LetterTask(shelf.name, contact, owed, shelf.entries, ours, draft, folder / FILE_NAME)
