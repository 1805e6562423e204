"""Dates are read twice, from two pictures of the line that differ a little. Where the readings part, or where the date is
none of the calendar's, its characters are not sure: one stroke of a seal makes an 8 of a 3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import cv2
import numpy as np

from extractors.formats.scanpage.engine import Letter, read_line

DOUBT = 0.5
"""How sure a character is at most on which two readings differ."""
_LONGEST = 24
"""Characters of a line that is a date with hardly more beside it; those of a promise are read once."""
_NUMERAL = r"[\d〇○零一二三四五六七八九十]"
_DATED = re.compile(rf"{_NUMERAL}.?年|年.?{_NUMERAL}|\d月|月\d|(?:19|20)\d\d[./\-]\d")
_WHOLE = re.compile(r"(\d{4})[年./\-](\d{1,2})[月./\-](\d{1,2})(?:[日号]|$)")
_WRITTEN = re.compile(rf"{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}[日号]")
_CUT = re.compile(r"年.*月\d{1,2}(?![\d日号])")
"""A date whose 日 was not read: what hides it may hide a digit."""
_DAY = re.compile(r"年.*月.*[日号]")


def is_dated(letters: Sequence[Letter]) -> bool:
    """Whether a line is a date, or a label with one."""
    return len(letters) <= _LONGEST and _DATED.search(_text(letters)) is not None


def read_again(letters: Sequence[Letter], crop: Any) -> list[Letter]:
    """The letters of a dated line, after a second reading of the same crop."""
    return settled(letters, read_line(_varied(crop)))


def settled(letters: Sequence[Letter], other: Sequence[Letter]) -> list[Letter]:
    """The first reading, less sure where the second one says otherwise; the second one where it alone holds a whole
    date."""
    if not _holds_date(letters) and _holds_date(other):
        letters, other = other, letters
    agreed = _agreed(letters, other)
    return agreed if _stands(_text(agreed)) else [letter._replace(sure=min(letter.sure, DOUBT)) for letter in agreed]


def _varied(crop: Any) -> Any:
    """The line with more of its ground around it, and with paper white and ink black."""
    dark, light = (float(v) for v in np.percentile(crop, (2, 80)))
    stretched = np.clip((crop.astype(np.float32) - dark) * (255 / max(light - dark, 1.0)), 0, 255).astype(np.uint8)
    more = max(2, round(0.1 * crop.shape[0]))
    return cv2.copyMakeBorder(stretched, more, more, 2 * more, 2 * more, cv2.BORDER_CONSTANT, value=(255, 255, 255))


def _agreed(letters: Sequence[Letter], other: Sequence[Letter]) -> list[Letter]:
    """The letters, each as sure as the less sure reading of it; those that the other reading lacks or has otherwise, and
    those beside what it has more, are in doubt."""
    sure = [letter.sure for letter in letters]
    for what, start, end, at, _ in SequenceMatcher(None, _text(letters), _text(other), autojunk=False).get_opcodes():
        for i in range(start, end) if end > start else (start - 1, start):
            if 0 <= i < len(sure):
                sure[i] = min(sure[i], other[at + i - start].sure if what == "equal" else DOUBT)
    return [letter._replace(sure=value) for letter, value in zip(letters, sure, strict=True)]


def _stands(text: str) -> bool:
    """Whether what is a date by its marks is one by the calendar too. One without its day (a month of birth) says no less
    than it seems to; one whose 日 has no number before it does."""
    if (found := _WHOLE.search(text)) and not _CUT.search(text):
        try:
            return date(*(int(part) for part in found.groups())).year > 1900
        except ValueError:
            return False
    if _CUT.search(text):
        return False
    return _DAY.search(text) is None or _WRITTEN.search(text) is not None or not re.search(_NUMERAL, text)


def _holds_date(letters: Sequence[Letter]) -> bool:
    text = _text(letters)
    return (_WHOLE.search(text) is not None and _stands(text)) or _WRITTEN.search(text) is not None


def _text(letters: Sequence[Letter]) -> str:
    return "".join(letter.char for letter in letters)
