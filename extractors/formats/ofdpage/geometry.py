"""Numbers, boxes and matrices of OFD pages: millimetres, y downwards (GB/T 33190-2016, 8.1 and 8.5)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from extractors.formats.pdfpage.content import Turn
from extractors.model.passage import Box

POINTS = 72 / 25.4
"""Points in a millimetre."""

_FARTHEST = 1e6


class Matrix(NamedTuple):
    """(x, y) becomes (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point moved."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, after: Matrix) -> Matrix:
        """This one, and `after` upon it."""
        a, b, c, d, e, f = self
        p, q, r, s, t, u = after
        return Matrix(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def numbers(text: str | None) -> list[float]:
    """The finite numbers of a list such as a Boundary; what is no number is left out."""
    found = []
    for word in (text or "").replace(",", " ").split():
        value = number(word)
        if value is not None:
            found.append(value)
    return found


def number(word: str | None) -> float | None:
    """The number, None where it is none or far beyond any page."""
    try:
        value = float(word) if word else math.nan
    except ValueError:
        return None
    return value if -_FARTHEST < value < _FARTHEST else None


def box(text: str | None) -> Box | None:
    """x, y, width and height, None where it is no box. Some producers write negative sizes: the place still holds."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def matrix(text: str | None) -> Matrix:
    """A CTM; without six numbers none."""
    found = numbers(text)
    return Matrix(*found) if len(found) == 6 else Matrix()


def deltas(text: str | None, most: int) -> list[float]:
    """A DeltaX or DeltaY with its `g count value` runs spread out, at most `most` numbers (8.5.2)."""
    found: list[float] = []
    words = (text or "").split()
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] in ("g", "G") and at + 2 < len(words):
            count = int(words[at + 1]) if words[at + 1].isdecimal() and len(words[at + 1]) < 10 else 0
            found += [number(words[at + 2]) or 0.0] * min(count, most - len(found))
            at += 3
        else:
            found.append(number(words[at]) or 0.0)
            at += 1
    return found


class Sheet(NamedTuple):
    """A page's area in millimetres; turns its coordinates into points of user space (origin at the lower left)."""

    area: Box

    @property
    def bounds(self) -> Box:
        """The page in points of user space."""
        return 0.0, 0.0, self.area[2] * POINTS, self.area[3] * POINTS

    @property
    def matrix(self) -> Matrix:
        """From millimetres on the page to points of user space."""
        x, y, _, high = self.area
        return Matrix(POINTS, 0.0, 0.0, -POINTS, -x * POINTS, (y + high) * POINTS)


def turn_of(directions: Sequence[tuple[float, float]]) -> Turn:
    """The quarter turn that most of these text directions make."""
    votes = [0, 0, 0, 0]
    for a, b in directions:
        if a or b:
            votes[Turn.of(a, b).quarters] += 1
    return Turn(max(range(4), key=votes.__getitem__))
