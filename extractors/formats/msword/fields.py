"""The marks of fields ([MS-DOC] 2.8.25), and what the old form fields show without text (2.9.78)."""

from __future__ import annotations

from extractors.formats.msword.binary import u16, u32

FIELD_MARKS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
_CHECK_BOX, _MENU, _AS_DEFAULT = 1, 2, 25
_HEADER_SIZE_AT = 4
_LONGEST = 4096


def form_field(data: bytes, at: int) -> str:
    """The state of a check box or the chosen entry of a menu, by the field's record in the Data stream; else ""."""
    start = at + u16(data, at + _HEADER_SIZE_AT)
    field = data[start : min(start + _LONGEST, at + u32(data, at))]
    if u32(field, 0) != 0xFFFFFFFF:
        return ""
    bits = u16(field, 4)
    kind, result = bits & 3, bits >> 2 & 0x1F
    if kind not in (_CHECK_BOX, _MENU):
        return ""
    name_end = 10 + 2 * u16(field, 10) + 4
    chosen = u16(field, name_end) if result == _AS_DEFAULT else result
    if kind == _CHECK_BOX:
        return "☑" if chosen else "☐"
    entries = _entries(field, name_end + 2)
    return entries[chosen] if chosen < len(entries) else ""


def _entries(field: bytes, at: int) -> list[str]:
    """The menu's entries: they follow five strings that nobody sees."""
    for _ in range(5):
        at += 2 + 2 * u16(field, at) + 2
    count, at = u16(field, at + 2), at + 6
    found: list[str] = []
    while len(found) < count and at < len(field):
        size = 2 * u16(field, at)
        entry = field[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        found.append("".join(c for c in entry if c.isprintable()))
        at += 2 + size
    return found
