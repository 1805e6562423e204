"""A page as a picture: its pixels, and where they lie in the points of user space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from extractors.model.passage import Box


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
        corners = [self.point(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

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


@dataclass(slots=True)
class Paper:
    """One page: RGB `pixels` (height × width × 3, uint8); `to_user` leads from pixels (y down) to points of the page's
    unrotated user space; `scale` is pixels a point."""

    number: int
    pixels: Any
    to_user: Affine
    scale: float

    @property
    def wide(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def high(self) -> int:
        return int(self.pixels.shape[0])
