"""Rulings that strokes of text lengthen, that are torn in one cell, or that an arc of a seal broadens; stretches read twice."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.formats.pdfpage.content import Ruling, Strokes
from extractors.formats.scanpage.broken import mended
from extractors.formats.scanpage.cells import corrected
from extractors.formats.scanpage.missed import missed_letters
from extractors.formats.scanpage.rows import joined, parted
from extractors.formats.scanpage.rulings import rulings_of
from extractors.formats.scanpage.straight import Stretch

SCALE = 2.0
ACROSS = [Ruling(at, 25, 375) for at in (180.0, 160.0, 140.0)]


def page() -> np.ndarray:
    """Ink of two rows 20 points high at 2 pixels a point, the rulings at 180, 160 and 140 points, 200 points high."""
    ink = np.zeros((400, 800), np.uint8)
    for y in (40, 80, 120):
        ink[y - 1 : y + 1, 50:750] = 255
    return ink


def test_a_ruling_ends_where_text_runs_across_it() -> None:
    ink = page()
    ink[40:80, 300:302] = 255
    ink[84:114, 300:302] = 255  # a character's stroke right below it
    text = [Stretch(200, 82, 420, 118)]
    assert corrected(Strokes(ACROSS, [Ruling(150.5, 140, 180)]), ink, text, SCALE).down == [Ruling(150.5, 160, 180)]
    ink[80:120, 300:302] = 255  # ink from top to foot is a ruling, whatever the detector took for one line
    assert corrected(Strokes(ACROSS, [Ruling(150.5, 140, 180)]), ink, text, SCALE).down == [Ruling(150.5, 140, 180)]
    assert corrected(Strokes(ACROSS, [Ruling(150.5, 140, 180)]), ink, [], SCALE).down == [Ruling(150.5, 140, 180)]


def test_a_torn_ruling_is_led_on_where_its_ink_goes_on() -> None:
    ink = page()
    ink[78:82, 50:400:3] = 0
    down = [Ruling(at, 140, 180) for at in (25.0, 200.0, 375.0)]
    torn = [ACROSS[0], Ruling(160, 200, 375), ACROSS[2]]
    assert corrected(Strokes(torn, down), ink, [], SCALE).across[1] == Ruling(160, 25, 375)
    ink[78:82, 50:398] = 0  # two rows that are one cell on the left
    assert corrected(Strokes(torn, down), ink, [], SCALE).across[1] == torn[1]


def test_a_ruling_on_which_the_text_of_two_cells_meets_is_one() -> None:
    ink = page()
    ink[40:82, 300:302] = 255
    text = [Stretch(200, 44, 304, 76), Stretch(296, 44, 420, 78)]
    assert [round(d.at) for d in mended(Strokes(ACROSS[:2], []), ink, text, SCALE).down] == [150]
    assert mended(Strokes(ACROSS[:2], []), ink, [Stretch(200, 44, 420, 78)], SCALE).down == []


def test_a_ruling_through_what_was_taken_for_one_line_parts_it() -> None:
    ink = page()
    ink[40:82, 300:302] = 255
    text = [Stretch(200, 44, 420, 66)]
    down = mended(Strokes(ACROSS[:2], []), ink, text, SCALE).down
    assert [round(d.at) for d in down] == [150]
    assert [(round(s.x0), round(s.x1)) for s in parted(text, down, 400, SCALE)] == [(200, 298), (302, 420)]
    ink[66:78, 300:302] = 0  # a stroke of the line alone
    assert mended(Strokes(ACROSS[:2], []), ink, text, SCALE).down == []


def test_a_ruling_that_a_seals_rim_touches_stays() -> None:
    ink = np.zeros((1400, 1000), np.uint8)
    for x in (100, 400, 900):
        cv2.line(ink, (x, 200), (x, 1000), 255, 2)
    for y in (200, 300, 1000):
        cv2.line(ink, (100, y), (900, y), 255, 2)
    plain = sorted(round(d.at) for d in rulings_of(ink, SCALE)[0].down)
    cv2.ellipse(ink, (490, 640), (92, 92), 0, 0, 360, 255, 6)
    found = rulings_of(ink, SCALE)[0].down
    assert sorted(round(d.at) for d in found if d.end - d.start > 300) == plain


@pytest.mark.parametrize(
    ("stretches", "count"),
    [
        ([Stretch(0, 10, 200, 40), Stretch(170, 11, 400, 41)], 1),
        ([Stretch(0, 10, 200, 40), Stretch(205, 11, 400, 41)], 2),
        ([Stretch(0, 10, 200, 40), Stretch(100, 36, 400, 66)], 2),
        ([Stretch(0, 10, 200, 40), Stretch(170, 10, 400, 100)], 2),
    ],
)
def test_stretches_of_one_line_that_overlap_are_one(stretches: list[Stretch], count: int) -> None:
    found = joined(stretches)
    assert len(found) == count
    assert max(s.x1 for s in found) == 400


def test_a_single_character_under_a_line_is_looked_for_and_dust_is_not() -> None:
    rest = np.zeros((200, 400), np.uint8)
    line = Stretch(40, 20, 200, 50)
    assert missed_letters(rest, [line]) == []
    rest[56:76, 44:64:3] = 255
    (place,) = missed_letters(rest, [line])
    assert place.x0 < 44 < 62 < place.x1
    assert place.y0 <= 50 < 78 < place.y1
    assert missed_letters(rest, [line, Stretch(42, 52, 120, 80)]) == [], "another line's"
    rest[56:76, 100:130:3] = 255
    assert missed_letters(rest, [line]) == [], "more than one character"
