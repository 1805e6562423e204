"""Dates as people print them under a signature and in the fields of a form."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from extractors.forms.lunar import beside, old_days
from extractors.forms.text import half
from extractors.model import Passage, PrintedDate
from extractors.model.value_class import value_class
from extractors.numerals import DIGITS, NUMERALS, YEAR, ZEROS, number

_CHEQUES = "壹贰貳叁參肆伍陆陸柒捌玖拾弌弍弎"
"""The numerals of cheques, which some write in dates (贰零壹叁年)."""
_FORMAL = str.maketrans(_CHEQUES, "一二二三三四五六六七八九十一二三")
_CHEQUE = re.compile(f"[{_CHEQUES}]")
_FILL = r"[\s_×*xX﹍]*"
_NUMBER = rf"\d{{1,2}}|[{NUMERALS}廿卅〇○]{{1,3}}"
_DATE = re.compile(
    rf"(?<!\d)(?P<y>\d{{4}}|\d{{2}}|[{ZEROS}1-9{DIGITS}]{{4}}|[二2][{ZEROS}]{_FILL}\d?|){_FILL}年度?{_FILL}"
    rf"(?P<m>{_NUMBER}|元|){_FILL}月份?{_FILL}(?P<d>{_NUMBER}|){_FILL}(?P<day>[日号])?"
    r"|(?<!\d)(?P<y2>[12]\d{3})\s*(?P<sep>[./\-—–、])\s*(?P<m2>\d{1,2})(?:\s*(?:(?P=sep)|[./\-])\s*(?P<d2>\d{1,2}))?[日.]?(?!\d)"
    rf"|(?P<y4>{YEAR})\s*(?P<sep4>[、.·])\s*(?P<m4>十[一二]|[{NUMERALS}])\s*(?P=sep4)\s*(?P<d4>[二三]?十[{DIGITS}]?|[{DIGITS}])(?![、.·{NUMERALS}])"
    r"|(?<!\d)(?P<y3>(?:19|20)\d\d)(?P<m3>\d\d)(?P<d3>\d\d)(?!\d)"
)
_FOUR_DIGITS = re.compile(rf"\d{{4}}|{YEAR}[、.·]")
_FIELD_YEAR = re.compile(rf"(?<!\d)(?P<y>(?:19|20)\d\d|[一二][{ZEROS}{DIGITS}]{{3}})年?(?!\d)")
_FIELD_MONTH = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?!\d)")


@value_class
class DateHit:
    """A date line's place `[start, end)` in its text, and what it says; `year` also where no whole day is given."""

    start: int
    end: int
    year: int | None
    month: int | None
    state: str
    day: date | None = None

    def printed(self, passage: Passage) -> PrintedDate:
        return PrintedDate(self.day, self.state, passage.slice(self.start, self.end).strip())


def find_dates(text: str) -> tuple[DateHit, ...]:
    """Every date or empty date line (`年 月 日`) of a text, in order."""
    return _dates(text) if may_be_dated(text) else ()


def may_be_dated(text: str) -> bool:
    """Whether a text has what every date has: 年, four digits, or a year in Chinese numerals before a stroke (二〇一三、六、二十八)."""
    return "年" in text or _FOUR_DIGITS.search(text) is not None


@lru_cache(maxsize=1024)
def _dates(text: str) -> tuple[DateHit, ...]:
    """As find_dates: the lines of a form's end are asked for theirs again and again."""
    plain = half(text)
    if _CHEQUE.search(plain):
        plain = plain.translate(_FORMAL)
    old = [DateHit(o.start, o.end, o.year, o.day.month if o.day else None, "day" if o.day else "impossible", o.day) for o in old_days(plain)]
    new = [_with_old(_hit(m), plain) for m in _DATE.finditer(plain) if not any(o.start <= m.start() < o.end for o in old)]
    return tuple(sorted((*old, *new), key=lambda hit: hit.start)) if old else tuple(new)


def _with_old(hit: DateHit, text: str) -> DateHit:
    """A date with the old calendar's day in brackets behind it."""
    end = beside(text, hit.end) if "历" in text else hit.end
    return hit if end == hit.end else replace(hit, end=end)


def _hit(found: re.Match[str]) -> DateHit:
    y, m, d, _, y2, _, m2, d2, y4, _, m4, d4, y3, m3, d3 = found.groups()
    year = _year(printed) if (printed := y or y2 or y4 or y3) else None
    month = 1 if m == "元" else number(printed) if (printed := m or m2 or m4 or m3) else None
    day = number(printed) if (printed := d or d2 or d4 or d3) else None
    start, end = found.span()
    if year is not None and month is not None and day is not None:
        try:
            return DateHit(start, end, year, month, "day", date(year, month, day))
        except ValueError:
            return DateHit(start, end, year, month, "impossible")
    blank = year is None and month is None and day is None
    return DateHit(start, end, year, month, "blank" if blank else "partial")


def _year(text: str) -> int | None:
    """A whole year; two digits are read as this or the last century, a bare century (20__) as no year."""
    value = number("".join(text.split()))
    if value is None or 100 <= value < 1900:
        return None
    if value < 100:
        return None if len(text.strip()) < 2 or text.strip() in ("20", "二〇") else 1900 + value + 100 * (value < 40)
    return value


def field_date(text: str) -> str | None:
    """A field's date as `YYYY`, `YYYY-MM` or ISO, whichever is printed; None where no calendar date can be read."""
    for hit in find_dates(text):
        if hit.day is not None:
            return hit.day.isoformat()
        if hit.state == "partial" and hit.year and hit.month and hit.month <= 12:
            return f"{hit.year}-{hit.month:02d}"
    plain = half(text)
    if month := _FIELD_MONTH.search(plain):
        return f"{month['y']}-{month['m']}"
    year = _FIELD_YEAR.search(plain)
    return str(number(year["y"])) if year else None
