"""`chengnuo ledger summary`: the workbook for leaders from a folder of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.leaders.book import Written, write_book
from pipeline.leaders.source import Source
from pipeline.ledger.store.ledger import Ledger
from pipeline.outputs import OutputFolder
from pipeline.rosters.book import RosterBook
from pipeline.rosters.roster import Roster
from rules.packs import Pack

BOOK = "领导用汇总"
RESULTS = "results.jsonl"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the day and year, the roster's columns by which it is grouped, the workbook's name."""

    today: date
    year: int
    columns: Sequence[str] = ()
    name: str = BOOK


@dataclass(frozen=True, slots=True)
class Made:
    """Where the workbook lies, what is in it, by what it is grouped."""

    path: Path
    written: Written
    groupings: tuple[str, ...]


def make_summary(ledger: Ledger, folder: OutputFolder, pack: Pack, roster: Roster, book: RosterBook | None, asked: Asked) -> Made:
    """Write the workbook into the folder of results, beside one that somebody edited or has open. Raises UnknownColumn,
    OutputError, StoreError."""
    results = folder.root / RESULTS
    source = Source(ledger, pack, roster, book, results if results.exists() else None, asked.today, asked.year)
    source.prepare(asked.columns)
    told: list[Written] = []
    path = folder.write(folder.root / f"{asked.name}.xlsx", lambda to: told.append(write_book(to, source)))
    folder.save()
    return Made(path, told[-1], tuple(one.title for one in source.groupings))
