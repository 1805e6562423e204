"""Where the text of a group goes: the words that all other words of groups are made with."""

from __future__ import annotations

from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.state import Sink


def skipped(reader: Reader, _: int | None) -> None:
    """The group holds nothing that is shown."""
    reader.state.sink = Sink.QUIET
    reader.tokens.skip_group()


def into(sink: Sink) -> Word:
    """A word whose group's text goes there."""

    def turn(reader: Reader, _: int | None) -> None:
        if reader.state.sink not in (Sink.QUIET, Sink.PICTURE):
            reader.state.sink = sink

    return turn
