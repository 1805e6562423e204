"""The character n-grams of a clause and its longer words; numbers are made alike first, because only that there is one
tells something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import add

SHORT, LONGEST = 2, 5
"""All n-grams of up to `SHORT` characters count; longer strings, up to `LONGEST`, where the tokenizer knows them as words."""
_NUMBER = re.compile("[0-9]+(?:[.,:][0-9]+)*")
_BLANK = re.compile(r"\s")


def marked(texts: Sequence[str]) -> str:
    """Clauses as their n-grams are taken from, a line each: one blank where there are several, numbers alike, the ends marked ^
    and $. Few hold a blank: one look at all of them together spares one at each."""
    if _BLANK.search("".join(texts)):
        texts = [" ".join(text.split()) if _BLANK.search(text) else text for text in texts]
    return _NUMBER.sub("0", "^" + "$\n^".join(texts) + "$")


def grams(text: str) -> set[str]:
    """The n-grams of 1 to `SHORT` characters of a clause; the marks of its ends are none alone."""
    whole = marked([text])
    return {*whole[1:-1], *map(add, whole, whole[1:])}


def longer(text: str) -> set[str]:
    """All strings of more than `SHORT`, up to `LONGEST` characters; which of them are words is for the training to say."""
    whole = marked([text])
    return {whole[at : at + size] for size in range(SHORT + 1, LONGEST + 1) for at in range(len(whole) - size + 1)}
