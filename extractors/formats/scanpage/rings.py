"""Rings in red ink, where seals overlap and their box is no longer one seal's. Plain numpy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from extractors.model.passage import Box

_RADII = range(20, 34)
"""Blocks of two points: seals of 28 to 46 mm across."""
_ANGLES = 56
_WHOLE = 0.62
"""The share of its rim that a ring shows at least: ink is uneven, and print covers some of it."""
_NEARLY, _APART = 0.9, 0.45
"""Of rings that are nearly as complete the outermost counts; radii between the middles of two seals."""
_MOST = 3


class Ring(NamedTuple):
    """Column and row of the middle, and the radius, in blocks."""

    x: int
    y: int
    radius: int


def rings(cells: Sequence[tuple[int, int]], box: Box) -> list[Box]:
    """The boxes (in blocks) of the rings among the red cells of this box, the most complete first."""
    x0, y0 = int(box[0]), int(box[1])
    hot = np.zeros((int(box[3]) - y0, int(box[2]) - x0), bool)
    for row, col in cells:
        hot[row - y0, col - x0] = True
    found: list[Ring] = []
    while len(found) < _MOST and (best := _best(hot, found)) is not None:
        found.append(best)
        _take_out(hot, best)
    return [(x0 + x - r, y0 + y - r, x0 + x + r + 1, y0 + y + r + 1) for x, y, r in found]


def _best(hot: Any, found: Sequence[Ring]) -> Ring | None:
    """The column, the row and the radius of the most complete ring; none around the middle of one that was found: a second
    line within the rim, the letters along it."""
    high, wide = hot.shape
    near = np.zeros((high + 2, wide + 2), bool)
    for dy in range(3):
        for dx in range(3):
            near[dy : dy + high, dx : dx + wide] |= hot
    near = near[1:-1, 1:-1]
    scored = [(*_most_hit(near, radius, found), radius) for radius in _RADII if 2 * radius <= min(high, wide) + 4]
    whole = [hit for hit in scored if hit[0] >= max(_WHOLE, _NEARLY * max(scored)[0])]
    _, x, y, radius = max(whole, key=lambda hit: hit[3], default=(0.0, 0, 0, 0))
    return Ring(x, y, radius) if radius else None


def _most_hit(near: Any, radius: int, found: Sequence[Ring]) -> tuple[float, int, int]:
    """The middle from which the most of a rim of that radius is hot: the share, its column and its row."""
    high, wide = near.shape
    padded = np.pad(near, radius)
    votes = np.zeros((high, wide), np.int16)
    for angle in np.linspace(0, 2 * np.pi, _ANGLES, endpoint=False):
        dy, dx = radius + round(radius * float(np.sin(angle))), radius + round(radius * float(np.cos(angle)))
        votes += padded[dy : dy + high, dx : dx + wide]
    for x, y, other in found:
        apart = int(_APART * other)
        votes[max(0, y - apart) : y + apart + 1, max(0, x - apart) : x + apart + 1] = 0
    at = int(votes.argmax())
    return float(votes.flat[at]) / _ANGLES, at % wide, at // wide


def _take_out(hot: Any, ring: Ring) -> None:
    """Without the ring's rim."""
    rows, cols = np.indices(hot.shape)
    hot[np.abs(np.hypot(rows - ring.y, cols - ring.x) - ring.radius) <= 2] = False
