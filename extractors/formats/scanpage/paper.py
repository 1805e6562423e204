"""A page as a picture: its pixels, and where they lie in the points of user space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from extractors.model.passage import Box

A4_LONG = 841.9
"""Points along the longer side of A4."""
Rows = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]


class Affine(NamedTuple):
    """(x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, box: Box) -> Box:
        """The box around the box's image."""
        return _around(self, box)

    def after(self, first: Affine) -> Affine:
        """This one applied to what `first` gives."""
        a, b = self.a * first.a + self.c * first.b, self.b * first.a + self.d * first.b
        c, d = self.a * first.c + self.c * first.d, self.b * first.c + self.d * first.d
        return Affine(a, b, c, d, *self.point(first.e, first.f))

    def back(self) -> Affine:
        """The inverse."""
        det = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / det, -self.b / det, -self.c / det, self.a / det
        return Affine(a, b, c, d, -(a * self.e + c * self.f), -(b * self.e + d * self.f))

    def rows(self) -> Rows:
        """As a matrix of three by three."""
        return (self.a, self.c, self.e), (self.b, self.d, self.f), (0.0, 0.0, 1.0)


class Projective(NamedTuple):
    """What leads from a flat sheet to its photograph and back: a matrix of three by three, by rows."""

    matrix: Rows

    @classmethod
    def of(cls, rows: Any) -> Projective:
        """From any three rows of three numbers."""
        first, second, third = ((float(a), float(b), float(c)) for a, b, c in rows)
        return cls((first, second, third))

    def rows(self) -> Rows:
        return self.matrix

    def point(self, x: float, y: float) -> tuple[float, float]:
        across, down, depth = (a * x + b * y + c for a, b, c in self.matrix)
        return across / depth, down / depth

    def box(self, box: Box) -> Box:
        """The box around the box's image."""
        return _around(self, box)

    def after(self, first: Affine | Projective) -> Projective:
        """This one applied to what `first` gives."""
        columns = list(zip(*first.rows(), strict=True))
        return Projective.of([[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in self.matrix])

    def back(self) -> Projective:
        """The inverse."""
        (a, b, c), (d, e, f), (g, h, i) = self.matrix
        cofactors = ((e * i - f * h, c * h - b * i, b * f - c * e), (f * g - d * i, a * i - c * g, c * d - a * f), (d * h - e * g, b * g - a * h, a * e - b * d))
        return Projective.of(cofactors)


Way = Affine | Projective


def _around(way: Way, box: Box) -> Box:
    corners = [way.point(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@dataclass(slots=True)
class Paper:
    """One page: RGB `pixels` (height × width × 3, uint8); `to_user` leads from pixels (y down) to points of the page's
    unrotated user space; `scale` is pixels a point."""

    number: int
    pixels: Any
    to_user: Way
    scale: float

    @property
    def wide(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def high(self) -> int:
        return int(self.pixels.shape[0])
