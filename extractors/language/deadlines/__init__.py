"""The deadline of a promise: our own grammar of time words, the calendar, the frames around an item.

`docs/deadlines.md` shows the grammar as a table; what counts as which kind is said in tests/gold/GUIDELINE.md.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property, lru_cache

from extractors.language.deadlines import cells, lasting
from extractors.language.deadlines.calendar import Calendar
from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.choice import ADVERBS, governing
from extractors.language.deadlines.grammar import read
from extractors.language.deadlines.inheritance import borrowed
from extractors.language.deadlines.normal_form import norm
from extractors.language.deadlines.numerals import YEAR
from extractors.language.deadlines.plain import BLANK, Plain
from extractors.language.signs import ALL
from extractors.model import (
    CommitmentItem,
    Deadline,
    DeadlineKind,
    DeadlineReason,
    DeadlineSource,
    Frame,
    FrameKind,
    ReadingContext,
    Span,
)
from extractors.years import title_years

__all__ = ["Surroundings", "find_deadline", "norm"]

_Frame = tuple[int | None, date | None, bool, tuple[date, date] | None, int | None]
_SAME_AS_ABOVE = re.compile(r"[\s(（]*(?:同上|同前|〃|″|\"|”)[\s)）。]*")
_YEAR = re.compile(rf"(?:{YEAR}|二[○0]\S\S)年")


def find_deadline(item: CommitmentItem, context: ReadingContext) -> Deadline:
    """The time bound that governs `item`: its column, else its own words, else what a frame lends.

    A cell without a usable time (尽快) still counts before a frame, after the item's own words. `span` lies in
    `item.text`; it is None for a borrowed phrase.
    """
    return Surroundings(item.frames, context).deadline(item)


class Surroundings:
    """The frames and the calendar that neighbouring items share, and what they lend."""

    def __init__(self, frames: tuple[Frame, ...], context: ReadingContext) -> None:
        self.frames = frames
        self.calendar = _calendar(frames, context)

    def deadline(self, item: CommitmentItem, spelled: str | None = None, signs: int = ALL) -> Deadline:
        """See `find_deadline`; the item has these frames. `spelled` is its text in plain signs, where that is known, and `signs`
        tell which patterns it may match."""
        column = _from_column(item, self.calendar, signs) if item.columns else None
        if column and column.usable:
            return column
        own = _from_text(item, self.calendar, spelled, signs)
        if own and own.usable:
            return own
        if own and own.phrase in ADVERBS and not column and self._lent.usable:
            return self._lent
        if column and column.span is None:
            return own or (self._lent if self._lent.usable else column)
        return column or own or self._lent

    @cached_property
    def _lent(self) -> Deadline:
        loan = borrowed(self.frames, self.calendar)
        return _deadline(loan.candidate, loan.phrase, None, DeadlineSource.INHERITED) if loan else Deadline()


def _calendar(frames: tuple[Frame, ...], context: ReadingContext) -> Calendar:
    key = _frame(tuple([f.passage.text for f in frames if f.kind is FrameKind.TITLE]), context)
    known = _calendars.get(key)
    # A notice's events are one object; to compare or hash them takes longer than all the rest.
    if known is None or known.events is not context.events:
        if len(_calendars) >= _MOST:
            _calendars.clear()
        known = _calendars[key] = Calendar(*key, context.events)
    return known


def _frame(titles: tuple[str, ...], context: ReadingContext) -> _Frame:
    """What a form's titles and its day make of the calendar; see its fields."""
    day = context.reference_date
    for title in titles:
        if (years := title_years(title)) and years.first < years.last:
            year = min(max(years.first, day.year), years.last) if day else years.first
            return year, day, False, context.period, years.last
    apart = bool(context.year and day and context.year != day.year)
    return context.year, day, apart or any(map(_names_a_year, titles)), context.period, None


@lru_cache(maxsize=64)
def _names_a_year(title: str) -> bool:
    return _YEAR.search(title) is not None


_MOST = 64
_calendars: dict[_Frame, Calendar] = {}
"""One object for all items of a form: what the frames lend is kept by calendar, and is found by identity without comparing."""


_BLANK_CELL = Deadline(
    DeadlineKind.INVALID, DeadlineReason.MASKED, "", None, source=DeadlineSource.COLUMN, note="时限一栏没有填写。"
)  # fmt: skip


def _from_column(item: CommitmentItem, calendar: Calendar, signs: int) -> Deadline | None:
    for span in item.columns.get("deadline", ()):
        printed = item.text[span.start : span.end]
        if not printed.strip():
            return _BLANK_CELL
        if _SAME_AS_ABOVE.fullmatch(printed):
            return _from_above(item, span, calendar)
        found = _in_cell(printed, calendar, signs)
        if found:
            start, end = _place(printed, found)
            place = Span(span.start + start, span.start + end)
            return _deadline(found, item.text[place.start : place.end], place, DeadlineSource.COLUMN)
    return None


def _from_above(item: CommitmentItem, span: Span, calendar: Calendar) -> Deadline | None:
    """同上: the time cell of the row above."""
    above = next((f.passage.text for f in item.frames if f.kind is FrameKind.ABOVE), "")
    found = _in_cell(above, calendar, ALL)
    return _deadline(found, item.text[span.start : span.end].strip(), span, DeadlineSource.COLUMN) if found else None


def _in_cell(printed: str, calendar: Calendar, signs: int) -> Candidate | None:
    """The time of a cell that is about time only: 长期 and 平时 count there. `signs` are those of the text that it stands in."""
    plain = Plain.of(printed).text
    found = lasting.cell(printed) or governing(plain, read(plain, calendar, signs))
    if found is None or found.weight is Weight.PSEUDO:
        found = cells.read(plain) or found
    # In such a cell “七一” and 6.30 are limits even without 前; read them as if it stood there.
    return found or governing(plain, read(f"{plain.rstrip()}前", calendar))


def _from_text(item: CommitmentItem, calendar: Calendar, spelled: str | None, signs: int) -> Deadline | None:
    """The item's own words; the other columns of a row count too, the deadline's cell does not."""
    printed, cells = item.text, item.columns.get("deadline", ()) if item.columns else ()
    for span in cells:
        printed = printed[: span.start] + "\n" * (span.end - span.start) + printed[span.end :]
    if cells or spelled is None:
        plain = Plain.of(printed)
    else:
        plain = Plain.spelled(spelled) if signs & BLANK.sign else Plain(spelled)
    found = governing(plain.text, read(plain.text, calendar, signs))
    if found is None:
        return None
    span = plain.span(found.start, found.end)
    return _deadline(found, printed[span.start : span.end], span, DeadlineSource.INLINE)


def _place(printed: str, found: Candidate) -> Span:
    plain = Plain.of(printed)
    return plain.span(found.start, min(found.end, len(plain.text)))


def _deadline(found: Candidate, phrase: str, span: Span | None, source: DeadlineSource) -> Deadline:
    if found.weight is Weight.NOTHING:
        return Deadline()
    return Deadline(
        found.kind, found.reason, phrase, span, found.first, found.last, found.period, found.event, source,
        found.ambiguous, found.note,
    )  # fmt: skip
