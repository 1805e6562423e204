"""One round of the office from end to end: read back what people decided, judge the inbox, hand out, write the ledger.

This is the spine of `chengnuo run`; each step is a room of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from pipeline.alone import alone
from pipeline.batch import WORK, BatchResult, Progress, Settings, finish, run_batch
from pipeline.decisions import round as decided
from pipeline.feedback.deliver import HandedOut, hand_out
from pipeline.ledger.workbook import write_workbook
from pipeline.outputs import OutputFolder
from pipeline.questions.checked import read_checked
from pipeline.status import with_unmarked
from pipeline.trouble import log_size, log_to
from rules.packs import Pack, load_pack


@dataclass(frozen=True, slots=True)
class Round:
    """What a round came to; `troubled` where an error of the program's own was logged on the way."""

    settings: Settings
    folder: OutputFolder
    review: decided.Round
    result: BatchResult
    handed: HandedOut
    troubled: bool


def judge_inbox(settings: Settings, out: Path, now: datetime, progress: Progress, keep: Callable[[], None]) -> Round:
    """Judge an inbox into a folder of results; `keep` writes down what the run was asked, once all is handed out. Raises
    PackError, OutputError, ReviewError, StoreError, and KeyboardInterrupt where the user stops it."""
    pack = load_pack(settings.notice)
    OutputFolder(out)  # says what is wrong with the folder; what it remembers is read again once no other run changes it
    with alone(out):
        return _judge(settings, pack, OutputFolder(out), now, progress, keep)


def _judge(
    settings: Settings, pack: Pack, folder: OutputFolder, now: datetime, progress: Progress, keep: Callable[[], None]
) -> Round:  # fmt: skip
    out, roster = folder.root, settings.roster
    log_to(out / WORK)
    before = log_size()
    review = decided.begin(folder, now)
    result = review.apply(run_batch(settings, folder, progress), roster, pack)
    handed = hand_out(result, settings, folder, progress)
    status = with_unmarked(result.status, handed.unmarked)
    progress("生成台账", 0, 1)
    standing = review.standing(result.results, roster)
    write = partial(write_workbook, alike=result.alike, asked=result.asked, audit=review.audit(), standing=standing, checked=read_checked(out))
    folder.write(out / "台账.xlsx", lambda p: write(p, result.results, status, pack, roster))
    progress("生成台账", 1, 1)
    keep()
    finish(folder)
    review.close(result.results, pack.id, datetime.now())
    return Round(settings, folder, review, result, handed, log_size() > before)
