"""Counters as Word prints them: ISO/IEC 29500-1, 17.18.59 ST_NumberFormat. Formats of other scripts are in `alphabets.py`, the
words of other languages in `number_words/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.formats.ooxml.alphabets import ALPHABETS
from extractors.formats.ooxml.number_words import words_of

_DIGITS = "〇一二三四五六七八九"
_FORMAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_JAPANESE_FORMAL = "零壱弐参四五六七八九"
_KOREAN, _KOREAN_FORMAL = "영일이삼사오육칠팔구", "零一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip

_WIDEST = 12


def numeral(number: int, style: str, language: str = "") -> str:
    """The counter `number` in the number format `style`, in the words of a language (en-US) where it is one of words;
    decimal where the format cannot print it or is unknown. A format in digits (001) says how many there are at least."""
    if style.isdecimal():
        return str(number).zfill(min(len(style), _WIDEST))
    writer = _WRITERS.get(style) or ALPHABETS.get(style) or _in_words(style, language)
    return (writer(number) if writer else "") or ("" if style in _SILENT else str(number))


def _in_words(style: str, language: str) -> Callable[[int], str] | None:
    words = words_of(language)
    return {"cardinalText": words.cardinal, "ordinalText": words.nth, "ordinal": words.short}.get(style)


def _grouped(number: int, digits: str, units: Sequence[str], zero: str, bare_ten: bool) -> str:
    """Chinese numbers up to 9999 with units; `bare_ten` writes 十二 rather than 一十二."""
    if not 0 < number < 10000:
        return ""
    text, gap = "", False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (zero if gap else "") + digits[digit] + units[power]
        gap = False
    return text[1:] if bare_ten and 10 <= number < 20 else text


def _thousands(number: int) -> str:
    return _grouped(number, _DIGITS, ("", "十", "百", "千"), "零", True)


def _counting(number: int) -> str:
    """Units below a hundred, digit by digit from there on (chineseCounting)."""
    return _thousands(number) if number < 100 else _digital(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(d)] for d in str(number))


def _formal(digits: str) -> Callable[[int], str]:
    return lambda number: _grouped(number, digits, ("", "拾", "佰", "仟"), digits[0], False)


def _korean(number: int) -> str:
    """Korean numbers do not say one of a unit: 백십, not 일백일십."""
    text = _grouped(number, _KOREAN, ("", "십", "백", "천"), "", True)
    return re.sub("일(?=[십백천])", "", text)


def _from(first: str, count: int) -> Callable[[int], str]:
    """A run of `count` code points beginning with `first`."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else ""


def _of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else ""


def _circled(number: int) -> str:
    for first, start, end in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if start <= number <= end:
            return chr(ord(first) + number - start)
    return ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN if 0 < number < 5000 else ():
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """a … z, then aa, bb …, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 32767 else ""


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(d)) for d in str(number))


_SILENT = frozenset({"none", "bullet"})
_STEMS = _of("甲乙丙丁戊己庚辛壬癸")
_BRANCHES = _of("子丑寅卯辰巳午未申酉戌亥")
_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _thousands,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "koreanDigital": lambda number: "".join(_KOREAN[int(d)] for d in str(number)),
    "koreanDigital2": lambda number: "".join(_KOREAN_FORMAL[int(d)] for d in str(number)),
    "koreanCounting": _korean,
    "japaneseLegal": lambda number: _grouped(number, _JAPANESE_FORMAL, ("", "拾", "百", "阡"), "", False),
    "chineseLegalSimplified": _formal(_FORMAL_SIMPLIFIED),
    "ideographLegalTraditional": _formal(_FORMAL_TRADITIONAL),
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "ideographZodiacTraditional": lambda number: (
        _STEMS((number - 1) % 10 + 1) + _BRANCHES((number - 1) % 12 + 1) if 0 < number <= 60 else ""
    ),
}
