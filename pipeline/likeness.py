"""How much alike two texts are by their letters; what is made equal in them beforehand is the caller's."""

from __future__ import annotations


def dice(one: str, other: str) -> float:
    """Dice's measure over the pairs of neighbouring letters, 0 to 1; 0 where a text has none."""
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}
