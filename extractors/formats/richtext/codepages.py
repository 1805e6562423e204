"""Bytes of RTF text to characters: the code page of the font (`\\fcharset`), else that of the document (`\\ansicpg`)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

_CHARSETS: Mapping[int, str] = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES: Mapping[int, str] = {936: "gb18030", 950: "cp950", 932: "cp932", 949: "cp949", 10000: "mac_roman",
                             10008: "gb18030", 54936: "gb18030", 65001: "utf-8"}  # fmt: skip
_DOUBLE = frozenset({"gb18030", "cp950", "cp932", "cp949", "johab"})
_HAN = re.compile(rb"(?:[\x20-\x7e]|[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])+")
"""ASCII and the pairs of GB 2312: a stretch of Western letters seldom looks like that."""

_HEADER = re.compile(rb"\\ansicpg(\d{1,5})|\\(mac|pca?)(?![a-z])")
SYMBOL_CHARSET = 2


@dataclass(slots=True)
class Font:
    """An entry of the font table. `charset` is None where the file gives none; `page` is its `\\cpg`."""

    name: str = ""
    charset: int | None = None
    page: int = 0

    @property
    def symbols(self) -> bool:
        """Whether its characters are signs of a symbol font."""
        return self.charset == SYMBOL_CHARSET


def page_codec(number: int) -> str:
    """The codec of a Windows code page; Western where there is none of that number."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def document_codec(data: bytes) -> str:
    """The codec of the whole document, from its header. Text that stands there unescaped and reads as UTF-8 is UTF-8,
    whatever the header says: some programs write so."""
    if not data.isascii() and _is_utf8(data):
        return "utf-8"
    found = _HEADER.search(data, 0, 4096)
    if found is None:
        return "cp1252"
    if found[1]:
        return page_codec(int(found[1]))
    return {b"mac": "mac_roman", b"pc": "cp437"}.get(found[2], "cp850")


def is_double(codec: str) -> bool:
    """Whether its characters take two bytes, of which the second may look like ASCII."""
    return codec in _DOUBLE


def decode(raw: bytes, font: Font | None, document: str) -> str:
    """The characters that the bytes stand for; U+FFFD where they stand for none."""
    if raw.isascii():
        return raw.decode("ascii")
    return raw.decode(_codec(raw, font, document), "replace")


def _codec(raw: bytes, font: Font | None, document: str) -> str:
    if document == "utf-8":
        return document if font is None or _is_utf8(raw) else _own(font) or "cp1252"
    own = _own(font) if font else ""
    if own in ("", "cp1252") and is_double(document):
        return document if not own or _HAN.fullmatch(raw) else own
    return own or document


def _own(font: Font) -> str:
    """The font's own codec, `""` where it leaves that to the document."""
    if font.page:
        return page_codec(font.page)
    return _CHARSETS.get(font.charset, "") if font.charset is not None else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
