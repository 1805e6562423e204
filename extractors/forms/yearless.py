"""Days that the end of a form prints without their year: 承诺人：张某　3月1日 and 支部意见：同意　3月4日."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from extractors.forms.numerals import number
from extractors.forms.signing import YEARLESS, SignLine
from extractors.forms.text import half
from extractors.model import Paragraph, Passage, PrintedDate

_DECEMBER = 12
_LONG_PAST = timedelta(days=180)
"""An approval so long before the signature is of the year after."""


def day_of_year(lines: Sequence[SignLine], year: int | None) -> PrintedDate:
    """The day that the end prints without its year, in the year of the title; one in December may be of the year before."""
    for line in reversed(lines):
        found = _yearless(line.passage, year)
        if found is not None and found.day is not None and found.day.month < _DECEMBER:
            return found
    return PrintedDate()


def day_after(blocks: Iterable[object], signed: PrintedDate, year: int | None) -> PrintedDate | None:
    """The day that an opinion prints without its year: that of the signature, or the next where it would be long before it."""
    year = signed.day.year if signed.day is not None else year
    lines = [line for b in blocks if isinstance(b, Paragraph) for line in b.passage.lines()]
    for line in reversed(lines):
        found = _yearless(line, year)
        if found is None or found.day is None:
            continue
        if signed.day is not None and signed.day - found.day > _LONG_PAST:
            return _yearless(line, signed.day.year + 1)
        return found
    return None


def _yearless(line: Passage, year: int | None) -> PrintedDate | None:
    """A day of that year at the line's end."""
    found = YEARLESS.search(half(line.text)) if year is not None else None
    if found is None or year is None:
        return None
    month, nth = number(found["m"]), number(found["d"])
    try:
        day = date(year, month or 0, nth or 0)
    except ValueError:
        return None
    return PrintedDate(day, "day", line.slice(found.start("m"), found.end()).strip())
