"""A sheet taken aslant whose edges are not to be seen (a white desk, a picture cut close): its own rulings tell how it lies.
Lines that run down a sheet meet in one point of the picture, so that at one height their lean grows evenly across it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import cv2
import numpy as np

from extractors.formats.scanpage.paper import Paper, Projective
from extractors.formats.scanpage.rulings import ink_of

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
_TELLING, _MOST, _PLAIN = 40, 0.6, 1.15
"""So many of the longest lines are compared; the share of all length that must agree; by how much more a growth must explain
than none does."""


class Lean(NamedTuple):
    """The lean of lines as a function of their place: `at` + `by` · place (pixels)."""

    at: float
    by: float

    def of(self, place: float) -> float:
        return self.at + self.by * place


def squared(paper: Paper) -> Paper:
    """The paper seen from straight above; as it is where it is square already or too few lines tell. How it is turned does
    not matter."""
    grey = cv2.cvtColor(paper.pixels, cv2.COLOR_RGB2GRAY)
    way = _shape(ink_of(grey, paper.scale), paper.scale)
    if way is None:
        return paper
    corners = cv2.perspectiveTransform(np.array([[(0, 0), (paper.wide, 0), (paper.wide, paper.high), (0, paper.high)]], np.float64), way)[0]
    low, top = corners.min(axis=0), corners.max(axis=0)
    wide, high = (int(v) for v in np.ceil(top - low))
    if not 0 < wide * high < _LARGEST * grey.size:
        return paper
    way = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]]) @ way
    back = Projective.of(np.linalg.inv(way))
    pixels = cv2.warpPerspective(paper.pixels, way, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return replace(paper, pixels=pixels, to_user=Projective.of(paper.to_user.rows()).after(back))


def _shape(ink: Any, scale: float) -> Any:
    """The matrix that makes the lines down and across stand square; None where they do, or nothing is known."""
    high, wide = ink.shape
    shrink = min(1.0, _LOOK / max(high, wide))
    small = cv2.resize(ink, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    lines = cv2.HoughLinesP((small > 70).astype(np.uint8) * 255, 1, np.pi / 720, 40, minLineLength=_LEAST * scale * shrink, maxLineGap=_GAP * scale * shrink)
    if lines is None:
        return None
    ends = lines.reshape(-1, 4).astype(np.float64) / shrink
    down, across = _lean(ends[:, [1, 0, 3, 2]], high / 2, wide), _lean(ends, wide / 2, high)
    if down is None and across is None:
        return None
    turn = across.of(high / 2) if across else -down.of(wide / 2) if down else 0.0
    down, across = down or Lean(-turn, 0.0), across or Lean(turn, 0.0)
    if max(abs(turn), abs(down.of(wide / 2) + turn) * 2) > _STEEPEST - 0.05:
        return None  # a drawing, a pattern of waves
    aslant = (down.of(0) + turn, down.of(wide) + turn, across.of(0) - turn, across.of(high) - turn)
    return _square(down, across, wide, high) if max(map(abs, aslant)) >= _WORTH else None


def _lean(ends: Any, middle: float, reach: float) -> Lean | None:
    """The lean of lines along the first axis, each (from, place, to, place); `middle` of that axis, `reach` of the other."""
    run = ends[:, 2] - ends[:, 0]
    ends = ends[np.abs(ends[:, 3] - ends[:, 1]) < _STEEPEST * np.abs(run)]
    if not len(ends):
        return None
    slope = (ends[:, 3] - ends[:, 1]) / (ends[:, 2] - ends[:, 0])
    place = ends[:, 1] + slope * (middle - ends[:, 0])
    weight = np.abs(ends[:, 2] - ends[:, 0])
    near = _agreeing(slope, place, weight, reach)
    if weight[near].sum() < _MOST * weight.sum() or np.ptp(place[near]) < _SPREAD * reach:
        return None
    by, at = (float(v) for v in np.polyfit(place[near], slope[near], 1, w=np.sqrt(weight[near])))
    return Lean(at, by)


def _agreeing(slope: Any, place: Any, weight: Any, reach: float) -> Any:
    """Which of the lines lean as most of their length does: a stamp's frame and a table's edge in the background lean as they
    like. The growth is what two of the longest lines tell, or none."""
    longest = np.argsort(-weight)[:_TELLING]
    best, most = np.zeros(len(slope), bool), 0.0
    for n, i in enumerate(longest):
        for j in longest[n:]:
            apart = place[j] - place[i]
            if i != j and abs(apart) < _SPREAD / 2 * reach:
                continue
            by = (slope[j] - slope[i]) / apart if i != j else 0.0
            near = np.abs(slope - slope[i] - by * (place - place[i])) < _NOISE
            total = float(weight[near].sum()) * (1.0 if by else _PLAIN)
            if total > most:
                best, most = near, total
    return best


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
