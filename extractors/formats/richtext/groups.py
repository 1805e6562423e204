"""What the groups of an RTF file are: fonts, notes, shapes, pictures, and what is passed over."""

from __future__ import annotations

from collections.abc import Callable

from extractors.formats.msword.layout import Node, Run
from extractors.formats.msword.properties import PLAIN_CHARACTERS
from extractors.formats.richtext.codepages import Font
from extractors.formats.richtext.fieldwords import FIELD_WORDS
from extractors.formats.richtext.listwords import LIST_WORDS
from extractors.formats.richtext.pictures import SIZES, PictureDraft
from extractors.formats.richtext.pictures import WORDS as PICTURES
from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.sinks import into, skipped
from extractors.formats.richtext.state import Sink
from extractors.formats.richtext.story import Story
from extractors.model import Place

STARRED = frozenset({"shpinst", "shppict", "do", "moMath", "moMathPara"})
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


def _margin(name: str, place: Place) -> Word:
    """A header or footer of the section."""

    def begin(reader: Reader, _: int | None) -> None:
        if reader.state.sink is Sink.TEXT:
            _open(reader, place, lambda nodes: reader.sections.margin(name, nodes))

    return begin


def _note(reader: Reader, _: int | None) -> None:
    """A footnote or endnote, to which the text refers. In a header or another note it is part of that."""
    state = reader.state
    if state.sink is not Sink.TEXT:
        return
    home, gone, reader.endnote = state.story, state.hidden or state.deleted, False

    def end(nodes: list[Node]) -> None:
        if gone:
            return
        if home.place is not Place.BODY:
            home.add_box(nodes)
            return
        number = len(reader.footnotes) + len(reader.endnotes)
        (reader.endnotes if reader.endnote else reader.footnotes)[number] = nodes
        home.add_run(Run("", PLAIN_CHARACTERS, note=number))

    _open(reader, Place.FOOTNOTE, end)


def _endnote(reader: Reader, _: int | None) -> None:
    reader.endnote = True


def _box(reader: Reader, _: int | None) -> None:
    """The text of a shape, behind the paragraph that it hangs on."""
    state = reader.state
    if state.sink not in (Sink.TEXT, Sink.QUIET, Sink.PICTURE):
        return
    home, gone = state.story, state.hidden or state.deleted
    state.sink = Sink.TEXT
    _open(reader, home.place, lambda nodes: None if gone else home.add_box(nodes))


def _open(reader: Reader, place: Place, end: Callable[[list[Node]], None]) -> None:
    """Let this group have a story of its own; `end` gets what it holds."""
    state = reader.state
    ordinal, reader.ordinal = reader.ordinal, None

    def finish() -> None:
        nodes = reader.finish()
        reader.ordinal = ordinal
        end(nodes)

    state.at_end(finish)
    state.story, state.field = Story(place), None
    state.plain(reader.default_font)
    state.new_paragraph()


def _picture(reader: Reader, _: int | None) -> None:
    state = reader.state
    hidden = state.deleted or state.hidden
    reader.picture = PictureDraft()

    def end() -> None:
        if not hidden:
            reader.images.append(reader.picture.image(f"pict{len(reader.images) + 1}"))
            state.story.add_run(Run("", PLAIN_CHARACTERS, reader.images[-1]))

    state.at_end(end)
    state.sink = Sink.PICTURE if reader.with_pictures else Sink.QUIET


def _size(name: str) -> Word:
    def note(reader: Reader, number: int | None) -> None:
        reader.picture.sizes[name] = number or 0

    return note


def _kind(name: str) -> Word:
    def note(reader: Reader, _: int | None) -> None:
        reader.picture.kind = name

    return note


def _inner_rows(reader: Reader, _: int | None) -> None:
    reader.state.inner_rows = True


GROUPS: dict[str, Word] = {
    **dict.fromkeys(_SKIPPED, skipped),
    **{name: _margin(name, Place.HEADER) for name in ("header", "headerl", "headerr", "headerf")},
    **{name: _margin(name, Place.FOOTER) for name in ("footer", "footerl", "footerr", "footerf")},
    **{name: _size(name) for name in SIZES},
    **{name: _kind(name) for name in PICTURES},
    "footnote": _note, "ftnalt": _endnote, "fonttbl": into(Sink.FONTS), "fcharset": _charset,
    "cpg": _code_page, "listtext": _ordinal, "pntext": _ordinal, "upr": _either, "ud": _unicode_text,
    "shptxt": _box, "dptxbxtext": _box, "sp": into(Sink.QUIET), "pict": _picture, "nesttableprops": _inner_rows,
    **FIELD_WORDS,
    **LIST_WORDS,
}  # fmt: skip
