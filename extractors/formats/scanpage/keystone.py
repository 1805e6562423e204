"""A sheet taken aslant whose edges are not to be seen (a white desk, a picture cut close): its own rulings tell how it lies.
Lines that run down a sheet meet in one point of the picture, so that at one height their lean grows evenly across it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import cv2
import numpy as np

from extractors.formats.scanpage.paper import Affine, Paper, Projective

_LOOK = 1100
"""Pixels along the longer side of the picture in which lines are looked for."""
_LEAST, _GAP = 60.0, 2.5
"""Points: how long a line is at least, and the gaps in it that are forgiven."""
_STEEPEST = 0.3
"""The greatest lean (across per down) that is a sheet's and no drawing's."""
_SPREAD = 0.2
"""The share of the picture over which the lines are spread at least, else they tell nothing of what lies beyond them."""
_NOISE, _WORTH = 0.012, 0.022
"""How far the lines may differ from an even growth, and the lean across the picture from which it is taken out."""
_LARGEST = 1.6


class Lean(NamedTuple):
    """The lean of lines as a function of their place: `at` + `by` · place (pixels)."""

    at: float
    by: float

    def of(self, place: float) -> float:
        return self.at + self.by * place


def squared(paper: Paper, grey: Any, ink: Any, level: Affine) -> tuple[Paper, Any, Any] | None:
    """The paper seen from straight above, the same of its `grey` picture, and the matrix that leads there from its pixels;
    None where it is square already or too few lines tell. `ink` is that of the picture once `level` has laid it straight."""
    shape = _shape(ink, paper.scale)
    if shape is None:
        return None
    way = shape @ np.array(level.rows())
    corners = cv2.perspectiveTransform(np.array([[(0, 0), (paper.wide, 0), (paper.wide, paper.high), (0, paper.high)]], np.float64), way)[0]
    low, top = corners.min(axis=0), corners.max(axis=0)
    wide, high = (int(v) for v in np.ceil(top - low))
    if not 0 < wide * high < _LARGEST * ink.size:
        return None
    way = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]]) @ way
    back = Projective.of(np.linalg.inv(way))
    laid = replace(paper, pixels=_seen(paper.pixels, way, wide, high), to_user=Projective.of(paper.to_user.rows()).after(back))
    return laid, _seen(grey, way, wide, high), way


def _seen(picture: Any, way: Any, wide: int, high: int) -> Any:
    return cv2.warpPerspective(picture, way, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _shape(ink: Any, scale: float) -> Any:
    """The matrix that makes the lines down and across stand square; None where they do, or nothing is known."""
    high, wide = ink.shape
    shrink = min(1.0, _LOOK / max(high, wide))
    small = cv2.resize(ink, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    lines = cv2.HoughLinesP((small > 70).astype(np.uint8) * 255, 1, np.pi / 720, 40, minLineLength=_LEAST * scale * shrink, maxLineGap=_GAP * scale * shrink)
    if lines is None:
        return None
    ends = lines.reshape(-1, 4).astype(np.float64) / shrink
    down = _lean(ends[:, [1, 0, 3, 2]], high / 2, wide)
    across = _lean(ends, wide / 2, high) or Lean(0.0, 0.0)
    if down is None or max(abs(down.of(0)), abs(down.of(wide)), abs(across.of(0)), abs(across.of(high))) < _WORTH:
        return None
    return _square(down, across, wide, high)


def _lean(ends: Any, middle: float, reach: float) -> Lean | None:
    """The lean of lines along the first axis, each (from, place, to, place); `middle` of that axis, `reach` of the other."""
    run = ends[:, 2] - ends[:, 0]
    ends = ends[np.abs(ends[:, 3] - ends[:, 1]) < _STEEPEST * np.abs(run)]
    if not len(ends):
        return None
    slope = (ends[:, 3] - ends[:, 1]) / (ends[:, 2] - ends[:, 0])
    place = ends[:, 1] + slope * (middle - ends[:, 0])
    weight = np.abs(ends[:, 2] - ends[:, 0])
    for _ in range(4):
        if np.ptp(place) < _SPREAD * reach:
            return None
        by, at = (float(v) for v in np.polyfit(place, slope, 1, w=np.sqrt(weight)))
        off = np.abs(slope - at - by * place)
        near = off <= max(_NOISE, float(np.median(off)) * 2)
        if near.all():
            break
        slope, place, weight = slope[near], place[near], weight[near]
    return Lean(at, by) if float(np.average(off, weights=weight)) < _NOISE and np.ptp(place) >= _SPREAD * reach else None


def _square(down: Lean, across: Lean, wide: int, high: int) -> Any:
    """The matrix that leads the four-cornered figure of two lines down and two across to an upright one of its size."""
    xs, ys = (0.1 * wide, 0.9 * wide), (0.1 * high, 0.9 * high)
    seen = np.array([_meeting(down, x, across, y, wide, high) for x, y in ((xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1]))], np.float32)
    middle = seen.mean(axis=0)
    sides = [float(np.linalg.norm(seen[i] - seen[i - 1])) for i in range(4)]
    half = (sides[1] + sides[3]) / 4, (sides[0] + sides[2]) / 4
    flat = np.array([(middle[0] + sx * half[0], middle[1] + sy * half[1]) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))], np.float32)
    return cv2.getPerspectiveTransform(seen, flat)


def _meeting(down: Lean, x: float, across: Lean, y: float, wide: int, high: int) -> tuple[float, float]:
    """Where the line down that stands at `x` at half the height meets the line across that stands at `y` at half the width."""
    a, b = down.of(x), across.of(y)
    at = (x + a * (y - b * wide / 2 - high / 2)) / (1 - a * b)
    return at, y + b * (at - wide / 2)
