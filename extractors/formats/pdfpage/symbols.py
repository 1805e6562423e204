"""Signs of the symbol fonts (Wingdings and the like): bullets, ticks and boxes that come as letters (Ø, ü, þ, l, n) or as code
points of the private use area, and mean something only in their font."""

from __future__ import annotations

import ctypes
import re
from typing import Any

from extractors.formats.ooxml.symbols import symbol
from extractors.formats.pdfpage.pdfium import calls

_ODD = re.compile("[\uf020-\uf0ff\xa1-\xac\xae-\xff]")
_ALONE = re.compile("\n[!-~](?![!-~])")
"""What may be such a sign: what no Chinese text is made of, and a letter alone at the beginning of a line. The font of each is
looked at, which would take too long for all."""
_SUBSET = re.compile(r"[A-Z]{6}\+")
_NAMES = {"wingdings": "wingdings", "wingdingsregular": "wingdings", "wingdings2": "wingdings 2", "symbol": "symbol", "symbolmt": "symbol"}
"""Names of the fonts without blanks, hyphens and the mark of a subset, as the table of signs knows them."""


def signs_shown(text: str, text_page: Any) -> str:
    """The text of a page with such signs as what they look like, one for one; `text_page` as a ctypes pointer."""
    found = [match.start() for match in _ODD.finditer(text)]
    found += [match.end() - 1 for match in _ALONE.finditer(text)]
    if "!" <= text[:1] <= "~" and not "!" <= text[1:2] <= "~":
        found.append(0)
    if not found:
        return text
    letters, fonts = list(text), dict[Any, str]()
    for at in found:
        letters[at] = shown(letters[at], _font(text_page, at, fonts))
    return "".join(letters)


def shown(char: str, font: str) -> str:
    """What the character looks like in the font of that name; itself in other fonts, and where no letter looks so."""
    name = _NAMES.get("".join(_SUBSET.sub("", font).lower().replace("-", " ").split()))
    sign = symbol(name, f"{ord(char):x}") if name else char
    return sign if len(sign) == 1 else char


def _font(text_page: Any, at: int, known: dict[Any, str]) -> str:
    """The name of the character's font; each font is asked once."""
    item = calls().text_object(text_page, at)
    font = calls().font(item) if item else None
    if not font:
        return ""
    if font.value not in known:
        name = ctypes.create_string_buffer(128)
        calls().raw.FPDFFont_GetBaseFontName(ctypes.cast(font, calls().raw.FPDF_FONT), name, len(name))
        known[font.value] = name.value.decode("latin-1")
    return known[font.value]
