"""The normal form of a deadline that was read, beside one that was labelled."""

from __future__ import annotations

import re

from extractors.language.deadlines.normal_form import norm
from extractors.model import Deadline, DeadlineKind, DeadlineReason, DeadlineSource, Period
from pipeline.records import DeadlineRecord

_TERM = re.compile("^term$|^event:.*(?:学期|学年|任期|届)")


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
    """Whether two normal forms say the same: the words of an event have loose edges like every span, and `term` is
    what 学期, 学年 and 任期 without a date come to."""
    if gold == read:
        return True
    event = "event:"
    if "term" in (gold, read):
        return bool(_TERM.search(gold) and _TERM.search(read))
    if not (gold.startswith(event) and read.startswith(event)):
        return False
    wanted, said = gold.removeprefix(event), read.removeprefix(event)
    return bool(wanted and said) and (wanted in said or said in wanted)
