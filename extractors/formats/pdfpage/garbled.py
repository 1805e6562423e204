"""Whether the characters of a page can be what is printed there. A font without a table of its characters gives numbers
of glyphs in place of letters: signs, rare ideographs and letters of many scripts, mixed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from string import ascii_letters, digits

_SAMPLE, _KINDS, _ENOUGH = 80, 6, 12
"""Characters that are looked at first; different strange ones among them, and strange ones of all, below which nothing
is said."""

_SHARE = 0.3
_OWN_SCRIPT = 0.6
_PASSED = re.compile(r"[\s\x00-\x1f\u00a0-\u024f\u2000-\u22ff\ue000-\uf8ff\ufffd\U0001f000-\U0001faff]")
"""Neither common nor strange: Latin letters with marks, general signs, small pictures, and what counts as unmapped already."""


def garbled(text: str, unmapped: int) -> bool:
    """Whether the text of a page makes no sense; `unmapped` characters of it say nothing. A page in a script that
    is foreign to us is not garbled."""
    common = _common()
    if len(set(text[:: len(text) // _SAMPLE + 1]) - common) < _KINDS:
        return False
    strange = set(text) - common
    odd = [char for char, after in pairwise(text + " ") if char != after and char in strange and not _PASSED.match(char)]
    if len(odd) < _ENOUGH or len(odd) + unmapped < _SHARE * len("".join(text.split())):
        return False
    scripts = Counter(unicodedata.name(char, "").partition(" ")[0] for char in odd if char >= "\u0250")
    del scripts["CJK"]
    return sum(count for _, count in scripts.most_common(1)) < _OWN_SCRIPT * len(odd)


def commonness(text: Sequence[str]) -> float:
    """The share of characters that are common ones (0 to 1); 0 of nothing."""
    common = _common()
    return sum(char in common for char in text) / len(text) if text else 0.0


@cache
def _common() -> frozenset[str]:
    """What text is made of: Western letters and stops, the symbols and the common ideographs of simplified and of
    traditional Chinese."""
    rows = (("gb2312", range(0xA1, 0xAA)), ("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
    coded = [bytes((row, place)).decode(code, "ignore") for code, some in rows for row in some for place in range(0x40, 0xFF)]
    return frozenset("".join(coded)) | frozenset(ascii_letters + digits + " \r\n\t()%.,:;/-!?\"'")
