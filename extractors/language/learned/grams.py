"""The character n-grams of a clause; numbers are made alike first, because only that there is one tells something."""

from __future__ import annotations

import re
from operator import add

_NUMBER = re.compile("[0-9]+(?:[.,:][0-9]+)*")


def grams(text: str) -> set[str]:
    """The n-grams of 1 to 4 characters of a clause, its ends marked ^ and $."""
    bare = _NUMBER.sub("0", " ".join(text.split()))
    marked = f"^{bare}$"
    twos = list(map(add, marked, marked[1:]))
    threes = list(map(add, twos, marked[2:]))
    return {*bare, *twos, *threes, *map(add, threes, marked[3:])}
