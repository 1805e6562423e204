"""What people write into the cells of a roster: names with blanks and notes, numbers in words, days in many ways."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from extractors.numerals import number

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
_YEARLESS = re.compile(r"(?P<m>\d{1,2})(?:月|[./-])(?P<d>\d{1,2})[日号]?")
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


def day_of(value: object, year: int | None = None) -> date | None:
    """A day as people write it, also as Excel counts it; one without its year is in `year`. None where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value in _SERIAL:
        return _EPOCH + timedelta(days=int(value))
    text = unicodedata.normalize("NFKC", "" if value is None else str(value)).strip()
    if text.isdigit() and len(text) == 5 and int(text) in _SERIAL:
        return _EPOCH + timedelta(days=int(text))
    found = _ISO.search(text) or _PLAIN.fullmatch(text)
    if found is None and year is not None and (short := _YEARLESS.fullmatch(text)) is not None:
        return _date(year, int(short["m"]), int(short["d"]))
    return _date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
