"""Promises in labelled lines (目标：……, 措施：……, 时限：……): which lines make one promise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.items.drafts import Draft, Reading
from extractors.items.labels import is_label, is_own_words, label_kind
from extractors.items.ordinals import half_width
from extractors.items.roles import is_closing, is_preamble
from extractors.model import Passage


def read(paragraphs: Sequence[Passage], headings: tuple[Passage, ...], reading: Reading) -> None:
    """Labelled lines: a block begins at an unlabelled line, or where a label comes again."""
    block: list[Passage] = []
    seen: set[str] = set()
    each = len({label_kind(half_width(p.text)) for p in paragraphs}) == 1 < len(paragraphs)
    for i, paragraph in enumerate(paragraphs):
        text = half_width(paragraph.text)
        labelled = is_label(text) or is_own_words(text)
        if not labelled and (is_closing(text) or is_preamble(text)):
            (reading.closings if block else reading.preambles).append(paragraph)
            continue
        label = re.split("[：:]", text, maxsplit=1)[0] if labelled else ""
        heads_block = not labelled and (not block or (i + 1 < len(paragraphs) and is_label(half_width(paragraphs[i + 1].text))))
        again = bool(seen) and is_own_words(text)
        if block and (heads_block or each or again or label in seen):
            reading.drafts.append(Draft(Passage.join(block), headings=headings))
            block, seen = [], set()
        seen.update({label} - {""})
        block.append(paragraph)
    if block:
        reading.drafts.append(Draft(Passage.join(block), headings=headings))
