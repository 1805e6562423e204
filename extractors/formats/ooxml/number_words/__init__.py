"""Counters in words (`ordinal`, `cardinalText`, `ordinalText`) in the language that the file is written in; English where it is
another one than those here: Chinese lists never use them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from extractors.formats.ooxml.number_words import english, french, russian


class Words(NamedTuple):
    """How a language counts: 21, 21st in words, 21st in digits; each gives "" where it cannot."""

    cardinal: Callable[[int], str]
    nth: Callable[[int], str]
    short: Callable[[int], str]


_ENGLISH = Words(english.cardinal, english.nth, english.short)
_LANGUAGES = {
    "fr": Words(french.cardinal, french.nth, french.short),
    "ru": Words(russian.cardinal, russian.nth, russian.short),
}


def words_of(language: str) -> Words:
    """The words of a language as files name it (fr-FR)."""
    return _LANGUAGES.get(language[:2].lower(), _ENGLISH)
