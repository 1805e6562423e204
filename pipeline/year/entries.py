"""What is wrong with an entry of a quarterly report: blank, no measures, no limit, the words of the quarter before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from extractors.language import annotate
from extractors.model import Annotation, CommitmentItem, DeadlineKind, FormKind, Passage, ReadingContext, Span
from pipeline.answering import Progress, progress
from pipeline.pairing import alike
from pipeline.wording import tidy
from pipeline.year.quarter import Quarter


class Flag(StrEnum):
    """The faults; the values are what people read. Those that end in 待核 are doubts, not faults."""

    BLANK = "没有填写"
    NOTHING = "没有进展"
    NO_MEASURES = "没有措施"
    MEASURES_UNSURE = "措施待核"
    NO_LIMIT = "没有时限"
    VAGUE_LIMIT = "时限不明确"
    PAST_LIMIT = "时限已过"
    REPEATED = "与上季度相同"
    DONE_UNSAID = "填“是”但没有写明完成情况"
    DONE_UNCLEAR = "是否完成看不清"


_NOTHING = re.compile(r"[无暂没有未/\\—\-、。]*(?:进展|开展|动工|启动)?[。]?")
_AS_BEFORE = re.compile("(?:情况)?(?:与|和)?(?:同|如)?[上前]一?(?:个)?(?:季度?|期|次|述)?(?:报告|填报|所报|所填|情况)*(?:相同|一样|一致)?[。]?")
_WORDS = re.compile(r"[^\s/\\—–\-、。]")
"""Something else than the strokes that people put into a cell with nothing to say."""
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
LINE = "\n"


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says of an item, as written."""

    item: int
    progress: str
    measures: str = ""
    limit: str = ""
    done: str = ""

    @property
    def says_done(self) -> bool:
        """Whether 是否完成 says yes, in whatever words."""
        return progress(self.done) is Progress.DONE

    @property
    def says_open(self) -> bool:
        """Whether it says no."""
        return progress(self.done) is Progress.OPEN

    @property
    def done_unclear(self) -> bool:
        """Whether what stands under 是否完成 tells neither."""
        return bool(_WORDS.search(self.done)) and progress(self.done) is Progress.UNCLEAR

    @property
    def says_something(self) -> bool:
        """Whether there is any progress in it."""
        return bool(self.progress.strip()) and not _NOTHING.fullmatch(tidy(self.progress))


@dataclass(frozen=True, slots=True)
class Looked:
    """An entry with its faults and the day of its next limit, where it names one."""

    told: Told
    flags: tuple[Flag, ...]
    limit: date | None


def look(told: Sequence[Told], earlier: dict[int, str], quarter: Quarter, likeness: float) -> list[Looked]:
    """Each entry with its faults; `earlier` is what was reported of an item in the quarter before."""
    items = [_item(n, one) for n, one in enumerate(told, start=1)]
    context = ReadingContext(year=quarter.year, reference_date=quarter.end)
    understood = annotate(items, FormKind.ORG, context)
    return [_look(one, note, earlier.get(one.item, ""), quarter, likeness) for one, note in zip(told, understood, strict=True)]


def repeated(now: str, before: str, likeness: float) -> bool:
    """Whether these are the words of the quarter before: alike, and the same figures (a higher count is news)."""
    if _AS_BEFORE.fullmatch(tidy(now)):
        return True
    return bool(before) and _NUMBERS.findall(now) == _NUMBERS.findall(before) and alike(now, before) >= likeness


def _item(n: int, told: Told) -> CommitmentItem:
    text = told.progress.strip() or "。"
    limit = told.limit.strip()
    columns = {"deadline": (Span(len(text) + 1, len(text) + 1 + len(limit)),)} if limit else {}
    return CommitmentItem(n, Passage(f"{text}{LINE}{limit}" if limit else text), columns=columns)


def _look(told: Told, note: Annotation, before: str, quarter: Quarter, likeness: float) -> Looked:
    deadline = note.deadline
    limit = deadline.end if told.limit.strip() and deadline.kind in (DeadlineKind.BY_DATE, DeadlineKind.RANGE) else None
    if not told.says_something:
        blank = Flag.DONE_UNSAID if told.says_done else Flag.NOTHING if told.progress.strip() else Flag.BLANK
        return Looked(told, (Flag.DONE_UNCLEAR, blank) if told.done_unclear else (blank,), limit)
    flags = [Flag.DONE_UNCLEAR] if told.done_unclear else []
    flags += [Flag.REPEATED] if repeated(told.progress, before, likeness) else []
    if not told.says_done:
        flags += [*_measures(told, note), *_limit(told, note, limit, quarter)]
    return Looked(told, tuple(flags), limit)


def _measures(told: Told, note: Annotation) -> list[Flag]:
    if tidy(told.measures) and not _NOTHING.fullmatch(tidy(told.measures)):
        return []
    if note.measures.spans:
        return [] if note.measures.sure else [Flag.MEASURES_UNSURE]
    return [Flag.NO_MEASURES]


def _limit(told: Told, note: Annotation, limit: date | None, quarter: Quarter) -> list[Flag]:
    kind = note.deadline.kind
    if kind is DeadlineKind.NONE:
        return [Flag.VAGUE_LIMIT if told.limit.strip() else Flag.NO_LIMIT]
    if kind is DeadlineKind.INVALID:
        return [Flag.VAGUE_LIMIT]
    return [Flag.PAST_LIMIT] if limit and limit < quarter.start else []
