"""What a construct of the grammar finds: a stretch of the plain text and what it would mean as a deadline."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from extractors.model import DeadlineKind, DeadlineReason, Period


class Weight(IntEnum):
    """How firmly words bind a promise; of two time words in one item the heavier governs (see `choice.py`)."""

    NOTHING = 0
    PSEUDO = 1
    LASTING = 2
    WHOLE_YEAR = 3
    REPEATED = 4
    FIRM = 5


class Candidate(NamedTuple):
    """`[start, end)` in the plain text. Weight NOTHING only keeps other constructs off these words."""

    start: int
    end: int
    kind: DeadlineKind
    weight: Weight
    first: date | None = None
    last: date | None = None
    period: Period | None = None
    event: str | None = None
    reason: DeadlineReason | None = None
    ambiguous: bool = False
    note: str = ""


def nothing(start: int, end: int) -> Candidate:
    """Words that look like a time and are none."""
    return Candidate(start, end, DeadlineKind.NONE, Weight.NOTHING)
