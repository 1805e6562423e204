"""Five-year plans (“十二五”期间, 十三五末) as dates: the n-th plan ends with the year 1955 + 5 n."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractors.language.deadlines.calendar import Calendar
from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.numerals import number
from extractors.model import DeadlineKind

_PLAN = re.compile(r'"?(?P<n>十[一二三四五六])五"?(?:规划)?(?:时?期间?|末期?|期末)(?:之?内|之前|前|末)?')
_ZEROTH_PLAN_END = 1955


_TWO_YEARS = re.compile(r"今明两年(?:之?内|时间)?")


def find(text: str, calendar: Calendar) -> Iterator[Candidate]:
    """The last day of the plan that is named with 期间 or 末, and of 今明两年."""
    if "两年" in text and calendar.this_year is not None:
        for m in _TWO_YEARS.finditer(text):
            yield Candidate(m.start(), m.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, date(calendar.this_year + 1, 12, 31))
    if "五" not in text or "十" not in text:
        return
    for m in _PLAN.finditer(text):
        end = date(_ZEROTH_PLAN_END + 5 * number(m["n"]), 12, 31)
        yield Candidate(m.start(), m.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, end)
