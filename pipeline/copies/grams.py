"""Texts → sets of hashed character 3-grams, all at once: the whole batch is one array, so that a promise costs microseconds.

Only letters, digits and Chinese characters count; numbers are made alike, because a copy with another number is a copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
GRAM = 3
PHRASE = 8
"""Characters of a phrase that can be common stock; the notice's shingles have the same length."""
_KEPT = re.compile(r"[A-Za-z\u3400-\u9fff]|\d+(?:[.,]\d+)*")
MOST = 1 << 20
_OWNER, _HASH = np.uint64(44), np.uint64((1 << 44) - 1)
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9))


def bare(text: str) -> str:
    """The characters that count; every number is one 0."""
    return "".join("0" if found[0].isdigit() else found for found in _KEPT.findall(text))


@dataclass(frozen=True, slots=True)
class Texts:
    """Bare texts end to end: `codes` are the code points, text `n` is `codes[starts[n]:starts[n + 1]]`."""

    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, bares: Sequence[str]) -> Texts:
        """From the bare texts in order."""
        lengths = np.fromiter(map(len, bares), np.int64, len(bares))
        codes = np.frombuffer("".join(bares).encode("utf-32-le"), np.uint32)
        return cls(codes, np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]))

    def windows(self, size: int) -> tuple[Numbers, NDArray[np.int64]]:
        """The hash of every `size` characters running, and the text that each belongs to; none reaches over an end."""
        count = len(self.codes) - size + 1
        if count <= 0:
            return np.zeros(0, np.uint64), np.zeros(0, np.int64)
        hashes = np.zeros(count, np.uint64)
        for at in range(size):
            hashes = _mixed(hashes + self.codes[at : at + count].astype(np.uint64))
        owner = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        inside = owner[:count] == owner[size - 1 :]
        return np.where(inside, hashes, np.uint64(0)), np.where(inside, owner[:count], -1)


@dataclass(frozen=True, slots=True)
class GramSets:
    """The 3-gram sets of all texts, flat: set `n` is `flat[offsets[n]:offsets[n + 1]]`, sorted."""

    flat: Numbers
    offsets: NDArray[np.int64]

    def sizes(self) -> NDArray[np.int64]:
        """How many grams each text has."""
        return np.diff(self.offsets)

    def of(self, n: int) -> Numbers:
        """The grams of text `n`."""
        return self.flat[self.offsets[n] : self.offsets[n + 1]]

    def united(self, groups: NDArray[np.int64], count: int) -> GramSets:
        """The sets of `count` groups of texts, `groups[n]` being the group of text `n`."""
        return gram_sets(self.flat, np.repeat(groups, self.sizes()), count)

    @classmethod
    def joined(cls, parts: Sequence[GramSets]) -> GramSets:
        """The sets of all parts, one after the other."""
        flat = np.concatenate([p.flat for p in parts]) if parts else np.zeros(0, np.uint64)
        sizes = np.concatenate([np.zeros(1, np.int64), *(p.sizes() for p in parts)])
        return cls(flat, np.cumsum(sizes))


def gram_sets(hashes: Numbers, owner: NDArray[np.int64], count: int) -> GramSets:
    """The sets of `count` texts from hashes with their texts (-1: nobody's). Sorting one number that holds both the text
    and the hash is several times faster than sorting by two; what is left of the hash, 44 bits, is plenty."""
    if count > MOST:
        raise ValueError(f"at most {MOST} texts, not {count}")
    known = owner >= 0
    keys, _ = counted((owner[known].astype(np.uint64) << _OWNER) | (hashes[known] & _HASH))
    sizes = np.bincount((keys >> _OWNER).astype(np.int64), minlength=count)
    return GramSets(keys & _HASH, np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]))


def counted(values: Numbers) -> tuple[Numbers, NDArray[np.int64]]:
    """The distinct values in order and how often each stands; sorts `values` in place. (`numpy.unique` goes by a hash
    table since 2.3, which takes ten times as long for millions of numbers.)"""
    values.sort()
    first = np.ones(len(values), bool)
    first[1:] = values[1:] != values[:-1]
    at = np.flatnonzero(first)
    return values[first], np.diff(np.append(at, len(values)))


def kept(hashes: Numbers) -> Numbers:
    """What a set keeps of hashes."""
    return hashes & _HASH


def covered(marks: NDArray[np.bool_], size: int, length: int) -> NDArray[np.bool_]:
    """Which of `length` characters lie inside a marked window of `size` characters."""
    edges = np.zeros(length + 1, np.int64)
    at = np.flatnonzero(marks)
    np.add.at(edges, at, 1)
    np.add.at(edges, np.minimum(at + size, length), -1)
    inside: NDArray[np.bool_] = np.cumsum(edges)[:length] > 0
    return inside


def _mixed(values: Any) -> Numbers:
    """One round of the finaliser of SplitMix64 (Steele et al. 2014)."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(30))) * _MIX[1]
        mixed: Numbers = (values ^ (values >> np.uint64(27))) * _MIX[0]
    return mixed
