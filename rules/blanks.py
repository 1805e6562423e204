"""What a template asked to be filled in and nobody did, by the pack's patterns (F07)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from extractors.model.document import paragraphs
from extractors.surnames import COMPOUND, SURNAMES
from rules.facts import FormFacts

_LINE = re.compile(r"(?<![_＿])[_＿]+(?![名户人次个项件条篇场年月日号天周元万])[^_＿\s，。；：、,;:]{1,20}[_＿]+")
"""Words on a printed line: a line on either side of them, and no counting word as behind a blank (为____名学生…____次)."""
_END = re.compile(r"(?<=[^\s_＿：:，,、（(])[_＿][_＿\s]*[。；;.]?\s*$")
"""What is left of a line behind the words that were written on it."""
_HEAD = re.compile(r"^\s*[_＿]+(?=[^_＿]+[_＿]*\s*$)(?![^_＿]{0,3}(?:支部|总支|党委|委员会))")
"""What is left of it before them; before the end of a name that is printed (____学院党支部) the line is a blank."""
_OPENS_WORDS = "于向从万关方时成全安平能应双单相家通水文高边和对都"
_SURNAME = rf"(?:[{''.join(c for c in SURNAMES if c not in _OPENS_WORDS)}]|{COMPOUND})"
_HELPED = re.compile(
    rf"(?:(?<=、){_SURNAME}某某|{_SURNAME}(?:某某|[×✕╳✖xX＊*○〇◯]{{2}})(?=$|[、，,。；;（(）)\s的两等和与]|同[学志]|老[师人]|家|户|夫妇|[大阿][爷妈娘姨伯]))"
)
"""A surname with marks for the rest: somebody whose name is kept back, as what will be published should."""
LINE, FIELD, PROMISE = (_LINE,), (_LINE, _END, _HEAD), (_LINE, _END, _HELPED)
"""What keeps a placeholder from being one in a line of the body, in a field with a value, and in what was read as a promise."""


def blanks(pattern: re.Pattern[str], text: str, kept: Sequence[re.Pattern[str]] = LINE) -> Iterator[re.Match[str]]:
    """The placeholders of one kind in a text; a line that was written on is none (see `LINE`, `FIELD`, `PROMISE`)."""
    written: list[tuple[int, int]] | None = None
    for match in pattern.finditer(text):
        if written is None:
            written = sorted([found.span() for one in kept for found in one.finditer(text)])
        before = bisect_right(written, (match.start(), len(text)))
        if not any(match.end() <= end for _, end in written[max(0, before - len(kept)) : before]):
            yield match


def has_blank(patterns: Sequence[re.Pattern[str]], text: str, kept: Sequence[re.Pattern[str]] = LINE) -> bool:
    """Whether a placeholder of any kind is left in a text."""
    for pattern in patterns:  # noqa: SIM110  any() over a generator takes three times as long where nothing is found
        if pattern.search(text) and next(blanks(pattern, text, kept), None) is not None:
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
