"""Pairs of sets that may be alike, by MinHash and bands (Broder 1997; Indyk and Motwani 1998), then checked exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from pipeline.copies.grams import GramSets, Numbers, counted

ROWS, BANDS = 4, 32
"""Sets with a Jaccard similarity of 0.7 meet in a band with probability 1 - (1 - 0.7 ** 4) ** 32 > 0.9998, of 0.6 with 0.988."""
_SECOND, _MASK = np.uint64(32), np.uint64((1 << 32) - 1)
SEED = 20120315
CROWD = 60
"""In a bucket with more sets each is compared with the next ones only: copies of copies still hang together."""


def alike(sets: GramSets, least: float, smallest: int) -> Iterator[tuple[int, int, float]]:
    """Pairs (a, b, exact Jaccard similarity ≥ `least`), a < b, in order; sets smaller than `smallest` are left out."""
    chosen = np.flatnonzero(sets.sizes() >= smallest)
    if len(chosen) < 2:
        return
    for a, b in _meeting(sets, chosen):
        score = jaccard(sets.of(a), sets.of(b), least)
        if score >= least:
            yield a, b, score


def jaccard(a: NDArray[np.uint64], b: NDArray[np.uint64], least: float = 0.0) -> float:
    """The exact similarity of two sorted sets; 0 at once where their sizes alone keep it under `least`."""
    small, large = sorted((len(a), len(b)))
    if not small or small < least * large:
        return 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared)


def _meeting(sets: GramSets, chosen: NDArray[np.int64]) -> Iterable[tuple[int, int]]:
    """The pairs that meet in a band, each once, in order."""
    digests = _digests(sets, chosen)
    found: list[Numbers] = []
    for band in range(BANDS):
        keys = digests[:, band * ROWS : (band + 1) * ROWS]
        order = np.lexsort(keys.T)
        same = (keys[order][1:] == keys[order][:-1]).all(axis=1)
        found += _pairs_in_runs(order, same)
    if not found:
        return ()
    pairs, _ = counted(np.concatenate(found))
    return zip(chosen[pairs >> _SECOND].tolist(), chosen[pairs & _MASK].tolist(), strict=True)


def _pairs_in_runs(order: NDArray[np.int64], same: NDArray[np.bool_]) -> Iterator[Numbers]:
    """Pairs, both numbers in one, of neighbours at distance 1, 2, … within runs of equal keys, as far as a run or the crowd goes."""
    run = np.concatenate([np.zeros(1, np.int64), np.cumsum(~same)])
    for distance in range(1, min(CROWD, len(order))):
        together = run[distance:] == run[:-distance]
        if not together.any():
            return
        one, other = order[:-distance][together], order[distance:][together]
        yield np.minimum(one, other).astype(np.uint64) << _SECOND | np.maximum(one, other).astype(np.uint64)


def _digests(sets: GramSets, chosen: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The least hashes of each set under `ROWS * BANDS` random multiplications (multiply-shift: Dietzfelbinger et al. 1997)."""
    sizes = sets.sizes()
    inside = np.repeat(np.isin(np.arange(len(sizes)), chosen), sizes)
    flat, starts = sets.flat[inside], np.cumsum(sizes[chosen]) - sizes[chosen]
    factors = np.random.default_rng(SEED).integers(1, 2**63, ROWS * BANDS, np.uint64) | np.uint64(1)
    digests = np.empty((len(chosen), ROWS * BANDS), np.uint32)
    for n, factor in enumerate(factors):
        digests[:, n] = np.minimum.reduceat(flat * factor >> np.uint64(32), starts)
    return digests
