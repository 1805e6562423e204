"""Sheets taken aslant, and rulings that are short or broken."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.formats.pdfpage.content import Ruling, Strokes
from extractors.formats.scanpage.broken import mended
from extractors.formats.scanpage.keystone import squared
from extractors.formats.scanpage.paper import Affine, Paper
from extractors.formats.scanpage.rulings import ink_of, rulings_of
from extractors.formats.scanpage.straight import Stretch

CORNERS = np.array([(150, 200), (950, 200), (950, 1100), (150, 1100)], np.float32)


def table(aslant: float) -> np.ndarray:
    """A ruled table, the far side smaller by twice that share."""
    sheet = np.full((1400, 1100, 3), 245, np.uint8)
    for x in (150, 350, 550, 750, 950):
        cv2.line(sheet, (x, 200), (x, 1100), (20, 20, 20), 2)
    for y in (200, 260, 320, 700, 1100):
        cv2.line(sheet, (150, y), (950, y), (20, 20, 20), 2)
    more = aslant * 1100
    seen = np.array([(more, 0), (1100 - more, 0), (1100, 1400), (0, 1400)], np.float32)
    way = cv2.getPerspectiveTransform(np.array([(0, 0), (1100, 0), (1100, 1400), (0, 1400)], np.float32), seen)
    return cv2.warpPerspective(sheet, way, (1100, 1400), borderMode=cv2.BORDER_REPLICATE)


def looked_at(pixels: np.ndarray) -> Paper | None:
    scale = max(pixels.shape) / 841.9
    paper = Paper(0, pixels, Affine(1 / scale, 0, 0, -1 / scale, 0, pixels.shape[0] / scale), scale)
    found = squared(paper)
    return None if found is paper else found


@pytest.mark.parametrize("aslant", [0.05, 0.12])
def test_a_table_taken_aslant_is_square_afterwards(aslant: float) -> None:
    paper = looked_at(table(aslant))
    assert paper is not None
    grey = cv2.cvtColor(paper.pixels, cv2.COLOR_RGB2GRAY)
    strokes, _ = rulings_of(ink_of(grey, paper.scale), paper.scale)
    assert len({round(d.at / 6) for d in strokes.down if d.end - d.start > 400}) == 5, "five rulings, each in one piece"
    left, middle, right = (sorted(d.at for d in strokes.down)[i] * paper.scale for i in (0, len(strokes.down) // 2, -1))
    assert paper.to_user.point(middle, 0.5 * paper.high)[0] == pytest.approx(550 / paper.scale, abs=3)
    assert paper.to_user.point(left, 0)[0] > paper.to_user.point(left, paper.high)[0], "the far side is the smaller one"
    assert paper.to_user.point(right, 0)[0] < paper.to_user.point(right, paper.high)[0]


def test_a_square_table_and_a_page_without_rulings_stay_as_they_are() -> None:
    assert looked_at(table(0.0)) is None
    assert looked_at(np.full((1400, 1100, 3), 245, np.uint8)) is None


def row(*columns: int, cut: int = 0) -> tuple[np.ndarray, Strokes]:
    """Ink of one row 20 points high at 2 pixels a point, with lines down at these pixels, and the two rulings that bound it."""
    ink = np.zeros((400, 800), np.uint8)
    for y in (100, 140):
        ink[y : y + 2, 50:750] = 255
    for x in columns:
        ink[100:142, x : x + 2] = 255
        ink[118 : 118 + cut, x : x + 2] = 0
    return ink, Strokes([Ruling(149.5, 25, 375), Ruling(129.5, 25, 375)], [])


def test_a_short_ruling_with_a_gap_is_found_between_two_rulings() -> None:
    ink, strokes = row(300, 500, cut=3)
    assert [round(d.at) for d in mended(strokes, ink, [], 2.0).down] == [150, 250]
    ink, strokes = row(300, cut=14)
    assert mended(strokes, ink, [], 2.0).down == []


def test_what_one_row_shows_the_next_may_show_with_less() -> None:
    ink, strokes = row(300)
    ink[180:182, 50:750] = 255
    ink[150:178, 300:302] = 255
    strokes.across.append(Ruling(109.5, 25, 375))
    assert [(d.at, d.start) for d in mended(strokes, ink, [], 2.0).down] == [(pytest.approx(150, abs=1), 129.5), (pytest.approx(150, abs=1), 109.5)]
    ink[100:142, 300:302] = 0
    assert mended(strokes, ink, [], 2.0).down == []


def test_a_stroke_in_the_midst_of_text_is_no_ruling_and_one_beside_it_is() -> None:
    ink, strokes = row(300, 500)
    text = [Stretch(240, 102, 360, 140)]
    assert [round(d.at) for d in mended(strokes, ink, text, 2.0).down] == [250]


def test_strokes_one_above_the_other_within_lines_of_text_are_taken_out() -> None:
    ink = np.zeros((400, 800), np.uint8)
    strokes = Strokes([], [Ruling(150, 130, 160), Ruling(250, 130, 160)])
    text = [Stretch(240, 82, 360, 110), Stretch(240, 112, 360, 140)]
    assert [d.at for d in mended(strokes, ink, text, 2.0).down] == [250]
