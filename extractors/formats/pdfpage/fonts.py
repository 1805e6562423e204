"""Which characters are printed bold."""

from __future__ import annotations

import ctypes
from typing import Any

from extractors.formats.pdfpage.pdfium import calls

_HEAVY = 600
_FORCE_BOLD = 1 << 18
_FILL_AND_STROKE = 2


class Fonts:
    """Tells bold type: a heavy font, or one whose outlines are drawn too. Each font is looked at once."""

    def __init__(self) -> None:
        self.known: dict[int | None, bool] = {}

    def bold(self, text_page: Any, index: int) -> bool:
        """Whether the character is bold; `text_page` as a ctypes pointer."""
        c = calls()
        item = c.text_object(text_page, index)
        if not item:
            return False
        if c.render_mode(item) == _FILL_AND_STROKE:
            return True
        font = c.font(item)
        key = font.value
        if key not in self.known:
            self.known[key] = bool(font) and _heavy(font)
        return self.known[key]


def _heavy(pointer: Any) -> bool:
    raw = calls().raw
    font = ctypes.cast(pointer, raw.FPDF_FONT)
    if raw.FPDFFont_GetWeight(font) >= _HEAVY or raw.FPDFFont_GetFlags(font) & _FORCE_BOLD > 0:
        return True
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    return b"bold" in name.value.lower() or b"heavy" in name.value.lower()
