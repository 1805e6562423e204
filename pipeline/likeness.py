"""How much alike two texts are by their letters; what is made equal in them beforehand is the caller's."""

from __future__ import annotations


def dice(one: str, other: str) -> float:
    """Dice's measure over the pairs of neighbouring letters, 0 to 1; 0 where a text has none."""
    ours, theirs = letter_pairs(one), letter_pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def letter_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters of a text."""
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))
