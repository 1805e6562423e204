"""Small Chinese numerals, as ordinals use them."""

from __future__ import annotations

NUMERAL = "[一二三四五六七八九十]"
HALF_WIDTH = {0xFF10 + i: 0x30 + i for i in range(10)} | {0xFF21 + i: 0x41 + i for i in range(26)}
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}


def value_of(numeral: str) -> int:
    """The number that a numeral up to 99 (二十一, 12) says; 0 for one that says none."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _DIGITS.get(numeral[-1:], 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
