"""Large words printed level over smaller text (a watermark as 内部资料 that is not set aslant): they are kept out of the lines that
they cross."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.formats.pdfpage.content import BLANKS, Run
from extractors.formats.pdfpage.letters import WIDE

_LARGE = 2.0
"""How many times the size of the page's text a watermark is at the least; many titles are as large, and cross nothing."""

_CROSSED = 2
"""Runs of text that it crosses at the least: a drop cap or a seal's number may touch one."""


def without_overprint(runs: Sequence[Run]) -> tuple[Sequence[Run], list[list[Run]]]:
    """The runs without such words, and the words, those of one baseline together."""
    sizes = [run.em for run in runs]
    if not sizes or max(sizes) < _LARGE * min(sizes):
        return runs, []
    least = _LARGE * _usual(runs)
    large: dict[int, list[Run]] = {}
    for run in runs:
        if run.em >= least:
            large.setdefault(round(run.y), []).append(run)
    text = sorted((run for run in runs if run.em < least and run.text not in BLANKS), key=_middle) if large else []
    over = [words for words in large.values() if _are_words(words) and _crossed(words, text) >= _CROSSED]
    taken = {id(run) for words in over for run in words}
    return ([run for run in runs if id(run) not in taken], over) if over else (runs, [])


def _usual(runs: Sequence[Run]) -> float:
    """The size of the type that half of the letters do not exceed."""
    ordered = sorted(runs, key=lambda run: run.em)
    left = sum(len(run.text) for run in runs) / 2
    for run in ordered:
        left -= len(run.text)
        if left <= 0:
            return run.em
    return ordered[-1].em


def _are_words(words: Sequence[Run]) -> bool:
    """Whether they say something; a large tick over a box does not."""
    return sum(char >= WIDE for run in words for char in run.text if char not in BLANKS) > 1


def _crossed(words: Sequence[Run], text: Sequence[Run]) -> int:
    """How many runs are printed in the middle of the height of these words, and under one of them; `text` is in the order of its middles."""
    low, high = words[0].y + 0.05 * words[0].em, words[0].y + 0.75 * words[0].em
    level = text[bisect_right(text, low, key=_middle) : bisect_left(text, high, key=_middle)]
    seen = [word for word in words if word.text not in BLANKS]
    return sum(any(word.xs[0] < run.xs[-1] and run.xs[0] < word.xs[-1] for word in seen) for run in level)


def _middle(run: Run) -> float:
    return run.y + 0.4 * run.em
