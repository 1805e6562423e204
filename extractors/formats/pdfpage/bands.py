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
    """A band that nothing rules inside, as rows: each begins level with a word of the column that has fewest lines, or has its middle
    there. The band as it is where the cells of such rows neither all begin at their top nor all lie about one middle."""
    edges = [float("-inf"), *((x0 + x1) / 2 for x0, x1 in gaps), float("inf")]
    columns = [sorted({run.y for run in row.between(a, b)}, reverse=True) for a, b in pairwise(edges)]
    if len(columns) < 2 or not all(columns) or min(map(len, columns)) > MOST_ROWS:
        return [row]
    heights = _at_their_tops(row, columns) or _about_middles(row, columns)
    return bands(heights, row.runs) if heights else [row]


def _at_their_tops(row: Band, columns: Sequence[Sequence[float]]) -> list[float]:
    """Where rows are parted whose cells all begin level; none where they do not."""
    em = row.runs[0].em
    heights = [row.high, *(y + em for y in min(columns, key=len)[1:]), row.low]
    for high, low in pairwise(heights):
        starts = [held[0] for lines in columns if (held := [y for y in lines if low < y + 0.25 * em <= high])]
        if len(starts) < len(columns) or max(starts) - min(starts) > _LEVEL * em:
            return []
    return heights


def _about_middles(row: Band, columns: Sequence[Sequence[float]]) -> list[float]:
    """Where rows are parted whose cells are set about the middle, each line in the row whose middle is nearest; none where a cell
    lies otherwise, or the rows stand as close as the lines of one."""
    em = row.runs[0].em
    middles = min(columns, key=len)
    held: list[list[float]] = [[] for _ in middles]
    for lines in columns:
        own: list[list[float]] = [[] for _ in middles]
        for y in lines:
            own[min(range(len(middles)), key=lambda at: abs(middles[at] - y))].append(y)
        if not all(own) or any(abs((ys[0] + ys[-1]) / 2 - middle) > _LEVEL * em for ys, middle in zip(own, middles, strict=True)):
            return []
        held = [[*a, *b] for a, b in zip(held, own, strict=True)]
    pitch = max([a - b for lines in held for a, b in pairwise(sorted(set(lines), reverse=True))], default=0.0)
    between = [(min(above), max(below)) for above, below in pairwise(held)]
    if any(above - below < pitch for above, below in between):
        return []
    return [row.high, *((above + below) / 2 + 0.25 * em for above, below in between), row.low]
