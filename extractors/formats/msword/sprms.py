"""Property lists: operations on properties, one after the other ([MS-DOC] 2.2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from extractors.formats.msword.binary import u16, u32

_FIXED = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand by the three highest bits of the operation; 0 for those that say it themselves."""
_TABLE_DEFINITIONS = frozenset({0xD606, 0xD608})
_TABS = 0xC615


class Sprm(IntEnum):
    """The operations that matter for what a reader sees."""

    P_STYLE = 0x4600
    P_ALIGN_80 = 0x2403
    P_ALIGN = 0x2461
    P_LEVEL = 0x260A
    P_LIST = 0x460B
    P_IN_TABLE = 0x2416
    P_ROW_END = 0x2417
    P_DEPTH = 0x6649
    P_DEPTH_CHANGE = 0x664A
    P_INNER_CELL = 0x244B
    P_INNER_ROW_END = 0x244C
    P_HUGE = 0x6646
    P_HUGE_OLD = 0x6645
    P_OLD_LIST = 0xC63E
    C_DELETED = 0x0800
    C_FIELD_DATA = 0x0806
    C_OLE = 0x080A
    C_BOLD = 0x0835
    C_ITALIC = 0x0836
    C_HIDDEN = 0x083C
    C_SPECIAL = 0x0855
    C_OBJECT = 0x0856
    C_UNDERLINE = 0x2A3E
    C_PLAIN = 0x2A33
    C_STYLE = 0x4A30
    C_SIZE = 0x4A43
    C_FONT = 0x4A4F
    C_FONT_EAST = 0x4A50
    C_PICTURE = 0x6A03
    C_SYMBOL = 0x6A09
    T_DEFINITION = 0xD608
    T_DEFINITION_10 = 0xD606
    T_INSERT = 0x7621
    T_DELETE = 0x5622
    T_MERGE = 0x5624
    T_SPLIT = 0x5625
    T_VERTICAL_MERGE = 0xD62B
    T_BORDERS = 0xD613
    T_HEIGHT = 0x9407
    T_BORDERS_80 = 0xD605
    S_BREAK = 0x3009
    S_TITLE_PAGE = 0x300A
    S_WIDTH = 0xB01F
    S_HEIGHT = 0xB020
    S_LANDSCAPE = 0x301D


def operations(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each operation with its operand, without the byte that counts it; ends where the list is broken."""
    at, end = 0, len(data)
    while at + 2 < end:
        code = data[at] | data[at + 1] << 8
        at += 2
        size = _FIXED[code >> 13]
        if code in _TABLE_DEFINITIONS:
            size, at = u16(data, at) - 1, at + 2
        elif size == 0:
            size, at = data[at], at + 1
            if code == _TABS and size == 255:
                size = _tabs(data, at)
        if size < 0 or at + size > end:
            return
        yield code, data[at : at + size]
        at += size


_HUGE, _HUGE_OLD = Sprm.P_HUGE.to_bytes(2, "little"), Sprm.P_HUGE_OLD.to_bytes(2, "little")


def expanded(data: bytes, huge: bytes) -> bytes:
    """The list, or the one in the Data stream that stands for it where it was too long for its page (2.6.2)."""
    if not data or not (_HUGE in data or _HUGE_OLD in data):
        return data
    for code, operand in operations(data):
        if code in (Sprm.P_HUGE, Sprm.P_HUGE_OLD):
            at = u32(operand, 0)
            return huge[at + 2 : at + 2 + u16(huge, at)]
    return data


def _tabs(data: bytes, at: int) -> int:
    """The size of a list of tabs that is too long for one byte to count."""
    deleted = data[at] if at < len(data) else 0
    added_at = at + 1 + 4 * deleted
    added = data[added_at] if added_at < len(data) else 0
    return 2 + 4 * deleted + 3 * added
