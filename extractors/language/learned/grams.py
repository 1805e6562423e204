"""The character n-grams of a clause; numbers are made alike first, because only that there is one tells something."""

from __future__ import annotations

import re

LONGEST = 4
_NUMBER = re.compile("[0-9]+(?:[.,:][0-9]+)*")


def grams(text: str) -> set[str]:
    """The n-grams of 1 to `LONGEST` characters of a clause, its ends marked ^ and $."""
    bare = _NUMBER.sub("0", " ".join(text.split()))
    marked = f"^{bare}$"
    found = set(bare)
    for size in range(2, LONGEST + 1):
        found.update(marked[at : at + size] for at in range(len(marked) - size + 1))
    return found
