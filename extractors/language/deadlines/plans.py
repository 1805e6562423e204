"""Five-year plans (“十二五”期间, 十三五末) as dates: the n-th plan ends with the year 1955 + 5 n."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.numerals import number
from extractors.model import DeadlineKind

_PLAN = re.compile(r'"?(?P<n>十[一二三四五六])五"?(?:规划)?(?:时?期间?|末期?|期末)(?:之?内|之前|前|末)?')
_ZEROTH_PLAN_END = 1955


def find(text: str) -> Iterator[Candidate]:
    """The last day of the plan that is named with 期间 or 末."""
    if "五" not in text or "十" not in text:
        return
    for m in _PLAN.finditer(text):
        end = date(_ZEROTH_PLAN_END + 5 * number(m["n"]), 12, 31)
        yield Candidate(m.start(), m.end(), DeadlineKind.BY_DATE, Weight.FIRM, None, end)
