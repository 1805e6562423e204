"""Cutting passages at the ends of sentences and clauses, outside brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Passage

_OPENING, _CLOSING = "（(“‘《【「[", "）)”’》】」]"
_MARKS = re.compile(r"[（(“‘《【「\[）)”’》】」\]。！!？?；;、，,\n]")


def spans(text: str, stops: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` of each part that ends with one of `stops` (the stop included) outside brackets and quotes."""
    depth = start = 0
    for match in _MARKS.finditer(text):
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
