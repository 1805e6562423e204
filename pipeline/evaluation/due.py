"""The normal form of a deadline that was read, beside one that was labelled."""

from __future__ import annotations

from extractors.language.deadlines.normal_form import norm
from extractors.model import Deadline, DeadlineKind, DeadlineReason, DeadlineSource, Period
from pipeline.records import DeadlineRecord


def norm_of(record: DeadlineRecord) -> str | None:
    """The deadline's normal form as GUIDELINE.md writes it."""
    return norm(
        Deadline(
            kind=DeadlineKind(record.kind),
            reason=DeadlineReason(record.reason) if record.reason else None,
            phrase=record.phrase,
            start=record.start,
            end=record.end,
            period=Period(record.period) if record.period else None,
            event=record.event,
            source=DeadlineSource(record.source),
        )
    )


def same_norm(gold: str, read: str) -> bool:
    """Whether two normal forms say the same: the words of an event have loose edges like every span."""
    if gold == read:
        return True
    event = "event:"
    if not (gold.startswith(event) and read.startswith(event)):
        return False
    a, b = gold.removeprefix(event), read.removeprefix(event)
    return bool(a and b) and (a in b or b in a)
