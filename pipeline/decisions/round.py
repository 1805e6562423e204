"""A run's dealings with decisions: hear the workbooks, apply what holds, list it, remember that the run came to an end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.decisions.apply import apply
from pipeline.decisions.audit import AuditRow, audit
from pipeline.decisions.effect import Use
from pipeline.decisions.model import Decision
from pipeline.decisions.readback import ReadBack, read_back
from pipeline.decisions.view import View
from pipeline.ledger.store.store import open_store
from pipeline.outputs import OutputFolder, sha256_of
from pipeline.putting import put
from pipeline.release.plan import make_plan, save_plan
from pipeline.release.standing import UNFINISHED, standing

if TYPE_CHECKING:
    from pipeline.batch import BatchResult
    from pipeline.rosters.roster import Roster
    from rules.packs import Pack

BEFORE, KEPT = Path(".chengnuo") / "before.jsonl", Path(".chengnuo") / "上次结果.jsonl"


@dataclass(slots=True)
class Round:
    """What people decided, as it stands in one run."""

    folder: OutputFolder
    heard: ReadBack
    events: Sequence[Decision]
    view: View
    use: Use = field(default_factory=Use)

    def apply(self, result: BatchResult, roster: Roster, pack: Pack) -> BatchResult:
        """The judged results with the decisions in them."""
        result, self.use = apply(result, self.view, roster, pack)
        return result

    def audit(self) -> list[AuditRow]:
        """The rows of 复核记录."""
        return audit(self.events, self.view, self.use)

    def standing(self, results: Path, roster: Roster) -> str:
        """What the summary says of itself under its title; the plan of what was handed out is kept for `release`."""
        plan = make_plan(results, roster)
        save_plan(self.folder.root, plan)
        with open_store(self.folder.root) as store:
            return standing(store, results, plan)

    def close(self, results: Path, notice: str, now: datetime) -> None:
        """All was handed out: remember it, and keep the results before these, where they differ, for `diff`."""
        root = self.folder.root
        digest = sha256_of(results)
        before = root / BEFORE
        if before.exists() and sha256_of(before) != digest:
            put(before, root / KEPT)
        before.unlink(missing_ok=True)
        with open_store(root) as store:
            store.note_run(notice, digest, self.events[-1].number if self.events else 0, now)

    def told(self) -> list[str]:
        """What the clerk hears about it at the end of the run."""
        lines = [f"读回复核意见 {self.heard.adopted} 条。"] if self.heard.adopted else []
        states = self.use.states
        named = (("同意", "confirmed"), ("不采纳", "dismissed"), ("改写", "reworded"), ("已改", "mended"), ("待定", "pending"))
        counted = "，".join(f"{word} {states[state]} 处" for word, state in named if states[state])
        lines += [f"按复核意见办理：{counted}。"] if counted else []
        if doubtful := sum(map(len, self.use.doubts.values())):
            lines.append(f"有 {doubtful} 处与以前复核过的相似但文字有改动，没有沿用原意见，请看“复核记录”中“待确认”的行。")
        return lines + self.heard.notes


def begin(folder: OutputFolder, now: datetime) -> Round:
    """Hear the workbooks and keep the last results aside. Raises ReviewError, StoreError; then nothing was changed."""
    results = folder.root / "results.jsonl"
    heard = read_back(folder, results, now)
    with open_store(folder.root) as store:
        events = store.events()
    _keep(results, folder.root)
    return Round(folder, heard, events, View.of(events))


def _keep(results: Path, root: Path) -> None:
    """The results of the last finished run under a second name, until this run has come to others."""
    if (root / UNFINISHED).exists() or not results.exists():
        return
    before = root / BEFORE
    before.unlink(missing_ok=True)
    with suppress(OSError):
        os.link(results, before)
        return
    shutil.copyfile(results, before)
