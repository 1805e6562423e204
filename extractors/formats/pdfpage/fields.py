"""Text typed into form fields and text notes: no part of the page's content until it is made so."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from extractors.formats.pdfpage.content import Run, Turn
from extractors.formats.pdfpage.letters import WIDE, plain
from extractors.formats.pdfpage.pdfium import calls
from extractors.model.passage import Box

_MOST_ANNOTATIONS = 2000
_LARGEST_TYPE = 12.0


def has_typed(page: Any) -> bool:
    """Whether the page has fields, text notes, stamps or ink."""
    raw = calls().raw
    kinds = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_INK)
    return any(raw.FPDFAnnot_GetSubtype(note) in kinds for note in _annotations(page))


def flattened(document: Any, page: Any, number: int) -> Any:
    """The page with the appearances of its fields made part of its content, in memory only; `page` is closed."""
    raw = calls().raw
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    raw.FPDF_ClosePage(page)
    return raw.FPDF_LoadPage(document, number)


def undrawn(page: Any, turn: Turn) -> list[Run]:
    """Values of fields and notes that have no appearance (the viewer is to draw them): set in the field's box, since
    nothing says where their characters will stand. Call it before the page is flattened."""
    raw = calls().raw
    runs: list[Run] = []
    for note in _annotations(page):
        kind = raw.FPDFAnnot_GetSubtype(note)
        key = {raw.FPDF_ANNOT_WIDGET: b"V", raw.FPDF_ANNOT_FREETEXT: b"Contents"}.get(kind)
        if key is None or raw.FPDFAnnot_GetAP(note, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2:
            continue
        rect = raw.FS_RECTF()
        text = plain(_string(note, key))
        if text.strip() and raw.FPDFAnnot_GetRect(note, rect):
            runs.extend(_typeset(text, turn.box((rect.left, rect.bottom, rect.right, rect.top)), turn))
    return runs


def _annotations(page: Any) -> Iterator[Any]:
    raw = calls().raw
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            try:
                yield note
            finally:
                raw.FPDFPage_CloseAnnot(note)


def _string(note: Any, key: bytes) -> str:
    raw = calls().raw
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(note, key, buffer, size)
    return bytes(memoryview(buffer).cast("B")[: max(0, size - 2)]).decode("utf-16-le", "replace")


def _typeset(text: str, area: Box, turn: Turn) -> list[Run]:
    """The lines of `text` from the top left of `area` (reading space), one below the other."""
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    em = max(1.0, min(_LARGEST_TYPE, (area[3] - area[1]) / (1.25 * max(1, len(lines)))))
    back = Turn(-turn.quarters % 4)
    runs = []
    for index, line in enumerate(lines):
        y = area[3] - em * (1.25 * index + 1.0)
        xs = [area[0] + 1.0]
        for char in line:
            xs.append(xs[-1] + (em if char >= WIDE else em / 2))
        boxes = [back.box((a, y - 0.2 * em, b, y + 0.9 * em)) for a, b in pairwise(xs)]
        runs.append(Run(line, xs, y, em, boxes))
    return runs
