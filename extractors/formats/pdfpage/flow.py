"""Lines to paragraphs: a line that broke off only because the next word did not fit goes on in the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.formats.pdfpage.grid import PADDING
from extractors.formats.pdfpage.letters import NO_END, ORDINAL, TERMINAL, WIDE, Ordinal, bare_number, ordinal
from extractors.formats.pdfpage.lines import Line
from extractors.formats.pdfpage.room import first_word
from extractors.formats.pdfpage.rows import (
    DAY_FIRST,
    FIELDS,
    LABEL,
    PROSE,
    begins_anew,
    centred_row,
    date_cut,
    open_row,
    tabular,
)
from extractors.model import Paragraph, Passage, PdfLine, Piece

_DEEPEST = 6.0
"""Ems: no first line of a paragraph is indented further."""

_WIDE_SHARE, _SAME = 0.8, 4
"""Two of several lines that end at one place tell where the column ends if they fill so much of the room, else so many do: a label over another or
over its value does not."""
_INDENTED = 3
"""So many lines at the least begin at one indent."""
_REST = 3
"""Letters of the second line of a centred label at the most: what is longer may be another entry."""
_TITLE = 16.0
"""Ems: in a column so wide a centred line that fills it is a title, whose rest may be of any length."""
_LABEL = 6.0
"""Ems: in a column so narrow a line for a signature is the rest of a label (承诺人 / 签字)."""
_TELLING = 6
"""Lines of a page that tell where its column begins and ends."""
_NARROWEST, _INDENT = 10.0, 3.0
"""Ems: how wide running text is at the least, how far the first line of a paragraph may be indented."""

_HEADING = re.compile(r"\s*[^\s，。；：、,;:!！?？”）)]{2,16}\s*")
_ADDRESS = re.compile(r"(?:@|://)[\w.@/:-]*$")
"""An address, which is wrapped wherever the cell ends."""
_SECTION = re.compile(r"\s*\d{1,2}(?:[.．]\d{1,2}){1,3}\s+[^\W\d]")
"""The number of a section (1.3 主要做法)."""
_CLOSING = re.compile(r"\s*[（(【]?\s*(?:盖\s*章|公\s*章|签\s*[名字章])(?:\s*[）)】]|[^，。；、：:]{0,8}(?:[：:]|$)|[\s_＿]{2})")
"""A line for a signature or a seal, which is more than a line that the word happens to begin (签名回调，确保……)."""
_SIGNED_BY = re.compile(r"\s*[^，。；、：:（()\s]{2,12}\s*[（(]\s*(?:盖\s*章|公\s*章|签\s*[名字章])\s*[）)]")
"""Who signs, with the place for it (承诺单位（盖章）　负责人签字：): behind a finished sentence no part of it."""
_INNER = re.compile("（[^（）]*）")
_SIGN = re.compile(r"[（(]?(?:盖章|公章|签[名字章])[）)]?")
_DATE = re.compile(r"\s*(?:[12]\d{3}|二[〇○零Ｏ0oO][一二三四五六七八九〇○零]{2})?\s*年\s*\S{0,3}\s*月\s*\S{0,3}\s*日\s*$")


def paragraphs(lines: Sequence[Line], x0: float, x1: float) -> list[Paragraph]:
    """The paragraphs that the lines of one column make; `x0`, `x1` as in `grouped`."""
    return [paragraph(group) for group in grouped(lines, x0, x1)]


def paragraph(group: Sequence[Line], centered: bool = False) -> Paragraph:
    """The paragraph of these lines, bold where all of them are."""
    return Paragraph(joined(group), centered=centered, bold=group[0].bold and all(line.bold for line in group))


def grouped(lines: Sequence[Line], x0: float, x1: float) -> list[list[Line]]:
    """The lines of one column, those of a paragraph together; `x0` and `x1` are the column's edges (a cell's rulings,
    or the page's margins widened by a cell's padding)."""
    if len(lines) <= 1:
        return [[line] for line in lines]
    columns = _columns(lines, x0, x1)
    groups = [[lines[0]]]
    numbers = _Numbers()
    numbers.begin(lines[0].text)
    for line in lines[1:]:
        if columns[groups[-1][-1].page].goes_on(groups[-1], line, columns[line.page]) and not numbers.breaks(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
            numbers.begin(line.text)
    return groups


def joined(lines: Sequence[Line]) -> Passage:
    """Soft-wrapped lines as one passage: no blank between ideographs, one between Latin words."""
    if len(lines) == 1:
        return lines[0].passage
    text, pieces = "", []
    trailing = row = False
    for line in lines:
        if row and trailing:
            text += "  "  # the blanks between two fields, of which the second did not fit
        elif text and ((_parted(text[-1], line.text[0], trailing) and (trailing or not _ADDRESS.search(text))) or (text[-1].isalpha() and DAY_FIRST.match(line.text))):
            text += " "
        start = len(text)
        text += line.text
        pieces.append(Piece(start, len(text), PdfLine(line.page, line.boxes), 0))
        trailing, row = line.trailing, FIELDS.match(line.text) is not None
    return Passage(text, tuple(pieces))


def _parted(before: str, after: str, trailing: bool) -> bool:
    if before >= WIDE or after >= WIDE or before == "-":
        return False
    if before.isalnum() and after.isalnum():
        return trailing or before.isalpha() or after.isalpha()
    return trailing or (before in ",.;:" and after.isalpha())


class _Numbers:
    """The numbers that paragraphs began with so far: what tells a point that begins a line from one whose number only
    fell on the beginning of a line."""

    def __init__(self) -> None:
        self.begun: set[Ordinal] = set()
        self.bare = 0

    def begin(self, text: str) -> None:
        if found := ordinal(text):
            self.begun.add(found)
        self.bare = 0 if found else bare_number(text)

    def breaks(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line that could go on begins a point of its own. A number whose predecessor stands inside the
        paragraph after the same mark (1.…；2.…；) does not, nor one in the middle of a sentence that no list has led up to."""
        found = ordinal(line.text)
        if found is None:
            return self.bare > 0 and bare_number(line.text) == self.bare + 1
        if found.number == 0:
            return True
        before = Ordinal(found.number - 1, found.style)
        if before in self.begun:
            return True
        end = group[-1].text[-1]
        texts = [g.text for g in group]
        if any(text[at - 1] in (end, "：", ":") and ordinal(text[at:]) == before for text in texts for at in range(1, len(text))):
            return False
        return found.number == 1 or end in TERMINAL


def _columns(lines: Sequence[Line], x0: float, x1: float) -> dict[int, _Column]:
    """The column on each page: its own where enough lines tell of it, for a cover is set otherwise than the text behind it."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    if len(pages) == 1:
        return dict.fromkeys(pages, _Column(lines, x0, x1))
    few = [page for page, own in pages.items() if len(own) < _TELLING]
    found = dict.fromkeys(few, _Column(lines, x0, x1)) if few else {}
    return found | {page: _Column(own, x0, x1) for page, own in pages.items() if page not in found}


class _Column:
    """Where the lines of one column begin and end."""

    def __init__(self, lines: Sequence[Line], x0: float, x1: float) -> None:
        self.em = max(1.0, sorted([line.em for line in lines])[len(lines) // 2])
        left, right = x0 + PADDING, x1 - PADDING
        ends = [line.xs[-1] for line in lines]
        self.starts = [line.xs[0] for line in lines]
        least, most = min(self.starts), max(ends)
        self.left = least if least < left + 1.5 * self.em or self._begins(lines, least, most, right - left) else left
        narrow = self._narrow(lines)
        full = most - 1.2 * self.em
        told = len(lines) > 2 and most - self.left > _WIDE_SHARE * (right - self.left) and sum([end > full for end in ends]) > 1
        upright = max([len(line.text) for line in lines]) == 1  # a word set from top to bottom
        self.right = narrow or (most if told or upright or most > right - 1.5 * self.em else right)
        self.width = self.right - self.left
        self.room = right - left

    def _begins(self, lines: Sequence[Line], least: float, most: float, room: float) -> bool:
        """Whether so many lines begin at `least`, where none begins before, that it is the edge of running text."""
        begun = sum([start - least < 0.3 * self.em for start in self.starts])
        return begun >= _TELLING and 3 * begun >= len(lines) and most - least > _WIDE_SHARE * room

    def _narrow(self, lines: Sequence[Line]) -> float:
        """The edge that many of the lines that begin on the left reach and none, or a single one, passes; 0 where they show
        none."""
        ends = sorted([line.xs[-1] for line in lines if line.xs[0] - self.left < _INDENT * self.em], reverse=True)
        for most in ends[: 2 if ends[1:] and ends[0] - ends[1] > 1.2 * self.em else 1]:
            reached = sum([most - 1.2 * self.em < end <= most for end in ends])
            if most - self.left > _NARROWEST * self.em and reached >= _SAME and 3 * reached > len(ends):
                return most
        return 0.0

    def goes_on(self, group: Sequence[Line], line: Line, own: _Column) -> bool:
        """Whether `line` continues the paragraph of `group`, whose last line stands right above it; `own` is the column that
        `line` stands in, which is another one on the next page."""
        last = group[-1]
        em, size = last.em, line.em
        larger = em if em > size else size
        if abs(em - size) > 0.25 * larger or (last.page == line.page and last.y - line.y > 3.2 * larger):
            return False
        if date_cut(last.text, line.text) or (open_row(last) and self._full(last, line) and not LABEL.match(line.text)):
            return True
        if not self._full(last, line) or not own._aligned(group, line) or tabular(last, line):
            return False
        if last.text[-1] in TERMINAL and (_labelled(last, line) or _SECTION.match(line.text) or _SIGNED_BY.match(line.text) or own._heads(line)):
            return False
        if begins_anew(last.text, line.text) or _bracketed(group) or _marked_alike(group[0].text, line.text):
            return False
        if _CLOSING.match(line.text) and not (self.room < _LABEL * line.em and _SIGN.fullmatch(line.text)):
            return False
        return last.trailing or not _DATE.match(line.text)

    def _heads(self, line: Line) -> bool:
        """Whether a line behind a finished sentence is a heading: short, and without the mark that ends sentences."""
        return self.right - line.x1 > 1.5 * line.em and bool(_HEADING.fullmatch(line.text))

    def _full(self, last: Line, line: Line) -> bool:
        """Whether the first word of `line` had no room left at the end of `last`."""
        room = self.right - last.xs[-1]
        before = last.xs[0] - self.left
        if not self._indents(last) and not PROSE.search(last.text) and before > 0.6 * last.em and room > 1.2 * last.em and abs(before - room) < 0.6 * last.em:
            room += before  # centred, and not an indented line with the room of a punctuation mark at its end
        return room < first_word(line) + (1.2 if last.trailing else 0.35) * last.em

    def _indents(self, line: Line) -> bool:
        """Whether lines of the column begin where this one does, as first lines of paragraphs do and centred lines do not."""
        return sum([abs(start - line.xs[0]) < 1.0 for start in self.starts]) >= _INDENTED

    def _aligned(self, group: Sequence[Line], line: Line) -> bool:
        """Whether `line` begins where continued lines begin: at the column's edge or under the first line's text."""
        em, last = line.em, group[-1]
        if centred_row(last, line) or self._centred(last, line):
            return True
        if last.x0 - line.x0 > _DEEPEST * em and not _left_over(line):
            return False  # what begins so far to the right is set flush right: a signature, a date
        indent = line.x0 - self.left
        if indent < 1.2 * em or self.width < 6 * em:
            return True
        if len(group) > 1:
            return abs(line.x0 - last.x0) < 0.6 * em
        mark = ORDINAL.match(last.text)
        if mark and any(abs(line.x0 - last.xs[at]) < 0.8 * em for at in (mark.end(), len(last.text) - len(last.text[mark.end() :].lstrip()))):
            return True
        return indent < 5 * em and last.x0 - line.x0 > 1.2 * em

    def _centred(self, last: Line, line: Line) -> bool:
        """Whether a line stands centred under one that left no room for its first word: the rest of a label in a narrow cell."""
        middles, above = abs(line.x0 + line.x1 - last.x0 - last.x1), last.x1 - last.x0
        if line.bold is not last.bold or abs(line.em - last.em) > 0.05 * line.em:
            return False
        if middles >= 0.6 * line.em:
            return False
        filled = above + first_word(line)
        return (len(line.text) <= _REST and filled > self.room) or (self.width > _TITLE * line.em and filled > self.width)


def _labelled(last: Line, line: Line) -> bool:
    """Whether a line begins with a label; behind a label without a value its first word is that value (职务： / 调度员、所在支部：…)."""
    label = LABEL.match(line.text)
    return label is not None and not (last.text[-1] in "：:" and "、" in label.group())


def _bracketed(group: Sequence[Line]) -> bool:
    """Whether a paragraph is one bracket, which ends here (（填写说明：……）)."""
    if group[0].text[0] not in "（(" or group[-1].text[-1] not in "）)":
        return False
    within = "".join([line.text for line in group])[1:-1]
    return _INNER.sub("", within).find("）") == -1 == within.find(")")


def _marked_alike(first: str, text: str) -> bool:
    """Whether a line begins with the sign and the blank that its paragraph began with (– …；– …): the next point of a list."""
    return first[:2] == text[:2] and first[1:2].isspace() and not (first[0].isalnum() or first[0] in NO_END)


def _left_over(line: Line) -> bool:
    """Whether a line is the last letter of what was set far to the right with blanks (a signature)."""
    return len(line.text) == 1 and line.text.isalpha() and line.text >= WIDE
