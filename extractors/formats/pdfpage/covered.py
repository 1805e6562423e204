"""The words under boxes on a page, read back from the file: what a highlight covers."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from extractors.formats.pdfpage.letters import plain
from extractors.formats.pdfpage.pdfium import calls
from extractors.model import PdfPlace
from extractors.model.passage import Box


def covered(data: bytes, marked: Sequence[Sequence[PdfPlace]]) -> list[str]:
    """For each list of places the characters that its boxes touch, a line a box; `""` where there are none or pdfium
    cannot open the file."""
    raw = calls().raw
    document = raw.FPDF_LoadMemDocument64(data, len(data), None) if any(marked) else None
    if not document:
        return [""] * len(marked)
    pages: dict[int, tuple[Any, Any]] = {}
    try:
        for number in sorted({place.page for places in marked for place in places}):
            page = raw.FPDF_LoadPage(document, number)
            pages[number] = (page, raw.FPDFText_LoadPage(page) if page else None)
        return ["\n".join(_under(pages[p.page][1], box) for p in places for box in p.boxes) for places in marked]
    finally:
        for page, text in pages.values():
            if text:
                raw.FPDFText_ClosePage(text)
            if page:
                raw.FPDF_ClosePage(page)
        raw.FPDF_CloseDocument(document)


def _under(text_page: Any, box: Box) -> str:
    if not text_page:
        return ""
    raw = calls().raw
    left, low, right, high = box
    size = raw.FPDFText_GetBoundedText(text_page, left, high, right, low, None, 0)
    buffer = (ctypes.c_ushort * (size + 1))()
    raw.FPDFText_GetBoundedText(text_page, left, high, right, low, buffer, size)
    found = bytes(memoryview(buffer).cast("B")[: 2 * size]).decode("utf-16-le", "replace")
    return " ".join(plain(found).split())
