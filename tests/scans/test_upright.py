"""Which way is up where print is worn: the votes of the classifier part, and the lines are read both ways."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.scans_made import FONT
from extractors.formats.scanpage import engine
from tests.scans.sheets import needs_ocr

pytestmark = needs_ocr
LINES = ("二、每月编印校友简报一期，向师生介绍校友创业经历。", "一、十月底前联系校友企业八家，为毕业生提供实习岗位。")


def worn() -> list[np.ndarray]:
    """The lines as a copy shows them."""
    dice = np.random.default_rng(0)
    crops = []
    for text in LINES:
        image = Image.new("L", (22 * len(text) + 20, 36), 255)
        ImageDraw.Draw(image).text((10, 5), text, fill=30, font=ImageFont.truetype(FONT, 22))
        grey = cv2.GaussianBlur(np.asarray(image).astype(np.float32), (0, 0), 0.7) + dice.normal(0, 20, (image.height, image.width))
        crops.append(np.dstack([grey.clip(0, 255).astype(np.uint8)] * 3))
    return crops


def test_worn_lines_are_turned_only_where_they_read_better_so() -> None:
    assert not engine.reads_better_turned(worn())
    assert engine.reads_better_turned([crop[::-1, ::-1].copy() for crop in worn()])
