"""Chinese numerals as forms print them, in dates, counts and ordinals: their letters, from which patterns are built, and their value.

The numerals of running text, which may be fractions or vague (1.5万, 数十), are read in `extractors.language`."""

from __future__ import annotations

DIGITS = "一二三四五六七八九"
NUMERALS = f"{DIGITS}十"
"""The letters of a numeral below a hundred, as the inside of a character class."""
_NOUGHTS = "〇○◯零OoΟО"
ZEROS = f"{_NOUGHTS}0"
"""What is written for the nought of a year: the letter, signs that look like it, Latin, Greek and Cyrillic ones, the Arabic digit."""
YEAR = f"[一二][{ZEROS}九][{ZEROS}{DIGITS}]{{2}}"
"""A year written digit by digit (二〇一二, 一九九八)."""
CENTURY = f"[一二][{ZEROS}]"
"""How such a year of this century begins, where what comes behind may be a slip or a blank."""
NTH = rf"(?:[{NUMERALS}]{{1,3}}|\d{{1,2}})"
"""A numeral that counts promises, papers or rows."""

_VALUES = dict.fromkeys(_NOUGHTS, "0") | {c: str(n) for n, c in enumerate(DIGITS, 1)}
_ARABIC = frozenset("0123456789")
_TENS = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> int | None:
    """An Arabic or Chinese numeral up to 9999 (46, 四十六, 二〇一二, 一百零三, 两) as an int; None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(c in _VALUES or c in _ARABIC for c in text):
        return int("".join(_VALUES.get(c, c) for c in text))
    return _counted(text)


def _counted(text: str) -> int | None:
    total, digit = 0, 0
    for c in text.replace("廿", "二十").replace("卅", "三十").replace("两", "二"):
        if c in _VALUES:
            digit = int(_VALUES[c])
        elif c in _TENS:
            total += (digit or 1) * _TENS[c]
            digit = 0
        else:
            return None
    return total + digit if text else None
