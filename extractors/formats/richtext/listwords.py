"""The words of the list tables of RTF."""

from __future__ import annotations

from collections.abc import Callable

from extractors.formats.richtext.lists import Lists
from extractors.formats.richtext.reader import Reader, Word
from extractors.formats.richtext.sinks import into, skipped
from extractors.formats.richtext.state import Sink


def _list_word(act: Callable[[Lists, int], None], *sinks: Sink) -> Word:
    """A word of the list tables; elsewhere it means nothing."""

    def note(reader: Reader, number: int | None) -> None:
        if reader.state.sink in sinks:
            act(reader.lists, number or 0)

    return note


def _level_text(reader: Reader, _: int | None) -> None:
    if reader.state.sink is Sink.LISTS:
        reader.state.sink = Sink.LEVEL_TEXT


LIST_WORDS: dict[str, Word] = {
    "listtable": into(Sink.LISTS), "listoverridetable": into(Sink.OVERRIDES), "leveltext": _level_text,
    "levelnumbers": skipped,
    "list": _list_word(Lists.begin_list, Sink.LISTS), "listlevel": _list_word(Lists.begin_level, Sink.LISTS),
    "levelnfc": _list_word(Lists.set_format, Sink.LISTS), "levelfollow": _list_word(Lists.set_follow, Sink.LISTS),
    "levelstartat": _list_word(Lists.set_start, Sink.LISTS, Sink.OVERRIDES),
    "listid": _list_word(Lists.end_list, Sink.LISTS, Sink.OVERRIDES),
    "listoverride": _list_word(Lists.begin_override, Sink.OVERRIDES),
    "lfolevel": _list_word(Lists.override_level, Sink.OVERRIDES),
}  # fmt: skip
