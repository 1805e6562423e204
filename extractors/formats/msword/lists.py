"""Automatic numbering: list definitions and overrides as the levels that both Word readers count with ([MS-DOC] 2.9.131, 2.9.146)."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from extractors.formats.msword.binary import i32, u16, u32
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.ooxml.numbering import Level, Num

_HEADER, _LEVEL, _OVERRIDE = 28, 28, 16
_SIMPLE, _LEGAL, _NO_RESTART, _HAS_START, _HAS_LEVEL = 0x01, 0x04, 0x08, 0x10, 0x20
_MOST = 4000
"""Lists. A broken file may claim billions."""
_LONGEST = 255
"""Characters of what a level prints; Word itself takes far fewer."""
_FOLLOW = {0: "tab", 1: "space"}
_STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    32: "ideographZodiacTraditional", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 57: "numberInDash", 255: "none",
}  # fmt: skip
"""Number formats ([MS-OSHARED] 2.2.1.3) by their names in newer files; the others count in decimals."""


class Lists:
    """The lists by the number that a paragraph gives (from 1), read when first asked for: most forms show none. Where they
    are broken, there are none, and a sentence is added to `warnings`."""

    def __init__(self, fib: Fib, warnings: list[str]) -> None:
        self._fib = fib
        self._warnings = warnings
        self._read: Mapping[int, Num] | None = None

    def get(self, number: int) -> Num | None:
        """The list of that number, None where the file has none."""
        if number == 0:
            return None
        if self._read is None:
            self._read = self._all()
        return self._read.get(number)

    def _all(self) -> Mapping[int, Num]:
        if not self._fib.claims(Part.LISTS):
            return {}
        try:
            return _read(self._fib)
        except (IndexError, ValueError, struct.error):
            self._warnings.append("文件的编号定义已损坏，自动编号可能缺失。")
            return {}


def _read(fib: Fib) -> Mapping[int, Num]:
    """The lists by number; what is cut off is left out."""
    definitions = _definitions(fib)
    data = fib.part(Part.LIST_OVERRIDES)
    count = min(u32(data, 0), _MOST, max(len(data) - 4, 0) // _OVERRIDE)
    at = 4 + count * _OVERRIDE
    found: dict[int, Num] = {}
    for number in range(1, count + 1):
        entry = 4 + (number - 1) * _OVERRIDE
        levels = list(definitions.get(i32(data, entry), ()))
        starts, at = _overrides(data, at + 4, data[entry + 12], levels)
        if levels:
            found[number] = Num(str(i32(data, entry)), tuple(levels), starts)
    return found


def _definitions(fib: Fib) -> Mapping[int, tuple[Level, ...]]:
    """The levels of each list by its id. They follow the list headers and are not counted in their length (2.9.132)."""
    offset, length = fib.place(Part.LISTS)
    data = fib.table[offset:]
    count = min(u16(data, 0), _MOST, max(length - 2, 0) // _HEADER)
    at = length
    found: dict[int, tuple[Level, ...]] = {}
    for number in range(count):
        entry = 2 + number * _HEADER
        levels: list[Level] = []
        for _ in range(1 if data[entry + 26] & _SIMPLE else 9):
            level, at = _level(data, at)
            levels.append(level)
        found[i32(data, entry)] = tuple(levels)
    return found


def _overrides(data: bytes, at: int, count: int, levels: list[Level]) -> tuple[dict[int, int], int]:
    """Levels that begin anew with this list, by level, and where the next override begins; replaces changed levels."""
    starts: dict[int, int] = {}
    for _ in range(count):
        start, flags = i32(data, at), u32(data, at + 4)
        at += 8
        number = flags & 0xF
        if flags & _HAS_LEVEL:
            level, at = _level(data, at)
            if number < len(levels):
                levels[number] = level
                if flags & _HAS_START:
                    starts[number] = level.start
        elif flags & _HAS_START:
            starts[number] = _sane(start)
    return starts, at


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """The level that begins there, and where it ends."""
    entry = data[at : at + _LEVEL].ljust(_LEVEL, b"\0")
    flags = entry[5]
    text_at = at + _LEVEL + entry[24] + entry[25]
    size = u16(data, text_at)
    raw = data[text_at + 2 : text_at + 2 + 2 * size].decode("utf-16-le", "replace")
    if size > _LONGEST:
        raise ValueError("no level of a list: its text is too long")
    text = "".join(f"%{ord(c) + 1}" if ord(c) < 9 else c for c in raw if " " <= c < "\ufffe" or ord(c) < 9)
    level = Level(
        start=_sane(i32(entry, 0)),
        style=_STYLES.get(entry[4], "decimal"),
        text=text,
        legal=bool(flags & _LEGAL),
        suffix=_FOLLOW.get(entry[15], "nothing"),
        restart=entry[26] if flags & _NO_RESTART else None,
    )
    return level, text_at + 2 + 2 * size


def _sane(start: int) -> int:
    return start if 0 <= start < 0x8000 else 1
