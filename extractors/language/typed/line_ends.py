"""Line ends inside a sentence (Shift+Enter in the midst of it): the components see one line.

Line ends between paragraphs and cells stay, and so do those after which something new begins; only of lines that stand in one
paragraph of the file can it be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import rjieba

from extractors.language.signs import TYPED
from extractors.language.typed.offsets import Edit
from extractors.model import CommitmentItem, Passage, Piece

LINE_END = TYPED.gate("\n")
_WORD = re.compile(r"[^\W_]")
_OPEN, _CLOSING = frozenset("、“《（("), frozenset("、，。；：”》）),;:")
_BEGINS = re.compile(r"(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.．、]|[①-⑳●◆■★]|[一二三四五六七八九]是|第[一二三四五六七八九]|[\u3400-\u9fff][\u3400-\u9fff\s]{1,7}[:：])")
_STOPS = frozenset("。；;！!")
_NEAR = 6
"""So many characters on either side show whether a word goes on."""
_SEEN = 40
"""So much of the next line is looked at."""
_LINE = 8
"""A shorter line may be a heading of what is below."""
_FULL = 18
"""Of several shorter lines each may be a promise of its own."""


def inside_sentences(item: CommitmentItem) -> Iterator[Edit]:
    """Take out the line ends of a promise that stand in a sentence."""
    text = item.text
    least = _LINE if text.count("\n") == 1 else _FULL
    stopped = text.rstrip()[-1:] in _STOPS
    for at in _in_paragraphs(item.passage):
        line, rest = text[text.rfind("\n", 0, at) + 1 : at].rstrip(), text[at + 1 : at + 1 + _SEEN].lstrip()
        if line and rest and _goes_on(line, rest, stopped and len(line) >= least):
            yield Edit(at, at + 1)


def _in_paragraphs(passage: Passage) -> Iterator[int]:
    """The line ends with the same paragraph on both sides."""
    text = passage.text
    for piece, after in pairwise((*passage.pieces, None)):
        if piece:
            yield from (m.start() for m in LINE_END.finditer(text, piece.start, piece.end))
        if piece and after and text[piece.end : after.start] == "\n" and _follows(piece, after):
            yield piece.end


def _follows(piece: Piece, after: Piece) -> bool:
    """Whether a piece goes on in the same paragraph behind a line end."""
    return piece.source == after.source and piece.at - piece.start == after.at - after.start


def _goes_on(line: str, rest: str, wrapped: bool) -> bool:
    """Whether a sentence goes on behind a line; `wrapped`: whether it may where it is cut between two words."""
    last, first = line[-1:], rest[0]
    if last in _OPEN or first in _CLOSING:
        return True
    if not (_WORD.match(last) and _WORD.match(first)) or (last.isascii() and first.isascii()) or _BEGINS.match(rest):
        return False
    return wrapped or _in_a_word(line[-_NEAR:], rest[:_NEAR])


def _in_a_word(left: str, right: str) -> bool:
    """Whether the end of `left` stands in the midst of a word."""
    at = 0
    for word in rjieba.cut(left + right, True):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False
