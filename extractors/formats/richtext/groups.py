"""What the groups of an RTF file are: fonts, lists, fields, notes, shapes, pictures, and what is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from extractors.formats.ooxml.symbols import symbol
from extractors.formats.richtext.codepages import Font
from extractors.formats.richtext.lists import Lists
from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.state import Field, Sink
from extractors.formats.richtext.story import Story
from extractors.model import Picture, Place

STARRED = frozenset({"shpinst", "shppict", "do", "moMath", "moMathPara", "ftnalt"})
"""Optional groups that hold what is shown and need nothing done at their beginning."""

_SKIPPED = (
    "info", "colortbl", "stylesheet", "filetbl", "nonshppict", "nonesttables", "shprslt", "xe", "tc", "tcn", "rxe",
    "txe", "objdata", "objclass", "objname", "bkmkstart", "bkmkend", "revtbl", "template", "private", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "annotation", "atnid", "atnauthor", "atrfstart", "atrfend",
    "atntime", "atndate", "atnref", "atnicn", "atnparent", "pn", "pnseclvl", "listname", "listpicture", "listtemplate",
    "generator", "falt", "fontemb", "panose", "background", "mmathPict", "mctrlPr", "picprop",
)  # fmt: skip
_SYMBOL = re.compile(r"\s*SYMBOL\s+(0[xX][0-9a-fA-F]{1,6}|[1-9]\d{0,6})\b")
_FONT = re.compile(r'\\f\s*"?([^"\\]*[^"\\\s])')
_CHECK_BOX, _DROP_DOWN, _UNDEFINED = 1, 2, 25


def skipped(reader: Reader, _: int | None) -> None:
    """The group holds nothing that is shown."""
    reader.state.sink = Sink.QUIET
    reader.tokens.skip_group()


def _into(sink: Sink) -> Word:
    def turn(reader: Reader, _: int | None) -> None:
        if reader.state.sink is not Sink.QUIET:
            reader.state.sink = sink

    return turn


def _either(reader: Reader, _: int | None) -> None:
    """`\\upr`: the same text twice, the second time (`\\ud`) in Unicode."""
    reader.state.outer, reader.state.sink = reader.state.sink, Sink.QUIET


def _unicode_text(reader: Reader, _: int | None) -> None:
    reader.state.sink = reader.state.outer


def _charset(reader: Reader, number: int | None) -> None:
    if reader.state.sink is Sink.FONTS:
        reader.fonts.setdefault(reader.state.font, Font()).charset = number or 0


def _code_page(reader: Reader, number: int | None) -> None:
    if reader.state.sink is Sink.FONTS:
        reader.fonts.setdefault(reader.state.font, Font()).page = number or 0


def _ordinal(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.TEXT:
        reader.state.sink = Sink.ORDINAL
        reader.ordinal = ""


def _field(reader: Reader, _: int | None) -> None:
    state = reader.state
    state.field = Field(state.field)
    state.closing = partial(_end_field, reader, state.field)


def _end_field(reader: Reader, field: Field) -> None:
    """Show what a field shows that has no text for a result."""
    if not field.shown:
        reader.put(_shown(field))
    if field.shown and field.outer is not None:
        field.outer.shown = True


def _shown(field: Field) -> str:
    sign = _SYMBOL.match(field.instruction)
    if sign:
        code = int(sign[1], 0)
        font = _FONT.search(field.instruction)
        return symbol(font[1] if font else "", f"{0xF000 + code if 0x20 < code < 0x100 else code:X}")
    chosen = field.default if field.result in (-1, _UNDEFINED) else field.result
    if field.kind == _CHECK_BOX:
        return "☑" if chosen == 1 else "☐"
    if field.kind == _DROP_DOWN and 0 <= chosen < len(field.entries):
        return field.entries[chosen]
    return ""


def _form_field(name: str) -> Word:
    def note(reader: Reader, number: int | None) -> None:
        if reader.state.field is not None:
            setattr(reader.state.field, name, number or 0)

    return note


def _entry(reader: Reader, _: int | None) -> None:
    field = reader.state.field
    if field is not None and len(field.entries) < 100:
        field.entries += ("",)
        reader.state.sink = Sink.ENTRY


def _side_story(name: str, place: Place) -> Word:
    """A header, footer or note; in a header a note is part of it."""

    def begin(reader: Reader, _: int | None) -> None:
        state = reader.state
        if state.sink is not Sink.TEXT:
            return
        ordinal, reader.ordinal = reader.ordinal, None
        state.story, state.field = Story(place, reader.numbers), None
        state.plain(reader.default_font)
        state.new_paragraph()

        def end() -> None:
            blocks = reader.finish()
            reader.ordinal = ordinal
            if place is Place.FOOTNOTE:
                reader.notes += blocks
            else:
                reader.margins.append((name, blocks))

        state.closing = end

    return begin


def _box(reader: Reader, _: int | None) -> None:
    """The text of a shape, behind the paragraph that it hangs on."""
    state = reader.state
    if state.sink not in (Sink.TEXT, Sink.QUIET):
        return
    home, ordinal, reader.ordinal = state.story, reader.ordinal, None
    place = Place.TEXT_BOX if home.place is Place.BODY else home.place
    state.sink, state.story, state.field = Sink.TEXT, Story(place, reader.numbers), None
    hidden, deleted = state.hidden, state.deleted
    state.plain(reader.default_font)
    state.new_paragraph()

    def end() -> None:
        blocks = reader.finish()
        reader.ordinal = ordinal
        if not (hidden or deleted):
            home.add_box(blocks)

    state.closing = end


def _picture(reader: Reader, _: int | None) -> None:
    state = reader.state
    state.sink = Sink.QUIET
    reader.picture = [0, 0]

    def end() -> None:
        width, height = (max(0, size) / 20 for size in reader.picture)
        if not state.deleted and not state.hidden:
            reader.pictures.append(Picture(f"pict{len(reader.pictures) + 1}", width, height))

    state.closing = end


def _size(index: int) -> Word:
    def note(reader: Reader, number: int | None) -> None:
        reader.picture[index] = number or 0

    return note


def _inner_rows(reader: Reader, _: int | None) -> None:
    reader.state.inner_rows = True


def _list_word(act: Callable[[Lists, int], None], *sinks: Sink) -> Word:
    """A word of the list tables; elsewhere it means nothing."""

    def note(reader: Reader, number: int | None) -> None:
        if reader.state.sink in sinks:
            act(reader.lists, number or 0)

    return note


def _level_text(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.LISTS:
        reader.state.sink = Sink.LEVEL_TEXT


_LIST_WORDS: dict[str, Word] = {
    "listtable": _into(Sink.LISTS), "listoverridetable": _into(Sink.OVERRIDES), "leveltext": _level_text,
    "levelnumbers": skipped,
    "list": _list_word(Lists.begin_list, Sink.LISTS), "listlevel": _list_word(Lists.begin_level, Sink.LISTS),
    "levelnfc": _list_word(Lists.set_format, Sink.LISTS), "levelfollow": _list_word(Lists.set_follow, Sink.LISTS),
    "levelstartat": _list_word(Lists.set_start, Sink.LISTS, Sink.OVERRIDES),
    "listid": _list_word(Lists.end_list, Sink.LISTS, Sink.OVERRIDES),
    "listoverride": _list_word(Lists.begin_override, Sink.OVERRIDES),
    "lfolevel": _list_word(Lists.override_level, Sink.OVERRIDES),
}  # fmt: skip

GROUPS: dict[str, Word] = {
    **dict.fromkeys(_SKIPPED, skipped),
    **{name: _side_story(name, Place.HEADER) for name in ("header", "headerl", "headerr", "headerf")},
    **{name: _side_story(name, Place.FOOTER) for name in ("footer", "footerl", "footerr", "footerf")},
    "footnote": _side_story("footnote", Place.FOOTNOTE), "fonttbl": _into(Sink.FONTS), "fcharset": _charset,
    "cpg": _code_page, "listtext": _ordinal, "pntext": _ordinal, "upr": _either, "ud": _unicode_text,
    "field": _field, "fldinst": _into(Sink.INSTRUCTION), "fftype": _form_field("kind"),
    "ffres": _form_field("result"), "ffdefres": _form_field("default"), "ffl": _entry, "formfield": _into(Sink.QUIET),
    "shptxt": _box, "dptxbxtext": _box, "sp": _into(Sink.QUIET), "pict": _picture, "picwgoal": _size(0),
    "pichgoal": _size(1), "nesttableprops": _inner_rows,
    **_LIST_WORDS,
}  # fmt: skip
