"""Names of yes/no features. A name starts with `@` (item), `&` (clause) or `heading:` and is longer than any n-gram of a
clause.

What can be in few states is written down as its state, a few small numbers and words: the names are made once a state,
and with them, in a `Sums` of the model, the sum of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

MOST = 16384
"""So many states are kept: more than there are, unless texts are among them (headings)."""


class Sums(dict[tuple[Any, ...], int]):
    """The sum of the rows of a state's names, by state; `names` makes the names of a state, `add` sums their rows."""

    def __init__(self, names: Callable[..., Iterable[str]], add: Callable[[Iterable[str]], int]) -> None:
        super().__init__()
        self._names, self._add = names, add

    def __missing__(self, state: tuple[Any, ...]) -> int:
        if len(self) >= MOST:
            self.clear()
        total = self[state] = self._add(self._names(*state))
        return total


class Rows(dict[str, int]):
    """Rows by names; one that the model does not know weighs nothing. The names are those of categories and units, which are few."""

    def __missing__(self, name: str) -> int:
        self[name] = 0
        return 0


def step(value: float, width: float, most: int) -> int:
    """Which step of `width` a value stands on, at most `most` away from 0."""
    on = int(value // width)
    return most if on > most else -most if on < -most else on
