"""Two forms of one print side by side on a sheet, which are read one after the other although nobody ruled them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.formats.pdfpage.columns import Column, Columns
from extractors.formats.pdfpage.content import BLANKS, Run
from extractors.formats.pdfpage.lines import set_lines

_GAP = 1.5
"""Ems between the words of a line that may belong to two forms."""

_ALIKE, _BEGIN = 3, 2
"""So many lines must begin with the same letters on both sides, so many of them (姓名：…… | 姓名：……)."""

_SAME = 3.0
"""Points by which the lines of one side may begin apart."""


class _Row(NamedTuple):
    """The runs of one baseline, with the first of each word that stands apart."""

    runs: list[Run]
    words: list[Run]

    def crosses(self, gutter: float) -> bool:
        return any(run.xs[0] < gutter - _SAME and run.xs[-1] > gutter for run in self.runs)


def forms_beside(runs: Sequence[Run], page: int) -> tuple[Sequence[Run], Columns | None]:
    """The two forms as columns, and the runs that belong to neither. None on almost every page."""
    if not _twice(runs):
        return runs, None
    rows = _rows(runs)
    gutter, first, end = _alike(rows)
    if end == first:
        return runs, None
    while first and len(rows[first - 1].words) > 1 and not rows[first - 1].crosses(gutter):
        first -= 1
    while end < len(rows) and not rows[end].crosses(gutter):
        end += 1
    return _parted(runs, rows[first:end], gutter, page)


def _twice(runs: Sequence[Run]) -> bool:
    """Whether enough lines have two words that begin alike; a look that costs little."""
    begun = [(run.y, run.text[:_BEGIN]) for run in runs if len(run.text) > 1]
    return len(begun) - len(set(begun)) >= _ALIKE


def _rows(runs: Sequence[Run]) -> list[_Row]:
    by_baseline: dict[float, list[Run]] = {}
    for run in runs:
        if run.text not in BLANKS:
            by_baseline.setdefault(run.y, []).append(run)
    return [_row(sorted(by_baseline[y], key=lambda run: run.xs[0])) for y in sorted(by_baseline, reverse=True)]


def _row(runs: list[Run]) -> _Row:
    apart = [b for a, b in pairwise(runs) if b.xs[0] - a.xs[-1] > _GAP * b.em]
    return _Row(runs, [runs[0], *apart])


def _alike(rows: Sequence[_Row]) -> tuple[float, int, int]:
    """Where the second form begins on the page, and the rows between which both begin alike; an empty range where there are too few."""
    pairs = [(i, row.words[1].xs[0]) for i, row in enumerate(rows) if len(row.words) == 2 and row.words[0].text[:_BEGIN] == row.words[1].text[:_BEGIN]]
    (at, count), *_ = Counter(round(x / _SAME) for _, x in pairs).most_common(1) or [(0, 0)]
    if count < _ALIKE:
        return 0.0, 0, 0
    held = [(i, x) for i, x in pairs if abs(x - at * _SAME) <= _SAME]
    return min(x for _, x in held), held[0][0], held[-1][0] + 1


def _parted(runs: Sequence[Run], rows: Sequence[_Row], gutter: float, page: int) -> tuple[Sequence[Run], Columns | None]:
    if any(row.crosses(gutter) for row in rows):
        return runs, None
    top, bottom = rows[0].runs[0].y, rows[-1].runs[0].y
    middle = _middle(rows, gutter)
    inside = [run for run in runs if bottom <= run.y <= top]
    sides = ([run for run in inside if run.xs[0] < middle], [run for run in inside if run.xs[0] >= middle])
    made = [Column(min(line.x0 for line in lines), max(line.x1 for line in lines), lines) for side in sides if (lines := set_lines(side, page))]
    if len(made) < len(sides):
        return runs, None
    return [run for run in runs if not bottom <= run.y <= top], Columns(made, (made[0].x0, made[0].x1, made[1].x0, made[1].x1), top, bottom)


def _middle(rows: Sequence[_Row], gutter: float) -> float:
    """Where the left form ends: a centred title of the right one begins to the right of its lines."""
    return max([run.xs[-1] for row in rows for run in row.runs if run.xs[0] < gutter - _SAME], default=gutter) + 0.1
