"""The year a form promises for: by its title, its preamble, or the day under it."""

from __future__ import annotations

import re

from extractors.forms.parts import Parts
from extractors.forms.signing import year_of
from extractors.forms.text import has_ordinal
from extractors.forms.titles import title_year
from extractors.model import Paragraph
from extractors.numerals import YEAR

_PROMISED_FOR = re.compile(rf"(?:\d{{4}}|{YEAR})年(?:度|里|内|全年|的?工作|的?承诺|[，,]?(?:我|本人)[^。，]{{0,12}}承诺)")


def form_year(parts: Parts, title: str) -> int | None:
    """The year of the title or of a line below it, else the preamble's, else the signature's; None where none is printed."""
    for text in (title, *(s.text for s in parts.subtitles)):
        if (year := title_year(text)) is not None:
            return year
    return _preamble_year(parts) or year_of(parts.signs)


def _preamble_year(parts: Parts) -> int | None:
    """A year that the preamble promises for (就2011年的工作, 2012年度 … 承诺); one in a life story frames nothing."""
    for block in parts.body[:3]:
        if not isinstance(block, Paragraph) or has_ordinal(block.text):
            break
        found = _PROMISED_FOR.search(block.text) if "承诺" in block.text and "年" in block.text else None
        if found:
            return title_year(found.group())
    return None
