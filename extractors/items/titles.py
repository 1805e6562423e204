"""How a heading is named: its words without ordinal and brackets."""

from __future__ import annotations

from functools import lru_cache

from extractors.items.blanks import without_asides
from extractors.items.ordinals import candidates, half_width
from extractors.model import Passage


def without_ordinal(passage: Passage) -> str:
    """The heading's words as printed, without ordinal, template prompts and the colon at its end."""
    return _words(passage.text)


@lru_cache(maxsize=512)
def _words(printed: str) -> str:
    """Every promise under a heading asks for it anew."""
    if "\n" in printed:
        printed = "".join(line.strip() for line in printed.split("\n"))
    text = half_width(printed)
    ordinal = next((o for o in candidates(text, 0, printed) if not o.weak), None)
    words = without_asides(printed[ordinal.end if ordinal else 0 :])
    return words.strip().strip("【】〔〕").rstrip("：:").strip()
