"""Names of organisations as people vary them: what of a name tells one organisation from another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FREE = re.compile(r"[\s()（）《》“”\"'·•,，.。:：;；_\-—]+")
_PARTY = re.compile(r"^(?:中国共产党|中共)|直属|党(?=支部|总支|委)")
_COMMITTEE = re.compile(r"(支部|总支)(?:部?委员会|部)?|委员会|党委|分委")
_NUMERAL = r"(?<!\d)\d{1,2}|[一二三四五六七八九十]{1,3}"
_BEFORE = re.compile(rf"第?({_NUMERAL})(?=支部|总支)")
_BEHIND = re.compile(rf"(支部|总支)第?({_NUMERAL})$")
_DIGITS = {letter: str(number) for number, letter in enumerate("零一二三四五六七八九")}


@lru_cache(maxsize=16384)
def unit_key(name: str) -> str:
    """What is the same in 中共测绘学院第一支部委员会, 测绘学院第1党支部, 测绘学院一支部 and 测绘学院党支部（一）; two names with one key
    are of the same organisation."""
    text = _FREE.sub("", unicodedata.normalize("NFKC", name).casefold())
    text = _COMMITTEE.sub(lambda found: found[1] or "委", _PARTY.sub("", text))
    text = _BEHIND.sub(r"\2\1", text)
    return _BEFORE.sub(lambda found: _in_digits(found[1]), text)


def ends_with(longer: str, shorter: str) -> bool:
    """Whether a key is another one with something before it; 11支部 does not end with 1支部."""
    before = longer.removesuffix(shorter)
    return longer.endswith(shorter) and not (before[-1:].isdecimal() and shorter[:1].isdecimal())


def _in_digits(numeral: str) -> str:
    """十一 → 11, 二十 → 20, 一 → 1."""
    if numeral.isdecimal():
        return str(int(numeral))
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return "".join(_DIGITS[letter] for letter in numeral)
    return f"{_DIGITS.get(tens, '1')}{_DIGITS.get(ones, '0')}"
