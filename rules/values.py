"""Reading what stands in a field: dates and counts as people write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from functools import lru_cache

from extractors.model.value_class import value_class
from extractors.numerals import DIGITS, ZEROS, number

_CHINESE_DIGITS = str.maketrans(f"〇○零{DIGITS}", "00" + "0123456789")
_ZEROS = re.compile(rf"(?<=[\d{DIGITS}])[{ZEROS}]+(?=[\d{DIGITS}年])")
_TENS = re.compile(rf"([{DIGITS}]?)十([{DIGITS}]?)|([廿卅])十?([{DIGITS}]?)")
_BLANKS = re.compile(r"(?<![\d\s])\s+|\s+(?![\d\s])")
"""Blanks but those between two numbers, which part them (1985 6 12)."""
_SPACED_OUT = re.compile(r"(?<!\d)\d(?:\s+\d){3,}(?!\d)")
_DASHES = re.compile("[—–―]")
_FULL = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:(?P<sign>[年./\-·、,]|\s+|)(?P<month>\d{1,2})(?!\d)|(?P<joined>\d{2})(?=\d{2}(?!\d)))?"
    r"(?:(?P<next>[月./\-·、]|\s+|)(?P<day>\d{1,2})(?!\d))?"
)
_SHORT_YEAR = re.compile(r"(?<!\d)\d{2}(?:年(?!.{0,2}[龄以来多前])|[./\-]\d{1,2}(?!\d)|(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?![\d年]))")
_EARLIEST, _LATEST = 1850, 2100  # a year of this age is of the calendar, though of nobody who lives: F14 says so


class DateState(StrEnum):
    """How a field's date reads. SHORT: a year of two digits, which people understand and programs should not guess."""

    VALID = "valid"
    SHORT = "short"
    IMPOSSIBLE = "impossible"
    MALFORMED = "malformed"


@value_class
class FieldDate:
    """A date of a field; `month` and `day` are None where only the year (and month) stands there."""

    state: DateState
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date | None:
        """The first day it can mean."""
        if self.state is not DateState.VALID or self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)


@lru_cache(maxsize=1024)
def field_date(text: str) -> FieldDate:
    """The first date in a field's text: 1985-06, 1985年6月, 1985.6.12, 1985 6 12, 198506, 一九八五年六月, 二OO九年, 1971年. What stands
    behind it in another hand is none of it (1970.5/40, 1970.12 40岁)."""
    plain = _plain(text)
    found, short = _FULL.search(plain), _SHORT_YEAR.search(plain)
    if found and short and not _EARLIEST <= int(found["year"]) < _LATEST:
        return FieldDate(DateState.SHORT)  # 0912, 850612
    if not found:
        return FieldDate(DateState.SHORT if short else DateState.MALFORMED)
    year, month, day = int(found["year"]), found["month"] or found["joined"], found["day"]
    read = _checked(year, int(month) if month else None, int(day) if day else None)
    if read.state is DateState.IMPOSSIBLE and day and not _is_day(found, plain):
        return _checked(year, int(month) if month else None, None)
    return read


def _is_day(found: re.Match[str], plain: str) -> bool:
    """Whether the number behind the month must be its day: 日 follows, or the sign before it is that before the month."""
    if found["next"] == "月":
        return plain[found.end() : found.end() + 1] in ("日", "号")
    return found["next"] == (found["sign"] or "") and not found["next"].isspace()


def _plain(text: str) -> str:
    """Half width, in Arabic digits, without blanks but those that part two numbers."""
    plain = _BLANKS.sub("", _DASHES.sub("-", unicodedata.normalize("NFKC", text)))
    plain = _SPACED_OUT.sub(lambda found: re.sub(r"\s", "", found[0]), plain)
    plain = _ZEROS.sub(lambda found: "0" * len(found[0]), plain)
    return _TENS.sub(_in_digits, plain).translate(_CHINESE_DIGITS)


def _in_digits(tens: re.Match[str]) -> str:
    """十二 → 12, 二十 → 20, 廿三 → 23; the hundreds and years before it are digits of their own."""
    ten, one, old, rest = tens.groups()
    first = {"廿": "2", "卅": "3"}[old] if old else ten or "1"
    return first + (rest or one or "0")


def _checked(year: int, month: int | None, day: int | None) -> FieldDate:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return FieldDate(DateState.IMPOSSIBLE, year)
    state = DateState.VALID if year >= _EARLIEST and month != 0 else DateState.IMPOSSIBLE
    return FieldDate(state, year, month, day)


_COUNTED = re.compile(r"\d+(?![\d%])|[零〇一二两三四五六七八九十百千廿卅]+")
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟弍", "一二三四五六七八九十百千二")
"""The letters for sums, which clerks also use for people."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ABOUT = re.compile(r"[余多几]|左右|上下|以[上内]|不足|大约|[约近]\d|[约近][一二三四五六七八九十]")
_TOTAL = re.compile(r"(?:共计?|合计|总计|总数|总共|现有)\D{0,6}$")
_PARTS = re.compile(r"^(?:[人名个位]|党员)*(?:\(|,?(?:其中|[内包]?含))")
_BY_STATE = ("正式", "预备")
_LONGEST = 9
"""Signs of the longest numeral that can be one of people."""


@value_class
class FieldCount:
    """A number of people as a field has it. `sure` is False where several numbers, or a word of doubt, leave it open; `number`
    is then what the field itself names as the total, if anything."""

    number: int | None = None
    sure: bool = True


@lru_cache(maxsize=1024)
def field_count(text: str) -> FieldCount | None:
    """How many people a field's text names: 46, 四十六人, 廿四, 玖, 共46人, 46人（正式45人，预备1人）; None where it names no number."""
    plain = _THOUSANDS.sub("", re.sub(r"\s", "", unicodedata.normalize("NFKC", text))).translate(_FORMAL)
    found = [*_COUNTED.finditer(plain)]
    if not found:
        return None
    total = next((f for f in found if _TOTAL.search(plain[: f.start()])), None)
    if total is None and (len(found) == 1 or _PARTS.match(plain[found[0].end() :])):
        total = found[0]
    count = number(total[0]) if total and len(total[0]) <= _LONGEST else None
    return FieldCount(count, sure=count is not None and not _ABOUT.search(plain) and _adds_up(plain, count))


def _adds_up(plain: str, total: int | None) -> bool:
    """Whether 正式 and 预备, where both stand there with their numbers, make the total."""
    named = [re.search(rf"{word}\D{{0,4}}?(\d+)", plain) for word in _BY_STATE]
    parts = [int(found[1]) for found in named if found]
    return len(parts) < len(_BY_STATE) or sum(parts) == total

