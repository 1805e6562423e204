"""Pages of a PDF as papers: drawn by pdfium as they are shown, seals and notes on them included."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from extractors.formats.pdfpage.pdfium import calls
from extractors.formats.scanpage.paper import Affine, Paper

DOTS = 200.0
"""Dots an inch: more adds nothing to what the recogniser is given, less costs characters in small type."""
MOST_SIDE = 3200
"""Pixels along the longer side: a page larger than A3 is drawn coarser."""
_BGRX = 4


def papers(data: bytes, numbers: Sequence[int], dots: float = DOTS) -> Iterator[Paper]:
    """These pages (counted from 0), drawn; a page that pdfium cannot load is left out."""
    raw = calls().raw
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        for number in numbers if document else ():
            with _loaded(document, number) as page:
                if page:
                    yield _drawn(page, number, dots)
    finally:
        if document:
            raw.FPDF_CloseDocument(document)


@contextmanager
def _loaded(document: Any, number: int) -> Iterator[Any]:
    raw = calls().raw
    page = raw.FPDF_LoadPage(document, number)
    try:
        yield page
    finally:
        if page:
            raw.FPDF_ClosePage(page)


def _drawn(page: Any, number: int, dots: float) -> Paper:
    raw = calls().raw
    points = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
    scale = min(dots / 72, MOST_SIDE / max(*points, 1.0))
    wide, high = (max(1, round(p * scale)) for p in points)
    pixels = np.full((high, wide, _BGRX), 255, np.uint8)
    bitmap = raw.FPDFBitmap_CreateEx(wide, high, raw.FPDFBitmap_BGRx, pixels.ctypes.data_as(ctypes.c_void_p), wide * _BGRX)
    try:
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_ANNOT)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return Paper(number, np.ascontiguousarray(pixels[:, :, 2::-1]), _to_user(page, wide, high), scale)


def _to_user(page: Any, wide: int, high: int) -> Affine:
    """Pixels → user space, from where three corners of the picture lie: rotation and crop box are pdfium's business."""
    raw = calls().raw
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for at in ((0, 0), (wide, 0), (0, high)):
        raw.FPDF_DeviceToPage(page, 0, 0, wide, high, 0, *at, x, y)
        found.append((x.value, y.value))
    (x0, y0), (x1, y1), (x2, y2) = found
    return Affine((x1 - x0) / wide, (y1 - y0) / wide, (x2 - x0) / high, (y2 - y0) / high, x0, y0)
