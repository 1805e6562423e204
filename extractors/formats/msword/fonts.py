"""The names of the file's fonts ([MS-DOC] 2.9.286, 2.9.80): only needed to know what a symbol shows."""

from __future__ import annotations

from extractors.formats.msword.binary import u16

_NAME_AT = 39
_MOST = 2000


def read_fonts(data: bytes) -> tuple[str, ...]:
    """The fonts' names by number; those that are cut off are left out."""
    found: list[str] = []
    at = 4
    for _ in range(min(u16(data, 0), _MOST)):
        if at >= len(data):
            break
        size = data[at]
        raw = data[at + 1 + _NAME_AT : at + 1 + size]
        found.append(raw.decode("utf-16-le", "replace").partition("\0")[0])
        at += 1 + size
    return tuple(found)
