"""What copiers, scanners and folds add to a sheet: streaks, dark bands, lines from edge to edge."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.formats.scanpage.paper import Affine, Paper
from extractors.formats.scanpage.rulings import ink_of, rulings_of
from extractors.formats.scanpage.streaks import cleaned

SCALE = 1400 / 841.9


def table() -> np.ndarray:
    """A grey sheet with a table that ends at its margins."""
    sheet = np.full((1400, 1000), 240, np.uint8)
    for x in (100, 400, 700, 900):
        cv2.line(sheet, (x, 200), (x, 1000), 20, 2)
    for y in (200, 300, 400, 700, 1000):
        cv2.line(sheet, (100, y), (900, y), 20, 2)
    return sheet


def bare(grey: np.ndarray) -> np.ndarray:
    paper = Paper(0, np.ascontiguousarray(np.dstack([grey] * 3)), Affine(1 / SCALE, 0, 0, -1 / SCALE, 0, len(grey) / SCALE), SCALE)
    return np.ascontiguousarray(cleaned(paper).pixels[:, :, 0])


def places(grey: np.ndarray) -> tuple[list[int], list[int]]:
    strokes, _ = rulings_of(ink_of(grey, SCALE), SCALE)
    return sorted(round(a.at * SCALE / 10) for a in strokes.across), sorted(round(d.at * SCALE / 10) for d in strokes.down)


def test_streaks_and_dark_bands_are_taken_out_and_rulings_stay() -> None:
    clean = table()
    dirty = clean.copy()
    dirty[:, 250:252] = (dirty[:, 250:252] * 0.6).astype(np.uint8)
    dirty[:, 552] = (dirty[:, 552] * 0.7).astype(np.uint8)
    dirty[:, :14] = 25
    assert places(dirty) != places(clean), "or there is nothing to test"
    assert places(bare(dirty)) == places(clean)
    assert places(bare(dirty.T)) == places(np.ascontiguousarray(clean.T)), "across, too"
    assert np.abs(bare(dirty).astype(int) - clean)[:, 20:].max() < 80


def test_a_sheet_without_them_stays_as_it_is() -> None:
    grey = table()
    assert np.array_equal(bare(grey), grey)


def test_a_fold_from_edge_to_edge_is_no_ruling() -> None:
    folded = table()
    folded[550:553] = 120
    assert places(folded) == places(table())
    folded[550:553, 450:500] = 240
    assert places(folded) == places(table()), "nor is what is left of it"


def test_the_rulings_of_a_table_that_fills_the_picture_stay() -> None:
    close = table()[200:1002, 100:902]
    assert [len(lines) for lines in places(close)] == [5, 4]
    assert [len(lines) for lines in places(bare(close))] == [5, 4]
