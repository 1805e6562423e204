"""All constructs over one text, in the order in which they may claim words. `docs/deadlines.md` shows them as a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.language.deadlines import (
    absolute,
    distractors,
    festivals,
    lasting,
    masks,
    occasions,
    plans,
    recurring,
    seasons,
    service,
)
from extractors.language.deadlines.calendar import Calendar
from extractors.language.deadlines.candidate import Candidate, Weight

# Without one of these no construct but `lasting` can find anything: most texts end here.
_TRIGGER = re.compile(r"[年月日旬季周天晚内前底末期节时分钟旦至逢岁场假夏冬抢耕收均夜暑露种满伏雪秋春各即努休礼]|\d[./-]\d")
_CALENDAR = re.compile(r"[年月旬季岁]|\d[./-]\d")


def read(text: str, calendar: Calendar) -> list[Candidate]:
    """What the plain `text` says about time, in order of its words; no two overlap, look-alikes are left out."""
    claimed: list[Candidate] = []
    taken: list[tuple[int, int]] = []
    if _TRIGGER.search(text) and (found := list(_constructs(text, calendar))):
        taken += distractors.find(text)
        _claim(claimed, taken, found)
    # A time line of its own (时限：逐步完成) rules whatever else the item says.
    if ":" in text or not any(c.weight > Weight.LASTING for c in claimed):
        _claim(claimed, taken, lasting.find(text))
    if len(claimed) > 1:
        claimed.sort(key=lambda c: c.start)
    return [c for c in claimed if c.weight is not Weight.NOTHING]


def _constructs(text: str, calendar: Calendar) -> Iterator[Candidate]:
    """Everything that looks like a time; of overlapping finds the earlier construct keeps the words."""
    yield from masks.find(text)
    yield from festivals.find_named(text, calendar)
    yield from recurring.find(text)
    yield from occasions.find(text, calendar)
    yield from seasons.find(text)
    yield from service.find(text, calendar)
    yield from plans.find(text, calendar)
    yield from festivals.find(text, calendar)
    if _CALENDAR.search(text):
        yield from absolute.find(text, calendar)


def _claim(claimed: list[Candidate], taken: list[tuple[int, int]], found: Iterable[Candidate]) -> None:
    """Add to `claimed` what overlaps nothing of `taken`, which grows with it."""
    for candidate in found:
        start, end = candidate.start, candidate.end
        for low, high in taken:
            if start < high and low < end:
                break
        else:
            claimed.append(candidate)
            taken.append((start, end))
