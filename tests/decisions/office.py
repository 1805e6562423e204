"""A working folder with a workbook in it, and a clerk who fills it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from handmade.inbox import Inbox, small_inbox
from handmade.pack import small_pack

from pipeline.decisions.readback import ReadBack, read_back
from pipeline.decisions.round import begin
from pipeline.ledger.workbook import write_workbook
from pipeline.outputs import OutputFolder
from pipeline.records import FindingRecord, FormRecord, from_line

NOON = datetime(2012, 3, 20, 12, 0, 0)
Cells = dict[str, Any]


class Office:
    """`out` as a run would leave it; `work` is what a run does with decisions, without judging anew."""

    def __init__(self, root: Path, inbox: Inbox | None = None) -> None:
        self.inbox = inbox or small_inbox(root / "in", files=False)
        self.root = root / "out"
        self.judged = self.inbox.results.read_bytes()

    @property
    def results(self) -> Path:
        return self.root / "results.jsonl"

    def work(self, now: datetime = NOON) -> list[str]:
        folder = OutputFolder(self.root)
        review = begin(folder, now)
        self.results.write_bytes(self.judged)
        result = review.apply(replace(self.inbox.batch, results=self.results), self.inbox.roster, small_pack())

        def write(to: Path) -> None:
            write_workbook(to, self.results, result.status, small_pack(), self.inbox.roster, audit=review.audit())

        folder.write(self.root / "台账.xlsx", write)
        folder.save()
        review.close(self.results, "small-2012", now)
        return review.told()

    def hear(self) -> ReadBack:
        return read_back(OutputFolder(self.root), self.results, NOON)

    def book(self, name: str = "台账.xlsx") -> Path:
        return self.root / name

    def findings(self) -> list[tuple[FormRecord, FindingRecord]]:
        records = (from_line(line) for line in self.results.read_bytes().splitlines())
        return [(r, f) for r in records if isinstance(r, FormRecord) for f in r.findings]

    def decided(self) -> list[FindingRecord]:
        return [f for _, f in self.findings() if f.decision]


def rows(path: Path, sheet: str = "问题清单") -> list[Cells]:
    found = openpyxl.load_workbook(path)[sheet]
    head = [c.value for c in found[1]]
    return [dict(zip(head, values, strict=True)) for values in found.iter_rows(min_row=2, values_only=True)]


def fill(path: Path, which: Callable[[Cells], bool], word: str, text: str = "", reach: str = "", *, most: int = 1, sheet: str = "问题清单") -> list[str]:
    """Type a decision into the first rows that fit; returns their keys."""
    book = openpyxl.load_workbook(path)
    found = book[sheet]
    head = {c.value: c.column for c in found[1]}
    keys: list[str] = []
    for n in range(2, found.max_row + 1):
        if len(keys) < most and which({title: found.cell(n, c).value for title, c in head.items()}):
            for title, value in (("复核意见", word), ("复核说明", text), ("适用范围", reach)):
                found.cell(n, head[title]).value = value or None
            keys.append(found.cell(n, head["finding_key"]).value)
    assert keys, "no such row"
    book.save(path)
    return keys


def code(*codes: str) -> Callable[[Cells], bool]:
    return lambda row: row["代码"] in codes
