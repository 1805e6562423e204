"""Picture files as papers: turned as the camera says, no larger than reading needs, in points as if on A4."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from extractors.errors import Corrupt, TooLarge
from extractors.formats.scanpage.paper import A4_LONG, Affine, Paper
from extractors.formats.scanpage.reading import MOST_PAGES, SPLIT, TOO_MANY

MOST_PIXELS = 120_000_000
"""A0 at 100 dots an inch, or the largest telephone's photograph."""
LONGEST = 2600
"""Pixels: 220 dots an inch on A4; the detector looks at fewer, the recogniser at lines of 48."""
BROKEN = (OSError, EOFError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, struct.error, zlib.error)
"""What Pillow trips over in a broken file."""
_TORN, _AGAIN = "图片已损坏或不完整，无法读取。", "请报送单位重新扫描或拍照，或补发 Word 电子版。"


def papers(data: bytes) -> Iterator[Paper]:
    """Each page of a picture file (a TIFF may hold several). Raises Corrupt, TooLarge."""
    with opened(data) as file:
        count = frames_of(file)
        if count > MOST_PAGES:
            raise TooLarge(TOO_MANY.format(count), SPLIT)
        for number in range(count):
            pixels = _frame(file, number)
            yield as_paper(pixels, number)


def frames_of(file: Any) -> int:
    """How many pages an open picture file has. Raises Corrupt."""
    try:
        return int(getattr(file, "n_frames", 1))
    except BROKEN as error:
        raise Corrupt(_TORN, _AGAIN) from error


def as_paper(pixels: Any, number: int) -> Paper:
    """A picture whose longer side counts as that of A4: what a scan is, and near enough for a photograph."""
    high, wide = pixels.shape[:2]
    scale = max(wide, high) / A4_LONG
    return Paper(number, pixels, Affine(1 / scale, 0, 0, -1 / scale, 0, high / scale), scale)


def opened(data: bytes) -> Any:
    """The open picture file. Raises Corrupt, TooLarge."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is below
            file = Image.open(io.BytesIO(data))
    except Image.DecompressionBombError as error:
        raise TooLarge("图片像素过多，超出限制。") from error
    except BROKEN as error:
        raise Corrupt("图片已损坏，无法打开。") from error
    if file.width * file.height > MOST_PIXELS:
        raise TooLarge("图片像素过多，超出限制。")
    return file


def _frame(file: Any, number: int) -> Any:
    import numpy as np

    try:
        file.seek(number)
        image = upright(file)
    except BROKEN as error:
        raise Corrupt(_TORN, _AGAIN) from error
    longest = max(image.size)
    if longest > LONGEST:
        image = image.resize(tuple(max(1, round(v * LONGEST / longest)) for v in image.size), reducing_gap=2.0)
    return np.asarray(image)


def _squared(image: Any, dots: Any) -> Any:
    """With as many dots an inch down as across: fax machines send half as many lines as columns."""
    try:
        across, down = (float(v) for v in dots)
        wider = across / down
    except (TypeError, ValueError, ZeroDivisionError):
        return image
    if not 1.2 < max(wider, 1 / wider if wider else 0.0) < 4.0:
        return image
    size = (image.width, round(image.height * wider)) if wider > 1 else (round(image.width / wider), image.height)
    return image.resize(size)


def upright(file: Any) -> Any:
    """The picture as people see it: turned as its Exif says, on white where it is transparent, in RGB, in its proportions."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(file)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        white.alpha_composite(seen)
        image = white
    dots = file.info.get("dpi") if file.format == "TIFF" else None
    return _squared(image.convert("RGB"), dots if image.size == file.size or not dots else dots[::-1])
