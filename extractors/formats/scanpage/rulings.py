"""Ruling lines in the straightened picture, as the strokes that a printed page would have."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from extractors.formats.pdfpage.content import Ruling, Strokes

_SHORTEST_ACROSS, _SHORTEST_DOWN = 34.0, 22.0
"""Points: no stroke of a character is as long; dashes across (——) come near."""
_SURE, _MISS, _OVERHANG = 90.0, 6.0, 24.0
_BROADEST = 5.0
"""Points: a ruling, its waver included, is no broader."""
_MOSTLY = 0.5
_LEAN = 0.02
"""How far a long one may lean, as a share of its length, where the picture was stretched or bent."""
_BORDER = 0.04
"""The share of the picture from its edge within which a fold begins."""
_TELLING = 150.0
"""Points of a ruling that is long enough to tell how the page lies."""
_WHOLE, _CROSSED, _FULL, _BESIDE = 0.95, 0.25, 0.6, 2.5
"""The share of a ruling's length that has ink; the shares of ink beside a row of print on one side, and on both together,
within so many points."""

_ROUND, _SAG = 110.0, 0.7
"""Points: the greatest radius of a seal's ring, an inner line's included, and how far its arc leaves the straight at least."""


def ink_of(grey: Any, scale: float) -> Any:
    """The dark pixels (255), whatever shadow lies over the page: darker than their surroundings of some 20 points."""
    window = max(int(20 * scale) | 1, 3)
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    return cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 14)


def tilt_of(ink: Any, scale: float) -> float:
    """Degrees by which the long rulings across still fall to the right: they tell it better than lines of text. 0 without
    any."""
    found = _long(ink, int(_SHORTEST_ACROSS * scale))
    count, parts, stats, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    slopes = []
    for part in range(1, count):
        x, y, wide, tall = (int(v) for v in stats[part][:4])
        if wide < _TELLING * scale or tall > 0.05 * wide:
            continue
        rows, cols = np.nonzero(parts[y : y + tall, x : x + wide] == part)
        slopes.append(float(np.polyfit(cols, rows, 1)[0]))
    return float(np.degrees(np.arctan(np.median(slopes)))) if len(slopes) > 1 else 0.0


def rulings_of(ink: Any, scale: float) -> tuple[Strokes, Any]:
    """The rulings in points of reading space (y up), and their pixels as a mask."""
    high = ink.shape[0]
    across = _lines(ink, int(_SHORTEST_ACROSS * scale), scale)
    down = np.ascontiguousarray(_lines(np.ascontiguousarray(ink.T), int(_SHORTEST_DOWN * scale), scale).T)
    strokes = Strokes()
    for x, y, wide, tall in _boxes(across):
        strokes.across.append(Ruling((high - y - tall / 2) / scale, x / scale, (x + wide) / scale))
    for x, y, wide, tall in _boxes(down):
        strokes.down.append(Ruling((x + wide / 2) / scale, (high - y - tall) / scale, (high - y) / scale))
    plain = _without_folds(strokes.across, strokes.down, ink.shape[1] / scale)
    strokes.down = _without_folds(strokes.down, strokes.across, high / scale)
    strokes.across = plain
    strokes.down = [line for line in (_cut(d, strokes.across) for d in strokes.down) if _rules(line, strokes.across)]
    strokes.across = [line for line in strokes.across if _rules(line, strokes.down)]
    return strokes, cv2.bitwise_or(across, down)


def _lines(ink: Any, length: int, scale: float) -> Any:
    """The pixels of lines across of that length: without what is too broad, and without strokes of characters in a row."""
    found = _long(ink, length)
    count, parts, stats, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    for part in range(1, count):
        x, y, wide, tall = (int(v) for v in stats[part][:4])
        mine = parts[y : y + tall, x : x + wide] == part
        if tall > max(_BROADEST * scale, _LEAN * wide):
            spur = mine & ~_core(mine, _BROADEST * scale)
            found[y : y + tall, x : x + wide][spur] = 0
            mine &= ~spur
        if not mine.any() or _of_print(ink, mine, x, y, scale) or _bent(mine, scale):
            found[y : y + tall, x : x + wide][mine] = 0
    return found


def _core(line: Any, broad: float) -> Any:
    """The ruling in what is too broad for one: what an arc of a seal that touches it adds is left out; nothing where no row
    runs along most of it."""
    rows = line.sum(axis=1)
    fullest = int(rows.argmax())
    core = np.zeros_like(line)
    if rows[fullest] >= _MOSTLY * line.shape[1]:
        near = slice(max(0, fullest - int(broad / 2)), fullest + int(broad / 2) + 1)
        core[near] = line[near]
    return core


def _of_print(ink: Any, line: Any, x: int, y: int, scale: float) -> bool:
    """Whether a line is made of characters' strokes that stand at one height: strokes cross it, and it has gaps where one
    character ends and the next begins. A dashed ruling has the gaps alone; a short line may be without any by chance."""
    tall, wide = line.shape
    whole = float(((ink[y : y + tall, x : x + wide] > 0) & line).any(axis=0).mean())
    beside = max(1, int(_BESIDE * scale))
    sides = (ink[max(0, y - beside) : y, x : x + wide], ink[y + tall : y + tall + beside, x : x + wide])
    above, below = (float((side > 0).mean()) if side.size else 0.0 for side in sides)
    return (whole < _WHOLE and max(above, below) > _CROSSED) or (wide < _SURE * scale and above + below > _FULL)


def _bent(line: Any, scale: float) -> bool:
    """Whether a short line is an arc of a seal's ring, which a grey page does not tell by its colour."""
    tall, wide = line.shape
    if wide > _SURE * scale or min(wide, tall) < 3:
        return False
    rows, cols = np.nonzero(line)
    curve = abs(float(np.polyfit(cols, rows, 2)[0]))
    return 2 * curve * scale > 1 / _ROUND and curve * (wide / 2) ** 2 > _SAG * scale


def _without_folds(lines: list[Ruling], others: list[Ruling], reach: float) -> list[Ruling]:
    """The lines without folds of the sheet and streaks of the scanner: these begin at the edge of the picture (`reach` points
    across) and run on through the frame at which the others end."""
    frames = [line.start for line in lines], [line.end for line in lines]
    return [line for line in lines if not _is_fold(line, [o.at for o in others if o.start + _MISS < line.at < o.end - _MISS], frames, reach)]


def _is_fold(line: Ruling, crossed: list[float], frames: tuple[list[float], list[float]], reach: float) -> bool:
    if not crossed:
        return False
    first, last = min(crossed), max(crossed)
    before = line.start < _BORDER * reach and first - line.start > _OVERHANG and _ending(frames[0], first) > 1
    return before or (line.end > (1 - _BORDER) * reach and line.end - last > _OVERHANG and _ending(frames[1], last) > 1)


def _ending(ends: list[float], at: float) -> int:
    return sum(abs(end - at) <= _MISS for end in ends)


def _cut(line: Ruling, across: list[Ruling]) -> Ruling:
    """The line without what hangs over its outermost rulings: strokes of the characters that stand right there."""
    crossing = [a.at for a in across if a.start - _MISS <= line.at <= a.end + _MISS and line.start - _MISS <= a.at <= line.end + _MISS]
    if len(crossing) < 2:
        return line
    start = min(crossing) if min(crossing) - line.start < _OVERHANG else line.start
    return Ruling(line.at, start, max(crossing) if line.end - max(crossing) < _OVERHANG else line.end)


def _rules(line: Ruling, others: list[Ruling]) -> bool:
    """Whether a line bounds cells: a short one must reach from one ruling across it to another, else it may be strokes of
    characters that stand in one row or column."""
    if line.end - line.start > _SURE:
        return True
    crossing = [o.at for o in others if o.start - _MISS <= line.at <= o.end + _MISS]
    return all(any(abs(at - end) <= _MISS for at in crossing) for end in (line.start, line.end))


def _long(ink: Any, length: int) -> Any:
    """The pixels that lie in a straight line across of that length. Waver is forgiven by a thickness of three pixels, and
    gaps of a few (dust, a seal's edge) are closed first."""
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    thick = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, max(3, length // 12)), np.uint8))
    return cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))


def _boxes(mask: Any) -> list[tuple[int, int, int, int]]:
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [(int(s[0]), int(s[1]), int(s[2]), int(s[3])) for s in stats[1:count]]
