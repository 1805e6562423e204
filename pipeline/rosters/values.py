"""What people write into the cells of a roster: names with blanks and notes, numbers in words, days in many ways."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from extractors.numerals import NUMERALS, ZEROS, number

_BLANKS = re.compile(r"\s+")
_NAME = re.compile(r"[一-鿿·]+(?:[（(][^（）()]*[)）])?")
_NOTE = re.compile(r"[（(](?P<note>[^（）()]{1,10})[)）]$")
_APART = re.compile(r"[大小甲乙丙丁一二三四五]|[A-Za-z]|\d{1,2}")
"""What tells namesakes apart is part of the name."""
_NOBODY = frozenset(("暂缺", "空缺", "缺", "待定", "待补", "无", "—", "-", "/", "暂无", "未定"))
_NOT_THE_NAME = re.compile("含|兼|原|另|不含|包括|筹|拟|已|新成立|挂靠")
_COUNT = re.compile(r"(?:共|计)?(?P<n>\d{1,9}|[〇零一二三四五六七八九十百千两]{1,9})(?:\.0)?(?:个|[人名份件本]|两)?(?:\(.*\))?")
_ISO = re.compile(r"(?P<y>\d{4})\D{1,2}(?P<m>\d{1,2})\D{1,2}(?P<d>\d{1,2})")
_PLAIN = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)")
_SHORT_YEAR = re.compile(r"(?P<y>\d\d)[./-](?P<m>\d{1,2})[./-](?P<d>\d{1,2})")
_YEARLESS = re.compile(r"(?P<m>\d{1,2})(?:月|[./-])(?P<d>\d{1,2})[日号]?")
_APART_FROM = re.compile(r"[\s,;、，；()（）]+|(?<=[日号])(?=\S)|[收交报送到]+")
_LEADING = re.compile(rf"(?:[{NUMERALS}]{{1,3}}、)?(?P<day>(?:[\d{NUMERALS}{ZEROS}]{{4}}年)?[\d{NUMERALS}]{{1,3}}月[\d{NUMERALS}廿]{{1,3}}[日号]).{{0,12}}")
_DAY_ALONE = re.compile(r"(?P<d>\d{1,2})[日号]")
_BEHIND_A_DAY = re.compile(r"(?:\s*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|[上下中]午|早上?|晚上?|凌晨|傍晚|(?<!\d)\d{1,2}[:点时]\d{0,2}(?::\d\d|分)?))+$")
_NUMERALS = re.compile(rf"[{NUMERALS}{ZEROS}廿卅]+(?=[年月日号])")
_SERIAL = range(20_000, 60_000)
"""Days that Excel counts from 1899-12-30, shown as numbers where a cell lost its format: 1954 to 2064."""
_EPOCH = date(1899, 12, 30)


def person_name(text: str) -> str:
    """A name without blanks between its letters and without a note behind it (张　三（兼）); "" for nobody (（暂缺）). Notes that tell
    namesakes apart stay (（大）)."""
    name = _BLANKS.sub("", text) if _NAME.fullmatch(_BLANKS.sub("", text)) else text
    note = _NOTE.search(name)
    if note is not None and not _APART.fullmatch(note["note"]):
        name = name[: note.start()]
    return "" if name.strip("（()） ") in _NOBODY else name


def unit_name(text: str) -> str:
    """The name of an organisation without blanks and without a note about it behind (某公司党支部（含门市部））; other brackets are
    part of it."""
    name = _BLANKS.sub("", text) if re.search("[一-鿿]", text) else text
    note = _NOTE.search(name)
    return name[: note.start()] if note is not None and _NOT_THE_NAME.match(note["note"]) else name


def count(text: str) -> int | None:
    """A number of people or copies (46, 46人, 四十六, 23名（含预备2名）); None for what is none (约30, 8~9人)."""
    found = _COUNT.fullmatch(_BLANKS.sub("", unicodedata.normalize("NFKC", text)))
    return number(found["n"]) if found else None


@dataclass(frozen=True, slots=True)
class Frame:
    """What titles say of days that leave it out: their year, and their month."""

    year: int | None = None
    month: int | None = None


def day_of(value: object, frame: Frame = Frame()) -> date | None:
    """A day as people write it, also as Excel counts it; what it leaves out is that of its `frame`. None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value in _SERIAL:
        return _EPOCH + timedelta(days=int(value))
    text = _plain_day("" if value is None else str(value))
    if text.isdigit() and len(text) == 5 and int(text) in _SERIAL:
        return _EPOCH + timedelta(days=int(text))
    if found := _ISO.search(text) or _PLAIN.fullmatch(text):
        return _date(int(found["y"]), int(found["m"]), int(found["d"]))
    return _in_frame(text, frame)


def day_in(value: object, frame: Frame) -> date | None:
    """The day in a cell that may say more (3月5日，2份); None where there is none, or more than one."""
    if not isinstance(value, str) or (day := day_of(value, frame)) is not None:
        return day_of(value, frame)
    words = _APART_FROM.split(unicodedata.normalize("NFKC", value))
    days = {day for word in words if (day := day_of(word, frame)) is not None}
    return days.pop() if len(days) == 1 else None


def day_over(text: str, frame: Frame) -> date | None:
    """The day that a line over several rows names (一、3月7日（星期三）收到5件); None where it names none."""
    if (day := day_of(text, frame)) is not None:
        return day
    found = _LEADING.match(_BLANKS.sub("", unicodedata.normalize("NFKC", text)))
    return day_of(found["day"], frame) if found else None


def _in_frame(text: str, frame: Frame) -> date | None:
    """A day that leaves out its century, its year, or its month too."""
    if frame.year is None:
        return None
    if (found := _SHORT_YEAR.fullmatch(text)) is not None:
        return _date(frame.year, int(found["m"]), int(found["d"])) if int(found["y"]) == frame.year % 100 else None
    if (found := _YEARLESS.fullmatch(text)) is not None:
        return _date(frame.year, int(found["m"]), int(found["d"]))
    found = _DAY_ALONE.fullmatch(text)
    return _date(frame.year, frame.month, int(found["d"])) if found and frame.month else None


def _plain_day(text: str) -> str:
    """A day in half-width digits without the hour and the day of the week behind it (三月六日（星期二）上午 → 3月6日)."""
    text = _BLANKS.sub("", _BEHIND_A_DAY.sub("", unicodedata.normalize("NFKC", text).strip()))
    return _NUMERALS.sub(lambda found: str(number(found[0]) or found[0]), text)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
