"""Which organisation a short name means (一支部, 机关支部), and which one a line over a list names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.roster import plain
from rules.facts import UnitFacts

_PARTY = re.compile(r"支部委员会|总支部委员会|党总支部?|总支部?|党支部|支部|委员会|党委|党组织|第(?=[一二三四五六七八九十\d])")
_DIGITS = str.maketrans("123456789", "一二三四五六七八九")
_NUMERAL = re.compile("[一二三四五六七八九十]")
_SECTION = re.compile(r"(?P<number>[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)?(?P<name>[^\s（(：:]{2,30}?(?:党委|党工委|工委|党组|党总支部?|总支部?|委员会|党支部|支部))(?:\s*[（(][^（）()]*[)）])?(?:所[属辖](?:党?支部)?)?\s*[:：]?")
"""A line over the rows below it that names their superior, or the branch of its members."""
_TITLED = re.compile(r"(?P<name>[^\s（(：:]{2,30}?(?:党支部|支部|党总支|总支))(?=党员|人员|名[册单]|花名册|成员|情况|基本|$)")
LEAST = 2
"""Letters that tell an organisation, besides a number."""


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """What tells one organisation of a place from the others: its name without 党支部, 委员会, 第 and the like, digits as numerals."""
    return _PARTY.sub("", plain(name)).translate(_DIGITS)


def section(texts: Sequence[str], listed: bool = False) -> str:
    """The organisation that a row with nothing else names (一、县直机关党委（5个）); "" where it names none. `listed` tells that it
    stands where the organisations of the list do: there only a number before it shows that it is none of them."""
    found = _SECTION.fullmatch(texts[0].strip()) if len(texts) == 1 else None
    return found["name"] if found and (found["number"] or not listed) else ""


def titled(text: str) -> str:
    """The branch that the title of a list of members names (某某党支部党员名册); "" where it names none."""
    found = _TITLED.search("".join(text.split()))
    return found["name"] if found else ""


def meant(name: str, parent: str, units: Iterable[UnitFacts]) -> UnitFacts | None:
    """The one organisation that a name means which is on no list as it is printed: its core ends, or is the end of, the core of that
    one alone, below `parent` where this is told. None where several or none do."""
    key, above = core(name), core(parent)
    if not key:
        return None
    found = [u for u in units if (not above or _ends(core(u.parent), above)) and _ends(core(u.name), key)]
    return found[0] if len(found) == 1 else None


def _ends(whole: str, key: str) -> bool:
    """Whether one core ends with the other, at least two letters or a number of its own."""
    short, long = sorted((whole, key), key=len)
    if not short or not long.endswith(short):
        return False
    numbered = _NUMERAL.fullmatch(short[:1]) is not None
    before = long[: len(long) - len(short)][-1:]
    return not (numbered and before and _NUMERAL.fullmatch(before)) and (len(short) >= LEAST or numbered or short == long)
