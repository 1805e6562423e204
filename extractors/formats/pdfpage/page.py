"""One page through pdfium: characters with their origins, straight strokes, pictures. The hot path of the PDF reader."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import partial
from typing import Any

from extractors.errors import TooLarge
from extractors.formats.pdfpage.characters import Characters
from extractors.formats.pdfpage.content import PageContent, Run, Strokes, Turn
from extractors.formats.pdfpage.drawing import Drawing
from extractors.formats.pdfpage.pdfium import address, calls
from extractors.model import PdfPlace, Picture
from extractors.model.passage import Box

MOST_CHARACTERS = 100_000


def take_in(page: Any, number: int, typed: Sequence[Run] = ()) -> PageContent:
    """The content of an open page (an FPDF_PAGE); `number` counts from 0. `typed` is text that the page does not draw
    itself, in the reading space of its rotation.

    Raises TooLarge where the page holds more characters than any form, ValueError where pdfium gives no text page."""
    raw = calls().raw
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        raise ValueError("no text page")
    try:
        content = _take_in(page, text_page, number)
    finally:
        raw.FPDFText_ClosePage(text_page)
    if typed:
        content.runs = [*content.runs, *typed]
    return content


def _take_in(page: Any, text_page: Any, number: int) -> PageContent:
    raw = calls().raw
    count = raw.FPDFText_CountChars(text_page)
    if count > MOST_CHARACTERS:
        raise TooLarge(f"第{number + 1}页文字过多（{count}字），不像承诺书。")
    turn = _turn(ctypes.c_void_p(address(text_page)), count, raw.FPDFPage_GetRotation(page))
    visible = _visible(page)
    reader = Characters(text_page, count, turn, visible)
    runs = reader.read()
    drawing = Drawing(turn)
    handle, nth = ctypes.c_void_p(address(page)), calls().nth
    drawing.walk(raw.FPDFPage_CountObjects(page), partial(nth, handle))
    if drawing.over:
        drawing.strokes = Strokes()
    warnings = (f"第{number + 1}页图形过多，未按表格线读取。",) if drawing.over else ()
    pictures = [_picture(number, i, box, turn) for i, box in enumerate(drawing.pictures, 1)]
    return PageContent(number, turn.box(visible), runs, drawing.strokes, pictures, reader.unmapped,
                       drawing.paths, warnings, turn)


def _picture(page: int, nth: int, box: Box, turn: Turn) -> Picture:
    """`box` in reading space."""
    back = Turn(-turn.quarters % 4)
    place = PdfPlace(page, (back.box(box),))
    return Picture(f"{page + 1}-{nth}", round(box[2] - box[0], 2), round(box[3] - box[1], 2), place)


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
