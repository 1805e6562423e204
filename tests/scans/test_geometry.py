"""What lies between the pixels and the cells: skew, levels, line ends, rulings; none of it needs a model."""

from __future__ import annotations

import math

import numpy as np
import pytest

from extractors.formats.scanpage.engine import Letter
from extractors.formats.scanpage.letters import runs_of, written
from extractors.formats.scanpage.paper import Affine
from extractors.formats.scanpage.rows import grown, levelled_rows
from extractors.formats.scanpage.straight import Stretch, levelled, quarters_of, skew_of, stretch, turned
from tests.scans.sheets import needs_ocr

PLAIN = Affine(1, 0, 0, 1, 0, 0)


def quad(x: float, y: float, length: float, tall: float, degrees: float) -> np.ndarray:
    """A stretch of text that falls by so many degrees (y down)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    corners = ((0, 0), (length, 0), (length, tall), (0, tall))
    return np.array([(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in corners])


@pytest.mark.parametrize("degrees", [-4.0, -0.3, 0.0, 2.5, 5.0])
def test_lines_that_run_aslant_are_level_afterwards(degrees: float) -> None:
    quads = [quad(100, 100 + 60 * n, 600, 40, degrees) for n in range(5)] + [quad(500, 900, 30, 60, 40)]
    assert skew_of(quads) == pytest.approx(degrees, abs=0.05)
    level = levelled(1000, 1400, skew_of(quads))
    place = stretch(level, quads[0])
    assert (place.x1 - place.x0, place.y1 - place.y0) == pytest.approx((600, 40), abs=0.5)
    x, y = level.matrix.back().point(place.x0, place.y0)
    assert (x, y) == pytest.approx(tuple(quads[0][0]), abs=0.5), "and the way back leads to where they stood"


def test_a_page_on_its_side_is_told_by_its_long_lines() -> None:
    lines = [quad(100, 100 + 60 * n, 600, 40, 1.0) for n in range(4)]
    assert quarters_of([*lines, quad(50, 400, 40, 300, 0.0)]) == 0
    side = [np.array([(y, 1000 - x) for x, y in line]) for line in lines]
    assert quarters_of(side) == 1
    upright, _, wide, high = turned(side, 1400, 1000, 1)
    assert (wide, high) == (1000, 1400)
    assert all(np.ptp(q[:, 0]) > 5 * np.ptp(q[:, 1]) for q in upright)


def test_stretches_of_one_line_share_a_level_and_lines_of_a_cell_do_not() -> None:
    label, value = Stretch(100, 100, 300, 140), Stretch(330, 106, 700, 148)
    a, b = levelled_rows([label, value])
    assert a.y0 + a.y1 == b.y0 + b.y1
    one, two, beside = Stretch(100, 100, 180, 140), Stretch(100, 132, 180, 172), Stretch(220, 118, 500, 156)
    assert levelled_rows([one, two, beside])[:2] == [one, two], "two lines in a cell beside a single one"


def test_an_ordinal_that_the_detector_cut_off_is_taken_in() -> None:
    ink = np.zeros((200, 800), np.uint8)
    ink[118:122, 60:90] = 255  # 一
    ink[105:135, 130:600] = 255
    (place,) = grown([Stretch(128, 98, 602, 142)], ink)
    assert place.x0 <= 60
    assert place.x1 < 620
    (far,) = grown([Stretch(328, 98, 602, 142)], np.where(np.arange(800) < 100, ink, 0).astype(np.uint8))
    assert far.x0 == 328, "another column's ink is left alone"
    (clean,) = grown([Stretch(128, 98, 602, 142)], np.zeros_like(ink))
    assert clean == Stretch(128, 98, 602, 142)


def letters(text: str, sure: float = 1.0, start: float = 0.1, step: float = 0.05) -> list[Letter]:
    return [Letter(char, start + step * i, sure) for i, char in enumerate(text)]


def test_a_scribble_beside_print_is_no_print_but_a_doubtful_character_in_it_is() -> None:
    scribble = [Letter("奥", 0.02, 0.13), *letters("年月日", start=0.3)]
    assert written(scribble) == (1, 4)
    assert written([Letter("奥", 0.5, 0.13)]) == (1, 1)
    close = [Letter("郎", 0.05, 0.3), *letters("扫描", start=0.1)]
    assert written(close) == (0, 3)


def test_a_gap_parts_runs_and_letters_keep_their_order_and_boxes() -> None:
    read = [*letters("目标"), *letters("任务", start=0.6)]
    runs = runs_of(read, Stretch(0, 0, 1000, 40), 2.0, 1000, PLAIN)
    assert [r.text for r in runs] == ["目标", "任务"]
    for run in runs:
        assert run.xs == sorted(run.xs)
        assert len(run.xs) == len(run.text) + 1 == len(list(run.boxes)) + 1 == len(run.sure) + 1


@needs_ocr
def test_rulings_are_found_and_strokes_of_characters_are_not() -> None:
    from extractors.formats.pdfpage.content import PageContent
    from extractors.formats.pdfpage.layout import grids
    from extractors.formats.scanpage.rulings import ink_of, rulings_of

    page = np.full((1000, 800), 235, np.uint8)
    for y in (100, 300, 600):
        page[y : y + 3, 80:720] = 20
    for x in (80, 300, 717):
        page[100:602, x : x + 3] = 20
    for x in range(330, 700, 24):  # a row of print: strokes at one height, with gaps, and others across them
        page[450:453, x : x + 19] = 20
        page[438:470, x + 8 : x + 11] = 20
    page[606:640, 300:303] = 20  # a stroke right under the frame
    page[350:420, 500:503] = 20  # strokes of characters that stand one below the other
    strokes, _ = rulings_of(ink_of(page, 2.0), 2.0)
    assert len(strokes.across) == 3
    (grid,) = grids(PageContent(0, (0, 0, 400, 500), [], strokes))
    assert [(c.row, c.col) for c in grid.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert (grid.x0, grid.y0, grid.x1, grid.y1) == pytest.approx((40, 199, 359, 449), abs=2.0)
