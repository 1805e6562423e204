"""Whether a line broke off because what follows it had no room left."""

from __future__ import annotations

import re

from extractors.formats.pdfpage.letters import NO_END, NO_START, ORDINAL, TERMINAL, WIDE
from extractors.formats.pdfpage.lines import Line

_LATIN = re.compile("[0-9A-Za-z]+")
_HELD = NO_START | {"“", "‘"}


def runs_on(last: Line, first: Line, end: float, slack: float) -> bool:
    """Whether a sentence that a line leaves open goes on in the `first` line of the next column or page: up to `end` was no room for its first
    word, give or take `slack` ems."""
    full = end - last.x1 < first_word(first) + slack * last.em
    return full and last.text[-1] not in TERMINAL and not ORDINAL.match(first.text)


def first_word(line: Line) -> float:
    """The width of what cannot be parted at the beginning of a line: a character with the marks that must follow it,
    or a whole word. Unicode's line breaking lets quotation marks hold on to what stands on either side, LibreOffice a mark on to
    the number behind it (杆，2011年)."""
    text = line.text
    end = 1
    if WIDE <= text[0] not in NO_END and text[1:2] not in _HELD:
        return line.xs[1] - line.xs[0]
    while end < len(text) and text[end - 1] in NO_END:
        end += 1
    while text[end - 1] == "_" == text[end : end + 1]:
        end += 1
    if text[end - 1] < WIDE and text[end - 1].isalnum():
        while end < len(text) and text[end] < "\u2018" and not text[end].isspace():
            end += 1
    while end < len(text) and text[end] in NO_START:
        end += 1
    if text[end - 1] in "”’" and end < len(text):
        end += 1
    if WIDE <= text[end - 1] in NO_START and (word := _LATIN.match(text, end)):
        end = word.end()
    if text[end : end + 1] in ("“", "‘") and end + 1 < len(text):
        end += 2
    return line.xs[end] - line.xs[0]
