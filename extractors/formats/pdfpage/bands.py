"""Rows between rulings that run across the page, and the gaps that such rows share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.formats.pdfpage.content import Run

_GAP = 0.55
"""Ems between two columns at the least; the blank between two words is narrower."""

MOST_ROWS = 100
"""Rows of one table at the most."""

_LEVEL = 0.4
"""Ems between the baselines of two words that are level."""


class Cover(NamedTuple):
    """A stretch of a line with text; what stands nearer to it than `least` points belongs to it."""

    x0: float
    x1: float
    least: float


class Band(NamedTuple):
    """What stands between two rulings: its text, and what this covers of the line, words that stand close as one."""

    low: float
    high: float
    runs: tuple[Run, ...]
    covered: tuple[Cover, ...]

    @property
    def spans(self) -> bool:
        """Whether its text is a single cell."""
        return len(self.covered) < 2

    @property
    def begins(self) -> float:
        return self.covered[0].x0

    def between(self, x0: float, x1: float) -> list[Run]:
        return [run for run in self.runs if x0 <= (run.xs[0] + run.xs[-1]) / 2 < x1]

    def crosses(self, x: float) -> bool:
        """Whether text stands at `x`."""
        return any(run.xs[0] < x < run.xs[-1] for run in self.runs)


def band(low: float, high: float, runs: Sequence[Run]) -> Band:
    """The band of these runs, of which there is at least one."""
    return Band(low, high, tuple(runs), merged([Cover(run.xs[0], run.xs[-1], _GAP * run.em) for run in runs]))


def bands(heights: Sequence[float], runs: Sequence[Run]) -> list[Band]:
    """The rows between neighbouring rulings that hold text, from top to bottom; `heights` fall."""
    held = [(low, high, [run for run in runs if low < run.y + 0.25 * run.em <= high]) for high, low in pairwise(heights)]
    return [band(low, high, row) for low, high, row in held if row]


def merged(covers: Sequence[Cover]) -> tuple[Cover, ...]:
    """What several stretches of a line cover together."""
    ordered = sorted(covers)
    found = ordered[:1]
    for cover in ordered[1:]:
        last = found[-1]
        if cover.x0 - last.x1 >= max(cover.least, last.least):
            found.append(cover)
        else:
            found[-1] = Cover(last.x0, max(last.x1, cover.x1), max(cover.least, last.least))
    return tuple(found)


def shared_gaps(rows: Sequence[Band]) -> list[tuple[float, float]]:
    """The gaps that all rows leave free."""
    columns = merged([cover for row in rows for cover in row.covered])
    return [(a.x1, b.x0) for a, b in pairwise(columns)]


def split(row: Band, gaps: Sequence[tuple[float, float]]) -> list[Band]:
    """A band that nothing rules inside, as rows: each begins level with a word of the column that has fewest lines. The band as it
    is where the cells of such rows do not all begin at their top."""
    edges = [float("-inf"), *((x0 + x1) / 2 for x0, x1 in gaps), float("inf")]
    columns = [sorted({run.y for run in row.between(a, b)}, reverse=True) for a, b in pairwise(edges)]
    em = row.runs[0].em
    if len(columns) < 2 or not all(columns) or any(abs(lines[0] - columns[0][0]) > _LEVEL * em for lines in columns):
        return [row]
    tops = min(columns, key=len)
    if len(tops) > MOST_ROWS:
        return [row]
    heights = [row.high, *(y + em for y in tops[1:]), row.low]
    for high, low in pairwise(heights):
        starts = [held[0] for lines in columns if (held := [y for y in lines if low < y + 0.25 * em <= high])]
        if len(starts) < len(columns) or max(starts) - min(starts) > _LEVEL * em:
            return [row]
    return bands(heights, row.runs)
