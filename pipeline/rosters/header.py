"""Where the headings of a roster's sheet are, how many rows they take, what titles lend its rows, and which further rows are no rows
of the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise

from extractors.numerals import NTH, YEAR, number
from pipeline.rosters.columns import NAMES, NAMING, Taken, recognised
from pipeline.rosters.mentions import Mention, Owners
from pipeline.rosters.pages import Row
from pipeline.rosters.registers import named_in
from pipeline.rosters.rows import Line
from pipeline.rosters.values import Frame, day_of


def header(rows: list[Row], title: str) -> tuple[int, Row, int, Taken | None]:
    """Where the headings are, as one row, how many rows they take, and what they were taken for: those in which most columns are
    known, a list that is whole before one that is not. Two rows of headings (党员人数 over 合计, 正式) are read together where that
    tells more."""
    titles = [" ".join([title, *(row.texts[0] for row in rows[:at] if len(row.texts) == 1)]) for at in range(len(rows))]
    singles = [(at, row, 1, taken) for at, row in enumerate(rows) if (taken := recognised(row.values, titles[at]))]
    doubles = [
        (at, both, 2, taken) for at, (over, under) in enumerate(pairwise(rows))
        if len(over.texts) > 1 and (taken := recognised((both := _two_rows(over, under)).values, titles[at]))
    ]  # fmt: skip
    return max([*singles, *doubles], key=lambda found: _rank(found[3]), default=(0, rows[0] if rows else Row(1, []), 1, None))


def _rank(taken: Taken) -> tuple[bool, int]:
    return taken.whole, len(taken.columns) + len(taken.in_documents)


def _two_rows(over: Row, under: Row) -> Row:
    """Headings of two rows as one: 联络员 over 姓名 is 联络员姓名; what is merged down, or stands alone, is itself."""
    width = max(len(over.values), len(under.values))
    a, b = ([*row.values, *[None] * (width - len(row.values))] for row in (over, under))
    return replace(over, values=[top if low in (None, "", top) else f"{top or ''}{low}" for top, low in zip(a, b, strict=True)])


_YEARS = re.compile(rf"(?<!\d)((?:19|20)\d\d)(?!\d)|({YEAR})(?=\s*年)")
_LOOKED_AT = 1000
"""Rows of a register whose days tell the year of the others."""
_MONTH = re.compile(rf"年\s*({NTH})\s*月")


def frame_of(titles: Sequence[str], elsewhere: Sequence[str], rows: Iterable[Row]) -> Frame:
    """What the titles of a sheet say of days without a year; else the one year of its whole days, or of all titles of the workbook."""
    whole = (day_of(value) for row in islice(rows, _LOOKED_AT) for value in row.values if isinstance(value, (str, date)))
    years = _said(titles, _YEARS) or {day.year for day in whole if day} or _said(elsewhere, _YEARS)
    months = _said(titles, _MONTH)
    return Frame(*(found.pop() if len(found) == 1 else None for found in (years, months)))


def _said(titles: Sequence[str], pattern: re.Pattern[str]) -> set[int]:
    return {n for title in titles for found in pattern.finditer(title) if (n := number(next(filter(None, found.groups())))) is not None}


def heads_again(line: Line, header: Row) -> bool:
    """Whether a row is the headings once more, as on each printed page, or their second row where cells are merged down."""
    named = [at for use, at in line.columns.items() if use in NAMES and at < len(line.row.values) and line.row.values[at] not in (None, "")]
    return bool(named) and all(at < len(header.values) and line.row.values[at] == header.values[at] for at in named)


def filled_down(all_rows: Iterable[Row], columns: Mapping[str, int]) -> list[Row]:
    """The rows of a list of people with the branch in each, where only the first of a branch's members names it: most have none."""
    rows, at = list(all_rows), columns.get("branch")
    if at is None:
        return rows
    named = [row for row in rows if Line("", row, columns).text("name")]
    blank = [row for row in named if not Line("", row, columns).text("branch")]
    if 2 * len(blank) <= len(named) or not named or named[0] is blank[0]:
        return rows
    return _filled(rows, at, {row.number for row in blank})


_DITTO = frozenset(("同上", "同前", "同上行", "〃", "″", "々", '"', "“", "”", "''", "丶丶"))


def without_ditto(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with what stands above in the place of each sign of repetition (同上, 〃)."""
    above: list[object] = []
    for row in rows:
        at = [n for n, value in enumerate(row.values) if isinstance(value, str) and value.strip() in _DITTO and n < len(above)]
        if at:
            row = replace(row, values=[above[n] if n in at else value for n, value in enumerate(row.values)])
        width = max(len(row.values), len(above))
        padded = [*row.values, *[None] * (width - len(row.values))]
        above = [old if new in (None, "") else new for old, new in zip([*above, *[None] * (width - len(above))], padded, strict=True)]
        yield row


_IN_ORDER = 4
"""So many different days that never fall stand in the order of a log."""
_SHARE = 3
"""One row in so many at the least has no day where only the first row of a day has one."""


def day_filled_down(rows: list[Row], columns: Mapping[str, int], frame: Frame) -> list[Row]:
    """The rows of a register with the day in each, where only the first row of a day has it: days never fall, and many rows have none
    though they say how much came, or who brought it (rows that say nothing wait for what is to come), or days are too many to be in
    order by chance. Now and then one was put in later."""
    at = columns.get("day")
    lines = [(row, Line("", row, columns)) for row in rows] if at is not None else []
    named = [(row, line) for row, line in lines if any(line.text(use) for use in NAMING)]
    days = [day for _, line in named if (day := day_of(line.raw("day"), frame)) is not None]
    by_chance = len(set(days)) < _IN_ORDER
    came = {row.number for row, line in named if not line.text("day") and (not by_chance or line.text("paper") or line.text("bringer"))}
    falls = sum(a > b for a, b in pairwise(days))
    if at is None or not days or falls > len(days) // _IN_ORDER or _SHARE * len(came) < len(named) or named[0][0].number in came:
        return rows
    return _filled(rows, at, came)


def _filled(rows: Iterable[Row], at: int, blank: Set[int]) -> list[Row]:
    """The rows with the last value of a column in those whose numbers are given."""
    last: object = None
    filled = []
    for row in rows:
        values = [*row.values, *[None] * (at + 1 - len(row.values))]
        last = values[at] if values[at] not in (None, "") else last
        filled.append(replace(row, values=[*values[:at], last, *values[at + 1 :]]) if row.number in blank else row)
    return filled


def column_of_days(rows: Iterable[Row], taken: Taken, frame: Frame) -> int | None:
    """The column whose values are days, mostly; None where none has any."""
    used = {*taken.columns.values(), *taken.in_documents}
    found: dict[int, list[bool]] = {}
    for row in rows:
        for at, value in enumerate(row.values):
            if at not in used and value not in (None, ""):
                found.setdefault(at, []).append(not isinstance(value, (int, float)) and day_of(value, frame) is not None)
    best = max(found, key=lambda at: sum(found[at]), default=None)
    return best if best is not None and sum(found[best]) > 1 and 2 * sum(found[best]) >= len(found[best]) else None


def column_of_names(rows: Iterable[Row], taken: Taken, owners: Owners) -> int | None:
    """The column whose texts name rows of the roster, mostly; None where none does."""
    used = {*taken.columns.values(), *taken.in_documents}
    texts: dict[int, list[str]] = {}
    for row in rows:
        for at, value in enumerate(row.values):
            if at not in used and isinstance(value, str) and value.strip():
                texts.setdefault(at, []).append(value.strip())
    known = {at: sum(any(owners.of(Mention(both=name)).owner for name in named_in(text)) for text in found) for at, found in texts.items()}
    best = max(known, key=lambda at: known[at], default=None)
    return best if best is not None and 2 * known[best] >= len(texts[best]) and known[best] > 1 else None
