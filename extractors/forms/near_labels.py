"""The labels that may say whose a date is: those of a line, beside a cell and over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.forms.claims import Claim, Claimant, claimant, claims
from extractors.forms.dates import DateHit, find_dates, may_be_dated
from extractors.forms.grid import ANSWERED
from extractors.forms.places import Line, Seat
from extractors.forms.standing import LONGEST_NAME, PROSE, SHORT
from extractors.forms.text import is_blank, label_key, printed_width
from extractors.model import Cell

SIGNED = re.compile("签|章|意见|审|人$|(?:承诺|填[表报])(?:时间|日期)")
"""A label of somebody's signature or opinion."""
_NEAR = 8
"""Letters by which a column may be missed."""


def asks_signature(text: str) -> bool:
    """Whether a line is the place of a signature or seal and no more (（盖章）)."""
    found = claims(text)
    return bool(found) and len(text.strip()) < LONGEST_NAME and all(c.who is Claimant.NOBODY for c in found)


def same_cell(one: Line, other: Line) -> bool:
    """Whether two lines stand in one cell of a table."""
    return one.seat is not None and other.seat is not None and one.seat.cell is other.seat.cell


def dealt(found: Sequence[Claim], above: str, hits: Sequence[DateHit], text: str) -> list[Claim]:
    """One label a date; a single date under two labels is the one's under which it is set, else the promiser's."""
    if len(found) < 2:
        return []
    if len(found) == len(hits):
        return list(found)
    if len(hits) > 1:
        return []
    at = printed_width(text[: hits[0].start])
    under = [c for c in found if at >= max(printed_width(above[: c.start]) - _NEAR, _NEAR)]
    own = next((c for c in found if c.who is Claimant.OWN), None)
    return [under[-1]] if under and at > _NEAR else [own] if own is not None else []


def undated(found: Sequence[Claim], text: str) -> list[Claim]:
    """The labels of a line, of several without those that have their date on it where all but one have."""
    if len(found) < 2 or not may_be_dated(text):
        return list(found)
    starts = [h.start for h in find_dates(text)]
    ends = [*(c.start for c in found[1:]), len(text)]
    bare = [c for c, end in zip(found, ends, strict=True) if not any(c.start < at < end for at in starts)]
    return bare if len(bare) == 1 else list(found)


def opens(lines: Sequence[Line], j: int, i: int) -> bool:
    """Whether line `j` is a label right above line `i` and no more."""
    return j == i - 1 and lines[j].seat is None and lines[j].text.rstrip().endswith(("：", ":"))


def labels_of(text: str, whole: bool = True) -> tuple[Claim, ...]:
    """The labels of a line, or the `whole` line as a label."""
    found = claims(text)
    if found or len(text) > SHORT or PROSE.search(text) or find_dates(text):
        return found
    answered = ANSWERED.search(text)
    key = label_key(text[: answered.start()] if answered is not None else text)  # 投诉电话：12345　意见箱在门口 is no opinion
    who = claimant(key, marked=whole)
    return (Claim(who, key, 0),) if who is not None else ()


def labels_around(seat: Seat) -> Iterator[Claim]:
    """The labels to the left of a cell, then those over it; a cell with a date of its own, or with a long text, ends the way. Whose
    a bare 日期 is tells the place of signature right above it."""
    if (day := next(seat.left(), None)) is not None and (bare := labels_of_cell(day.text)) and all(c.who is Claimant.NOBODY for c in bare):
        over = next(replace(seat, cell=day).above(), None)
        yield from (c for c in (labels_of_cell(over.text) if over is not None else ()) if c.who is not Claimant.NOBODY and SIGNED.search(c.key))
    yield from _along(seat.left())
    first = next((c for c in seat.left() if c.col == 0), None)
    if first is not None and is_blank(first.text):  # the row goes on with the one above
        yield from _along(c for c in replace(seat, cell=first).above() if not is_blank(c.text))
    for cell in seat.above():
        found = labels_of_cell(cell.text)
        yield from reversed(found)
        if found and all(c.who is Claimant.NOBODY for c in found):  # 日期 beside the one whose it is
            yield from _along(replace(seat, cell=cell).left())
        if _ends(cell.text, found):
            return


def _along(cells: Iterable[Cell]) -> Iterator[Claim]:
    for cell in cells:
        found = labels_of_cell(cell.text)
        yield from reversed(found)
        if _ends(cell.text, found):
            return


def _ends(text: str, found: Sequence[Claim]) -> bool:
    return len(text) > SHORT or (not found and bool(find_dates(text)))


def labels_of_cell(text: str) -> tuple[Claim, ...]:
    """The labels of a cell; one that is nothing else may be printed a letter a line."""
    key = label_key(text) if len(text) <= SHORT and not PROSE.search(text) and not ANSWERED.search(text) else ""
    whole = claimant(key, marked="章" in text or "签" in text)
    if whole is not None:
        return (Claim(whole, key, 0),)
    return tuple(c for line in text.split("\n") for c in claims(line)) if len(text) <= SHORT and not find_dates(text) else ()
