"""What a copier or a scanner adds to a sheet: streaks of its drum or its dirty glass, thin and straight from one edge of the
picture to the other, and dark bands along the edges, where the lid stood open. Taken for rulings they cut words in two and
make a sheet look taken aslant."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from extractors.formats.pdfpage.content import THIN

_BROAD = 1.4
"""Points: a streak is no broader."""
_STEP, _SHARE, _END = 14, 0.75, 0.02
"""How much darker a streak is than what lies on either side of it, along which share of the picture, and the share at either
end that it must reach into: a sheet's rulings end at its margin."""
_MOST = 4
_BAND, _DARK, _MOSTLY = 0.05, 110, 0.8
"""The share of the picture that a band takes at most; how dark it is, and along which share of the edge."""


def cleaned(grey: Any, scale: float) -> Any:
    """The picture without streaks and bands; the same where it has none. `scale` is pixels a point."""
    grey = _without_bands(_without_bands(grey, scale).T, scale).T
    down, across = _streaks(grey, scale), _streaks(np.ascontiguousarray(grey.T), scale)
    if bool(down) == bool(across) or len(down) + len(across) > _MOST:
        return np.ascontiguousarray(grey)  # none, or the rulings of a table that fills the picture
    return np.ascontiguousarray(_without(grey, down) if down else _without(grey.T, across).T)


def _streaks(grey: Any, scale: float) -> list[tuple[int, int]]:
    """First and last column of each streak that runs down the picture."""
    reach = max(2, round(_BROAD * scale))
    if grey.shape[1] < 4 * reach:
        return []
    sides = cv2.min(np.ascontiguousarray(grey[:, : -2 * reach]), np.ascontiguousarray(grey[:, 2 * reach :]))
    darker = cv2.subtract(sides, np.ascontiguousarray(grey[:, reach:-reach])) > _STEP
    end = max(1, round(_END * len(grey)))
    whole = (darker.mean(axis=0) > _SHARE) & (darker[:end].mean(axis=0) > 0.5) & (darker[-end:].mean(axis=0) > 0.5)
    hit = np.flatnonzero(whole) + reach
    return [(int(run[0]), int(run[-1])) for run in np.split(hit, np.flatnonzero(np.diff(hit) > 2) + 1) if len(run)]


def _without(grey: Any, streaks: list[tuple[int, int]]) -> Any:
    """With what lies on either side drawn over the streaks."""
    grey = grey.copy()
    for first, last in streaks:
        left, right = max(0, first - 2), min(grey.shape[1] - 1, last + 2)
        share = np.linspace(0, 1, right - left + 1)[None, :]
        before, behind = grey[:, left].astype(np.float32)[:, None], grey[:, right].astype(np.float32)[:, None]
        grey[:, left : right + 1] = (before * (1 - share) + behind * share).astype(np.uint8)
    return grey


def _without_bands(grey: Any, scale: float) -> Any:
    """Without those along the left and the right edge: paper is laid over them."""
    most = round(_BAND * grey.shape[1])
    left = _band(grey[:, :most], scale)
    right = _band(grey[:, ::-1][:, :most], scale)
    if not left and not right:
        return grey
    grey = grey.copy()
    paper = int(np.percentile(grey[:: max(1, len(grey) // 64)], 75))
    grey[:, :left] = paper
    grey[:, grey.shape[1] - right :] = paper
    return grey


def _band(columns: Any, scale: float) -> int:
    """How many columns from the edge on are dark, those half in shadow behind them included; 0 where no more are than a ruling is broad."""
    dark = (columns < _DARK).mean(axis=0) > _MOSTLY
    if not dark[:3].any() or dark.all() or dark.sum() < THIN * scale:
        return 0
    return int(np.flatnonzero(dark)[-1]) + 4
