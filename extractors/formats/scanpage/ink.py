"""Red seals, and ink that is neither print nor ruling, on a picture. Plain numpy: seals are looked for in electronic
files too, where nobody installed the extra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from extractors.formats.scanpage.rings import rings
from extractors.model import MarkKind
from extractors.model.passage import Box

BLOCK = 2.0
"""Points: the side of the squares in which ink is counted."""
_RED, _INK, _COLOUR = 0.10, 0.18, 48
_NEAR, _WORN = 2, 9
"""Blocks: parts of a seal or of a name stand no further apart; those of a worn seal, whose ring has gaps."""
_SEAL_LEAST, _SEAL_MOST = 56.0, 175.0
"""Points. Official seals are 38 to 42 mm across, smaller ones 30; a photograph's scale is a guess."""
_HEAP = 420.0
"""Points: what is larger is no heap of seals that overlap."""
_SIGNED_WIDE, _SIGNED_HIGH = 16.0, 9.0
_SIGNED_MOST = (190.0, 60.0)
_TRACE, _PALE = 12.0, 40.0
_LONGER, _ONE = 1.1, 126.0
"""How much longer than broad, or how long in points, is what may be two seals."""
_FLOODED = 0.25

Cell = tuple[int, int]


def red_of(pixels: Any) -> Any:
    """The red pixels of an RGB picture: redder than green and blue by a third, and by more than paper yellows."""
    other = np.maximum(pixels[:, :, 1], pixels[:, :, 2]).astype(np.int16)
    red = pixels[:, :, 0].astype(np.int16)
    return (red - other > 34) & (red * 3 > other * 4)


def pale_of(pixels: Any) -> Any:
    """Pixels with a tinge of red, which a worn-out ink pad leaves; brown, which coffee leaves, is as much yellow as red."""
    red, green, blue = (pixels[:, :, i].astype(np.int16) for i in range(3))
    tinge = red - np.maximum(green, blue)
    return (tinge > 14) & (tinge > np.abs(green - blue))


def shows_colour(pixels: Any, scale: float) -> bool:
    """Whether something on the page is in colour, so that a seal would be red in it. A grey or faded page cannot tell,
    nor can one that is tinted all over."""
    chroma = pixels.max(axis=2).astype(np.int16) - pixels.min(axis=2)
    hot = _blocks((chroma > _COLOUR).astype(np.float32), scale) > 0.3
    return bool(12 <= int(hot.sum()) < _FLOODED * hot.size)


def red_marks(pixels: Any, scale: float) -> list[tuple[MarkKind, Box]]:
    """Seals, other red ink of the size of a name, and red of which nobody can say what it is, in boxes of pixels."""
    found: list[tuple[MarkKind, Box]] = []
    pale = list(_parts(_hot(pale_of(pixels), scale, 2 * _RED)))
    faint, _ = _sealed(pale)
    whole, rest = _sealed(_parts(_hot(red_of(pixels), scale, _RED)))
    worn, _ = _sealed(_groups({cell for cells in rest for cell in cells}, _WORN))
    seals = [*faint, *(box for box in (*whole, *worn) if not any(_touch(box, other) for other in faint))]
    found += [(MarkKind.SEAL, _pixels(box, scale)) for box in seals]
    for cells in rest:
        _add_other(found, cells, scale, _TRACE, pale=False)
    for cells in pale:
        _add_other(found, cells, scale, _PALE, pale=True)
    return found


def _sealed(groups: Iterable[list[Cell]]) -> tuple[list[Box], list[list[Cell]]]:
    """The boxes of the seals among the groups, and the other groups."""
    boxes, rest = [], []
    for cells in groups:
        box, wide, high = _measured(cells)
        one = _is_seal(cells, box, wide, high)
        several = not one and min(wide, high) >= _SEAL_LEAST and max(wide, high) < _HEAP
        if found := _one_by_one(cells, box) if one else rings(cells, box) if several else []:
            boxes += found
        else:
            rest.append(cells)
    return boxes, rest


def _one_by_one(cells: list[Cell], box: Box) -> list[Box]:
    """A seal's box, or those of seals that touch or overlap."""
    x0, y0, x1, y1 = box
    wide, high = x1 - x0, y1 - y0
    several = max(wide, high) > min(_LONGER * min(wide, high), _ONE / BLOCK)
    if several and len(found := rings(cells, box)) > 1:
        return found
    if high > 1.5 * wide:
        return [(x0, y0, x1, y0 + wide), (x0, y1 - wide, x1, y1)]
    if wide > 1.5 * high:
        return [(x0, y0, x0 + high, y1), (x1 - high, y0, x1, y1)]
    return [box]


def _add_other(found: list[tuple[MarkKind, Box]], cells: list[Cell], scale: float, least: float, *, pale: bool) -> None:
    """Red that is no seal and no part of one (its star, its letters)."""
    box, wide, high = _measured(cells)
    place = _pixels(box, scale)
    size = min(wide, high) if pale else max(wide, high)
    if size >= least and not any(_touch(place, other) for _, other in found):
        found.append((MarkKind.TRACE if pale else _ink_or_trace(wide, high), place))


def _ink_or_trace(wide: float, high: float) -> MarkKind:
    name = _SIGNED_WIDE <= wide <= _SIGNED_MOST[0] and _SIGNED_HIGH <= high <= _SIGNED_MOST[1]
    return MarkKind.INK if name else MarkKind.TRACE


def _hot(mask: Any, scale: float, share: float) -> Any:
    """The blocks with that share of the mask; none where it covers the page, which is then tinted."""
    hot = _blocks(mask.astype(np.float32), scale) > share
    return hot if hot.sum() <= _FLOODED * hot.size else np.zeros_like(hot)


def loose_ink(ink: Any, scale: float) -> list[tuple[MarkKind, Box]]:
    """Boxes in pixels of what is left of the ink once print and rulings are taken out, as far as it is of some size and
    does not hang at the picture's edge, where shadows are."""
    hot = _blocks((ink > 0).astype(np.float32), scale) > _INK
    rows, cols = hot.shape
    found = []
    for cells in _parts(hot):
        box, wide, high = _measured(cells)
        at_edge = box[0] < 3 or box[1] < 3 or box[2] > cols - 3 or box[3] > rows - 3
        if max(wide, high) >= _TRACE and not at_edge:
            found.append((_ink_or_trace(wide, high), _pixels(box, scale)))
    return found


def _measured(cells: list[Cell]) -> tuple[Box, float, float]:
    """The box in blocks, its width and its height in points."""
    box = _box(cells)
    return box, (box[2] - box[0]) * BLOCK, (box[3] - box[1]) * BLOCK


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _blocks(share: Any, scale: float) -> Any:
    """The mean of each block."""
    side = max(1, round(BLOCK * scale))
    rows, cols = share.shape[0] // side, share.shape[1] // side
    if not rows or not cols:
        return np.zeros((0, 0), np.float32)
    return share[: rows * side, : cols * side].reshape(rows, side, cols, side).mean(axis=(1, 3))


def _parts(hot: Any) -> Iterator[list[Cell]]:
    """The hot cells in groups, those of a group near one another."""
    return _groups({(int(r), int(c)) for r, c in np.argwhere(hot)}, _NEAR)


def _groups(waiting: set[Cell], reach: int) -> Iterator[list[Cell]]:
    """Cells in groups whose members are no further than `reach` apart; a speck is none."""
    while waiting:
        first = waiting.pop()
        group, edge = [first], [first]
        while edge:
            row, col = edge.pop()
            near = {(r, c) for r in range(row - reach, row + reach + 1) for c in range(col - reach, col + reach + 1)} & waiting
            waiting -= near
            group.extend(near)
            edge.extend(near)
        if len(group) > 3:
            yield group


def _box(cells: Iterable[Cell]) -> Box:
    rows, cols = zip(*cells, strict=True)
    return min(cols), min(rows), max(cols) + 1, max(rows) + 1


def _pixels(box: Box, scale: float) -> Box:
    side = max(1, round(BLOCK * scale))
    return box[0] * side, box[1] * side, box[2] * side, box[3] * side


def _is_seal(cells: list[Cell], box: Box, wide: float, high: float) -> bool:
    """Red of a seal's size in all four corners' quarters and mostly on its rim; two seals may touch."""
    short, long = sorted((wide, high))
    if short < _SEAL_LEAST or short > _SEAL_MOST or long > 2.2 * short:
        return False
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    quarters = [0, 0, 0, 0]
    rim = 0
    for row, col in cells:
        dx, dy = (col + 0.5 - x) / ((box[2] - box[0]) / 2), (row + 0.5 - y) / ((box[3] - box[1]) / 2)
        quarters[(dx > 0) + 2 * (dy > 0)] += 1
        rim += dx * dx + dy * dy > 0.5
    return min(quarters) > 0.08 * len(cells) and rim > 0.4 * len(cells)
