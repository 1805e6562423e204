"""A field's printed text → its normal form (`DEFINITIONS.md`, Field values)."""

from __future__ import annotations

import re

from extractors.forms.dates import field_date, find_dates
from extractors.forms.text import half, is_blank, squeeze
from extractors.model.value_class import value_class
from extractors.numerals import number

_NAMES = frozenset({"name", "head", "org_name", "branch", "post"})
"""What a date behind it is no part of: it is that of a signature."""
_TOLD = re.compile(r"[(（][^()（）]*(?:\d|[:：])[^()（）]*[)）]$")
"""What is told of an organisation in brackets behind its name (某支部（党员17人）)."""
_DATES = frozenset({"birth", "joined", "tenure_start"})
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_COUNT = re.compile(r"\d+|[〇零一二三四五六七八九十百千]+")
_PLACEHOLDER = re.compile(r"[×xX*＊?？]{2,}|[（(]?(?:填写|此处填|请填)[^)）]*[)）]?")
_MARK = re.compile(r"[(（][^()（）]{0,6}(?:盖章|公章|签名|签字|签章)[)）]")
_PERSON = re.compile(r"(?P<name>[一-鿿·]{2,8})[,，;；(（]")
"""A name that more is told of behind a comma (张某，男)."""
_DASH = re.compile(r"[—–－―‐−]+")
_BEFORE_NUMBER = re.compile(r"^(?!内线|分机|短号)[一-鿿]{2,6}[:：]?(?=[(（]?\d)")
_BEHIND_NUMBER = re.compile(r"(?<=\d{7})[(（](?:[一-鿿]{1,6}[:：]?\d{0,6}|\d{2,6})[)）]$")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d{7})[(（][一-鿿]{1,4}[)）][、,，;；/]?(?=\d{7})")
_WHOLE_NUMBER = re.compile(r"(?:0\d{2,3}-?)?\d{7,11}")
_BOX, _TICK = re.compile(r"[□☐☑☒✓✔√■]|\([√✓✔☑]?\)"), re.compile("[☑☒✓✔√■]")
"""Boxes to tick before words to choose from, ticked and not."""
_CHOICES = 2
"""So many words at least are a choice."""
_SHORT_YEAR = re.compile(r"(?P<y>\d\d)[.、/](?P<m>0?[1-9]|1[0-2])(?:[.、/](?P<d>0?[1-9]|[12]\d|3[01]))?")
"""A year of two digits and a month (71.11)."""
_BORN, _JOINED = 15, 40
"""Years of two digits below these are of this century, of birth and of what comes later."""
_EDGE = "_:：;；,，、。. "

_GENDER = re.compile(r"[\s_]*(?P<said>[男女])[\s_]+[一-鿿]")
"""What stands behind it is another label (女　年龄 45)."""


@value_class
class Value:
    """`text` is None where the place is blank; `sure` sinks where the print is not what the field asks for."""

    text: str | None
    sure: float = 1.0


def normalise(key: str, printed: str) -> Value:
    """The normal form of a printed value: half width, no blanks; digits for counts; `YYYY-MM` or ISO for
    dates."""
    if key in _NAMES and (dates := find_dates(printed)):
        printed = printed[: next((h.start for h in dates if h.month is not None or "月" in printed[h.start : h.end]), len(printed))]
    if is_blank(printed):
        return Value(None)
    plain = _MARK.sub("", squeeze(printed)).strip(_EDGE)
    plain = plain.replace("_", "") if key in _NAMES else plain  # a rule to write on goes on under the name
    plain = _picked(plain) if _BOX.search(plain) else plain
    if not plain or _PLACEHOLDER.fullmatch(plain):
        return Value(None)
    if key in _DATES:
        return _date(key, printed, plain)
    if key == "member_count":
        return _count(plain)
    if key == "gender" and (told := _GENDER.match(half(printed))):
        return Value(told["said"])
    if key in ("org_name", "branch") and (told := _TOLD.search(plain)) and told.start():
        return Value(plain[: told.start()])
    if key in ("name", "head") and (told := _PERSON.match(plain)):
        return Value(told["name"])
    if key == "phone":
        return Value(_phone(printed, plain))
    return Value(plain)


def _picked(plain: str) -> str:
    """Of printed words to choose from the ticked ones (□管理☑驾驶□修理, 管理()驾驶(√)): boxes stand all before their words or all behind."""
    marks = list(_BOX.finditer(plain))
    if len(marks) < _CHOICES:
        return plain.lstrip("☑☒✓✔√")
    if not marks[0].start():
        words = [plain[m.end() : n] for m, n in zip(marks, [*(m.start() for m in marks[1:]), len(plain)], strict=True)]
    elif marks[-1].end() == len(plain):
        words = [plain[n : m.start()] for m, n in zip(marks, [0, *(m.end() for m in marks[:-1])], strict=True)]
    else:
        return plain
    return "、".join(word.strip(_EDGE) for word, mark in zip(words, marks, strict=True) if _TICK.search(mark.group()))


def _phone(printed: str, plain: str) -> str:
    """Without a label of its own before it (手机：138…) and a note in brackets behind it (……（办）, ……（617）); two numbers with a
    stroke between them."""
    plain = _BEHIND_NUMBER.sub("", _BETWEEN_NUMBERS.sub("/", _BEFORE_NUMBER.sub("", plain)))
    several = re.split(r"\s+", half(printed).strip(" _"))
    if len(several) > 1 and all(_WHOLE_NUMBER.fullmatch(n) for n in several):
        plain = "/".join(several)
    return _DASH.sub("-", plain)


def _date(key: str, printed: str, plain: str) -> Value:
    if not re.search(r"[\d〇零一二三四五六七八九十]", plain):
        return Value(None) if re.fullmatch(r"年?月?日?", plain) else Value(plain, 0.5)
    found = field_date(printed) or field_date(plain)
    short = None if found else _SHORT_YEAR.fullmatch(plain)
    if short is not None:
        return Value("-".join([str(_century(key, int(short["y"]))), *(f"{int(n):02d}" for n in (short["m"], short["d"]) if n)]), 0.8)
    return Value(found) if found else Value(plain, 0.5)


def _century(key: str, year: int) -> int:
    """The year of two digits: nobody is a member before he is grown, and nobody joined before the Party was there."""
    return year + (2000 if year < (_BORN if key == "birth" else _JOINED) else 1900)


def _count(plain: str) -> Value:
    plain = _THOUSANDS.sub("", plain)
    found = _COUNT.search(plain)
    count = number(found.group()) if found else None
    if count is None:
        return Value(None) if plain in ("人", "名") else Value(plain, 0.5)
    simple = re.fullmatch(r"(?:共|共有|现有|合计)?[\d〇零一二三四五六七八九十百千]+[人名个]?(?:党员)?", plain)
    return Value(str(count), 1.0 if simple else 0.8)
