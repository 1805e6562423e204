"""Packing: a folder or zip for each reviewed unit, recorded with digests in the same step as it appears."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from pipeline.feedback.final import finalise
from pipeline.feedback.letter import FILE_NAME as LETTER
from pipeline.feedback.return_note import FILE_NAME as NOTE
from pipeline.feedback.return_note import Note, Returned, write_note
from pipeline.ledger.store.releases import Release, Sent, last_sent, next_number, record, releases
from pipeline.ledger.store.store import Store
from pipeline.outputs import OutputFolder, sha256_of
from pipeline.putting import put
from pipeline.release.folder import Contents, NotReady, contents
from pipeline.release.plan import UnitPlan
from pipeline.release.said import UnitSaid, change, said_to
from pipeline.wording import WEIGHT

FOLDER, RETURNED = "发出", "反馈"
PART = Path(".chengnuo") / "release.part"
ZIP_BORN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked: `units` are words that a unit's name must contain (none: all), `accept_rest` counts what nobody
    reviewed as agreed to, `again` sends what did not change too."""

    units: Sequence[str] = ()
    accept_rest: bool = False
    again: bool = False
    zipped: bool = False


@dataclass(slots=True)
class Packed:
    """What came of it. `waiting` pairs a unit with why it was not packed; `changes` tells per unit what is other than in
    its last release, one line each."""

    number: int = 0
    folder: Path | None = None
    units: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    waiting: list[tuple[str, str]] = field(default_factory=list)
    changes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Who:
    """Who releases, when, for which office."""

    by: str
    at: datetime
    office: str


def pack(out: OutputFolder, store: Store, plan: Sequence[UnitPlan], wish: Wish, who: Who) -> Packed:
    """Pack every unit that is ready. Nothing is recorded and nothing appears where it fails half-way."""
    packed = Packed(number=next_number(store))
    before = last_sent(releases(store))
    part = out.root / PART
    shutil.rmtree(part, ignore_errors=True)
    sent: list[Sent] = []
    for told in said_to(out.root / "results.jsonl", _asked(plan, wish.units)):
        try:
            found = _ready(out, told, wish)
        except NotReady as error:
            packed.waiting.append((told.plan.name, str(error)))
            continue
        last = before.get(told.plan.unit)
        if last and not wish.again and not _changed(last[1], told, found):
            packed.unchanged.append(told.plan.name)
            continue
        lines = _lines(last[1], told) if last else []
        packed.changes |= {told.plan.name: lines} if last else {}
        note = _note(told, found, packed.number, who, last[0].at.date() if last else None, lines)
        sent.append(_put(part, told, found, note, wish.zipped))
        packed.units.append(told.plan.name)
    if sent:
        target = _free(out.root / FOLDER / f"第{packed.number}次")
        made = Release(packed.number, who.at, who.by, target.relative_to(out.root).as_posix(), tuple(sent))
        record(store, made, lambda: _move(part, target))
        packed.folder = target
    shutil.rmtree(part, ignore_errors=True)
    return packed


def _asked(plan: Sequence[UnitPlan], words: Sequence[str]) -> list[UnitPlan]:
    return [unit for unit in plan if not words or any(word in unit.name for word in words)]


def _ready(out: OutputFolder, told: UnitSaid, wish: Wish) -> Contents:
    if not told.plan.known:
        raise NotReady("不知道属于哪个单位，请先核对归属")
    if told.pending:
        raise NotReady(f"还有{told.pending}处写着“待定”")
    if told.undecided and not wish.accept_rest:
        raise NotReady(f"还有{told.undecided}处没有复核（必须修改、建议修改的）")
    return contents(out, out.root / RETURNED / told.plan.folder, told.plan)


def _changed(last: Sent, told: UnitSaid, found: Contents) -> bool:
    """Letter and note carry the day of their release, so the files that came and the words that were said are compared."""
    ours = {LETTER, NOTE}
    sent = sorted(digest for path, digest in last.files if Path(path).name not in ours)
    now = sorted(sha256_of(path) for path in (*(path for _, path in found.copies), *found.others))
    return bool(change(last.said, told.said)) or sent != now


def _lines(last: Sent, told: UnitSaid) -> list[str]:
    found = change(last.said, told.said)
    named = (("新增", found.new), ("撤回", found.gone), ("改写", found.reworded))
    return [f"{word}：{text}" for word, texts in named for text in texts]


def _note(told: UnitSaid, found: Contents, number: int, who: Who, since: date | None, lines: Sequence[str]) -> Note:
    files = []
    for file, path in found.copies:
        counts = told.weights.get(file, {})
        must, should, hints = (counts.get(word, 0) for word in WEIGHT)
        files.append(Returned(path.name, must, should, hints, old=file not in told.weights))
    names = [Path(file).name for file in told.plan.unreadable]
    others = [path.name for path in found.others]
    return Note(told.plan.name, who.office, number, who.at.date(), tuple(files), names, others, since, lines)


def _put(part: Path, told: UnitSaid, found: Contents, note: Note, zipped: bool) -> Sent:
    folder = part / told.plan.folder
    folder.mkdir(parents=True)
    finalise(found.letter, folder / LETTER, note.day)
    write_note(folder / NOTE, note)
    for path in (*(path for _, path in found.copies), *found.others):
        shutil.copyfile(path, folder / path.name)
    files = [(f"{told.plan.folder}/{p.name}", sha256_of(p)) for p in sorted(folder.iterdir())]
    if zipped:
        _zip(folder)
    return Sent(told.plan.unit, told.plan.name, told.said, told.undecided, tuple(files))


def _zip(folder: Path) -> None:
    with zipfile.ZipFile(folder.with_name(f"{folder.name}.zip"), "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(folder.iterdir()):
            info = zipfile.ZipInfo(f"{folder.name}/{path.name}", ZIP_BORN)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, path.read_bytes())
    shutil.rmtree(folder)


def _free(target: Path) -> Path:
    """A folder of that name that no record knows is left by a release that was stopped at the last moment; it stays."""
    names = (target, *(target.with_name(f"{target.name}({n})") for n in range(2, 1000)))
    return next(path for path in names if not path.exists())


def _move(part: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    put(part, target)
