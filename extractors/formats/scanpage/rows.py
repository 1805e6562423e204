"""Stretches of text set right before they are read: what the detector cut off at their ends is taken in again, and those
of one printed line come to stand on one level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from extractors.formats.pdfpage.content import Ruling
from extractors.formats.scanpage.straight import Stretch

_REACH, _JUMP = 2.4, 0.9
"""Heights of the stretch: how far its line may go on beyond its end, and the widest gap on the way there."""
_BAND = 0.22
"""Heights that are left out above and below, where the next lines' strokes reach in."""
_LEAST = 0.02
"""Squares of the height: less ink than this is dust."""
_LEVEL, _BESIDE = 0.25, 4.0
_NEAR, _COVERED = 0.4, 0.7
"""Heights from a stretch's end within which a ruling is beside it; the share of its height along which one parts it."""
_ALIKE, _SHARED = 1.6, 0.4
"""Stretches of one line: how much higher one is than the other, and the heights of breadth that they share, at most and at
least."""


def grown(stretches: Sequence[Stretch], ink: Any) -> list[Stretch]:
    """The stretches with the characters beyond their ends (一、 before a line, a stop behind it). `ink` is the page's,
    rulings taken out; a neighbour's characters are left to it."""
    return [_grown(place, [s for s in stretches if s is not place and _beside(s, place)], ink) for place in stretches]


def _beside(other: Stretch, place: Stretch) -> bool:
    return other.y0 < place.y1 and place.y0 < other.y1


def _grown(place: Stretch, others: Sequence[Stretch], ink: Any) -> Stretch:
    tall = place.y1 - place.y0
    if tall < 6 or tall > 1.8 * (place.x1 - place.x0):
        return place
    top, low = int(place.y0 + _BAND * tall), int(place.y1 - _BAND * tall)
    least = max([s.x1 for s in others if s.x1 <= place.x0 + 0.5 * tall], default=0.0)
    most = min([s.x0 for s in others if s.x0 >= place.x1 - 0.5 * tall], default=float(ink.shape[1]))
    left = max(least, place.x0 - _REACH * tall, 0.0)
    right = min(most, place.x1 + _REACH * tall, float(ink.shape[1]))
    before = _run(ink[top:low, int(left) : int(place.x0)][:, ::-1], tall)
    after = _run(ink[top:low, int(place.x1) : int(right)], tall)
    x0 = max(left, place.x0 - before - 0.15 * tall) if before else place.x0
    x1 = min(right, place.x1 + after + 0.15 * tall) if after else place.x1
    return Stretch(x0, place.y0, x1, place.y1)


def _run(band: Any, tall: float) -> int:
    """How many columns from the band's beginning on hold characters of the line, 0 where only dust lies there."""
    columns = (band > 0).sum(axis=0)
    hit = np.flatnonzero(columns > 1)
    end = at = 0
    for column in hit:
        if column - at > _JUMP * tall:
            break
        at = int(column)
        end = at + 1
    return end if int(columns[:end].sum()) > _LEAST * tall * tall else 0


def joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches, with those of one line that overlap made one: what lies in both would be read twice."""
    found: list[Stretch] = []
    for place in stretches:
        at = next((i for i, other in enumerate(found) if _overlap(other, place)), None)
        if at is None:
            found.append(place)
        else:
            found[at] = _one(found[at], place)
    return found


def parted(stretches: Sequence[Stretch], down: Sequence[Ruling], high: int, scale: float) -> list[Stretch]:
    """The stretches, cut where a ruling down the page (points of reading space) parts the cells that they run through."""
    return [part for place in stretches for part in _parted(place, [d for d in down if _covers(d, place, high, scale)], scale)]


def _parted(place: Stretch, down: Sequence[Ruling], scale: float) -> list[Stretch]:
    near = _NEAR * (place.y1 - place.y0)
    xs = [place.x0, *sorted(d.at * scale for d in down if place.x0 + near < d.at * scale < place.x1 - near), place.x1]
    return [place._replace(x0=a + scale * (a > place.x0), x1=b - scale * (b < place.x1)) for a, b in pairwise(xs)]


def _covers(line: Ruling, place: Stretch, high: int, scale: float) -> bool:
    top, low = high - line.end * scale, high - line.start * scale
    return min(low, place.y1) - max(top, place.y0) > _COVERED * (place.y1 - place.y0)


def _one(a: Stretch, b: Stretch) -> Stretch:
    """Both as one, as high as they are by their breadth."""
    share = (a.x1 - a.x0) / max(a.x1 - a.x0 + b.x1 - b.x0, 1.0)
    return Stretch(min(a.x0, b.x0), share * a.y0 + (1 - share) * b.y0, max(a.x1, b.x1), share * a.y1 + (1 - share) * b.y1)


def _overlap(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches on one level share the breadth of half a character or more."""
    tall = min(a.y1 - a.y0, b.y1 - b.y0)
    alike = max(a.y1 - a.y0, b.y1 - b.y0) < _ALIKE * tall
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    return alike and shared > _SHARED * tall and abs(a.y0 + a.y1 - b.y0 - b.y1) / 2 < _LEVEL * tall


def levelled_rows(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches that stand side by side at nearly the same height, moved to the height of the widest of them."""
    found = list(stretches)
    order = sorted(range(len(found)), key=lambda i: found[i].x0 - found[i].x1)
    settled: list[int] = []
    for i in order:
        place = found[i]
        for j in settled:
            if _one_line(place, found[j]):
                by = (found[j].y0 + found[j].y1 - place.y0 - place.y1) / 2
                found[i] = Stretch(place.x0, place.y0 + by, place.x1, place.y1 + by)
                break
        settled.append(i)
    return found


def _one_line(a: Stretch, b: Stretch) -> bool:
    tall = min(a.y1 - a.y0, b.y1 - b.y0)
    alike = max(a.y1 - a.y0, b.y1 - b.y0) < 1.5 * tall
    gap = max(a.x0 - b.x1, b.x0 - a.x1)
    return alike and -0.5 * tall < gap < _BESIDE * tall and abs(a.y0 + a.y1 - b.y0 - b.y1) / 2 < _LEVEL * tall
