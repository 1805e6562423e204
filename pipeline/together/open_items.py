"""Promises of last year that were not kept, looked for among those of this year."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.copies.grams import bare
from pipeline.rosters.roster import OpenLine
from rules.facts import OpenItem

GRAM = 2


def looked_up(line: OpenLine, texts: Sequence[str]) -> OpenItem:
    """An open item with the promise that comes nearest: the one that holds the largest share of its letter pairs. A share
    and not a likeness, as what is listed again is usually written out anew and longer."""
    shares = [share(line.text, text) for text in texts]
    best = max(range(len(texts)), key=lambda n: (shares[n], -n), default=-1)
    nearest = (shares[best], best + 1) if best >= 0 else (0.0, 0)
    return OpenItem(line.text, line.explained, *nearest, carried=line.carried)


def share(wanted: str, text: str) -> float:
    """How much of the letter pairs of what is wanted stands in a text, 0 to 1."""
    pairs = _pairs(wanted)
    return len(pairs & _pairs(text)) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> frozenset[str]:
    letters = bare(text)
    return frozenset(letters[n : n + GRAM] for n in range(len(letters) - GRAM + 1))
