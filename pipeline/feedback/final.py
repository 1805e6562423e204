"""A letter as it goes out: without the draft mark, with its day."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.feedback.letter import NO_DAY
from pipeline.feedback.page import fixed
from pipeline.wording import DRAFT, chinese_day


def finalise(source: Path, target: Path, day: date) -> None:
    """Write the letter without its draft mark and with `day` where no date was filled in; what a person changed stays."""
    import docx

    document = docx.Document(str(source))
    for section in document.sections:
        for paragraph in section.header.paragraphs:
            _replace(paragraph, DRAFT, "")
    for paragraph in document.paragraphs:
        if paragraph.text.strip() == NO_DAY.strip():
            _replace(paragraph, NO_DAY, chinese_day(day))
    draft = io.BytesIO()
    document.save(draft)
    fixed(draft, target)


def _replace(paragraph: Any, old: str, new: str) -> None:
    """Put the new words into the first run: Word may have cut the old ones into several."""
    if old not in paragraph.text:
        return
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
