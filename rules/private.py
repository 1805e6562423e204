"""Finding private data in texts that will be published, and masking it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.model import Span

_WIDE = {0xFF10 + n: str(n) for n in range(10)} | {0xFF38: "X", 0xFF58: "x"}  # one for one: offsets stay
LONG = 11
"""So many digits at least has a private number."""
_LONG = re.compile(r"\d(?:[ \-]?\d){10}")
_MAY_BE_LONG = re.compile(r"\d[\d \-]{10}")  # sooner seen to be missing
_FIFTEEN = re.compile(r"\d(?:[ \-]?\d){14}")  # in every identity number, in no mobile
_DAY = r"(?:0[1-9]|1[0-2])[ \-]?(?:0[1-9]|[12]\d|3[01])"
_IDENTITY = re.compile(rf"(?<![\dA-Za-z])[1-9]\d{{5}}[ \-]?(?:19|20)\d\d[ \-]?{_DAY}[ \-]?\d{{3}}[ \-]?[\dXx](?![\dA-Za-z])")
_OLD_IDENTITY = re.compile(rf"(?<![\dA-Za-z])[1-9]\d{{5}}[ \-]?\d\d{_DAY}[ \-]?\d{{3}}(?![\dA-Za-z])")
_CALLED_IDENTITY = re.compile(r"身份证\D{0,10}$")  # fifteen digits had no check digit: the words before tell
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d(?:[ \-]?\d{4}){2}(?!\d)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_NUMERAL = "[0-9〇零一二三四五六七八九十百]{1,6}"
_DOOR = rf"{_NUMERAL}(?:号|栋|幢|座|单元|室|弄|组|队|舍)楼?"
_FLAT_NUMBER = r"(?:(?:\d{3,4}|[〇零一二三四五六七八九]{3,4})(?![\d楼层盏户个处米元年]))"
_REST = rf"(?:[^，。；;\s\d]{{0,3}}?{_DOOR})"
_LIVES = re.compile(
    r"(?:家庭住址|家庭地址|住址)(?:[:：]|[为是在])\s*[^，。；;\n]{4,40}"
    rf"|(?:家[住在]|现住)[:：]?[^，。；;\n的]{{0,30}}?{_DOOR}{_REST}*{_FLAT_NUMBER}?"
    rf"|(?:住在|居住[在于]?|租住|(?<![一-龥])住(?![院宿房址进户校持在建宅保])|(?<=[户员生人])住(?=[一-龥]{{2}}))[:：]?[^，。；;\n]{{0,30}}?{_DOOR}(?:{_REST}+{_FLAT_NUMBER}?|{_FLAT_NUMBER})"
    rf"|(?<=[（(])(?:住)?[^，。；;（）()\s\d]{{2,16}}?{_NUMERAL}[组队]{_NUMERAL}号(?=[，,；;）)])"
)
_FLAT = re.compile(rf"[^，。；;\s]{{2,20}}?{_NUMERAL}[号栋幢座]楼?[^，。；;\s]{{0,4}}?{_NUMERAL}单元(?:{_NUMERAL}[室号户]|\d{{3,4}}(?![\d楼层盏户个处米元]))")
_OFFICE = re.compile(r"办公|行政楼|教学楼|综合楼|实验楼|活动室|阅览室|服务|窗口|值班|接待")
_NEAR = 12
_HOME_WORD = re.compile(f"单元|住|家庭地址|家在|[组队]{_NUMERAL}号")  # each reading of a home has one of them; see `all_hidden`
_SHOWN_FIRST, _SHOWN_LAST = 3, 2


def identity_numbers(text: str) -> Iterator[Span]:
    """Eighteen-digit identity numbers whose check digit (GB 11643) is right, in groups or not; those that are called so, though it be
    wrong (a slip of the pen leaves them private), and numbers of the fifteen digits of old (valid until 2012)."""
    if not has_long(text) or _FIFTEEN.search(text) is None:
        return
    plain = text.translate(_WIDE)
    for match in _IDENTITY.finditer(plain):
        digits = re.sub("[ -]", "", match[0])
        total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
        if _CHECK_DIGITS[total % 11] == digits[17].upper() or _CALLED_IDENTITY.search(plain[: match.start()]):
            yield Span(*match.span())
    for match in _OLD_IDENTITY.finditer(plain):
        if _CALLED_IDENTITY.search(plain[: match.start()]):
            yield Span(*match.span())


def mobiles(text: str) -> Iterator[Span]:
    """Mobile numbers. Office lines are public by nature."""
    for match in _MOBILE.finditer(text.translate(_WIDE)) if has_long(text) else ():
        yield Span(*match.span())


def homes(text: str) -> Iterator[Span]:
    """Words that give somebody's home: a label with an address; building, unit and door, unless it is an office's."""
    if _HOME_WORD.search(text) is None:
        return
    told = [Span(*match.span()) for match in _LIVES.finditer(text)]
    for start, end in (match.span() for match in _FLAT.finditer(text)):
        if not _OFFICE.search(text[start : end + _NEAR]) and not any(start < t.end and t.start < end for t in told):
            told.append(Span(start, end))
    yield from sorted(told)


@lru_cache(maxsize=8)
def has_long(text: str) -> bool:
    """Whether there is a number as long as those that are private; several rules ask it of the same text."""
    return _MAY_BE_LONG.search(text) is not None and _LONG.search(text) is not None


def masked(text: str) -> str:
    """A private datum fit to be handed out: the first letters, of a number the last two as well."""
    last = _SHOWN_LAST if text[-1:].isascii() else 0
    if len(text) <= _SHOWN_FIRST + last:
        return text[:1] + "*" * (len(text) - 1)
    return text[:_SHOWN_FIRST] + "*" * (len(text) - _SHOWN_FIRST - last) + text[len(text) - last :]


def hidden(text: str) -> str:
    """The text with every private datum in it masked: what is printed or sent to people. An identity number is hidden
    even where its check digit is wrong: a slip of the pen leaves it private."""
    found = list(homes(text))
    if _LONG.search(text):
        found += [Span(*match.span()) for match in _IDENTITY.finditer(text.translate(_WIDE))]
        found += [*identity_numbers(text), *mobiles(text)]
    reached = len(text)
    for start, end in sorted(found, reverse=True):
        if end <= reached:
            text = text[:start] + masked(text[start:end]) + text[end:]
            reached = start
    return text


def all_hidden(*texts: str) -> tuple[str, ...]:
    """Each of the texts as `hidden` gives it. Nearly none has anything private in it: one look at all spares many at each."""
    whole = "\n".join(texts)
    public = _HOME_WORD.search(whole) is None and _MAY_BE_LONG.search(whole) is None
    return texts if public else tuple(map(hidden, texts))
