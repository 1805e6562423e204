"""How characters are printed: bold, or in a way that nobody sees."""

from __future__ import annotations

import ctypes
from enum import Enum
from typing import Any

from extractors.formats.pdfpage.pdfium import calls

_HEAVY = 600
_FORCE_BOLD = 1 << 18
_FILL_AND_STROKE, _INVISIBLE = 2, 3
_WHITE = 250


class Hidden(Enum):
    """Why nobody sees a character on white paper."""

    NOT = 0
    INVISIBLE = 1
    WHITE = 2


class Fonts:
    """Tells bold and hidden type: a heavy font, or one whose outlines are drawn too; one that is not drawn at all, or in
    white. Each font is looked at once. `hidden` is of the character that was looked at last."""

    def __init__(self) -> None:
        self.known: dict[int | None, bool] = {}
        self.hidden = Hidden.NOT
        self.colour = [ctypes.c_uint(0) for _ in range(4)]
        self.refs = [ctypes.byref(part) for part in self.colour]

    def bold(self, text_page: Any, index: int) -> bool:
        """Whether the character is bold; `text_page` as a ctypes pointer."""
        c = calls()
        self.hidden = Hidden.NOT
        item = c.text_object(text_page, index)
        if not item:
            return False
        mode = c.render_mode(item)
        if mode == _INVISIBLE:
            self.hidden = Hidden.INVISIBLE
        elif c.fill(item, *self.refs) and self._white():
            self.hidden = Hidden.WHITE
        if mode == _FILL_AND_STROKE:
            return True
        font = c.font(item)
        heavy = self.known.get(font.value)
        if heavy is None:
            heavy = self.known[font.value] = bool(font) and _heavy(font)
        return heavy

    def _white(self) -> bool:
        red, green, blue, cover = self.colour
        return (red.value >= _WHITE <= green.value and blue.value >= _WHITE) or not cover.value


def _heavy(pointer: Any) -> bool:
    raw = calls().raw
    font = ctypes.cast(pointer, raw.FPDF_FONT)
    if raw.FPDFFont_GetWeight(font) >= _HEAVY or raw.FPDFFont_GetFlags(font) & _FORCE_BOLD > 0:
        return True
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    return b"bold" in name.value.lower() or b"heavy" in name.value.lower()
