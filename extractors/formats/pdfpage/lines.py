"""Characters to lines: clustered by baseline, ordered by origin, blanks put where the print shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.formats.pdfpage.boxes import Boxes, LineBoxes
from extractors.formats.pdfpage.content import BLANKS, Run
from extractors.formats.pdfpage.letters import WIDE, is_word
from extractors.model import Passage, PdfLine, Piece

_MOST_BLANKS = 24

_BLANK = 0.8
"""Ems: the narrowest gap that is a blank for sure."""

_LONE_BLANK, _SURE_BLANK = 0.24, 0.29
"""Ems: the narrowest gap that is a blank between ideographs where the other characters of the line stand close, and between others."""


_CLOSED = "）"
"""What stands behind it with a blank is another field (（盖章） 2014年3月5日); no program sets a gap there by itself."""

_SPREAD = 0.2
"""Ems: what is narrower between two digits that stand alone is the letter spacing of a number."""

_SIZES = 0.15
"""The share by which two sizes of type differ."""

_HEIGHTS = 0.4
"""The share by which the height of a letter, which is its em here, may be more than the em of an ideograph of the same size."""


@dataclass(slots=True, eq=False)
class Line:
    """One printed line. `boxes` has one box a character; `xs` the characters' origins and, last, the line's end;
    `xs`, `y`, `em` are in reading space. `trailing` tells of a blank typed at the end."""

    text: str
    boxes: LineBoxes
    page: int
    xs: list[float]
    y: float
    em: float
    trailing: bool = False
    bold: bool = False

    @property
    def x0(self) -> float:
        return self.xs[0]

    @property
    def x1(self) -> float:
        return self.xs[-1]

    @property
    def passage(self) -> Passage:
        """The line with the boxes of its characters."""
        return Passage(self.text, (Piece(0, len(self.text), PdfLine(self.page, self.boxes), 0),))


def set_lines(runs: Sequence[Run], page: int) -> list[Line]:
    """The lines that the characters stand in, top to bottom; blank lines are left out."""
    rows = _rows(runs) if len(runs) > 1 else [runs] if runs else []
    return [line for row in rows if (line := _line(row, page)) is not None]


def _rows(runs: Iterable[Run]) -> Sequence[Sequence[Run]]:
    """Runs by baseline; small shifts (superscripts, a second font) stay in the line."""
    by_baseline: dict[float, list[Run]] = {}
    for run in runs:
        by_baseline.setdefault(run.y, []).append(run)
    rows: list[list[Run]] = []
    anchor = em = 0.0
    for y in sorted(by_baseline, reverse=True):
        group = by_baseline[y]
        own = group[0].em
        small, large = (own, em) if own < em else (em, own)
        if rows and anchor - y < 0.35 * large and anchor - y < 0.6 * small:
            rows[-1].extend(group)
        else:
            rows.append(group)
            anchor, em = y, own
    return rows


def _line(row: Sequence[Run], page: int) -> Line | None:
    if len(row) == 1:
        text, xs, y, em, boxes, bold, sure = row[0]
        return None if text in BLANKS else Line(text, LineBoxes((boxes,), sure), page, xs, y, em, False, bold)
    solid = [run for run in row if run.text not in BLANKS]
    if not solid:
        return None
    solid.sort(key=_start)
    if _overlap(solid):
        letters = [letter for run in solid for letter in run.letters()]
        letters.sort(key=_start)
        solid = _struck_once(letters)
    blanks = sorted((run for run in row if run.text in BLANKS), key=_start) if len(solid) != len(row) else []
    return _set(solid, blanks, page)


def _overlap(ordered: Sequence[Run]) -> bool:
    before = ordered[0]
    for run in ordered:
        if run is not before and run.xs[0] < before.xs[-1] - 0.3 * before.em:
            return True
        before = run
    return False


def _start(run: Run) -> float:
    return run.xs[0]


def _struck_once(row: list[Run]) -> list[Run]:
    """Without the second strike of bold type that is printed twice with a slight shift: less than half of the letter's
    own width, which in some fonts is a fifth of an em."""
    kept = row[:1]
    for letter in row[1:]:
        near, x = 0.2 * letter.em, letter.xs[0]
        shift = min(near, 0.5 * (letter.xs[1] - x))
        if any(k.text == letter.text and abs(k.y - letter.y) < near and x - k.xs[0] < shift for k in kept[-3:]):
            continue
        kept.append(letter)
    return kept


def _set(solid: Sequence[Run], blanks: Sequence[Run], page: int) -> Line:
    first = before = solid[0]
    text, parts, xs = [first.text], list[Boxes | int]((first.boxes,)), first.xs[:-1]
    at, most = 0, len(blanks)
    while at < most and blanks[at].xs[0] < xs[0]:
        at += 1
    em, longest, bold = first.em, len(first.text), first.bold
    sure, spaced = first.sure, None
    for run in solid[1:]:
        start = at
        x = run.xs[0]
        while at < most and blanks[at].xs[0] < x:
            at += 1
        end = before.xs[-1]
        blank = _blanks(before, run, x - end, blanks[start:at]) if x - end > 0.12 * run.em else ""
        if not blank and x - end > 0.12 * run.em and _parts(before, run):
            spaced = _spaced(solid) if spaced is None else spaced
            blank = "" if spaced else " "
        if blank:
            text.append(blank)
            parts.append(len(blank))
            sure += (1.0,) * len(blank) if sure else ()
            xs.extend([end + (x - end) * i / len(blank) for i in range(len(blank))])
        text.append(run.text)
        parts.append(run.boxes)
        xs.extend(run.xs[:-1])
        sure += run.sure
        bold = bold and run.bold
        if len(run.text) > longest:
            em, longest = run.em, len(run.text)
        before = run
    xs.append(before.xs[-1])
    return Line("".join(text), LineBoxes(tuple(parts), sure), page, xs, first.y, em, at < most, bold)


def _parts(before: Run, run: Run) -> bool:
    """Whether a gap that is too narrow to be a blank for sure may be one: between words, and wider than what programs set between
    ideographs and other letters by themselves."""
    gap, em = run.xs[0] - before.xs[-1], max(run.em, before.em)
    left, right = before.text[-1], run.text[0]
    sizes = _SIZES
    if (left >= WIDE) is not (right >= WIDE):
        high, em = (run.em, before.em) if left >= WIDE else (before.em, run.em)
        sizes = _SIZES if high < em else _HEIGHTS
    if abs(run.em - before.em) > sizes * em:
        return False  # where the size changes the end of the letter before is not known well
    least = _LONE_BLANK if left >= WIDE and right >= WIDE else _SURE_BLANK
    return gap >= least * em and (left.isalnum() or left == _CLOSED) and right.isalnum()


def _spaced(solid: Sequence[Run]) -> bool:
    """Whether the gaps of a line are letter spacing, as in a heading: its stretches are mostly letters and no words (姓名 张某 性别 男)."""
    words = [len(solid[0].text)]
    for a, b in pairwise(solid):
        mixed = (a.text[-1] >= WIDE) is not (b.text[0] >= WIDE)
        if b.xs[0] - a.xs[-1] > (_SURE_BLANK if mixed else 0.2) * b.em:
            words.append(0)
        words[-1] += len(b.text)
    return 2 * sum(length > 1 for length in words) < len(words) and 6 * (len(words) - 1) > sum(words)


def _blanks(before: Run, run: Run, gap: float, typed: Sequence[Run]) -> str:
    """The blanks between two runs: those that were typed; else one between Latin words that stand apart, and one for
    each em of a gap that nobody takes for letter spacing."""
    em = max(run.em, before.em)
    if typed:
        return "".join(blank.text for blank in typed[:_MOST_BLANKS]) * _times(typed, gap, em)
    if gap >= _BLANK * em:
        return " " * min(max(2, round(gap / em)), _MOST_BLANKS)
    left, right = before.text[-1], run.text[0]
    if is_word(left) and is_word(right):
        spread = gap < _SPREAD * em and before.text.isdecimal() and run.text.isdecimal() and len(before.text) == len(run.text) == 1
        return "" if spread else " "
    return " " if gap >= 0.2 * em and left < WIDE and right < WIDE else ""


def _times(typed: Sequence[Run], gap: float, em: float) -> int:
    """How many times over blanks were typed that fill a gap: the reader of the page gives a row of equal ones as one."""
    wide = sum(blank.xs[-1] - blank.xs[0] for blank in typed)
    if gap < _BLANK * em or wide <= 0.1 * em or any(blank.text != " " for blank in typed):
        return 1
    return min(max(1, round(gap / wide)), _MOST_BLANKS // len(typed) or 1)
