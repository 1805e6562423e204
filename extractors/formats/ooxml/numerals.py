"""Counters as Word prints them: ISO/IEC 29500-1, 17.18.59 ST_NumberFormat, as far as Chinese documents use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractors.formats.ooxml.number_words import cardinal, nth

_DIGITS = "〇一二三四五六七八九"
_FORMAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def numeral(number: int, style: str) -> str:
    """The counter `number` in the number format `style`; decimal where the format cannot print it or is unknown."""
    writer = _WRITERS.get(style)
    return (writer(number) if writer else "") or ("" if style in _SILENT else str(number))


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


def _ordinal(number: int) -> str:
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


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
    "ordinal": _ordinal,
    "cardinalText": cardinal,
    "ordinalText": nth,
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
    "chineseLegalSimplified": _formal(_FORMAL_SIMPLIFIED),
    "ideographLegalTraditional": _formal(_FORMAL_TRADITIONAL),
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "ideographZodiacTraditional": lambda number: (
        _STEMS((number - 1) % 10 + 1) + _BRANCHES((number - 1) % 12 + 1) if 0 < number <= 60 else ""
    ),
}
