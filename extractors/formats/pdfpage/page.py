"""One page through pdfium: characters with their origins, straight strokes, pictures. The hot path of the PDF reader."""

from __future__ import annotations

import ctypes
from functools import partial
from typing import Any

from extractors.errors import TooLarge
from extractors.formats.pdfpage.characters import Characters
from extractors.formats.pdfpage.content import PageContent, Strokes, Turn
from extractors.formats.pdfpage.drawing import Drawing
from extractors.formats.pdfpage.hidden import is_layer, notices
from extractors.formats.pdfpage.pdfium import address, calls
from extractors.formats.pdfpage.scale import scale_of, scaled_askew, scaled_hidden, scaled_runs, times
from extractors.model import PdfPlace, Picture
from extractors.model.passage import Box

MOST_CHARACTERS = 100_000


def take_in(page: Any, number: int, turn: Turn | None = None) -> PageContent:
    """The content of an open page (an FPDF_PAGE); `number` counts from 0, `turn` is that of its text where known.

    Raises TooLarge where the page holds more characters than any form, ValueError where pdfium gives no text page."""
    raw = calls().raw
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        raise ValueError("no text page")
    try:
        return _take_in(page, text_page, number, turn)
    finally:
        raw.FPDFText_ClosePage(text_page)


def _take_in(page: Any, text_page: Any, number: int, turn: Turn | None) -> PageContent:
    raw = calls().raw
    count = raw.FPDFText_CountChars(text_page)
    if count > MOST_CHARACTERS:
        raise TooLarge(f"第{number + 1}页文字过多（{count}字），不像承诺书。")
    turn = turn or _turn(ctypes.c_void_p(address(text_page)), count, raw.FPDFPage_GetRotation(page))
    visible = _visible(page)
    reader = Characters(text_page, count, turn, visible)
    runs, askew, hidden, bounds = reader.read(), reader.askew.texts(), reader.hidden, turn.box(visible)
    scale = scale_of(runs)
    if scale != 1:
        runs, askew, hidden = scaled_runs(runs, scale), scaled_askew(askew, scale), scaled_hidden(hidden, scale)
        bounds = times(bounds, scale)
    drawing = Drawing(turn, scale)
    handle, nth = ctypes.c_void_p(address(page)), calls().nth
    drawing.walk(raw.FPDFPage_CountObjects(page), partial(nth, handle))
    if drawing.over:
        drawing.strokes = Strokes()
    warnings = [f"第{number + 1}页图形过多，未按表格线读取。"] if drawing.over else []
    pictures = [_picture(number, i, box, turn, scale) for i, box in enumerate(drawing.pictures, 1)]
    layered = bool(hidden) and is_layer(hidden, reader.printed, pictures, turn.box(visible))
    if hidden:
        warnings.extend(notices(number, hidden, drawing.dark, pictures, turn.box(visible)))
    return PageContent(number, bounds, runs, drawing.strokes, pictures, reader.unmapped,
                       reader.printed, drawing.paths, drawing.objects + drawing.segments, warnings, turn, askew, layered=layered)


def _picture(page: int, nth: int, box: Box, turn: Turn, scale: float) -> Picture:
    """`box` in reading space; place and size in user space."""
    x0, y0, x1, y1 = Turn(-turn.quarters % 4).box(times(box, 1 / scale))
    wide, high = (x1 - x0, y1 - y0) if turn.quarters % 2 == 0 else (y1 - y0, x1 - x0)
    return Picture(f"{page + 1}-{nth}", round(wide, 2), round(high, 2), PdfPlace(page, ((x0, y0, x1, y1),)))


def _turn(text_page: Any, count: int, rotation: int) -> Turn:
    """The turn most sampled characters have; a page without text is read as it is shown."""
    matrix = calls().raw.FS_MATRIX()
    ref, votes = ctypes.byref(matrix), [0, 0, 0, 0]
    for index in range(0, count, count // 5 + 1):
        if calls().matrix(text_page, index, ref) and (matrix.a or matrix.b):
            votes[Turn.of(matrix.a, matrix.b).quarters] += 1
    best = max(range(4), key=votes.__getitem__)
    return Turn(best) if votes[best] else Turn(rotation % 4)


def _visible(page: Any) -> Box:
    raw = calls().raw
    rect = raw.FS_RECTF()
    if raw.FPDF_GetPageBoundingBox(page, rect) and rect.right > rect.left and rect.top > rect.bottom:
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
