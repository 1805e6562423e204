"""Where the headings of a roster's sheet are, how many rows they take, and which further rows are no rows of the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from pipeline.roster_columns import NAMES, Taken, recognised
from pipeline.roster_pages import Row
from pipeline.roster_rows import Line


def header(rows: list[Row], title: str) -> tuple[int, Row, int, Taken | None]:
    """Where the headings are, as one row, how many rows they take, and what they were taken for: those in which most columns are
    known, a list that is whole before one that is not. Two rows of headings (党员人数 over 合计, 正式) are read together where that
    tells more."""
    singles = [(at, row, 1, taken) for at, row in enumerate(rows) if (taken := recognised(row.values, title))]
    doubles = [
        (at, both, 2, taken) for at, (over, under) in enumerate(pairwise(rows))
        if len(over.texts) > 1 and (taken := recognised((both := _two_rows(over, under)).values, title))
    ]  # fmt: skip
    return max([*singles, *doubles], key=lambda found: _rank(found[3]), default=(0, rows[0] if rows else Row(1, []), 1, None))


def _rank(taken: Taken) -> tuple[bool, int]:
    return taken.whole, len(taken.columns) + len(taken.documents)


def _two_rows(over: Row, under: Row) -> Row:
    """Headings of two rows as one: 联络员 over 姓名 is 联络员姓名; what is merged down, or stands alone, is itself."""
    width = max(len(over.values), len(under.values))
    a, b = ([*row.values, *[None] * (width - len(row.values))] for row in (over, under))
    return replace(over, values=[top if low in (None, "", top) else f"{top or ''}{low}" for top, low in zip(a, b, strict=True)])


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
    lacking = {row.number for row in blank}
    last: object = None
    filled = []
    for row in rows:
        values = [*row.values, *[None] * (at + 1 - len(row.values))]
        last = values[at] if values[at] not in (None, "") else last
        filled.append(replace(row, values=[*values[:at], last, *values[at + 1 :]]) if row.number in lacking else row)
    return filled
