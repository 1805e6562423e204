"""Orientation and skew, from the stretches of text that the detector found on the page as it came."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from extractors.formats.scanpage.paper import Affine

STEEPEST = 12.0
"""Degrees: a stretch steeper than this is no line of this page (a seal's curved text, a scribble)."""
_VOTERS = 5


class Stretch(NamedTuple):
    """A stretch of text in pixels of the straightened picture, upright and level."""

    x0: float
    y0: float
    x1: float
    y1: float


class Straight(NamedTuple):
    """How a picture is laid straight: `matrix` leads from its pixels to the straightened ones, of which there are
    `wide` × `high`."""

    matrix: Affine
    wide: int
    high: int


def quarters_of(quads: Sequence[Any]) -> int:
    """1 where the lines run up or down the page, 0 where they run across: long stretches count for more."""
    across = up = 0.0
    for quad in quads:
        wide, high = _extent(quad)
        across, up = (across + wide, up) if wide >= high else (across, up + high)
    return 1 if up > across else 0


def _extent(quad: Any) -> tuple[float, float]:
    return float(np.ptp(quad[:, 0])), float(np.ptp(quad[:, 1]))


def skew_of(quads: Sequence[Any]) -> float:
    """Degrees by which the lines fall to the right (y down): the weighted median over the long stretches."""
    found: list[tuple[float, float]] = []
    for quad in quads:
        top, low = quad[1] - quad[0], quad[2] - quad[3]
        dx, dy = (float(v) for v in (top + low) / 2)
        length, tall = math.hypot(dx, dy), float(np.linalg.norm(quad[3] - quad[0]))
        angle = math.degrees(math.atan2(dy, dx))
        if length > 4 * tall and abs(angle) < STEEPEST:
            found.append((angle, length))
    return _median(found) if found else 0.0


def _median(weighted: list[tuple[float, float]]) -> float:
    half, total = sum(w for _, w in weighted) / 2, 0.0
    for value, weight in sorted(weighted):
        total += weight
        if total >= half:
            return value
    return 0.0


def turned(quads: Sequence[Any], wide: int, high: int, quarters: int) -> tuple[list[Any], Affine, int, int]:
    """The quads, and the way there, after `quarters` clockwise quarter turns of a picture of `wide` × `high` pixels."""
    way = (Affine(1, 0, 0, 1, 0, 0), Affine(0, 1, -1, 0, high, 0), Affine(-1, 0, 0, -1, wide, high), Affine(0, -1, 1, 0, 0, wide))[quarters]
    size = (high, wide) if quarters % 2 else (wide, high)
    return [_ordered(_through(way, quad)) for quad in quads], way, *size


def _through(way: Affine, quad: Any) -> Any:
    return np.array([way.point(float(x), float(y)) for x, y in quad])


def _ordered(quad: Any) -> Any:
    """Clockwise from the corner at the upper left."""
    by_x = quad[np.argsort(quad[:, 0], kind="stable")]
    left, right = by_x[:2], by_x[2:]
    left, right = left[np.argsort(left[:, 1])], right[np.argsort(right[:, 1])]
    return np.array([left[0], right[0], right[1], left[1]])


def levelled(wide: int, high: int, degrees: float) -> Straight:
    """A picture of that size turned back by `degrees` around its middle, nothing of it cut off."""
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    new_wide = math.ceil(abs(wide * cos) + abs(high * sin))
    new_high = math.ceil(abs(wide * sin) + abs(high * cos))
    centre = Affine(1, 0, 0, 1, -wide / 2, -high / 2)
    spin = Affine(cos, -sin, sin, cos, new_wide / 2, new_high / 2)
    return Straight(spin.after(centre), new_wide, new_high)


def stretch(straight: Straight, quad: Any) -> Stretch:
    """The upright box of a stretch in the straightened picture: its sides are level there, so the means are its edges."""
    laid = _through(straight.matrix, quad)
    return Stretch(
        float((laid[0, 0] + laid[3, 0]) / 2), float((laid[0, 1] + laid[1, 1]) / 2),
        float((laid[1, 0] + laid[2, 0]) / 2), float((laid[2, 1] + laid[3, 1]) / 2),
    )  # fmt: skip


def voters(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that tell up from down best: long ones, spread over the sizes that are not the longest alone."""
    shape = [s for s in stretches if s.x1 - s.x0 > 3 * (s.y1 - s.y0)] or list(stretches)
    return sorted(shape, key=lambda s: s.x0 - s.x1)[:_VOTERS]
