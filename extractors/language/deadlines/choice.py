"""Which of several time words governs an item.

A labelled one (时限：) first; then the firmer (`Weight`). A firm date beats a frequency unless the frequency comes first
and the date's clause closes nothing (每月学习一次，年底写一篇总结). Of several dates the one beside a closing act
(完成, 建成, 到位 …) wins, then the last; of several service limits and frequencies the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import either, words
from extractors.model import DeadlineKind

_DATED = (DeadlineKind.BY_DATE, DeadlineKind.RANGE)
# More dates than this are a timetable of one work, which ends with its last date.
_SCHEDULE = 2
_LONGEST_LABEL = 10
_BREAK = re.compile(r"[，,。；;\n]")


def governing(text: str, found: Sequence[Candidate]) -> Candidate | None:
    """The candidate that bounds the main deliverable of `text`, None where there is none."""
    if len(found) < 2:
        return found[0] if found else None
    labelled = next((c for c in found if _labelled(text, c)), None)
    if labelled:
        return labelled
    best = max(c.weight for c in found)
    top = [c for c in found if c.weight is best]
    if best is not Weight.FIRM:
        return top[0]
    chosen = _firmest(text, top)
    frequency = next((c for c in found if c.weight is Weight.REPEATED), None)
    return frequency if frequency and _frequency_wins(text, frequency, chosen) else chosen


def _labelled(text: str, candidate: Candidate) -> bool:
    before = text[max(0, candidate.start - _LONGEST_LABEL) : candidate.start]
    return before.endswith((":", "为", "是")) and bool(_label().search(before))


def _firmest(text: str, top: Sequence[Candidate]) -> Candidate:
    valid = [c for c in top if c.kind is not DeadlineKind.INVALID] or top
    dated = [c for c in valid if c.kind in _DATED]
    if not dated:
        return valid[0]
    if len(dated) > _SCHEDULE and dated == valid:
        return dated[-1]
    closing = [c for c in dated if closes(text, c)]
    if len(dated) < len(valid) and not closing:
        return valid[0]
    return (closing or dated)[-1]


def _frequency_wins(text: str, frequency: Candidate, date: Candidate) -> bool:
    if date.kind is DeadlineKind.INVALID:
        return True
    if frequency.start > date.end:
        return date.kind is DeadlineKind.RANGE or (date.kind is DeadlineKind.EVENT and date.event == "term")
    return bool(_BREAK.search(text, frequency.end, date.start)) and not closes(text, date)


def closes(text: str, candidate: Candidate) -> bool:
    """Whether an act that ends something stands in the candidate's clause."""
    before = [m.end() for m in _BREAK.finditer(text, 0, candidate.start)]
    after = _BREAK.search(text, candidate.end)
    clause = text[before[-1] if before else 0 : after.start() if after else len(text)]
    return bool(_closing().search(clause))


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(either(words().closing))


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\n。；;，,、(]){either(words().labels)}(?:为|:|是)+$")
