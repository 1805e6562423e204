"""Photographs of a sheet on a desk are laid flat; anything that is no such photograph stays as it is."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.formats.scanpage.paper import Affine, Paper, Projective
from extractors.formats.scanpage.pictures import as_paper

cv2 = pytest.importorskip("cv2", reason="the extra `ocr` is not installed")

from extractors.formats.scanpage.flat import flattened, sheet_corners  # noqa: E402

CORNERS = np.array([(90, 120), (1130, 60), (1180, 1590), (40, 1540)], np.float32)


def sheet() -> np.ndarray:
    page = np.full((1414, 1000, 3), 246, np.uint8)
    for y in range(100, 1300, 40):
        page[y : y + 14, 100:900] = 40
    page[700:710, 80:920] = (200, 30, 40)
    return page


def photograph(desk: int = 80) -> np.ndarray:
    picture = np.full((1650, 1250, 3), desk, np.uint8)
    way = cv2.getPerspectiveTransform(np.array([(0, 0), (1000, 0), (1000, 1414), (0, 1414)], np.float32), CORNERS)
    laid = cv2.warpPerspective(sheet(), way, (1250, 1650))
    lies = cv2.warpPerspective(np.full((1414, 1000), 255, np.uint8), way, (1250, 1650))
    picture[lies > 128] = laid[lies > 128]
    return picture


def test_the_sheet_is_cut_out_and_its_lines_are_level() -> None:
    paper = as_paper(photograph(), 0)
    flat = flattened(paper)
    rows, cols = np.nonzero((flat.pixels[:, :, 0].astype(int) - flat.pixels[:, :, 1]) > 90)
    assert abs(np.polyfit(cols, rows, 1)[0]) < 0.004, "the red line is level"
    x, y = flat.to_user.back().point(*paper.to_user.point(*CORNERS[2].astype(float)))
    assert (x, y) == pytest.approx((flat.wide, flat.high), abs=8), "and the way back leads to where it stood"


@pytest.mark.parametrize("desk", [246, 235])
def test_without_a_step_at_the_edges_there_is_no_sheet(desk: int) -> None:
    assert sheet_corners(photograph(desk)) is None


def test_a_scan_under_a_shadow_stays_as_it_is() -> None:
    shade = np.linspace(0.55, 1.0, 1000)[None, :, None] * np.linspace(0.8, 1.0, 1414)[:, None, None]
    paper = as_paper((sheet() * shade).astype(np.uint8), 0)
    assert flattened(paper) is paper
    half = sheet()
    half[:, :480] = half[:, :480] // 2
    assert sheet_corners(half) is None, "half of it lies in the shade: one edge alone"


def test_a_projection_and_its_inverse() -> None:
    way = Projective.of(((1.1, 0.05, 3), (-0.04, 0.9, 7), (1e-5, -2e-5, 1)))
    assert way.back().point(*way.point(120, 340)) == pytest.approx((120, 340))
    moved = way.after(Affine(2, 0, 0, 2, 5, 6))
    assert moved.point(10, 20) == pytest.approx(way.point(25, 46))
    x0, y0, x1, y1 = way.box((0, 0, 10, 10))
    assert x0 < x1
    assert y0 < y1
    assert isinstance(Paper(0, sheet(), way, 1.0).to_user, Projective)
