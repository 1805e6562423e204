"""Blanks that mean nothing.

A blank means something in Chinese only between two Latin words or two numbers, before a label or an ordinal in the midst of a line,
between the names of people, and where it is a gap. Of line ends see `line_ends`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.signs import TYPED
from extractors.language.typed.offsets import Edit
from extractors.model import CommitmentItem

_HAN = "\u3400-\u9fff"
BLANKS = TYPED.gate("[ \\t\\r\\x0b\\x0c\\x1c-\\x1f\\x85\\xa0\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+")
"""All blanks but line ends, and signs without width."""
_WORD = re.compile(r"[^\W_]|\.")
_WIDEST = 2
"""A wider gap between Chinese characters, in half-width blanks, is no slip: something was to be filled in, or two things set apart."""
_LABEL_BEHIND = re.compile(f"[{_HAN}][{_HAN}\\s]{{1,8}}[:：]")
_LABEL_INSIDE = re.compile(f"(?:^|[\n。；;，,、（(：:])[{_HAN}]{{1,2}}$")
_ORDINAL_BEHIND = re.compile(r"\d{1,2}[.．、)）](?!\d)|[一二三四五六七八九十]{1,2}[、.．]")
_PEOPLE = re.compile(
    "(?:[人导位门]\\s*[:：]|责任(?:人|单位|部门)[为是])[^。；;\n]*$"
    f"|(?:由|责任人?|负责人?|牵头人?|联系人|承办人?|落实人?)(?:[{_HAN}]{{2,4}}[\\s、，]+)*[{_HAN}]{{2,4}}$"
)
_NEAR = 60
"""So far before a blank it is looked for what says that names stand here."""


def blanks(item: CommitmentItem) -> Iterator[Edit]:
    """Take out those that mean nothing; where a column names who is responsible, all of them may part names."""
    text, people = item.text, item.columns.get("responsible", ()) if item.columns else ()
    for blank in BLANKS.finditer(text):
        start, end = blank.span()
        named = any(span.start < start and end < span.end for span in people)
        if not named and _means_nothing(text, start, end):
            yield Edit(start, end)


def _means_nothing(text: str, start: int, end: int) -> bool:
    """Whether a blank could as well be missing."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if not (_WORD.match(left) and _WORD.match(right)):
        return True
    if left.isascii() and right.isascii():
        return left.isdigit() and right.isalpha()
    if _ORDINAL_BEHIND.match(text, end):
        return False
    if left.isdigit() or right.isdigit() or left.isascii() or right.isascii():
        return True
    if _LABEL_INSIDE.search(text, max(0, start - 3), start) and _LABEL_BEHIND.match(text, start - 1):
        return True
    wide = sum([2 if sign == "\u3000" else 1 for sign in text[start:end]])
    return wide <= _WIDEST and not _LABEL_BEHIND.match(text, end) and not _PEOPLE.search(text, max(0, start - _NEAR), start)
