"""What operations make of a paragraph and of characters, as far as it changes what a reader sees ([MS-DOC] 2.6)."""

from __future__ import annotations

from dataclasses import replace

from extractors.formats.msword.binary import i16, i32, u16, u32
from extractors.formats.msword.sprms import Sprm, operations
from extractors.model.value_class import value_class

_AS_STYLE, _UNLIKE_STYLE = 0x80, 0x81
_CENTERED, _RIGHT, _JUSTIFIED = 1, 2, 3
HIDDEN_LISTS = range(0xF801, 0x10000)
"""Numbers of lists that a paragraph belongs to without showing it (2.6.2, sprmPIlfo)."""


@value_class
class ParagraphProperties:
    """`depth` is the number of tables around the paragraph; `ends_cell` and `ends_row` hold for tables inside a cell,
    `ends_row` for the outer one too. `list` is 0 for none, `level` None where not given; `align` as in the file."""

    style: int = 0
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    align: int = 0
    list: int = 0
    level: int | None = None

    @property
    def centered(self) -> bool:
        return self.align == _CENTERED


@value_class
class CharacterProperties:
    """`size` in half points, 0 where not given; `font`, `font_east` and the symbol's font are numbers of the file's
    fonts, -1 for none; `symbol` is the symbol's code, 0 for none; `picture` an offset in the Data stream, -1 for none."""

    hidden: bool = False
    deleted: bool = False
    special: bool = False
    bold: bool = False
    italic: bool = False
    underline: bool = False
    data: bool = False
    size: int = 0
    font: int = -1
    font_east: int = -1
    symbol: int = 0
    symbol_font: int = -1
    picture: int = -1


PLAIN_PARAGRAPH = ParagraphProperties()
PLAIN_CHARACTERS = CharacterProperties()
_TOGGLES = {Sprm.C_BOLD: "bold", Sprm.C_ITALIC: "italic", Sprm.C_HIDDEN: "hidden"}
_FLAGS = {Sprm.C_DELETED: "deleted", Sprm.C_SPECIAL: "special", Sprm.C_FIELD_DATA: "data"}
_NUMBERS = {Sprm.C_SIZE: "size", Sprm.C_FONT: "font", Sprm.C_FONT_EAST: "font_east"}


def paragraph(base: ParagraphProperties, style: int, changes: bytes) -> ParagraphProperties:
    """The paragraph properties `base` (its style's) after the operations."""
    found: dict[str, int | bool | None] = {"style": style}
    inside, depth = False, 0
    for code, operand in operations(changes):
        if code == Sprm.P_IN_TABLE:
            inside = bool(operand[0])
        elif code == Sprm.P_DEPTH:
            depth = i32(operand, 0)
        elif code == Sprm.P_DEPTH_CHANGE:
            depth += i32(operand, 0)
        elif code in _PARAGRAPH:
            name, width = _PARAGRAPH[code]
            value = operand[0] if width == 1 else u16(operand, 0)
            found[name] = bool(value) if name.startswith("ends") else value
    found["depth"] = min(max(depth, 1), DEEPEST) if inside or depth > 0 else 0
    return replace(base, **found)  # type: ignore[arg-type]


DEEPEST = 60
"""Tables in tables: Word itself stops at about 30, a broken file may claim millions."""
_PARAGRAPH: dict[int, tuple[str, int]] = {
    Sprm.P_ROW_END: ("ends_row", 1),
    Sprm.P_INNER_ROW_END: ("ends_row", 1),
    Sprm.P_INNER_CELL: ("ends_cell", 1),
    Sprm.P_ALIGN_80: ("align", 1),
    Sprm.P_ALIGN: ("align", 1),
    Sprm.P_LEVEL: ("level", 1),
    Sprm.P_LIST: ("list", 2),
}


def characters(base: CharacterProperties, changes: bytes) -> CharacterProperties:
    """The character properties `base` (the styles') after the operations."""
    found: dict[str, int | bool] = {}
    for code, operand in operations(changes):
        if code in _TOGGLES:
            found[_TOGGLES[Sprm(code)]] = _toggled(operand[0], getattr(base, _TOGGLES[Sprm(code)]))
        elif code in _FLAGS:
            found[_FLAGS[Sprm(code)]] = bool(operand[0])
        elif code in _NUMBERS:
            found[_NUMBERS[Sprm(code)]] = i16(operand, 0)
        elif code == Sprm.C_UNDERLINE:
            found["underline"] = operand[0] != 0
        elif code == Sprm.C_PICTURE:
            found["picture"] = u32(operand, 0)
        elif code == Sprm.C_SYMBOL:
            found["symbol_font"], found["symbol"] = u16(operand, 0), u16(operand, 2)
        elif code == Sprm.C_PLAIN:
            found.clear()
    return replace(base, **found) if found else base  # type: ignore[arg-type]


def _toggled(value: int, lent: bool) -> bool:
    if value == _AS_STYLE:
        return lent
    return not lent if value == _UNLIKE_STYLE else bool(value)


def character_style(changes: bytes) -> int:
    """The number of the character style that the operations name, -1 for none."""
    return next((u16(operand, 0) for code, operand in operations(changes) if code == Sprm.C_STYLE), -1)
