"""Lines that hold several points are cut at their inner ordinals: 1、…；2、…；3、… in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.items.labels import is_label
from extractors.items.lines import Row
from extractors.items.ordinals import MINOR, Ordinal, Style, candidates, counted, glued
from extractors.model import Passage

_PLACES = re.compile(
    r"[\d一二三四五六七八九十第其首再最还另此除（(【〔\[①-⑳⑴-⒛㈠-㈩]"
    r"(?:(?<=[；;。:：！!？?，,、\s）)”\"】].)|(?<=.[①-⑳⑴-⒛㈠-㈩])|(?<=.[（(])(?=\d{1,2}[）)])|(?<=[\u4e00-\u9fff%％]\d)(?=\d?[、.．][^\d]))"
)
"""Where an ordinal may begin: at its first character, so that `re` skips to those that can be one."""
_STOPS = frozenset("；;。:：！!？? \t\u3000")


@dataclass(slots=True)
class Cut:
    """A piece `[start, end)` of row `row`; its content begins at `body`, after the ordinal. `inner` is True where it
    does not begin the row."""

    row: int
    start: int
    body: int
    end: int
    source: Passage
    text: str
    ordinal: Ordinal | None
    inner: bool = False
    bold: bool = False
    head: bool = False
    content: str = field(init=False)
    """What it says, without ordinal and blanks, half-width."""

    def __post_init__(self) -> None:
        self.content = self.text[self.body : self.end].strip()


def cuts_of(rows: Sequence[Row]) -> list[Cut]:
    """Every row as one or more pieces, in reading order."""
    found: list[Cut] = []
    last: dict[Style, int] = {}
    for i, row in enumerate(rows):
        marks = _inner(row, rows[i + 1].numbered if i + 1 < len(rows) else None, last)
        starts: list[Ordinal | None] = [row.numbered, *marks]
        ends = [*(m.start for m in marks), len(row.text)]
        for n, (mark, end) in enumerate(zip(starts, ends, strict=True)):
            start = mark.start if mark else row.begin
            if mark is not None:
                last[mark.style] = mark.number
            if not n and end == row.begin:
                continue
            body = mark.end if mark else start
            found.append(Cut(i, start, min(body, end), end, row.passage, row.text, mark, start > row.begin, row.bold, row.head))
    return found


def _inner(row: Row, following: Ordinal | None, last: dict[Style, int]) -> list[Ordinal]:
    """The ordinals inside a row, in order: those that go on from its own, and one list (1 2 3 …) in each piece."""
    begin = row.numbered.end if row.numbered else row.begin
    if len(row.text) - begin < 6 or (row.numbered is None and is_label(row.text.strip())):
        return []
    places = [m.start() for m in _PLACES.finditer(row.text, begin)]
    if row.numbered is None and places:
        places.insert(0, begin)
    options = [o for at in places for o in candidates(row.text, at, row.passage.text)]
    options = [o for o in options if o.start >= begin and o.style is not Style.BULLET]
    if not options and not places:
        return []
    siblings = _siblings(row, options, following, last) or glued(row.text, begin, row.numbered is None)
    bounds = [begin, *(s.start for s in siblings), len(row.text)]
    if not siblings and row.numbered is None:
        return []
    found = list(siblings)
    outer = row.numbered or siblings[0]
    for low, high in pairwise(bounds):
        found.extend(_list(row.text, [o for o in options if low < o.start < high and o not in siblings], outer))
    return sorted(found, key=lambda o: o.start)


def _siblings(row: Row, options: list[Ordinal], following: Ordinal | None, last: dict[Style, int]) -> list[Ordinal]:
    if row.numbered is not None:
        if row.numbered.variant:  # 4. 每台车备雨伞 5 把: where numbers have marks, one without is an amount
            options = [o for o in options if o.variant or o.style is not Style.ARABIC or row.text[:o.start].rstrip()[-1:] in _STOPS]
        return _chain(row.text, options, row.numbered.style, row.numbered.number + 1, row.numbered.end)
    for first in options:
        lead = row.text[first.start - 1] if first.start > row.begin else "："
        goes_on = first.number == last.get(first.style, 0) + 1
        if (first.number != 1 and not goes_on) or not _opens(row.text, first, lead):
            continue
        chain = [first, *_chain(row.text, options, first.style, first.number + 1, first.end)]
        next_line = following is not None and (following.style, following.number) == (first.style, chain[-1].number + 1)
        if len(chain) > 1:
            chain += _one_more(row.text, options, chain[-1])
        alone = goes_on and lead in "：:。；;" and not first.weak and first.start > row.begin
        if len(chain) > 1 or next_line or alone:
            return chain
    return []


def _one_more(text: str, options: list[Ordinal], last: Ordinal) -> list[Ordinal]:
    """还有一件， 此外， after the last of a list: one more of the same kind."""
    found = next((o for o in options if o.variant == "word" and o.start > last.end + 2 and text[o.start - 1] in "。！；"), None)
    return [] if found is None or last.style is Style.NTH else [replace(found, style=last.style, number=last.number + 1)]


def _opens(text: str, first: Ordinal, lead: str) -> bool:
    """Whether a list may begin here: after a stop, or a comma for 一是 and the like."""
    return lead in _STOPS or (first.style in MINOR and not (first.weak and counted(text, first.end)))


def _chain(text: str, options: list[Ordinal], style: Style, number: int, at: int) -> list[Ordinal]:
    """`number`, `number + 1` … of one style, each at least two characters after the one before."""
    found: list[Ordinal] = []
    for option in options:
        fits = option.number == number or (option.variant == "word" and option.number > number)
        if option.style is style and fits and option.start >= at + 2 and _parted(text, option):
            found.append(option)
            number, at = option.number + 1, option.end
    return found


def _parted(text: str, option: Ordinal) -> bool:
    lead = text[option.start - 1]
    if option.style in (Style.CIRCLED, Style.IS, Style.NTH, Style.ARABIC_PAREN):
        return True
    if option.weak and counted(text, option.end):
        return False
    if option.style is Style.ARABIC and not option.weak and "\u4e00" <= lead <= "\u9fff" and lead not in "第每约近":
        return True  # 1.学会新包装机2.全年无退货
    return lead in _STOPS or (lead in "，,、" and not option.weak and option.style is not Style.CHINESE)


def _list(text: str, options: list[Ordinal], outer: Ordinal) -> list[Ordinal]:
    """The first list 1 2 … of another style inside one piece."""
    for first in options:
        if first.number == 1 and first.style > outer.style and not (first.weak and counted(text, first.end)):
            chain = [first, *_chain(text, options, first.style, 2, first.end)]
            if len(chain) > 1:
                return chain
    return []
