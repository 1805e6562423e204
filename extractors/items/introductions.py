"""Paragraphs that lead up to a list of promises without a number, each of which begins with its name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Passage

_NAME = re.compile(r"[一-鿿]{2,6}[：:](?=[^\s：:])")
"""The name of a promise before its words (年审：每周三上门)."""
_LIST = 3
"""So many such paragraphs one below the other are a list; fewer lead up to it."""


def leading_up(paragraphs: Sequence[Passage]) -> int:
    """How many paragraphs without a name stand over those that have one; 0 where these are no list."""
    named = [_NAME.match(p.text) is not None for p in paragraphs]
    first = named.index(True) if True in named else 0
    return first if 0 < first < _LIST and len(named) >= first + _LIST and all(named[first : first + _LIST]) else 0
