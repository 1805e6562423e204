"""Text as the grammar reads it: half width, one kind of dash and quote, no blanks; offsets lead back to the print."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import NamedTuple, Self

from extractors.language.numerals import Signs
from extractors.language.signs import PLAIN
from extractors.model import Span

_WIDE = {0xFF01 + n: 0x21 + n for n in range(94)}
_SIGNS = dict.fromkeys("—–－―─﹣−‐‑", "-") | dict.fromkeys("～∼〜˜", "~") | dict.fromkeys("“”„‟「」『』＂〝〞", '"')
_SIGNS |= dict.fromkeys("○◯０", "〇") | dict.fromkeys("‘’＇`´", "'") | {"０": "0", "／": "/", "．": ".", "、": "、"}
_SIGNS |= dict.fromkeys("〔［【", "[") | dict.fromkeys("〕］】", "]") | {"﹡": "*", "∗": "*", "✕": "×", "╳": "×"}


TABLE = Signs(_WIDE | {ord(sign): plain for sign, plain in _SIGNS.items()})
BLANK = PLAIN.gate(r"\s")
# A line break belongs to the expression only where the words before it cannot stand alone; elsewhere it ends a cell.
_KEPT_BREAK = re.compile(r"(?<![年月日至到每自从])\n(?!前|之前|以前|底前)")


class Plain(NamedTuple):
    """`text` without blanks; `offsets[i]` is the place of its character i in the print, None where nothing moved."""

    text: str
    offsets: tuple[int, ...] | None = None

    @classmethod
    def of(cls, printed: str) -> Self:
        """Make `printed` plain, character for character but for blanks."""
        return cls.spelled(printed.translate(TABLE))

    @classmethod
    def spelled(cls, text: str) -> Self:
        """The same of a print whose signs are plain already."""
        if not BLANK.search(text):
            return cls(text)
        breaks = {m.start() for m in _KEPT_BREAK.finditer(text)}
        gone = [at for m in BLANK.finditer(text) if (at := m.start()) not in breaks]
        kept = [range(before + 1, at) for before, at in pairwise([-1, *gone, len(text)])]
        return cls("".join([text[stretch.start : stretch.stop] for stretch in kept]), tuple(chain.from_iterable(kept)))

    def span(self, start: int, end: int) -> Span:
        """Where `[start, end)` of the plain text stands in the print."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)
