"""A sheet that was photographed on a desk: its four edges found, the desk cut away and the perspective taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from extractors.formats.scanpage.paper import A4_LONG, Paper, Projective

_LOOK = 480
"""Pixels along the longer side of the picture in which the edges are looked for."""
_LEAST, _FULL = 0.35, 0.985
"""The share of the picture that a sheet covers; one that fills it has no edges to be seen."""
_STRAIGHT = 0.965
"""How much of its four-cornered outline the sheet fills."""
_STEP, _BESIDE = 22.0, 6
"""How much brighter the sheet is than the desk right at each edge, so many pixels to either side: a shadow has no step."""
_SQUARE = 16.0
"""Degrees by which a corner may differ from a right angle."""


def flattened(paper: Paper) -> Paper:
    """The sheet alone, seen from above; the paper as it is where no sheet on a darker ground is seen."""
    corners = sheet_corners(paper.pixels)
    if corners is None:
        return paper
    tops, sides = (float(np.linalg.norm(corners[a] - corners[b]) + np.linalg.norm(corners[c] - corners[d])) / 2 for a, b, c, d in ((0, 1, 2, 3), (1, 2, 3, 0)))
    wide, high = round(tops), round(sides)
    flat = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    way = cv2.getPerspectiveTransform(corners.astype(np.float32), flat)
    pixels = cv2.warpPerspective(paper.pixels, way, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    back = Projective.of(np.linalg.inv(way))
    return replace(paper, pixels=pixels, to_user=Projective.of(paper.to_user.rows()).after(back), scale=max(wide, high) / A4_LONG)


def sheet_corners(pixels: Any) -> Any:
    """The corners of the sheet in pixels, clockwise from the upper left; None where none is seen for sure."""
    shrink = min(1.0, _LOOK / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    light = cv2.morphologyEx(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    outline = _outline(light)
    if outline is None or not _stands_out(light, outline):
        return None
    return _clockwise(outline) / shrink


def _outline(light: Any) -> Any:
    """The four corners of the one large light area, None where it has another shape."""
    _, mask = cv2.threshold(cv2.GaussianBlur(light, (5, 5), 0), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    areas, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    whole = max(areas, key=cv2.contourArea, default=None)
    if whole is None or not _LEAST < cv2.contourArea(whole) / mask.size < _FULL:
        return None
    hull = cv2.convexHull(whole)
    corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True)[:, 0, :].astype(np.float64)
    if len(corners) != 4 or cv2.contourArea(whole) < _STRAIGHT * cv2.contourArea(corners.astype(np.float32)):
        return None
    return corners if all(abs(angle - 90) < _SQUARE for angle in _angles(corners)) else None


def _angles(corners: Any) -> list[float]:
    found = []
    for i in range(4):
        a, b = corners[i - 1] - corners[i], corners[(i + 1) % 4] - corners[i]
        found.append(float(np.degrees(np.arccos(np.clip(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-9), -1, 1)))))
    return found


def _stands_out(light: Any, corners: Any) -> bool:
    """Whether the picture is darker right outside each edge, save for edges along which the picture ends; one is to be
    seen at least."""
    middle, seen = corners.mean(axis=0), 0
    for i in range(4):
        a, b = corners[i], corners[(i + 1) % 4]
        outward = (a + b) / 2 - middle
        outward /= np.linalg.norm(outward) + 1e-9
        along = a + (b - a) * np.linspace(0.1, 0.9, 33)[:, None]
        beyond = along + _BESIDE * outward
        if not all(_inside(light, p) for p in beyond):
            continue
        steps = [float(_at(light, p - 2 * _BESIDE * outward)) - float(_at(light, p)) for p in beyond]
        if np.percentile(steps, 15) < _STEP:
            return False
        seen += 1
    return seen > 1


def _inside(light: Any, point: Any) -> bool:
    return bool(0 <= point[0] < light.shape[1] and 0 <= point[1] < light.shape[0])


def _at(light: Any, point: Any) -> Any:
    high, wide = light.shape
    return light[min(high - 1, max(0, int(point[1]))), min(wide - 1, max(0, int(point[0])))]


def _clockwise(corners: Any) -> Any:
    """From the corner nearest to the upper left on."""
    middle = corners.mean(axis=0)
    turned = corners[np.argsort(np.arctan2(*(corners - middle).T[::-1]))]
    return np.roll(turned, -int(np.argmin(turned.sum(axis=1))), axis=0)
