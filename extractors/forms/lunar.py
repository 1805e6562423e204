"""Days of the old calendar under a signature: 二〇二一年三月初六（公历四月十七日）, 农历二〇一五年腊月廿三, 2021年4月17日（农历三月初六）."""

from __future__ import annotations

import re
from datetime import date

from extractors.lunar import lunar_day
from extractors.model.value_class import value_class
from extractors.numerals import DIGITS, NUMERALS, ZEROS, number

_YEAR = rf"(?P<year>\d{{4}}|[{ZEROS}1-9{DIGITS}]{{4}})年"
_DAY = f"(?:初[{NUMERALS}]|[二三]?十[{DIGITS}]?|廿[{DIGITS}]?)"
_OLD = re.compile(
    rf"(?P<named>(?:农历|阴历|旧历|夏历)\s*)?{_YEAR}\s*(?P<again>(?:农历|阴历|旧历|夏历)\s*)?(?P<leap>闰?)(?P<month>[正冬腊]|十[一二]?|[{DIGITS}])月(?P<day>{_DAY})(?:日|(?!\d))"
    rf"(?:\s*[(（](?:即|合)?(?:公历|阳历|新历|西历)[:：]?\s*(?:\S{{4}}年)?\s*(?P<m>\d{{1,2}}|[{NUMERALS}]{{1,2}})月(?P<d>\d{{1,2}}|[{NUMERALS}]{{1,3}})[日号]?\s*[)）])?"
)
_BESIDE = re.compile(r"\s*[(（](?:即|合)?(?:农历|阴历|旧历|夏历)[^()（）]{0,14}[)）]")
"""The old calendar's day in brackets behind the new one's."""
_MONTHS = {"正": 1, "冬": 11, "腊": 12} | {name: n for n, name in enumerate(DIGITS, 1)} | {"十": 10, "十一": 11, "十二": 12}
_LAST = 12


@value_class
class OldDay:
    """Where a day of the old calendar stands, `[start, end)` with the new one's in brackets, and which day it is; None where there
    is none such."""

    start: int
    end: int
    year: int
    day: date | None


def old_days(text: str) -> list[OldDay]:
    """The days of the old calendar in a text: those that say so, and those that only the old calendar calls so (正月, 初六)."""
    if "月" not in text or not re.search("初|[农阴旧夏]历|[正冬腊]月", text):
        return []
    return [_old_day(m) for m in _OLD.finditer(text) if m["named"] or m["again"] or m["leap"] or m["day"][0] == "初" or m["month"] in "正冬腊" or m["m"]]


def beside(text: str, end: int) -> int:
    """Where a date ends that is followed by the old calendar's in brackets."""
    found = _BESIDE.match(text, end)
    return found.end() if found else end


def _old_day(found: re.Match[str]) -> OldDay:
    year, month, nth = number(found["year"]) or 0, _MONTHS[found["month"]], number(found["day"].removeprefix("初")) or 0
    if found["m"]:
        new_month, new_nth = number(found["m"]) or 0, number(found["d"]) or 0
        return OldDay(*found.span(), year, _new(year + (month >= _LAST - 1 and new_month <= 2), new_month, new_nth))
    return OldDay(*found.span(), year, _by_table(year, -month if found["leap"] else month, nth))


def _new(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by_table(year: int, month: int, day: int) -> date | None:
    """The day by the tables of the old calendar; a leap month is negative."""
    try:
        return lunar_day(year, month, day)
    except Exception:  # the library raises bare ones for days that no month has
        return None
