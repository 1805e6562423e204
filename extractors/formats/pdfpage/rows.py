"""Lines that are rows of words or fields and no running text: which of them the paper's edge cut, and which begin anew."""

from __future__ import annotations

import re

from extractors.formats.pdfpage.lines import Line

LABEL = re.compile(r"(?:[^\s：:，。；]{2,8}|[问答])[：:]")
"""A label at the beginning of a line, and who speaks in a text of questions and answers."""
_WIDE_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)|(?<=\S)\u3000+(?=\S)")
PROSE = re.compile("[，。；,;]")
_GAP, _GAPS = 0.7, 3
"""Ems of a gap between words that stand apart; so many show a row of fields."""

_FRAMED = re.compile(r"\s*【[^【】]{2,20}】\s*")
FIELDS = re.compile(r"[^\s：:，。；]{2,8}\s?[：:][^：:。；]*(?:\s{2,}|\u3000|_)[^\s：:，。；]{2,8}\s?[：:]")
"""A row of fields (填报单位：某支部　　填报日期：……)."""
_WORDED = re.compile(r"[^\W\d_年月日号]")
"""What goes on with a word, and not with the rest of a date or of a number."""
DAY_FIRST = re.compile(r"(?:19|20)\d\d\s?[年./-]\s?\d")
"""A date, before which a blank was lost at the end of the line above."""
_BEGUN = re.compile(r"(?:\s{2,}|\u3000)[^\s：:，。；]{1,4}$")
"""The beginning of a label at the end of a row of fields."""
_LETTER_BEGUN = re.compile(r"(?:\s{2,}|\u3000)[^\W\d_a-zA-Z]$")
"""The first letter of a label at the end of a row of fields: names and other words of a row have two at the least."""
_CUT = tuple((re.compile(end), re.compile(begin)) for end, begin in ((r"(?:19|20)\d\d$", r"年\d{1,2}月"), (r"\d年\d{1,2}$", r"月\d{1,2}日"), (r"\d月\d{1,2}$", "日"), (r"\d年\d{1,2}月$", r"\d{1,2}日\s*$")))
_DATED = re.compile(r"\d(?:年\d{1,2}月\d{1,2}日|(?P<sep>[-./])\d{1,2}(?P=sep)\d{1,2})\s*$")


def begins_anew(last: str, line: str) -> bool:
    """Whether a line that could go on with the full one above it is a heading, a row of fields or a field of its own."""
    if _FRAMED.fullmatch(line) or FIELDS.match(line):
        return True
    if last[-1].isdecimal() and FIELDS.match(last) and PROSE.search(line) and _WORDED.match(line):
        return True
    if not LABEL.match(line):
        return False
    if _DATED.search(last) or (_field(last) and not _BEGUN.search(last)):
        return True
    return last[-1].isascii() and last[-1].isalnum() and LABEL.fullmatch(line.rstrip()) is not None


def tabular(last: Line, line: Line) -> bool:
    """Whether one of two lines is a row of words that stand apart, and no sentence with blanks to fill in: both have gaps before the
    same place, or one has several and the other none."""
    wide = [("  " in one.text or "\u3000" in one.text) for one in (last, line)]
    if not any(wide) or _LETTER_BEGUN.search(last.text):
        return False
    above, below = _apart(last), _apart(line)
    same = sum([any(abs(x - other) < 0.5 * last.em for other in below) for x in above])
    if same > 1 or (same and not PROSE.search(last.text) and not PROSE.search(line.text)):
        return True
    if above and below:
        return False
    fields = any(sign in last.text for sign in "：:_")
    return (len(above) >= _GAPS and not PROSE.search(last.text) and not (fields and not PROSE.search(line.text))) or (len(below) >= _GAPS - 1 and not PROSE.search(line.text))


def _field(text: str) -> bool:
    """Whether a line is a row of fields, or one field and its value (党组织名称：某支部)."""
    return FIELDS.match(text) is not None or (LABEL.match(text) is not None and not PROSE.search(text))


def open_row(line: Line) -> bool:
    """Whether a row of fields ends with a label whose value is still to come."""
    return line.text[-1] in "：:_＿" and (FIELDS.match(line.text) is not None or len(_apart(line)) >= _GAPS - 1)


def centred_row(last: Line, line: Line) -> bool:
    """Whether a centred line is the rest of a centred row of fields: of its last label, or of the value."""
    if abs(line.x0 + line.x1 - last.x0 - last.x1) > line.em or not FIELDS.search(last.text):
        return False
    return last.text[-1] in "：:" or _BEGUN.search(last.text) is not None or not re.search("[：:]", line.text)


def date_cut(last: str, line: str) -> bool:
    """Whether a date was parted between its number and 年, 月 or 日."""
    return line[:1] in "年月日0123" and any(end.search(last) and begin.match(line) for end, begin in _CUT)


def _apart(line: Line) -> list[float]:
    """Where the words of a line begin that stand apart from the one before them."""
    return [line.xs[m.end()] for m in _WIDE_GAP.finditer(line.text) if line.xs[m.end()] - line.xs[m.start()] > _GAP * line.em]
