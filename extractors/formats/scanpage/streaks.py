"""What a copier or a scanner adds to a sheet: streaks of its drum or its dirty glass, thin and straight from one edge of the
picture to the other, and dark bands along the edges, where the lid stood open. Taken for rulings they cut words in two and
make a sheet look taken aslant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from extractors.formats.pdfpage.content import THIN
from extractors.formats.scanpage.paper import Paper

_BROAD = 1.4
"""Points: a streak is no broader."""
_STEP, _SHARE, _END = 14, 0.75, 0.02
"""How much darker a streak is than what lies on either side of it, along which share of the picture, and the share at either
end that it must reach into: a sheet's rulings end at its margin."""
_MOST, _INK = 4, 0.6
"""So many streaks a picture has at most; the share of a streak's own light below which print lies under it."""
_BAND, _DARK, _MOSTLY, _SHADE = 0.05, 110, 0.8, 3
"""The share of the picture that a band takes at most; how dark it is, and along which share of the edge; pixels beside it
that are half in its shadow."""


def cleaned(paper: Paper) -> Paper:
    """The paper without streaks and bands; the same where it has none."""
    bare = _without_bands(paper.pixels, paper.scale)
    grey = cv2.cvtColor(bare, cv2.COLOR_RGB2GRAY)
    down, across = _streaks(grey, paper.scale), _streaks(np.ascontiguousarray(grey.T), paper.scale)
    if bool(down) != bool(across) and len(down) + len(across) <= _MOST:  # else the rulings of a table that fills the picture
        bare = _without(bare, down) if down else _turned(_without(_turned(bare), across))
    return paper if bare is paper.pixels else replace(paper, pixels=np.ascontiguousarray(bare))


def _streaks(grey: Any, scale: float) -> list[tuple[int, int]]:
    """First and last column of each streak that runs down the picture."""
    reach = max(2, round(_BROAD * scale))
    if grey.shape[1] < 4 * reach:
        return []
    sides = cv2.min(np.ascontiguousarray(grey[:, : -2 * reach]), np.ascontiguousarray(grey[:, 2 * reach :]))
    darker = cv2.subtract(sides, np.ascontiguousarray(grey[:, reach:-reach])) > _STEP
    end = max(1, round(_END * len(grey)))
    along = cv2.reduce(darker.view(np.uint8), 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S)[0]
    whole = (along > _SHARE * len(grey)) & (darker[:end].mean(axis=0) > 0.5) & (darker[-end:].mean(axis=0) > 0.5)
    hit = np.flatnonzero(whole) + reach
    return [(int(run[0]), int(run[-1])) for run in np.split(hit, np.flatnonzero(np.diff(hit) > 2) + 1) if len(run)]


def _without(pixels: Any, streaks: list[tuple[int, int]]) -> Any:
    """With what lies on either side drawn over the streaks, save where they run over print."""
    pixels = pixels.copy()
    for first, last in streaks:
        left, right = max(0, first - 2), min(pixels.shape[1] - 1, last + 2)
        share = np.linspace(0, 1, right - left + 1, dtype=np.float32)[None, :, None]
        before, behind = pixels[:, left : left + 1].astype(np.float32), pixels[:, right : right + 1].astype(np.float32)
        part = pixels[:, left : right + 1]
        print_ = part < _INK * np.median(part, axis=0, keepdims=True)
        pixels[:, left : right + 1] = np.where(print_, part, (before * (1 - share) + behind * share).astype(np.uint8))
    return pixels


def _turned(pixels: Any) -> Any:
    return pixels.transpose(1, 0, 2)


def _without_bands(pixels: Any, scale: float) -> Any:
    """Without those along any edge: paper is laid over them."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    sides = [_band(g[:, : round(_BAND * g.shape[1])]) for g in (grey, grey[:, ::-1], grey.T, grey[::-1].T)]
    pairs = zip(sides, (sides[1], sides[0], sides[3], sides[2]), strict=True)
    left, right, top, low = (band + _SHADE if band and (band >= THIN * scale or not other) else 0 for band, other in pairs)  # a frame has both its sides
    if not (left or right or top or low):
        return pixels
    high, wide = grey.shape
    bare = np.empty_like(pixels)
    bare[:] = np.percentile(pixels[:: max(1, high // 64)], 75, axis=(0, 1)).astype(np.uint8)
    bare[top : high - low, left : wide - right] = pixels[top : high - low, left : wide - right]
    return bare


def _band(columns: Any) -> int:
    """How many columns from the edge on are dark."""
    dark = (columns < _DARK).mean(axis=0) > _MOSTLY
    if not dark[:3].any() or dark.all():
        return 0
    return int(np.flatnonzero(dark)[-1]) + 1
