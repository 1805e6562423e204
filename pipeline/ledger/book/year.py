"""What the ledger holds of the course of a year: publications, quarterly reports, evaluation counts, notices, spot checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.ledger.book.things import Thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Thing):
    """A sheet of a unit (`sheet`: org, people) with these items, made public on `start` and to hang until `until` at least;
    `ended` is the day on which it was taken down."""

    unit: int
    year: int
    sheet: str
    start: date
    until: date
    ended: date | None = None
    channels: str = ""
    items: list[int] = field(default_factory=list)
    remark: str = ""

    def days(self, last: date) -> int:
        """For how many days it hangs when `last` is the last of them; both ends count."""
        return (last - self.start).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Thing):
    """A report owed on a form for a quarter (2012Q1)."""

    quarter: str
    form: int
    opened: date
    due: date
    received: date | None = None
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Thing):
    """What a report says of an item. `flags` are the faults that were seen, joined by 、."""

    report: int
    item: int
    progress: str = ""
    measures: str = ""
    limit_words: str = ""
    limit_day: date | None = None
    done: str = ""
    flags: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot(Thing):
    """How one part of a round turned out for one that is judged. `handed_out` is None where nobody wrote it down;
    `counts` are the valid votes by option."""

    year: int
    round: str
    part: str
    judged: str
    unit: int
    person: int | None = None
    handed_out: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Thing):
    """A paper that presses a unit: numbered by year and kind, with a day by which an answer is asked for."""

    year: int
    number: int
    kind: str
    unit: int
    issued: date
    answer_by: date | None = None
    items: list[int] = field(default_factory=list)
    settled: date | None = None

    def state(self, today: date) -> str:
        """待落实, 逾期未落实, 已落实."""
        if self.settled:
            return "已落实"
        return "逾期未落实" if self.answer_by and self.answer_by < today else "待落实"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Thing):
    """A unit in the `draw`-th draw of a year. `answers` hold a word and a remark for each item and point."""

    year: int
    draw: int
    seed: int
    unit: int
    stratum: str = ""
    drawn: date
    checked: date | None = None
    checkers: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    conclusion: str = ""
    file: str = ""
