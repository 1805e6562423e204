"""What the groups of an RTF file are: fonts, notes, shapes, pictures, and what is passed over."""

from __future__ import annotations

from extractors.formats.richtext.codepages import Font
from extractors.formats.richtext.fieldwords import FIELD_WORDS
from extractors.formats.richtext.listwords import LIST_WORDS
from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.sinks import into, skipped
from extractors.formats.richtext.state import Sink
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


def _side_story(name: str, place: Place) -> Word:
    """A header, footer or note; in a header a note is part of it."""

    def begin(reader: Reader, _: int | None) -> None:
        state = reader.state
        if state.sink is not Sink.TEXT:
            return
        ordinal, reader.ordinal = reader.ordinal, None
        gone = state.hidden or state.deleted
        state.story, state.field = Story(place, reader.numbers), None
        state.plain(reader.default_font)
        state.new_paragraph()

        def end() -> None:
            blocks = reader.finish()
            reader.ordinal = ordinal
            if place is Place.FOOTNOTE:
                reader.notes += [] if gone else blocks
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
    gone = state.hidden or state.deleted
    state.plain(reader.default_font)
    state.new_paragraph()

    def end() -> None:
        blocks = reader.finish()
        reader.ordinal = ordinal
        if not gone:
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


GROUPS: dict[str, Word] = {
    **dict.fromkeys(_SKIPPED, skipped),
    **{name: _side_story(name, Place.HEADER) for name in ("header", "headerl", "headerr", "headerf")},
    **{name: _side_story(name, Place.FOOTER) for name in ("footer", "footerl", "footerr", "footerf")},
    "footnote": _side_story("footnote", Place.FOOTNOTE), "fonttbl": into(Sink.FONTS), "fcharset": _charset,
    "cpg": _code_page, "listtext": _ordinal, "pntext": _ordinal, "upr": _either, "ud": _unicode_text,
    "shptxt": _box, "dptxbxtext": _box, "sp": into(Sink.QUIET), "pict": _picture, "picwgoal": _size(0),
    "pichgoal": _size(1), "nesttableprops": _inner_rows,
    **FIELD_WORDS,
    **LIST_WORDS,
}  # fmt: skip
