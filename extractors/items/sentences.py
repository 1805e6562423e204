"""Cutting passages at the ends of sentences and clauses, outside brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.model import Passage

_OPENING, _CLOSING = "（(“‘《【「[", "）)”’》】」]"

# “（转下页）” says where the paper goes on, not what is promised.
_TURN = re.compile(
    r"(?:(?<=[。；;！!，,])|^|[（(【\[—…\s]+)(?:未完[，,、]?)?(?:请|后|下|以下|余)?(?:接|转|续|见|翻){1,2}(?:至|到|在|于)?\s*(?:[上下后]\s*一?页|[背反]面|续[页表]|第\s*\d{1,2}\s*页)[）)】\]。.\s]*$"
    r"|\s*[（(【\[](?:未完)?[，,]?(?:待续|未完|续[上下]?[页表]|[上下]页)[）)】\]][。.\s]*$"
)


def without_turn(passage: Passage) -> Passage:
    """The line without a note at its end that the text goes on elsewhere; one that is only such a note becomes empty."""
    end = passage.text[-12:]
    if "页" not in end and "面" not in end and "续" not in end:
        return passage
    found = _TURN.search(passage.text, max(0, len(passage.text) - 24))
    return passage.slice(0, found.start()) if found else passage


@cache
def _marks(stops: str) -> re.Pattern[str]:
    """What may end a part or keep a stop inside one: brackets, quotation marks, line breaks, and the stops."""
    return re.compile(f"[{re.escape(_OPENING + _CLOSING + stops)}\n]")


def spans(text: str, stops: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each part that ends with one of `stops` (the stop included) outside brackets and quotes."""
    depth = start = 0
    for match in _marks(stops).finditer(text):
        mark, end = match[0], match.end()
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
            if not depth and mark == "”" and end < len(text) and text[end - 2] in stops and text[end - 2] in "。！？；":
                yield start, end
                start = end
        elif mark in stops and (not depth or mark == "\n"):
            depth = 0
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def stripped(passage: Passage, start: int, end: int) -> Passage:
    """`[start, end)` without blanks at its ends, cut once."""
    text = passage.text[start:end]
    left = len(text) - len(text.lstrip())
    return passage.slice(start + left, max(start + left, start + len(text.rstrip())))


def parts(passage: Passage, stops: str) -> list[Passage]:
    """The same as stripped passages, empty ones left out."""
    found = (stripped(passage, a, b) for a, b in spans(passage.text, stops))
    return [p for p in found if p.text]


def trimmed(passage: Passage, marks: str) -> Passage:
    """Without blanks at the ends and without `marks` at the end."""
    text = passage.text.rstrip().rstrip(marks)
    return passage.slice(0, len(text)).strip()
