"""Promises of last year that were not kept, looked for among those of this year."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.copies.grams import bare
from pipeline.roster import OpenLine
from rules.facts import OpenItem

GRAM = 2


def looked_up(line: OpenLine, texts: Sequence[str]) -> OpenItem:
    """An open item with the promise that comes nearest: the one that holds the largest share of its letter pairs. A share
    and not a likeness, as what is listed again is usually written out anew and longer."""
    wanted = _pairs(line.text)
    shares = [len(wanted & _pairs(text)) / len(wanted) if wanted else 0.0 for text in texts]
    best = max(range(len(texts)), key=lambda n: (shares[n], -n), default=-1)
    return OpenItem(line.text, line.explained, shares[best], best + 1) if best >= 0 else OpenItem(line.text, line.explained)


def _pairs(text: str) -> frozenset[str]:
    letters = bare(text)
    return frozenset(letters[n : n + GRAM] for n in range(len(letters) - GRAM + 1))
