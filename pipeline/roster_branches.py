"""Which organisation a short name means (一支部, 机关支部), and which one a line over a list names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.roster import plain
from rules.facts import UnitFacts

_PARTY = re.compile(r"支部委员会|总支部委员会|党总支部?|总支部?|党支部|支部|委员会|党委|党组织|第(?=[一二三四五六七八九十\d])")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_NUMERAL = re.compile("[〇一二三四五六七八九十百]")
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


class Meant:
    """Finds the one organisation that a name means which is on no list as it is printed."""

    def __init__(self, units: Iterable[UnitFacts]) -> None:
        self._cores: dict[str, list[UnitFacts]] = {}
        self._ends: dict[str, list[UnitFacts]] = {}
        for unit in units:
            whole = core(unit.name)
            self._cores.setdefault(whole, []).append(unit)
            for at in range(1, len(whole)):
                if _tells(whole[at:], whole[:at]):
                    self._ends.setdefault(whole[at:], []).append(unit)

    def one(self, name: str, parent: str = "") -> UnitFacts | None:
        """The organisation whose core is that of the name, else the only one whose core ends with it, or is its end, below `parent`
        where this is told. None where several or none do."""
        key, above = core(name), core(parent)
        ends = [u for at in range(1, len(key)) if _tells(key[at:], key[:at]) for u in self._cores.get(key[at:], ())]
        for found in (self._cores.get(key, []) if key else [], [*self._ends.get(key, ()), *ends]):
            if below := [u for u in found if not above or _same(core(u.parent), above)]:
                return below[0] if len(below) == 1 else None
        return None


def _tells(end: str, before: str) -> bool:
    """Whether the end of a core tells an organisation: two letters or a whole number of its own."""
    numbered = _NUMERAL.fullmatch(end[:1]) is not None
    return not (numbered and _NUMERAL.fullmatch(before[-1:])) and (len(end) >= LEAST or numbered)


def _same(one: str, other: str) -> bool:
    """Whether one core is the other, or ends with it."""
    short, long = sorted((one, other), key=len)
    return short == long or (bool(short) and long.endswith(short) and _tells(short, long[: len(long) - len(short)]))
