"""Pictures set into electronic files: a seal, a signature, or neither. Plain numpy and Pillow, no extra needed."""

from __future__ import annotations

from typing import Any

from extractors.model import MarkKind, Picture

_LEAST, _MOST = 12.0, 260.0
"""Points: no seal or signature is smaller or larger; letterheads and photographs are."""
_SCALE = 1.5
"""Pixels a point at which a picture is looked at: a seal's ring is then two pixels broad."""
_INKED = (0.004, 0.35)
"""The share of dark pixels in a picture of a name."""
_NAME_MOST_HIGH = 110.0


def may_be_one(picture: Picture) -> bool:
    """Whether the picture is of a seal's or a signature's size."""
    short, long = sorted((picture.width, picture.height))
    return short >= _LEAST and long <= _MOST


def kind_of(pixels: Any, width: float, height: float) -> MarkKind | None:
    """What the RGB pixels of a picture of `width` × `height` points show; None for anything else."""
    from extractors.formats.scanpage.ink import red_marks

    small = _reduced(pixels, width)
    found = [kind for kind, _ in red_marks(small, small.shape[1] / width)]
    if MarkKind.SEAL in found:
        return MarkKind.SEAL
    return MarkKind.INK if height <= _NAME_MOST_HIGH and _written(small) else None


def _reduced(pixels: Any, width: float) -> Any:
    import numpy as np
    from PIL import Image

    scale = _SCALE * width / pixels.shape[1]
    if scale >= 1.0:
        return pixels
    size = max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BOX))


def _written(pixels: Any) -> bool:
    """Whether the picture is thin dark strokes on a light ground."""
    import numpy as np

    grey = pixels.min(axis=2)
    ground = float(np.median(grey))
    share = float((grey < ground - 60).mean())
    return ground > 150 and _INKED[0] < share < _INKED[1]
