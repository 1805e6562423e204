"""What each control word does (RTF Specification 1.9.1). Words that stand in no table here change only how text looks."""

from __future__ import annotations

from extractors.formats.richtext.codepages import Font
from extractors.formats.richtext.groups import GROUPS, STARRED
from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.rows import RowShape
from extractors.formats.richtext.sectionwords import SECTION_WORDS
from extractors.formats.richtext.sinks import skipped
from extractors.formats.richtext.state import USUAL_SIZE, Sink, State

_CHARACTERS = {
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "tab": "\t", "line": "\n", "lbr": "\n",
}  # fmt: skip


def destination(name: str) -> Word | None:
    """What an optional group (`{\\*\\name`) is to us: nothing, unless we know that it holds text."""
    return None if name in STARRED else skipped


def _character(text: str) -> Word:
    return lambda reader, _: reader.put(text)


def _flag(name: str) -> Word:
    """Switches a property of the group on, or off with the parameter 0."""

    def switch(reader: Reader, number: int | None) -> None:
        setattr(reader.state, name, number != 0)

    return switch


def _off(name: str) -> Word:
    return lambda reader, _: setattr(reader.state, name, False)


def _number(name: str, default: int = 0) -> Word:
    def keep(reader: Reader, number: int | None) -> None:
        setattr(reader.state, name, default if number is None else number)

    return keep


def _aligned(way: int) -> Word:
    def align(reader: Reader, _: int | None) -> None:
        reader.state.align = way

    return align


def _script(far: bool) -> Word:
    def choose(reader: Reader, _: int | None) -> None:
        reader.state.far = far

    return choose


def _font(reader: Reader, number: int | None) -> None:
    """The font of the text, or the one that the font table says next; Word says some twice."""
    reader.state.font = number or 0
    if reader.state.sink is Sink.FONTS:
        reader.fonts[reader.state.font] = Font()


def _associated_bold(reader: Reader, number: int | None) -> None:
    if reader.state.far:
        reader.state.bold = number != 0


def _associated_size(reader: Reader, number: int | None) -> None:
    if reader.state.far and number:
        reader.state.size = number


def _list(reader: Reader, number: int | None) -> None:
    """The list of a paragraph, or the number that a list override gets."""
    if reader.state.sink is Sink.OVERRIDES:
        reader.lists.end_override(number or 0)
    else:
        reader.state.list = number or 0


def _plain(reader: Reader, _: int | None) -> None:
    reader.state.plain(reader.default_font)


def _pard(reader: Reader, _: int | None) -> None:
    reader.state.new_paragraph()


def _par(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.end_paragraph()


def _sect(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.end_section()


def _page(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT and reader.state.story.begun:
        reader.put("\n")


def _unicode(reader: Reader, number: int | None) -> None:
    reader.unicode(number or 0)


def _bin(reader: Reader, number: int | None) -> None:
    data = reader.tokens.skip_binary(number or 0)
    if reader.state.sink is Sink.PICTURE:
        reader.picture.raw = data


def _default_font(reader: Reader, number: int | None) -> None:
    reader.default_font = reader.state.font = number or 0


def _cell(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.end_cell(1)


def _nested_cell(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.end_cell(max(2, reader.state.table_depth))


def _row(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.end_row(1)


def _nested_row(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.end_row(max(2, reader.state.table_depth))


def _new_row(reader: Reader, _: int | None) -> None:
    if reader.state.inner_rows:
        reader.state.story.inner_shape = RowShape()
    else:
        reader.state.story.shape = RowShape()


def _shape(state: State) -> RowShape:
    return state.story.inner_shape if state.inner_rows else state.story.shape


def _left(reader: Reader, number: int | None) -> None:
    _shape(reader.state).left = number or 0


def _height(reader: Reader, number: int | None) -> None:
    _shape(reader.state).height = number or 0


def _edge(reader: Reader, number: int | None) -> None:
    _shape(reader.state).add(number or 0)


def _merged(name: str) -> Word:
    def note(reader: Reader, _: int | None) -> None:
        _shape(reader.state).merging.add(name)

    return note


def _bordered(count: int) -> Word:
    def note(reader: Reader, _: int | None) -> None:
        shape = _shape(reader.state)
        shape.bordered = max(0, shape.bordered + count)

    return note


_BORDERS = [f"{whose}brdr{side}" for whose in ("cl", "tr") for side in "tlbr"]

WORDS: dict[str, Word] = {
    **{name: _character(text) for name, text in _CHARACTERS.items()},
    **{name: _aligned(way) for way, name in enumerate(("ql", "qc", "qr", "qj", "qd"))},
    **{name: _script(name == "dbch") for name in ("dbch", "loch", "hich", "rtlch", "ltrch")},
    **{name: _merged(name) for name in ("clmgf", "clmrg", "clvmgf", "clvmrg")},
    "v": _flag("hidden"), "deleted": _flag("deleted"), "mvf": _flag("deleted"), "b": _flag("bold"),
    "i": _flag("italic"), "ul": _flag("underline"), "ulnone": _off("underline"), "fs": _number("size", USUAL_SIZE),
    "ab": _associated_bold, "afs": _associated_size, "intbl": _flag("in_table"), "itap": _number("depth"), "ls": _list,
    "ilvl": _number("level"), "uc": _number("skip", 1), "f": _font, "plain": _plain, "pard": _pard, "par": _par,
    "sect": _sect, "page": _page, "column": _page, "u": _unicode, "bin": _bin, "deff": _default_font,
    "cell": _cell, "nestcell": _nested_cell, "row": _row,
    "nestrow": _nested_row, "trowd": _new_row, "trleft": _left, "trrh": _height, "cellx": _edge,
    **{name: _bordered(1) for name in _BORDERS}, "brdrnone": _bordered(-1), "brdrnil": _bordered(-1),
    **GROUPS,
    **SECTION_WORDS,
}  # fmt: skip
