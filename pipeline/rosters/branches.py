"""Which organisation a line over several rows, or the title of a list, names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.rosters.typed import same_house
from pipeline.rosters.whose import house_of, key_of

_SECTION = re.compile(r"(?P<number>[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)?(?P<name>[^\s（(：:]{2,30}?(?:党委|党工委|工委|党组|党总支部?|总支部?|委员会|党支部|支部))(?:\s*[（(][^（）()]*[)）])?(?:所[属辖](?:党?支部)?)?\s*[:：]?")
"""A line over the rows below it that names their superior, or the branch of its members."""
_TITLED = re.compile(r"(?P<name>[^\s（(：:]{2,30}?(?:党支部|支部|党总支|总支))(?=党员|人员|名[册单]|花名册|成员|情况|基本|$)")

_NUMBER_BEFORE = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")


def section(texts: Sequence[str], listed: bool = False) -> str:
    """The organisation that a row with nothing else names (一、县直机关党委（5个）); "" where it names none. `listed` tells that it
    stands where the organisations of the list do: there only a number before it shows that it is none of them."""
    found = _SECTION.fullmatch(texts[0].strip()) if len(texts) == 1 else None
    return found["name"] if found and (found["number"] or not listed) else ""


def titled(text: str) -> str:
    """The branch that the title of a list of members names (某某党支部党员名册); "" where it names none."""
    found = _TITLED.search("".join(text.split()))
    return found["name"] if found else ""


def superior(text: str, parents: Collection[str]) -> str:
    """The superior of the roster that a line over the rows of a register means (二、纺织学院（3个支部）); "" where it means none."""
    bare = _NUMBER_BEFORE.sub("", _BRACKETS.sub("", text.strip())).rstrip("：: ")
    house = house_of(key_of(bare))
    near = [parent for parent in parents if parent and len(house) >= 2 and same_house(house, house_of(key_of(parent)))]
    return near[0] if len(near) == 1 else ""
