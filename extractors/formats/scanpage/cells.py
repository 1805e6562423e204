"""Rulings corrected cell by cell: what runs on through a cell as a stroke of its text is cut off, and a ruling that is torn
in one cell is led on through it where its ink goes on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from extractors.formats.pdfpage.content import Ruling, Strokes
from extractors.formats.scanpage.straight import Stretch

_MISS = 4.0
_THROUGH, _WHOLE = 0.6, 0.95
"""The share of a cell's height in which text lies on both sides of a line, and the share of ink below which the line is then
made of its strokes."""
_FAINT = 0.55
"""The share of a cell's width that has ink where a ruling goes on."""
_MIDST = 0.5
_WAVER = 0.9
"""Points to either side in which a ruling's ink may lie."""


def corrected(strokes: Strokes, ink: Any, text: Sequence[Stretch], scale: float) -> Strokes:
    """The rulings (points of reading space) of a page whose `ink` and stretches of `text` (pixels) are given."""
    high = ink.shape[0]
    down = [part for line in strokes.down for part in _uncrossed(line, strokes.across, ink, text, scale)]
    across = [_led_on(line, strokes.across, down, ink, text, scale, high) for line in strokes.across]
    return Strokes(across, down)


def _uncrossed(line: Ruling, across: Sequence[Ruling], ink: Any, text: Sequence[Stretch], scale: float) -> list[Ruling]:
    """The parts of a line down the page that lie between rulings with no text across them."""
    cuts = sorted(a.at for a in across if a.start - _MISS <= line.at <= a.end + _MISS and line.start + _MISS < a.at < line.end - _MISS)
    kept: list[Ruling] = []
    for low, top in pairwise((line.start, *cuts, line.end)):
        if _of_text(line.at, low, top, ink, text, scale):
            continue
        if kept and kept[-1].end == low:
            kept[-1] = Ruling(line.at, kept[-1].start, top)
        else:
            kept.append(Ruling(line.at, low, top))
    return kept


def _of_text(at: float, low: float, top: float, ink: Any, text: Sequence[Stretch], scale: float) -> bool:
    high, x = ink.shape[0], at * scale
    y0, y1 = high - top * scale, high - low * scale
    midst = [s for s in text if s.x0 + _MIDST * (s.y1 - s.y0) < x < s.x1 - _MIDST * (s.y1 - s.y0)]
    if sum(max(0.0, min(y1, s.y1) - max(y0, s.y0)) for s in midst) < _THROUGH * (y1 - y0):
        return False
    by = max(1, round(_WAVER * scale / 2))
    near = ink[max(0, int(y0)) : int(y1), max(0, int(x) - by) : int(x) + by + 1] > 0
    return not near.size or float(near.any(axis=1).mean()) < _WHOLE


def _led_on(line: Ruling, across: Sequence[Ruling], down: Sequence[Ruling], ink: Any, text: Sequence[Stretch], scale: float, high: int) -> Ruling:
    """A line across, led on from cell to cell as far as its ink goes on and no text lies there."""
    places = sorted({d.at for d in down if d.start + _MISS < line.at < d.end - _MISS})
    taken = [a for a in across if a is not line and abs(a.at - line.at) < _MISS]
    start, end = line.start, line.end
    for to in reversed([x for x in places if x < start - _MISS]):
        if not _goes_on(line.at, to, start, taken, ink, text, scale, high):
            break
        start = to
    for to in [x for x in places if x > end + _MISS]:
        if not _goes_on(line.at, end, to, taken, ink, text, scale, high):
            break
        end = to
    return Ruling(line.at, start, end)


def _goes_on(at: float, x0: float, x1: float, taken: Sequence[Ruling], ink: Any, text: Sequence[Stretch], scale: float, high: int) -> bool:
    if any(a.start < x1 and x0 < a.end for a in taken):
        return False
    y, left, right = high - at * scale, x0 * scale, x1 * scale
    if any(s.y0 + 0.25 * (s.y1 - s.y0) < y < s.y1 - 0.25 * (s.y1 - s.y0) and s.x0 < right and left < s.x1 for s in text):
        return False
    by = max(1, round(_WAVER * scale))
    near = ink[max(0, int(y) - by) : int(y) + by + 1, int(left) : int(right)] > 0
    return bool(near.size) and float(near.any(axis=0).mean()) >= _FAINT
