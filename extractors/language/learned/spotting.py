"""Known n-grams spotted in many texts at once: a tree of their characters, walked from all places of all texts together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

_BREAK = ord("\n")
"""Stands between two texts, and in no n-gram: `marked` makes a blank of it."""


_NARROW = 1 << 31


class Spotted(NamedTuple):
    """`grams` are the numbers of the n-grams that stand in some texts, text by text, each once a text; those of text n are
    `grams[bounds[n]:bounds[n + 1]]`."""

    grams: Any
    bounds: Any


class _Level(NamedTuple):
    """One more character. `row` says where the ways on from a state stand, 0: nowhere; `after` has a row for each such
    state and in it, by sign, the state that follows, 0: none; `gram` is the number of the n-gram that ends there, or -1."""

    row: Any
    after: Any
    gram: Any


class Spotter:
    """Finds n-grams, which are known by their places in `known`. A state is a beginning of one of them."""

    def __init__(self, known: Sequence[str]) -> None:
        signs = {char: n for n, char in enumerate(sorted(set("".join(known))), start=1)}
        self._table = np.zeros(max(map(ord, signs), default=0) + 2, np.intp)  # beyond its end is what its last place has
        for char, sign in signs.items():
            self._table[ord(char)] = sign
        self._wide = len(signs) + 1
        self._shift = len(known).bit_length()
        self._longest = max(map(len, known), default=0)
        self._first, *self._levels = self._tree({gram: n for n, gram in enumerate(known)}, signs)

    def _tree(self, numbers: dict[str, int], signs: dict[str, int]) -> list[_Level]:
        """The levels, one for each length; the states of the first are the signs."""
        levels: list[_Level] = []
        before, states = {"": 0}, {**signs}
        for size in range(1, max(2, self._longest + 1)):
            if size > 1:
                before, states = states, {}
                for begun in dict.fromkeys([gram[:size] for gram in numbers if len(gram) >= size]):
                    states[begun] = len(states) + 1
            rows = {begun: n for n, begun in enumerate(dict.fromkeys([one[:-1] for one in states]), start=1)}
            row, after = np.zeros(len(before) + 1, np.intp), np.zeros((len(rows) + 1, self._wide), np.int32)
            gram = np.full(len(states) + 1, -1, np.intp)
            for begun, at in rows.items():
                row[before[begun]] = at
            for one, state in states.items():
                after[rows[one[:-1]], signs[one[-1]]] = state
                gram[state] = numbers.get(one, -1)
            levels.append(_Level(row, after.ravel(), gram))
        return levels

    def spot(self, text: str, lines: int) -> Spotted:
        """The n-grams of each of so many lines."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        signs = np.concatenate([self._table.take(codes, mode="clip"), np.zeros(self._longest, np.intp)])
        places, grams = self._walk(signs, len(codes))
        number = np.int32 if lines << self._shift < _NARROW else np.int64  # half as long to sort
        of = np.cumsum(codes == _BREAK, dtype=number)
        keys = of[places] << number(self._shift) | grams.astype(number)
        keys.sort()
        keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)]]
        firsts: Any = np.arange(lines + 1, dtype=number)
        bounds = np.searchsorted(keys, firsts << number(self._shift))
        return Spotted((keys & number((1 << self._shift) - 1)).astype(np.intp), bounds)

    def _walk(self, signs: Any, length: int) -> tuple[Any, Any]:
        """Where known n-grams begin, and which."""
        states, places = signs[:length], np.arange(length)
        found = [(places, self._first.gram[states])]
        for size, (row, after, gram) in enumerate(self._levels, start=1):
            rows = row[states]
            goes_on = np.flatnonzero(rows)
            places = places[goes_on]
            states = after[rows[goes_on] * self._wide + signs[places + size]]
            there = np.flatnonzero(states)
            states, places = states[there], places[there]
            found.append((places, gram[states]))
        grams = np.concatenate([of_size for _, of_size in found])
        known = np.flatnonzero(grams >= 0)
        return np.concatenate([begun for begun, _ in found])[known], grams[known]
