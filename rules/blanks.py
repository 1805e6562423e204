"""What a template asked to be filled in and nobody did, by the pack's patterns (F07)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from extractors.model.document import paragraphs
from rules.facts import FormFacts

_WRITTEN = re.compile(r"[_＿]+(?![名户人次个项件条篇场年月日号天周元万])[^_＿\s，。；：、,;:]{1,20}[_＿]+")
"""Words on a printed line: a line on either side of them, and no counting word as behind a blank (为____名学生…____次)."""


def blanks(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The placeholders of one kind in a text; a line that was written on is none."""
    written: list[tuple[int, int]] | None = None
    for match in pattern.finditer(text):
        if written is None:
            written = [found.span() for found in _WRITTEN.finditer(text)]
        if not any(start <= match.start() and match.end() <= end for start, end in written):
            yield match


def has_blank(patterns: Sequence[re.Pattern[str]], text: str) -> bool:
    """Whether a placeholder of any kind is left in a text."""
    for pattern in patterns:  # noqa: SIM110  any() over a generator takes three times as long where nothing is found
        if pattern.search(text) and next(blanks(pattern, text), None) is not None:
            return True
    return False


_asked: list[Any] = [None, None, False]
"""The form and the patterns that were asked about last, and the answer."""


def left_anywhere(facts: FormFacts, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether a placeholder is left anywhere in a form's body and fields. Few forms have any: one look at everything spares
    one at each promise."""
    if _asked[0] is not facts or _asked[1] is not patterns:
        texts = [p.passage.text for p in paragraphs(facts.form.body)] or [item.text for item in facts.items]
        whole = "\n".join([*texts, *(f.text for f in facts.form.fields)])
        _asked[:] = facts, patterns, has_blank(patterns, whole)
    left: bool = _asked[2]
    return left
