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
from extractors.model import DeadlineKind, DeadlineReason

_DATED = (DeadlineKind.BY_DATE, DeadlineKind.RANGE)
_WRITTEN = (DeadlineReason.MASKED, DeadlineReason.IMPOSSIBLE)
"""A day stands there, though it is blank or there is none: it governs as any day would (x月x日前编完，每月碰头一次)."""
# More dates than this are a timetable of one work, which ends with its last date.
_SCHEDULE = 2
ADVERBS = ("进一步",)
"""Soft words that only colour another verb: such an item has no time word of its own."""
_TOTAL = re.compile(r"(?:\d|[一二两三四五六七八九十百千]+(?:余|多)?(?=[次场个件户名人期篇节天条万批套台座项]))[^，,。；;]*|增(?:加)?到|达到?|不少于|不低于|压缩到|减少到|降到")
_AT_MOST = re.compile("不超过|不多于|以内|以下|低于|投诉|事故|违纪")
_OPENS, _SHUTS = ("(", "（"), (")", "）")
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
    if best is Weight.REPEATED and (whole := _whole_year_total(text, found)):
        return whole
    if best is not Weight.FIRM:
        return next((c for c in top if text[c.start : c.end] not in ADVERBS), top[0])
    chosen = _firmest(text, top)
    frequency = next((c for c in found if c.kind is DeadlineKind.RECURRING and c.weight is Weight.REPEATED), None)
    return frequency if frequency and _frequency_wins(text, frequency, chosen) else chosen


def _labelled(text: str, candidate: Candidate) -> bool:
    before = text[max(0, candidate.start - _LONGEST_LABEL) : candidate.start]
    return before.endswith((":", "为", "是")) and bool(_label().search(before))


def _firmest(text: str, top: Sequence[Candidate]) -> Candidate:
    valid = [c for c in top if c.kind is not DeadlineKind.INVALID] or top
    dated = [c for c in valid if c.kind in _DATED]
    if not dated:  # a day that was written down says more than an occasion (2月30日前完成新学期谈心), even where there is none
        return next((c for c in top if c.reason is DeadlineReason.IMPOSSIBLE), valid[0])
    if (told := next((c for c in dated if _explains(text, c, valid)), None)) is not None:
        return told
    if len(dated) > _SCHEDULE and dated == valid:
        return dated[-1]
    closing = [c for c in dated if closes(text, c)]
    if len(dated) < len(valid) and not closing:
        return valid[0]
    return (closing or dated)[-1]


def _explains(text: str, date: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a date and no more in brackets says when the occasion before it is (开学前（8月底前）)."""
    alone = text[max(0, date.start - 1) : date.start] in _OPENS and text[date.end : date.end + 1] in _SHUTS
    return alone and any(o.end == date.start - 1 and o.kind not in _DATED for o in others)


def _frequency_wins(text: str, frequency: Candidate, date: Candidate) -> bool:
    if date.kind is DeadlineKind.INVALID and (date.reason not in _WRITTEN or not _BREAK.search(text, *sorted((frequency.end, date.start)))):
        return True
    if frequency.start > date.end:
        return date.kind is DeadlineKind.RANGE or (date.kind is DeadlineKind.EVENT and _is_term(date))
    if date.kind is DeadlineKind.EVENT and _is_term(date):
        return True
    return bool(_BREAK.search(text, frequency.end, date.start)) and not closes(text, date)


def _is_term(date: Candidate) -> bool:
    """A term of office or of school: the frame of a frequency, whichever comes first."""
    return date.event == "term" or "学期" in (date.event or "")


def _whole_year_total(text: str, found: Sequence[Candidate]) -> Candidate | None:
    """全年 with a total of its own beside a frequency in another clause (全年讲座12场，每月一场): the year bounds the item."""
    for c in found:
        if c.weight is Weight.WHOLE_YEAR and c.kind is DeadlineKind.BY_DATE:
            start, stop = _clause(text, c)
            apart = all(f.end <= start or f.start >= stop for f in found if f.weight is Weight.REPEATED)
            if apart and _TOTAL.search(text, start, stop) and not _AT_MOST.search(text, start, stop):
                return c
    return None


def _clause(text: str, candidate: Candidate) -> tuple[int, int]:
    """`[start, end)` of the clause that the candidate stands in."""
    before = [m.end() for m in _BREAK.finditer(text, 0, candidate.start)]
    after = _BREAK.search(text, candidate.end)
    return before[-1] if before else 0, after.start() if after else len(text)


def closes(text: str, candidate: Candidate) -> bool:
    """Whether an act that ends something stands in the candidate's clause."""
    return bool(_closing().search(text, *_clause(text, candidate)))


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(either(words().closing) + r"|[一-龥](?:完|好|成|妥|毕|上)(?=[，,。；;\n]|$)")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\n。；;，,、(]){either(words().labels)}(?:为|:|是)+$")
