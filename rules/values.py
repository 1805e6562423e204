"""Reading what stands in a field: dates as people write them, telephone numbers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from enum import StrEnum
from functools import lru_cache

from extractors.model.value_class import value_class

_CHINESE_DIGITS = str.maketrans("〇○Ｏ零一二三四五六七八九", "000" + "0123456789")
_FULL = re.compile(r"(?<!\d)(\d{4})(?:[年./\-、,，]?(\d{1,2})(?!\d)|[年./\-]?(\d{2})(?=\d{2}(?!\d)))?(?:[月./\-、]?(\d{1,2})(?!\d))?")
_SHORT_YEAR = re.compile(r"(?<!\d)\d{2}(?:年|[./\-]\d{1,2}(?!\d))")
_EARLIEST = 1900


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
    """The first date in a field's text: 1985-06, 1985年6月, 1985.6.12, 198506, 一九八五年六月, 1971年."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(_CHINESE_DIGITS)
    found = _FULL.search(plain)
    if not found:
        return FieldDate(DateState.SHORT if _SHORT_YEAR.search(plain) else DateState.MALFORMED)
    year, month, day = int(found[1]), found[2] or found[3], found[4]
    return _checked(year, int(month) if month else None, int(day) if day else None)


def _checked(year: int, month: int | None, day: int | None) -> FieldDate:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return FieldDate(DateState.IMPOSSIBLE, year)
    state = DateState.VALID if year >= _EARLIEST and month != 0 else DateState.IMPOSSIBLE
    return FieldDate(state, year, month, day)


class PhoneState(StrEnum):
    """How a field's telephone number reads. UNSURE: an inner line, a masked number, something that may be no number."""

    VALID = "valid"
    UNSURE = "unsure"
    MALFORMED = "malformed"


MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_NUMBER = re.compile(
    r"1[3-9]\d{9}|(?:010|02\d|0[3-9]\d\d)-?\d{7,8}|[2-9]\d{6,7}|[48]00-?\d{3}-?\d{4}",
)
_EXTENSION = re.compile(r"(?:-|转|分机|ext\.?)(\d{1,6})$", re.IGNORECASE)
_INNER_LINE = re.compile(r"\d{3,6}")


def phone_state(text: str) -> PhoneState:
    """Whether each number of a telephone field can be dialled. Letters beside it (an address, a name) are unsure."""
    plain = re.sub(r"[\s()]", "", unicodedata.normalize("NFKC", text)).replace("—", "-").replace("–", "-")
    states = [_number_state(part) for part in re.split(r"[/、,;；\n或和]+", plain) if part]
    if not states:
        return PhoneState.MALFORMED
    return max(states, key=list(PhoneState).index)


def _number_state(part: str) -> PhoneState:
    part = re.sub(r"^(?:(?:\+86|86(?=-?1\d{10}$))-?|[^\d@*]+[:：])", "", part)
    if _is_number(part) or _is_number(_EXTENSION.sub("", part)):
        return PhoneState.VALID
    if _INNER_LINE.fullmatch(part) or re.search(r"[^\d\-.]", part):
        return PhoneState.UNSURE
    return PhoneState.MALFORMED


def _is_number(part: str) -> bool:
    return bool(_NUMBER.fullmatch(part) or _NUMBER.fullmatch(part.replace("-", "").replace(".", "")))
