"""Characters that stand one below the other (a label in a narrow cell): set side by side, and read as a line."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from extractors.formats.scanpage.engine import Letter, read_line
from extractors.formats.scanpage.straight import Stretch

_TALL = 1.8
"""Heights of its width from which a stretch is a column."""
_GAP = 0.12
_MOST = 40


def is_column(place: Stretch) -> bool:
    """Whether a stretch runs down the page."""
    return place.y1 - place.y0 > _TALL * (place.x1 - place.x0)


def read_column(crop: Any, place: Stretch) -> list[tuple[Letter, Stretch]]:
    """The characters of the column, each with the part of it where it stands. `crop` is the column's picture."""
    pieces = _pieces(crop[:, :, 0])
    if not pieces or len(pieces) > _MOST:
        return []
    side = max(crop.shape[1], *(low - top for top, low in pieces))
    step = round(side * (1 + _GAP))
    strip = np.full((side, step * len(pieces) + step, 3), int(np.percentile(crop, 90)), np.uint8)
    for at, (top, low) in enumerate(pieces):
        piece = crop[top:low]
        y, x = (side - piece.shape[0]) // 2, step // 2 + at * step + (side - piece.shape[1]) // 2
        strip[y : y + piece.shape[0], x : x + piece.shape[1]] = piece
    found = []
    for letter in read_line(strip):
        at = min(len(pieces) - 1, max(0, int((letter.at * strip.shape[1] - step / 2) / step)))
        top, low = pieces[at]
        found.append((letter._replace(at=0.5), Stretch(place.x0, place.y0 + top, place.x1, place.y0 + low)))
    return found


def _pieces(grey: Any) -> list[tuple[int, int]]:
    """First and last row (excluded) of each character: rows of ink, those joined that make up no more than one square
    (二, 三 and 言 have blank rows of their own)."""
    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    rows = np.flatnonzero((ink > 0).sum(axis=1) > 0.02 * grey.shape[1])
    joined: list[tuple[int, int]] = []
    for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
        if not len(run):
            continue
        top, low = int(run[0]), int(run[-1]) + 1
        if joined and low - joined[-1][0] <= 0.85 * grey.shape[1]:
            joined[-1] = joined[-1][0], low
        else:
            joined.append((top, low))
    return [(max(0, top - 1), min(grey.shape[0], low + 1)) for top, low in joined]
