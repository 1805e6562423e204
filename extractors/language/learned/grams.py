"""The character n-grams of a clause; numbers are made alike first, because only that there is one tells something."""

from __future__ import annotations

import re
from operator import add

LONGEST = 4
_NUMBER = re.compile("[0-9]+(?:[.,:][0-9]+)*")


def marked(text: str) -> str:
    """A clause as its n-grams are taken from: one blank where there are several, numbers alike, the ends marked ^ and $."""
    return f"^{_NUMBER.sub('0', ' '.join(text.split()))}$"


def grams(text: str) -> set[str]:
    """The n-grams of 1 to `LONGEST` characters of a clause; the marks of its ends are none alone."""
    whole = marked(text)
    twos = list(map(add, whole, whole[1:]))
    threes = list(map(add, twos, whole[2:]))
    return {*whole[1:-1], *twos, *threes, *map(add, threes, whole[3:])}
