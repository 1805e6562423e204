"""The value of a numeral: Arabic, Chinese (一百二十), mixed (1.5万), and the vague ones (数十) that name none."""

from __future__ import annotations

import numpy as np

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2, "双": 2, "仨": 3, "壹": 1}
_TENS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}


class Signs(dict[int, int | str]):
    """A table for `str.translate` that learns the characters that stay: a missing key costs an exception each time."""

    def __missing__(self, key: int) -> int:
        self[key] = key
        return key


_PLANE = 0x10000


class Alphabet:
    """A table for `str.translate`, and the same for long texts: a look at each character in an array costs a twentieth."""

    def __init__(self, table: Signs) -> None:
        self._table = table
        self._codes = np.arange(_PLANE, dtype="<u4")
        for code, sign in table.items():
            if code < _PLANE:  # the table learns: see `Signs`
                self._codes[code] = ord(sign) if isinstance(sign, str) else sign

    def spell(self, text: str) -> str:
        """What `text.translate` gives, for a table of one character for one."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        if codes.max(initial=0) >= _PLANE:
            return text.translate(self._table)
        spelled: str = self._codes[codes].tobytes().decode("utf-32-le", "surrogatepass")
        return spelled


HALF_WIDTH = Signs(
    {
        **{0xFF01 + i: chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in "()<>,:;!?\"'"},
        **{ord(sign): chr(0xFEE0 + ord(sign)) for sign in "();!?"},
        **{ord("〇"): "零", ord("○"): "零", 0x3000: " "},
    }
)
"""Full width to half width where it helps to read numbers, signs between words the other way; one character for one, so that offsets stay."""
HALF = Alphabet(HALF_WIDTH)


def value(numeral: str) -> float | None:
    """The number that `numeral` names, None where it names none (数十, 若干)."""
    if "数" in numeral or "几" in numeral:
        return None
    if numeral == "半":
        return 0.5
    head = numeral.rstrip("万亿")
    factor = 1.0
    for char in numeral[len(head) :]:
        factor *= _BIG[char]
    plain = head.replace(",", "")
    if not plain:
        return factor
    if plain[0].isascii():
        return _arabic(plain, factor)
    return _chinese(head) * factor


def _arabic(plain: str, factor: float) -> float | None:
    scale = 1.0
    while plain and plain[-1] in _TENS:
        scale *= _TENS[plain[-1]]
        plain = plain[:-1]
    try:
        return float(plain) * scale * factor
    except ValueError:
        return None


def _chinese(numeral: str) -> float:
    if numeral and all(c in _DIGITS for c in numeral):
        return float("".join(str(_DIGITS[c]) for c in numeral))
    total, section, digit = 0.0, 0.0, 0.0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char in _BIG:
            total = (total + section + digit) * _BIG[char]
            section = digit = 0
    return total + section + digit
