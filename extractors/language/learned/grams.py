"""The character n-grams of a clause and its longer words; numbers are made alike first, because only that there is one
tells something."""

from __future__ import annotations

import re
from operator import add

SHORT, LONGEST = 2, 5
"""All n-grams of up to `SHORT` characters count; longer strings, up to `LONGEST`, where the tokenizer knows them as words."""
_NUMBER = re.compile("[0-9]+(?:[.,:][0-9]+)*")
_UNEVEN = re.compile(r"[\s0-9]")


def marked(text: str) -> str:
    """A clause as its n-grams are taken from: one blank where there are several, numbers alike, the ends marked ^ and $."""
    return f"^{_NUMBER.sub('0', ' '.join(text.split()))}$" if _UNEVEN.search(text) else f"^{text}$"


def grams(text: str) -> set[str]:
    """The n-grams of 1 to `SHORT` characters of a clause; the marks of its ends are none alone."""
    whole = marked(text)
    return {*whole[1:-1], *map(add, whole, whole[1:])}


def longer(text: str) -> set[str]:
    """All strings of more than `SHORT`, up to `LONGEST` characters; which of them are words is for the training to say."""
    whole = marked(text)
    return {whole[at : at + size] for size in range(SHORT + 1, LONGEST + 1) for at in range(len(whole) - size + 1)}
