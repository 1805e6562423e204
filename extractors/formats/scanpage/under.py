"""The print under red seals. Black ink darkens all colours alike, a seal's ink hardly the red: from how red a pixel is
follows how much of the seal lies on it, and from that how dark the print under it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from extractors.formats.scanpage.ink import pale_of, red_of
from extractors.model.passage import Box

_BEYOND = 6.0
"""Points around a seal's box in which its ink may lie."""
_FULL, _BARE = 20.0, 75.0
"""Percentiles: of the seal's pixels, how its ink looks where it lies thick; of all, how bare paper looks."""
_THICK = 0.01
"""The share of a seal's box that is red enough to show its ink; of a pale seal all its pixels must do."""
_PALEST = 0.35
"""The least share of red light that a seal's ink is thought to throw back: what is darker is print."""


def without_seals(pixels: Any, seals: Sequence[Box], scale: float) -> Any:
    """The RGB page in grey, as if the seals in these boxes of pixels had not been set on it."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    for box in seals:
        x0, y0, x1, y1 = (int(v) for v in wider(box, _BEYOND * scale, pixels.shape))
        grey[y0:y1, x0:x1] = _print_in(pixels[y0:y1, x0:x1])
    return grey


def wider(box: Box, by: float, shape: tuple[int, ...]) -> Box:
    """The box with so many pixels more on each side, within the picture."""
    return max(0, box[0] - by), max(0, box[1] - by), min(shape[1], box[2] + by), min(shape[0], box[3] + by)


def _print_in(part: Any) -> Any:
    """The part's print in grey. With `cover` as the share of seal ink on a pixel, its red is print × (1 − cover × loss) and
    its other colours are print × (1 − cover × more): their ratio holds no print, and tells the cover."""
    red = part[:, :, 0].astype(np.float32)
    other = part[:, :, 1:].astype(np.float32).mean(axis=2)
    ratio = (other + 1) / (red + 1)
    ratio = np.minimum(ratio / np.percentile(ratio, _BARE), 1.0)
    stamped = red_of(part)
    if stamped.mean() < _THICK:
        stamped = pale_of(part)
    if not stamped.any():
        return cv2.cvtColor(part, cv2.COLOR_RGB2GRAY)
    paper = float(np.percentile(red, _BARE))
    kept = float(np.clip(np.median(red[stamped]) / paper, _PALEST, 1.0))
    fullest = float(np.percentile(ratio[stamped], _FULL))
    loss, more = 1 - kept, 1 - kept * fullest
    cover = np.clip((1 - ratio) / np.maximum(more - loss * ratio, 1e-3), 0.0, 1.0)
    return np.minimum(red / (1 - cover * loss), np.maximum(paper, red)).astype(np.uint8)
