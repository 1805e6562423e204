"""Names of yes/no features. A name starts with `@` (item), `&` (clause) or `heading:` and is longer than any n-gram of a
clause.

What can be in few states is named once a state: the same tuple of names comes again and again, and with it, in
`Model.add_kept`, the sum of its rows."""

from __future__ import annotations


class Names(dict[str, str]):
    """Names that differ in what stands behind their head, by that; for a closed set."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self._head = head

    def __missing__(self, key: str) -> str:
        name = self[key] = self._head + key
        return name


def step(value: float, width: float, most: int) -> int:
    """Which step of `width` a value stands on, at most `most` away from 0."""
    on = int(value // width)
    return most if on > most else -most if on < -most else on
