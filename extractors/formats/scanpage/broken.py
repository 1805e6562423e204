"""Rulings down the page that are too short or too broken to be seen by themselves: looked for between two rulings across,
from the one to the other. Without them a label and the value beside it become one cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from extractors.formats.pdfpage.content import Ruling, Strokes
from extractors.formats.scanpage.straight import Stretch

_LOW, _HIGH = 9.0, 60.0
"""Points: the heights of rows that are looked at; higher ones have rulings long enough to be seen."""
_ALONG = 30.0
"""Points that two rulings have in common where a row lies between them."""
_FULL, _EDGE, _BESIDE = 0.86, 0.8, 0.3
"""The least share of a row's height that is ink where a ruling runs down it, the same of its upper and of its lower fifth, and
the greatest share of ink right and left of it, where characters have strokes."""
_SUPPORTED = 0.6
"""The share of a row's height that is enough where the next row shows a ruling at the same place."""
_KNOWN = 14.0
"""Points: no cell is narrower, so that no ruling stands nearer to one that is known."""
_MEETS = 3.0
_INSIDE, _THROUGH = 0.5, 0.6
"""Heights of a stretch of text from either end within which a ruling may pass beside its characters; the share of a short
line that lies inside stretches where it is made of their characters' strokes (中 above 中)."""
_SHORT = 90.0
_GRAZED, _HIDDEN, _AT_END = 0.3, 0.75, 0.15
"""The share of its height that a ruling found between two others may have beside text: the next row's stretch reaches in a little;
that of one that runs through text; the heights from a stretch's end from which on it is beside it: the last character has strokes, too."""


def mended(strokes: Strokes, ink: Any, text: Sequence[Stretch], scale: float) -> Strokes:
    """The strokes (points of reading space, y up) without those down the page that are strokes of the `text` (pixels), and
    with those that were not seen. `ink` is the page's, rulings and all."""
    high = ink.shape[0]
    kept = [d for d in strokes.down if d.end - d.start > _SHORT or _inside(d, text, high, scale, 0.0) < _THROUGH * (d.end - d.start)]
    whole = Strokes(strokes.across, kept)
    whole.down += [d for d in _between(ink, whole, scale) if _stands(d, ink, text, scale)]
    return whole


def _stands(line: Ruling, ink: Any, text: Sequence[Stretch], scale: float) -> bool:
    """Whether a line that was found between two rulings is one: beside the text, or through what the detector took for one
    stretch, where it runs on above and below the characters."""
    high, long = ink.shape[0], line.end - line.start
    inside = _inside(line, text, high, scale, _AT_END)
    if inside < _GRAZED * long or inside > _HIDDEN * long:
        return inside < _GRAZED * long
    x, y0, y1 = line.at * scale, int(high - line.end * scale), int(high - line.start * scale)
    bare = np.ones(y1 - y0, bool)
    for place in text:
        if place.x0 < x < place.x1:
            bare[max(0, int(place.y0) - y0) : max(0, int(place.y1) + 1 - y0)] = False
    near = (ink[y0:y1, max(0, int(x - scale)) : int(x + scale) + 1] > 0).any(axis=1)
    return bool(bare.any()) and float(near[bare].mean()) >= _FULL


def _inside(line: Ruling, text: Sequence[Stretch], high: int, scale: float, margin: float = _INSIDE) -> float:
    """Points of a line down the page that lie in the midst of stretches of text, `margin` heights from their ends."""
    x, top, low = line.at * scale, high - line.end * scale, high - line.start * scale
    through = [s for s in text if s.x0 + margin * (s.y1 - s.y0) < x < s.x1 - margin * (s.y1 - s.y0) and not _between_two(x, s, text)]
    return sum(max(0.0, min(low, s.y1) - max(top, s.y0)) for s in through) / scale


def _between_two(x: float, place: Stretch, text: Sequence[Stretch]) -> bool:
    """Whether a line at `x` near an end of a stretch has another stretch on its other side: the cells' text meets there."""
    near = _INSIDE * (place.y1 - place.y0)
    level = [s for s in text if s is not place and s.y0 < place.y1 and place.y0 < s.y1]
    return (x > place.x1 - near and any(abs(s.x0 - x) < near for s in level)) or (x < place.x0 + near and any(abs(s.x1 - x) < near for s in level))


def _between(ink: Any, strokes: Strokes, scale: float) -> list[Ruling]:
    found = list[Ruling]()
    rows = _rows(strokes.across)
    for top, low in rows:
        x0, band = _band(ink, top, low, scale)
        _take(found, strokes, top, low, (x0 + at / scale for at in _columns(band, scale)))
    for top, low in rows:  # what one row shows for sure is looked for with less in the next
        x0, band = _band(ink, top, low, scale)
        beside = [d.at for d in found if min(abs(d.start - top.at), abs(d.end - low.at)) < _MEETS]
        _take(found, strokes, top, low, (x for x in beside if _share(band, (x - x0) * scale, scale) >= _SUPPORTED))
    return found


def _take(found: list[Ruling], strokes: Strokes, top: Ruling, low: Ruling, places: Iterable[float]) -> None:
    """Put rulings at these places of a row into `found`, none beside one that is known."""
    x0, x1 = max(top.start, low.start), min(top.end, low.end)
    for x in places:
        known = (d.at for d in (*strokes.down, *found) if d.start < top.at - _MEETS and d.end > low.at + _MEETS)
        if all(abs(x - other) > _KNOWN for other in (x0, x1, *known)):
            found.append(Ruling(x, low.at, top.at))


def _band(ink: Any, top: Ruling, low: Ruling, scale: float) -> tuple[float, Any]:
    """Where a row begins (points), and its ink."""
    high, x0, x1 = ink.shape[0], max(top.start, low.start, 0.0), min(top.end, low.end)
    return x0, ink[int(high - top.at * scale) : int(np.ceil(high - low.at * scale)), int(x0 * scale) : int(x1 * scale)]


def _share(band: Any, at: float, scale: float) -> float:
    """The share of the band's height that is ink near that column."""
    near = band[:, max(0, int(at - scale)) : max(1, int(at + scale) + 1)] > 0
    return float(near.any(axis=1).mean()) if near.size else 0.0


def _rows(across: Sequence[Ruling]) -> list[tuple[Ruling, Ruling]]:
    """Each ruling with the next one below it, as far as a low row lies between them."""
    order = sorted(across, key=lambda line: -line.at)
    rows = []
    for i, top in enumerate(order):
        below = (o for o in order[i + 1 :] if min(o.end, top.end) - max(o.start, top.start) > _ALONG and top.at - o.at > _LOW / 2)
        low = next(below, None)
        if low is not None and _LOW <= top.at - low.at <= _HIGH:
            rows.append((top, low))
    return rows


def _columns(band: Any, scale: float) -> list[float]:
    """The middles of narrow columns of the band (pixels) that are ink from its top to its foot, with bare paper beside them."""
    if band.shape[0] < 8 or band.shape[1] < 12:
        return []
    dark, reach = band > 0, max(1, round(0.35 * scale))
    near = dark.copy()
    for by in range(1, reach + 1):  # a ruling wavers and leans by a pixel or two
        near[:, by:] |= dark[:, :-by]
        near[:, :-by] |= dark[:, by:]
    fifth = max(1, len(band) // 5)
    hit = np.flatnonzero((near.mean(0) >= _FULL) & (near[:fifth].mean(0) >= _EDGE) & (near[-fifth:].mean(0) >= _EDGE))
    groups = [run for run in np.split(hit, np.flatnonzero(np.diff(hit) > 1) + 1) if len(run)]
    inner = dark[fifth // 2 : len(dark) - fifth // 2]
    return [float(run.mean()) for run in groups if _alone(inner, int(run[0]), int(run[-1]), scale)]


def _alone(dark: Any, first: int, last: int, scale: float) -> bool:
    """Whether the column is no broader than a ruling and has little ink on either side."""
    margin, reach = max(1, round(0.9 * scale)), max(2, round(2.5 * scale))
    if last - first > 3.0 * scale:
        return False
    sides = dark[:, max(0, first - reach) : max(0, first - margin)], dark[:, last + margin : last + reach]
    return all(not side.size or float(side.mean()) < _BESIDE for side in sides)
