"""Pictures of the old format as files that newer Word documents can hold ([MS-ODRAW] 2.2.24, [MS-WMF] 2.3.2.3)."""

from __future__ import annotations

import struct
import zlib

from extractors.formats.msword.layout import Image

LIMIT = 32 * 1024 * 1024
"""Bytes that the pictures of one document may unpack to together; the others are left out of its copy."""
TYPES = {
    "png": "image/png", "jpeg": "image/jpeg", "tiff": "image/tiff", "bmp": "image/bmp",
    "emf": "image/x-emf", "wmf": "image/x-wmf",
}  # fmt: skip
"""Content types by the suffix of the picture's part."""
_METAFILE = 34
_EMU_PER_INCH = 914400
_PALETTES = {1: 2, 4: 16, 8: 256}


def shown(image: Image, limit: int) -> tuple[str, bytes]:
    """The suffix and the content of the picture as a file; "" where it cannot be shown or is larger than `limit`."""
    content = image.content
    if image.kind in ("emf", "wmf"):
        found = image.kind, _metafile(image.kind, content, limit)
    elif image.kind == "dib":
        found = "bmp", _bitmap(content[1:])
    else:
        found = image.kind, content[1:]
    return found if found[0] in TYPES and 0 < len(found[1]) <= limit else ("", b"")


def _metafile(kind: str, content: bytes, limit: int) -> bytes:
    """A metafile, unpacked; a WMF gets the head that tells its size."""
    if len(content) < _METAFILE:
        return b""
    _, left, top, right, bottom, width, _, _, packing, _ = struct.unpack_from("<I4i2iIBB", content)
    body = content[_METAFILE:]
    if packing == 0:
        try:
            body = zlib.decompressobj().decompress(body, limit + 1)
        except zlib.error:
            return b""
    return _placeable(left, top, right, bottom, width) + body if kind == "wmf" else body


def _placeable(left: int, top: int, right: int, bottom: int, width: int) -> bytes:
    """The 22 bytes before a WMF: bounds, and how many of their units make an inch."""
    inch = max(1, min(round((right - left) * _EMU_PER_INCH / width), 0x7FFF)) if width > 0 else 1440
    sides = (max(-0x8000, min(side, 0x7FFF)) for side in (left, top, right, bottom))
    head = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, *sides, inch, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", head):
        check ^= word
    return head + struct.pack("<H", check)


def _bitmap(content: bytes) -> bytes:
    """A bitmap with its file header."""
    if len(content) < 40:
        return b""
    size, bits, used = (
        struct.unpack_from("<I", content)[0],
        struct.unpack_from("<H", content, 14)[0],
        struct.unpack_from("<I", content, 32)[0],
    )
    palette = 4 * (used or _PALETTES.get(bits, 0))
    return b"BM" + struct.pack("<IHHI", 14 + len(content), 0, 0, (14 + size + palette) & 0xFFFFFFFF) + content
