"""Small numerals, as ordinals use them."""

from __future__ import annotations

from extractors.numerals import NUMERALS, number

NUMERAL = f"[{NUMERALS}]"
HALF_WIDTH = {0xFF10 + i: 0x30 + i for i in range(10)} | {0xFF21 + i: 0x41 + i for i in range(26)}


def value_of(numeral: str) -> int:
    """The number that a numeral up to 99 (二十一, 12) says; of digits side by side (一二、) the last, 0 for one that says none."""
    if numeral.isdigit():
        return int(numeral)
    return number(numeral if "十" in numeral else numeral[-1:]) or 0
