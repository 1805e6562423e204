"""Seals that are pale, or that overlap, are seen one by one, and the print under them comes out black on white."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from extractors.formats.scanpage.ink import red_marks
from extractors.model import MarkKind
from tests.scans.sheets import seal_picture

SCALE = 2.0
PAPER = (246, 245, 240)


def page(*seals: tuple[int, int, int, float], ink: tuple[int, int, int] = (205, 35, 40)) -> np.ndarray:
    """Seals (left, top, size, strength) on paper."""
    sheet = np.full((1600, 1200, 3), PAPER, np.float32)
    for left, top, size, strength in seals:
        ring = np.asarray(seal_picture(size))[:, :, 1:2].astype(np.float32)
        cover = strength * (1 - ring / 255)
        sheet[top : top + size, left : left + size] *= 1 - cover * (1 - np.array(ink, np.float32) / 255)
    return sheet.astype(np.uint8)


def seals_on(pixels: np.ndarray) -> list[tuple[float, ...]]:
    return sorted(box for kind, box in red_marks(pixels, SCALE) if kind is MarkKind.SEAL)


def test_two_seals_that_overlap_are_two() -> None:
    one, two = seals_on(page((300, 300, 220, 1.0), (390, 440, 200, 0.9)))
    assert one == pytest.approx((300, 300, 520, 520), abs=16)
    assert two == pytest.approx((390, 440, 590, 640), abs=16)
    assert len(seals_on(page((300, 300, 220, 1.0)))) == 1, "and one is one"


def test_a_pale_seal_is_one_and_a_brown_ring_is_none() -> None:
    assert len(seals_on(page((300, 300, 220, 0.3)))) == 1
    assert seals_on(page((300, 300, 220, 1.0), ink=(226, 205, 170))) == [], "a cup was put down here"


@pytest.mark.parametrize("ink", [(205, 35, 40), (150, 20, 60), (230, 84, 60)])
def test_print_under_a_seal_is_dark_and_the_seal_is_gone(ink: tuple[int, int, int]) -> None:
    pytest.importorskip("cv2", reason="the extra `ocr` is not installed")
    from extractors.formats.scanpage import under

    stamped = page((300, 300, 220, 0.8), ink=ink).astype(np.float32)
    bare = np.full(stamped.shape[:2], 1.0, np.float32)
    bare[400:412, 250:600] = 0.15  # a stroke of print right across
    pixels = (stamped * bare[:, :, None]).astype(np.uint8)
    grey = under.without_seals(pixels, [(300, 300, 520, 520)], SCALE)
    around = grey[280:540, 280:540]
    printed = bare[280:540, 280:540] < 1
    assert around[printed].max() < 80
    assert np.percentile(around[~printed], 2) > 195
    assert Image.fromarray(grey).size == (1200, 1600)
