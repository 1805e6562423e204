"""Fields of RTF: what they show; the instruction is no text."""

from __future__ import annotations

from functools import partial

from extractors.formats.ooxml.instructions import shown_by
from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.sinks import into
from extractors.formats.richtext.state import Field, Sink

_CHECK_BOX, _DROP_DOWN, _UNDEFINED = 1, 2, 25
_MOST_ENTRIES = 100


def _field(reader: Reader, _: int | None) -> None:
    state = reader.state
    inner = Field(state.field)
    state.at_end(partial(_end_field, reader, inner))
    state.field = inner


def _end_field(reader: Reader, field: Field) -> None:
    """Show what a field shows that has no text for a result."""
    if not field.shown:
        reader.put(_shown(field))
    if field.shown and field.outer is not None:
        field.outer.shown = True


def _shown(field: Field) -> str:
    chosen = field.default if field.result in (-1, _UNDEFINED) else field.result
    if field.kind == _CHECK_BOX:
        return "☑" if chosen == 1 else "☐"
    if field.kind == _DROP_DOWN and 0 <= chosen < len(field.entries):
        return field.entries[chosen]
    return shown_by(field.instruction)


def _form_field(name: str) -> Word:
    def note(reader: Reader, number: int | None) -> None:
        if reader.state.field is not None:
            setattr(reader.state.field, name, number or 0)

    return note


def _entry(reader: Reader, _: int | None) -> None:
    field = reader.state.field
    if field is not None and len(field.entries) < _MOST_ENTRIES:
        field.entries += ("",)
        reader.state.sink = Sink.ENTRY


FIELD_WORDS: dict[str, Word] = {
    "field": _field, "fldinst": into(Sink.INSTRUCTION), "formfield": into(Sink.QUIET), "fftype": _form_field("kind"),
    "ffres": _form_field("result"), "ffdefres": _form_field("default"), "ffl": _entry,
}  # fmt: skip
