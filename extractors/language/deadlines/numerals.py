"""Chinese and Arabic numbers of time words. Only ever applied to the inside of a time expression: 七一 is no 71."""

from __future__ import annotations

# Fragments that the constructs build their patterns from. All of them expect text made plain by `plain.py`.
NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十两廿卅]{1,3})"
YEAR = r"(?:(?:19|20)\d\d|[一二][〇零Oo0九][〇零Oo0一二三四五六七八九]{2})"
HUNDREDS = r"[一二两三四五六七八九]百(?:[零〇]?[一二三四五六七八九十]{1,3})?"
NUMBER_HEADS = "\\d一二三四五六七八九十两廿卅"
NOT_AFTER_NUMBER = r"(?<![\d.〇零一二三四五六七八九十百千万第])"

_DIGITS = {"〇": 0, "零": 0, "O": 0, "o": 0, "两": 2} | {c: n for n, c in enumerate("一二三四五六七八九", 1)}
_DIGITS |= {str(n): n for n in range(10)}
_TENS = {"十": 10, "廿": 20, "卅": 30}


def number(text: str) -> int:
    """The value of a numeral below 1000 (`25`, 二十五, 廿五, 两, 一百二十); 0 for numerals that do not form a number (四五)."""
    if text.isdigit():
        return int(text)
    if "百" in text:
        hundreds, rest = text.split("百", 1)
        return 100 * _DIGITS.get(hundreds, 0) + (number(rest.lstrip("零〇")) if rest else 0)
    for mark, value in _TENS.items():
        if mark in text:
            before, after = text.split(mark, 1)
            tens = value * _DIGITS.get(before or "一", 0)
            return tens + _DIGITS.get(after or "〇", 0)
    return _DIGITS.get(text, 0)


def year(text: str) -> int:
    """The value of a year written digit by digit (2012, 二○一二, 二O一二)."""
    value = 0
    for character in text:
        value = value * 10 + _DIGITS[character]
    return value
