"""Words for all time (常年, 随时, 长期坚持) and words that only sound like a limit (尽快, 逐步, 及时)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.deadlines.lexicon import either, words
from extractors.model import DeadlineKind, DeadlineReason

# 随时接受监督 governs a courtesy, 长效机制 and 长期以来 are no act.
_NOT_GOVERNING = re.compile(r"(?:以来|规划|目标|发展|性|效|有效|的(?!事|项)|存在|战略|稳定|接受[^，。；]{0,10}监督|准备|听从|牢记)")
_BREAK = re.compile(r"[，,。；;\n]")
_CELL = re.compile(r"[\s。，,;；.、]")


def find(text: str) -> Iterator[Candidate]:
    """Lasting acts that stand in the first clause, and pseudo-limits anywhere."""
    for m in _ongoing().finditer(text):
        if not _BREAK.search(text, 0, m.start()) and not _NOT_GOVERNING.match(text, m.end()):
            yield Candidate(m.start(), m.end(), DeadlineKind.ONGOING, Weight.LASTING)
    for m in _pseudo().finditer(text):
        yield Candidate(m.start(), m.end(), DeadlineKind.NONE, Weight.PSEUDO, reason=DeadlineReason.PSEUDO)


def cell(text: str) -> Candidate | None:
    """A deadline cell that says 长期 or the like; such a cell is about nothing but time."""
    bare = _CELL.sub("", text).removesuffix("进行").removesuffix("完成")
    if bare in words().ongoing_cell:
        return Candidate(0, len(text), DeadlineKind.ONGOING, Weight.LASTING)
    return None


@cache
def _ongoing() -> re.Pattern[str]:
    return re.compile(either(words().ongoing) + "(?:坚持)?")


@cache
def _pseudo() -> re.Pattern[str]:
    return re.compile(either(words().pseudo))
