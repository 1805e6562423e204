"""How a heading is named: its words without ordinal and brackets."""

from __future__ import annotations

from extractors.items import roles
from extractors.items.ordinals import candidates, half_width
from extractors.model import Passage


def without_ordinal(passage: Passage) -> str:
    """The heading's words as printed, without ordinal, template prompts and the colon at its end."""
    text = half_width(passage.text)
    ordinal = next((o for o in candidates(text, 0, passage.text) if not o.weak), None)
    words = roles.without_asides(passage.text[ordinal.end if ordinal else 0 :])
    return words.strip().strip("【】〔〕").rstrip("：:").strip()
