"""Pictures of forms for the tests: the samples' own scans, and small sheets drawn here."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.formats.scanpage.engine import installed

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
SCAN = SAMPLES / "机电学院" / "扫描0312.pdf"
PHOTO = SAMPLES / "机关" / "IMG_20120314_0815.jpg"
needs_ocr = pytest.mark.skipif(not installed(), reason="the extra `ocr` (rapidocr) is not installed")
RED = (205, 35, 40)


def seal_picture(size: int = 240) -> Image.Image:
    """A red ring with a star on white."""
    image = Image.new("RGB", (size, size), "white")
    pen, r = ImageDraw.Draw(image), size / 2
    pen.ellipse((4, 4, size - 5, size - 5), outline=RED, width=max(4, size // 30))
    star = [(r + r * (0.32, 0.13)[i % 2] * np.sin(i * np.pi / 5), r - r * (0.32, 0.13)[i % 2] * np.cos(i * np.pi / 5)) for i in range(10)]
    pen.polygon(star, fill=RED)
    return image


def signature_picture() -> Image.Image:
    """Strokes of a pen on white."""
    image = Image.new("RGB", (240, 90), "white")
    pen = ImageDraw.Draw(image)
    for points in ([(10, 70), (60, 15), (80, 70), (120, 20)], [(100, 60), (150, 20), (170, 75)], [(160, 40), (230, 30)]):
        pen.line(points, fill=(20, 20, 60), width=4, joint="curve")
    return image


def png(image: Image.Image) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
