"""Which read item is which labelled item: by the text they share, order kept out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

ENOUGH = 0.7


def pair_up(gold: Sequence[str], read: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (gold index, read index) with a Dice similarity of character trigrams of at least 0.7, best first, each
    text used once."""
    ours = [_grams(text) for text in read]
    scored: list[tuple[float, int, int]] = []
    for g, text in enumerate(gold):
        grams = _grams(text)
        for r, other in enumerate(ours):
            score = _dice(grams, other)
            if score >= ENOUGH:
                scored.append((-score, g, r))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_read: set[int] = set()
    for _, g, r in sorted(scored):
        if g not in used_gold and r not in used_read:
            pairs.append((g, r))
            used_gold.add(g)
            used_read.add(r)
    return sorted(pairs)


def _grams(text: str) -> Counter[str]:
    bare = re.sub(r"[\s，。；、：:;,.]+", "", text)
    padded = f"^{bare}$"
    return Counter(padded[i : i + 3] for i in range(max(1, len(padded) - 2)))


def _dice(a: Counter[str], b: Counter[str]) -> float:
    return 2 * sum((a & b).values()) / (a.total() + b.total())
