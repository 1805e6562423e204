"""Which promise of a later draft stems from which of the earlier one: all promises of both together, by their words and their places.

A draft that was sent back comes with amounts, limits and means written in, so that a promise that was short stands, whole or in part, in
a longer one: two texts are weighed both by what they share of both and by what the longer holds of the shorter. Letter pairs that several
promises of a draft have (每月, 党员, 建立) tell little and count for less. What is left over is looked for in what was paired already: two
promises that were put together, one that was taken apart. At last, promises between others that stayed together are the same ones where
they keep at least a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import fsum

from pipeline.copies.grams import bare
from pipeline.decisions.text import plain
from pipeline.likeness import dice, letter_pairs

LIKE, HELD = 0.35, 0.4
"""From this share of the weighed letter pairs of both texts, or of the shorter one's, a promise is the other one rewritten."""
FEWEST = 3
"""Letter pairs in common at the least where one text only holds the other."""
PART, OF_WHOLE = 0.5, 0.2
"""A promise is part of one that is paired already from this share of its letter pairs that the other partners have not; what
one that was taken apart lost is at least so much of it."""
EQUAL, ALIKE, PIECE, PLACE = "equal", "alike", "piece", "place"
_WHEN = re.compile("0[年月日号]+[底初]?[之以]?前?")


@dataclass(frozen=True, slots=True)
class Pair:
    """The promise in place `before` of the earlier draft and the one in place `now` of the later, from 0. `how`: the same words, words
    alike, one of several that were put together or taken apart, the place between others. `like` is the share of both texts,
    `score` that or the share of the shorter one, whichever is more, 0 to 1."""

    before: int
    now: int
    like: float
    score: float
    how: str


def paired(before: Sequence[str], now: Sequence[str]) -> list[Pair]:
    """The pairs by their places in the earlier draft, then in the later. One text has several only where they were put together
    or taken apart."""
    drafts = Drafts(before, now)
    found = _equal(before, now)
    drafts.best(found)
    drafts.pieces(found)
    drafts.places(found)
    return sorted(found, key=lambda p: (p.before, p.now))


def alike(one: str, other: str) -> float:
    """Dice's measure over letter pairs, 0 to 1; numbers count as alike, as a mended limit is another number."""
    return dice(bare(one), bare(other)) or float(one == other)


class Drafts:
    """The letter pairs of the texts of two drafts. Amounts are made alike, as they are what a new draft changes most; two promises
    with a date have nothing in common by that, so that dates are left out."""

    def __init__(self, before: Sequence[str], now: Sequence[str]) -> None:
        self._before, self._now = ([letter_pairs(_WHEN.sub("", bare(text))) for text in side] for side in (before, now))

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """A letter pair that `n` promises of one draft have weighs 1/n²: 1/n for each of them, and it tells only one of n."""
        counts = [Counter(g for grams in side for g in grams) for side in (self._before, self._now)]
        return {g: 1 / max(c[g] for c in counts) ** 2 for g in counts[0] | counts[1]}

    def _weight(self, grams: Iterable[str]) -> float:
        return fsum(self._weights[g] for g in grams)

    def candidates(self) -> list[Pair]:
        """Every two texts that are alike enough, the likest first, those in near places before others."""
        sizes = [[self._weight(grams) for grams in side] for side in (self._before, self._now)]
        found: list[Pair] = []
        for i, ours in enumerate(self._before):
            for j, theirs in enumerate(self._now):
                if common := ours & theirs:
                    shared = self._weight(common)
                    like, held = 2 * shared / (sizes[0][i] + sizes[1][j]), shared / min(sizes[0][i], sizes[1][j])
                    held = held if len(common) >= FEWEST else 0.0
                    if like >= LIKE or held >= HELD:
                        found.append(Pair(i, j, like, max(like, held), ALIKE))
        return sorted(found, key=lambda p: (-round(p.like + p.score, 2), abs(p.before - p.now), p.before, p.now))

    def best(self, found: list[Pair]) -> None:
        """Add the likest pairs, each text once."""
        gone, taken = {p.before for p in found}, {p.now for p in found}
        for pair in self.candidates():
            if pair.before not in gone and pair.now not in taken:
                found.append(pair)
                gone.add(pair.before)
                taken.add(pair.now)

    def pieces(self, found: list[Pair]) -> None:
        """Add what is left over and stands in a promise that is paired with another."""
        for i in _left(len(self._before), (p.before for p in found)):
            shares = [(self._share(self._before[i], self._now[j] - _all(self._before[p.before] for p in found if p.now == j)), -j) for j in {p.now for p in found}]
            share, j = max(shares, default=(0.0, 0))
            if share >= PART:
                found.append(Pair(i, -j, share, share, PIECE))
        for j in _left(len(self._now), (p.now for p in found)):
            lost = {i: self._before[i] - _all(self._now[p.now] for p in found if p.before == i) for i in {p.before for p in found}}
            shares = [(self._share(rest, self._now[j]), -i) for i, rest in lost.items() if self._share(self._before[i], rest) >= OF_WHOLE]
            share, i = max(shares, default=(0.0, 0))
            if share >= PART:
                found.append(Pair(-i, j, share, share, PIECE))

    def _share(self, grams: frozenset[str], other: frozenset[str]) -> float:
        common = grams & other
        return self._weight(common) / self._weight(grams) if len(common) >= FEWEST else 0.0

    def places(self, found: list[Pair]) -> None:
        """Add what stands between the same neighbours, as many in both drafts, and shares a word."""
        firm = sorted((p.before, p.now) for p in found if p.how != PIECE)
        if not firm:
            return
        taken = {p.before for p in found}, {p.now for p in found}
        for (i, j), (next_i, next_j) in pairwise([(-1, -1), *firm, (len(self._before), len(self._now))]):
            if next_i - i != next_j - j:
                continue
            for a, b in zip(range(i + 1, next_i), range(j + 1, next_j), strict=True):
                if a not in taken[0] and b not in taken[1] and self._before[a] & self._now[b]:
                    found.append(Pair(a, b, 0.0, 0.0, PLACE))


def _equal(before: Sequence[str], now: Sequence[str]) -> list[Pair]:
    """Word for word the same, blanks and signs left out; equal ones in their order."""
    places: dict[str, list[int]] = {}
    for j, text in enumerate(now):
        places.setdefault(plain(text), []).append(j)
    return [Pair(i, waiting.pop(0), 1.0, 1.0, EQUAL) for i, text in enumerate(before) if (waiting := places.get(plain(text)))]


def _left(count: int, used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [n for n in range(count) if n not in taken]


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
