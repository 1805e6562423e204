"""A whole inbox from end to end: collect, judge each file in a killable worker, put the results in order, hand out.

A run that was stopped goes on where it stopped: finished files stand in `.chengnuo/results.part`, in order, each file's
records closed by an empty line, and are kept as long as the notice, the roster and the program are the same, until
everything has been handed out (`finish`)."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extractors.errors import DocumentError, OutOfMemory, ReaderCrashed, TimedOut, TooLarge
from extractors.formats.legacy.office import sweep
from pipeline import __version__
from pipeline.companions import with_companions
from pipeline.executors.leftovers import sweep_sockets
from pipeline.executors.local import Done, Limits, LocalExecutor
from pipeline.intake import Intake, collect
from pipeline.outputs import OutputFolder
from pipeline.paper_copies import with_paper
from pipeline.putting import put
from pipeline.questions.ask import Question, questions
from pipeline.records import FormRecord, UnreadableRecord, from_line, to_line
from pipeline.rosters.roster import Roster
from pipeline.status import FormSummary, Status, reckon, summarise
from pipeline.submission import Submission, lines, unreadable, warm_up
from pipeline.together import AlikeRow, Together, look_together
from pipeline.trials import Trials
from pipeline.versions import Line, Place, lines_of, places_of
from rules.packs import Pack, load_pack

Progress = Callable[[str, int, int], None]
WORK = ".chengnuo"
END = "\n"
"""Closes the records of one file: of a file with several forms a stopped run may have written only the first."""
FAILURES: dict[str, type[DocumentError]] = {"timeout": TimedOut, "memory": OutOfMemory, "output": TooLarge}
TOGETHER = 48
"""So many files are judged together at most; more gain nothing."""
PATIENCE = 0.5
"""Seconds of reading after which a worker gives back what is left of its files, so that slow files share the workers."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs. `workers` 0 means one for each processor."""

    inbox: Path
    notice: str
    roster: Roster
    workers: int = 0
    limits: Limits = Limits()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a run came to. `results` is the finished results.jsonl; `kept` pairs a file that was left alone with the
    numbered one beside it."""

    results: Path
    status: Status
    forms: tuple[FormSummary, ...]
    unreadable: tuple[UnreadableRecord, ...]
    ignored: tuple[str, ...]
    bugs: int
    sources: dict[str, Path] = field(repr=False, default_factory=dict)
    alike: tuple[AlikeRow, ...] = ()
    asked: tuple[Question, ...] = ()


def run_batch(settings: Settings, out: OutputFolder, progress: Progress) -> BatchResult:
    """Judge every file of the inbox and write results.jsonl. Raises FileNotFoundError, PackError, OutputError, and
    KeyboardInterrupt where the user stops it (what is finished stays for the next run)."""
    pack = load_pack(settings.notice)
    progress("清点收件", 0, 0)
    intake = collect(settings.inbox, out.root / WORK / "unpacked", workers=settings.workers, progress=progress)
    part = _part(out)
    _judge_all(intake, settings, pack, part, progress)
    progress("比对全批", 0, 0)
    forms, bad, alike = _settle(part, out, settings.roster, pack)
    reckoned = with_paper(reckon(forms, bad, settings.roster, pack.last_day, pack.asks_for), settings.roster, pack)
    status = with_companions(reckoned, bad, settings.roster, pack)
    sources = {s.name: s.path for s in intake.submissions}
    bugs = sum(f.bug for f in forms)
    return BatchResult(out.root / "results.jsonl", status, forms, bad, intake.ignored, bugs, sources, alike, questions(forms, settings.roster))


def finish(out: OutputFolder) -> None:
    """Everything was handed out: remember what was written, and forget the judged results, so that the next run judges
    anew. A run that is stopped before this goes on from them."""
    out.save()
    _part(out).unlink(missing_ok=True)


def _part(out: OutputFolder) -> Path:
    return out.root / WORK / "results.part"


def _judge_all(intake: Intake, settings: Settings, pack: Pack, part: Path, progress: Progress) -> None:
    total = len(intake.submissions)
    mark = _fingerprint(settings, pack)
    finished = _resume(part, mark, intake)
    waiting = intake.submissions[finished:]
    trials = Trials(part.parent)
    try:
        with part.open("a", encoding="utf-8", newline="\n") as out:
            if not finished:
                out.write(mark + "\n")
            for done, lines in enumerate(_judge(waiting, settings, trials), start=finished + 1):
                out.write("".join(line + "\n" for line in lines) + END)
                out.flush()
                progress("审核承诺书", done, total)
            out.writelines(to_line(r) + "\n" for r in intake.refused)
    finally:
        trials.close()


Group = Sequence[Submission]


def _judge(waiting: Group, settings: Settings, trials: Trials) -> Iterator[tuple[str, ...]]:
    """The lines of each file, in order. Files are judged some together, because that is faster; where a worker does not
    survive them, or leaves some because others took long, each of those is judged alone and answers for itself."""
    if not waiting:
        return
    workers = min(settings.workers or os.cpu_count() or 1, len(waiting))
    groups = list(_groups(waiting, workers, trials))
    try:
        with LocalExecutor(workers, settings.limits, _set_up, (settings.notice, settings.roster)) as pool:
            yield from _ends(pool, groups, trials)
    finally:
        sweep()  # a worker that was killed cannot tidy up after itself
        sweep_sockets()


def _ends(pool: LocalExecutor, groups: Sequence[Group], trials: Trials) -> Iterator[tuple[str, ...]]:
    ends = pool.map(_work, (g for g in groups if not trials.given_up(g[0])), trials)
    for group in groups:
        if trials.given_up(group[0]):
            yield _given_up(group[0])
            continue
        judged = next(ends).value or []
        yield from judged
        for one in pool.map(_work, [group[n : n + 1] for n in range(len(judged), len(group))], trials):
            yield one.value[0] if one.value else _failed(one)


def _groups(waiting: Group, workers: int, trials: Trials) -> Iterator[Group]:
    """Files that are judged together; one that earlier runs died at is no other's company."""
    most = max(1, min(TOGETHER, len(waiting) // (4 * workers)))
    group: list[Submission] = []
    for submission in waiting:
        apart = trials.alone([submission]) or trials.given_up(submission)
        if group and (apart or len(group) == most):
            yield group
            group = []
        if apart:
            yield [submission]
        else:
            group.append(submission)
    if group:
        yield group


_pack: Pack
_roster: Roster


def _set_up(notice: str, roster: Roster) -> None:
    """A worker's own copy of what all files share."""
    global _pack, _roster
    _pack, _roster = load_pack(notice), roster
    warm_up(_pack)


def _work(group: Group) -> list[tuple[str, ...]]:
    return lines(group, _pack, _roster, PATIENCE)


def _given_up(submission: Submission) -> tuple[str, ...]:
    """The record of a file at which whole runs died (see `Trials`)."""
    log.error("%s: given up", submission.name)
    return (to_line(unreadable(submission, ReaderCrashed("读取这个文件时，程序曾多次被迫中止，这次没有再读。"))),)


def _failed(done: Done[Group, list[tuple[str, ...]]]) -> tuple[str, ...]:
    """The record of a file that its worker did not survive, or on which our own code failed."""
    (source,) = done.task
    log.error("%s: %s %s", source.name, done.failure, done.detail)
    error = FAILURES.get(done.failure, ReaderCrashed)()
    return (to_line(unreadable(source, error)),)


def _fingerprint(settings: Settings, pack: Pack) -> str:
    text = f"{__version__}\n{pack.model_dump_json()}\n{settings.roster!r}\n{settings.limits!r}"
    return hashlib.sha256(text.encode()).hexdigest()


def _resume(part: Path, mark: str, intake: Intake) -> int:
    """How many submissions the last run finished; the rest of its file is cut off. A half-written line, a file that
    was changed, added or taken away since, ends what can be kept."""
    finished = end = 0
    with suppress(OSError, ValueError), part.open("rb") as lines:
        if lines.readline() != (mark + "\n").encode():
            raise ValueError
        end = lines.tell()
        for (name, digest), size in _complete(lines):
            expected = intake.submissions[finished] if finished < len(intake.submissions) else None
            if expected is None or (expected.name, expected.sha256) != (name, digest):
                break
            finished, end = finished + 1, end + size
    if part.exists():
        os.truncate(part, end if finished else 0)
    return finished


def _complete(lines: Iterable[bytes]) -> Iterator[tuple[tuple[str, str], int]]:
    """Name and digest of each file whose records stand there whole, with the bytes that they take."""
    size, found = 0, None
    for line in lines:
        size += len(line)
        if line == END.encode():
            if found is None:
                return
            yield found, size
            size, found = 0, None
        elif line.endswith(b"\n"):
            record = from_line(line)
            found = record.file, record.sha256
        else:
            return


def _settle(
    part: Path, out: OutputFolder, roster: Roster, pack: Pack
) -> tuple[tuple[FormSummary, ...], tuple[UnreadableRecord, ...], tuple[AlikeRow, ...]]:
    """Order the records, number the versions of one form, add what only the whole batch shows, and write results.jsonl."""
    forms: list[FormSummary] = []
    bad: list[UnreadableRecord] = []
    index = lines_of(part, END, roster)
    placed = out.root / "results.jsonl"
    temporary = placed.with_name(".results.part")
    with part.open("rb") as lines, temporary.open("wb") as results:
        places = places_of(index, lines)
        index.sort(key=lambda found: (found.file, found.form_index))
        together = look_together(index, places, lines, roster, pack)
        for line in index:
            lines.seek(line.at)
            text = lines.readline()
            if isinstance(line.told, FormSummary):
                told, text = _placed(line, text, places[line.at], together, roster)
                forms.append(told)
            else:
                bad.append(line.told)
            results.write(text)
    put(temporary, placed)
    return tuple(forms), tuple(bad), together.alike


def _placed(line: Line, text: bytes, place: Place, together: Together, roster: Roster) -> tuple[FormSummary, bytes]:
    """A form with its place and what the batch says of it; every line was written as that of a first version alone."""
    assert isinstance(line.told, FormSummary)
    record = None if place.usual and line.at not in together.facts else from_line(text)
    if not isinstance(record, FormRecord):
        return line.told, text
    record = together.judged(line.at, place.settle(record))
    return summarise(record, roster), (to_line(record) + "\n").encode()
