"""The years that a title frames a form with."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.model.value_class import value_class
from extractors.numerals import YEAR, number

_A_YEAR = rf"(?:19|20)\d\d|{YEAR}"
_FRAME = re.compile(rf"(?<!\d)(?P<first>{_A_YEAR})(?:年?度?[-—–~至到]+(?P<last>{_A_YEAR}|\d\d))?(?:学?年|(?=公开|党))")
_CENTURY = 100
_LONGEST = 10
"""Years that a term may have; what lies further apart is no term."""


@value_class
class Years:
    """A year, or the first and last of a term (2010—2012年) or school year (2011—2012学年)."""

    first: int
    last: int

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}—{self.last}"


@lru_cache(maxsize=256)
def title_years(title: str) -> Years | None:
    """The years of a title (2012年度, 二○一二年, 2012公开承诺书, 2011—2012学年, 2010-11学年); None where it names none."""
    found = _FRAME.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", title)))
    first = number(found["first"]) if found else None
    if found is None or first is None:
        return None
    last = number(found["last"]) if found["last"] else first
    if last is not None and last < _CENTURY:
        last += first - first % _CENTURY
    return Years(first, last if last is not None and 0 <= last - first <= _LONGEST else first)
