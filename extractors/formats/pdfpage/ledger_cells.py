"""The cells of a table whose columns show only in its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.formats.pdfpage.bands import Band, band
from extractors.formats.pdfpage.content import Run
from extractors.formats.pdfpage.grid import PADDING, Grid, GridCell

_LEADING, _PITCH = 2.5, 1.9
"""Ems between a ruling and the row that has none on its other side (a heading, the last row), and between two lines of a cell."""

_ALIGNED, _SHIFT = 0.6, 0.6
"""The share of a column's cells that begin, end or are centred at one place; the ems by which they may miss it."""


class Ledger(NamedTuple):
    """Rows and the edges of their columns, the outer ones first and last; `sharp` are those that rulings show."""

    bands: tuple[Band, ...]
    edges: tuple[float, ...]
    sharp: frozenset[float]

    def column(self, at: int) -> list[list[Run]]:
        """What stands in a column, row by row; rows of a single cell are left out."""
        rows = (row.between(self.edges[at], self.edges[at + 1]) for row in self.bands if not row.spans)
        return [cell for cell in rows if cell]


def in_columns(rows: Sequence[Band], edges: Sequence[float]) -> bool:
    """Whether the words of each column stand in line, and no column is the first half of a word that was set wide (姓　名)."""
    for a, b in pairwise([float("-inf"), *edges, float("inf")]):
        cells = [cell for row in rows if (cell := row.between(a, b))]
        if not cells or all(len(run.text) == 1 and not run.text.isnumeric() for cell in cells for run in cell) or not _in_line(cells):
            return False
    return bool(edges)


def _in_line(cells: Sequence[Sequence[Run]]) -> bool:
    em = cells[0][0].em
    starts = [min(run.xs[0] for run in cell) for cell in cells]
    ends = [max(run.xs[-1] for run in cell) for cell in cells]
    middles = [(a + b) / 2 for a, b in zip(starts, ends, strict=True)]
    return any(_agreeing(places, _SHIFT * em) >= _ALIGNED * len(cells) for places in (starts, ends, middles))


def _agreeing(places: Sequence[float], shift: float) -> int:
    return max(sum(abs(place - other) < shift for other in places) for place in places)


def opened(table: Ledger, runs: Sequence[Run]) -> Ledger:
    """With the row above the first ruling and the one below the last, where they stand in the columns too."""
    top, low = table.bands[0].high, table.bands[-1].low
    em = table.bands[0].runs[0].em
    above = sorted((run for run in runs if top < run.y + 0.25 * run.em < top + _LEADING * em), key=lambda run: run.y)
    below = sorted((run for run in runs if run.y + 0.25 * run.em < low), key=lambda run: -run.y)
    rows = table.bands
    heads = (_row(held, high=None, low=top) for held in (above, _level(above)) if held)
    if head := next((row for row in heads if _belongs(row, table)), None):
        rows = (head, *rows)
    feet = (held for held in ([run for run in below if low - run.y < _LEADING * em], _level(below)) if held and low - held[0].y < _LEADING * em)
    if foot := next((held for held in feet if _belongs(_row(held, high=low, low=None), table)), None):
        rows = (*rows, _row([*foot, *_rest(below[len(foot) :], foot[-1].y, table)], high=low, low=None))
    return table._replace(bands=rows)


def _level(runs: Sequence[Run]) -> list[Run]:
    """The runs that stand level with the first."""
    return [run for run in runs if abs(run.y - runs[0].y) < 0.5 * run.em]


def _row(runs: Sequence[Run], high: float | None, low: float | None) -> Band:
    top = max(run.y + run.em for run in runs) if high is None else high
    return band(min(run.y - 0.4 * run.em for run in runs) if low is None else low, top, runs)


def _rest(below: Sequence[Run], y: float, table: Ledger) -> list[Run]:
    """The further lines of the last row: none begins in the first column, or at the very edge, or crosses an edge, and all are in line with the column."""
    found: list[Run] = []
    for run in below:
        own = band(run.y, run.y, [run])
        if y - run.y > _PITCH * run.em or not table.edges[1] <= run.xs[0] < table.edges[-1] or any(map(own.crosses, table.edges[1:-1])):
            break
        column = table.column(next(at for at, edge in enumerate(table.edges[1:]) if run.xs[0] < edge))
        if not any(abs(min(other.xs[0] for other in cell) - run.xs[0]) < _SHIFT * run.em for cell in column):
            break
        found.append(run)
        y = run.y
    return found


def _belongs(row: Band, table: Ledger) -> bool:
    """Whether a row is one of the table: it crosses no edge, begins in the first column, and its words are in line."""
    if any(map(row.crosses, table.edges[1:-1])):
        return False
    cells = [row.between(a, b) for a, b in pairwise(table.edges)]
    for at, cell in enumerate(cells):
        if cell and not any(_in_line([cell, other]) for other in table.column(at)):
            return False
    return bool(cells[0]) and sum(map(bool, cells)) >= max(2, len(cells) - 1)


def grid(table: Ledger) -> Grid:
    """The table as rulings around all its cells would give it."""
    last = len(table.edges) - 1
    bounds = [_bounds(table, at) for at in range(last)]
    cells: list[GridCell] = []
    for number, row in enumerate(table.bands):
        cuts = [] if row.spans and row.begins < table.edges[1] else [at for at in range(1, last) if not row.crosses(table.edges[at])]
        for a, b in pairwise([0, *cuts, last]):
            x0 = min([bounds[a][0], *(run.xs[0] for run in row.between(table.edges[a], table.edges[b]))])
            cells.append(GridCell(number, a, 1, b - a, x0, row.low, bounds[b - 1][1], row.high))
    return Grid(tuple(cells), table.edges, table.edges[0], table.bands[-1].low, table.edges[-1], table.bands[0].high)


def _bounds(table: Ledger, at: int) -> tuple[float, float]:
    """Where the cells of a column begin and end: at rulings, else near its text. What is nowhere wrapped may reach as far as the
    next column."""
    left, right = table.edges[at], table.edges[at + 1]
    cells = table.column(at)
    if not cells:
        return left, right
    if at and left not in table.sharp:
        left = max(left, min(run.xs[0] for cell in cells for run in cell) - PADDING)
    wrapped = any(len({round(run.y) for run in cell}) > 1 for cell in cells)
    if at + 2 < len(table.edges) and right not in table.sharp and wrapped:
        right = min(right, max(run.xs[-1] for cell in cells for run in cell) + PADDING)
    return left, right
