"""Tables ruled only across, or only striped: their columns are the gaps that all their rows share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.formats.pdfpage.bands import Band, Gap, band, bands, merged, shared_gaps, split
from extractors.formats.pdfpage.content import BLANKS, Ruling, Run, Strokes
from extractors.formats.pdfpage.grid import Grid, GridCell
from extractors.formats.pdfpage.rulings import SNAP, joined

_ROWS = 3
"""Rows at the least."""

_MOST, _TRIED = 100, 12
"""Rulings of one table at the most; ways in which they may be a table that are tried."""

_LEADING = 2.5
"""Ems between a ruling and the row that has none on its other side (a heading, the last row)."""

_PADDING = 6.0
"""Points between the text of a cell and its edge where nothing else shows the edge."""

_ALIGNED, _SHIFT = 0.6, 0.6
"""The share of a column's cells that begin, end or are centred at one place; the ems by which they may miss it."""

_SPANNING = 1 / 3
"""The share of rows with a single cell at the most."""


class _Found(NamedTuple):
    """Rows that share gaps."""

    bands: tuple[Band, ...]
    gaps: tuple[Gap, ...]


def ledgers(runs: Sequence[Run], strokes: Strokes, taken: Sequence[Grid]) -> list[Grid]:
    """The tables among the rulings that belong to none of the grids `taken`."""
    if len(strokes.across) < _ROWS and len(strokes.areas) < 2:
        return []
    across = joined([*strokes.across, *_stripes(strokes)])
    free = [rule for rule in across if not any(_touches(rule, grid) for grid in taken)]
    solid = [run for run in runs if run.text not in BLANKS]
    found = (_ledger(group, solid, strokes) for group in _alike(free))
    return [grid for grid in found if grid is not None]


def _stripes(strokes: Strokes) -> Iterator[Ruling]:
    """The edges of areas that stripe a table: several of one width."""
    for x0, low, x1, high in strokes.areas:
        if x1 - x0 > 4 * (high - low):
            yield Ruling(low, x0, x1)
            yield Ruling(high, x0, x1)


def _touches(rule: Ruling, grid: Grid) -> bool:
    level = grid.y0 - SNAP <= rule.at <= grid.y1 + SNAP
    return level and len(grid.cells) > 1 and rule.start < grid.x1 and rule.end > grid.x0


def _alike(rules: Sequence[Ruling]) -> list[list[Ruling]]:
    """Rulings that begin and end alike, from top to bottom."""
    groups: list[list[Ruling]] = []
    for rule in sorted(rules, key=lambda rule: -rule.at):
        for group in groups:
            if abs(group[0].start - rule.start) < SNAP > abs(group[0].end - rule.end):
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if _ROWS <= len(group) <= _MOST]


def _ledger(rules: Sequence[Ruling], runs: Sequence[Run], strokes: Strokes) -> Grid | None:
    start, end = rules[0].start - SNAP, rules[0].end + SNAP
    beside = [run for run in runs if run.xs[0] < end and run.xs[-1] > start]
    rows = bands([rule.at for rule in rules], beside)
    if any(run.xs[0] < start or run.xs[-1] > end for row in rows for run in row.runs):
        return None
    if len(rows) == 2:
        rows = [rows[0], *split(rows[1], shared_gaps(rows))]
    found = _best(rows)
    if found is None:
        return None
    whole = _open_rows(found, [run for run in beside if start <= run.xs[0] and run.xs[-1] <= end])
    return _grid(whole, rules[0].start, rules[0].end, strokes)


def _best(rows: Sequence[Band]) -> _Found | None:
    """The rows one under the other that share most gaps, counted row by row, and whose words are in line at them."""
    for _, first, last in sorted(_sequences(rows), reverse=True)[:_TRIED]:
        held = tuple(rows[first:last])
        plain = [row for row in held if not row.spans]
        if _aligned(plain, gaps := shared_gaps(plain)):
            return _Found(held, tuple(gaps))
    return None


def _sequences(rows: Sequence[Band]) -> Iterator[tuple[int, int, int]]:
    """Rows that share gaps: their number times that of the gaps, the first of them, and the one behind the last."""
    for first, begin in enumerate(rows):
        if begin.spans:
            continue
        covered, plain = begin.covered, 1
        for last, row in enumerate(rows[first + 1 :], first + 2):
            if row.spans:
                continue
            covered, plain = merged([*covered, *row.covered]), plain + 1
            if len(covered) < 2:
                break
            if plain >= max(_ROWS, (1 - _SPANNING) * (last - first)):
                yield plain * (len(covered) - 1), first, last


def _aligned(rows: Sequence[Band], gaps: Sequence[Gap]) -> bool:
    """Whether the words of each column stand in line, and no column is the first half of a word that was set wide (姓　名)."""
    edges = [float("-inf"), *(gap.middle for gap in gaps), float("inf")]
    for a, b in pairwise(edges):
        cells = [cell for row in rows if (cell := row.between(a, b))]
        if all(len(run.text) == 1 and not run.text.isnumeric() for cell in cells for run in cell) or not _in_line(cells):
            return False
    return True


def _in_line(cells: Sequence[Sequence[Run]]) -> bool:
    em = cells[0][0].em if cells else 1.0
    starts = [min(run.xs[0] for run in cell) for cell in cells]
    ends = [max(run.xs[-1] for run in cell) for cell in cells]
    middles = [(a + b) / 2 for a, b in zip(starts, ends, strict=True)]
    return any(_agreeing(places, _SHIFT * em) >= _ALIGNED * len(cells) for places in (starts, ends, middles))


def _agreeing(places: Sequence[float], shift: float) -> int:
    return max(sum(abs(place - other) < shift for other in places) for place in places)


def _open_rows(found: _Found, runs: Sequence[Run]) -> _Found:
    """With the row above the first ruling and the one below the last, where they stand in the columns too."""
    top, low = found.bands[0].high, found.bands[-1].low
    em = found.bands[0].runs[0].em
    above = [run for run in runs if top < run.y + 0.25 * run.em < top + _LEADING * em]
    below = [run for run in runs if low - _LEADING * em < run.y + 0.25 * run.em < low]
    rows = found.bands
    if above and _belongs(head := band(top, max(run.y + 1.2 * run.em for run in above), above), found):
        rows = (head, *rows)
    if below and _belongs(foot := band(min(run.y - 0.5 * run.em for run in below), low, below), found):
        rows = (*rows, foot)
    return found._replace(bands=rows)


def _belongs(row: Band, found: _Found) -> bool:
    """Whether a row is one of the table: it crosses no gap, begins in the first column, and its words are in line."""
    if any(row.crosses(gap.middle) for gap in found.gaps):
        return False
    edges = [float("-inf"), *(gap.middle for gap in found.gaps), float("inf")]
    filled = 0
    for a, b in pairwise(edges):
        cell = row.between(a, b)
        if not cell and a == edges[0]:
            return False
        others = [other for band in found.bands if not band.spans and (other := band.between(a, b))]
        if cell and not any(_in_line([cell, other]) for other in others):
            return False
        filled += bool(cell)
    return filled >= max(2, len(found.gaps))


def _grid(found: _Found, start: float, end: float, strokes: Strokes) -> Grid:
    low, high = found.bands[-1].low - SNAP, found.bands[0].high + SNAP
    joints = [x for rule in strokes.across if low < rule.at < high for x in (rule.start, rule.end)]
    inner = [gap.edge(joints, _PADDING) for gap in found.gaps]
    xs = (start, *inner, end)
    cells: list[GridCell] = []
    for number, row in enumerate(found.bands):
        cuts = [at for at, x in enumerate(inner, 1) if not row.crosses(x)]
        places = [0, *cuts, len(xs) - 1]
        cells.extend(GridCell(number, a, 1, b - a, xs[a], row.low, xs[b], row.high) for a, b in pairwise(places))
    return Grid(tuple(cells), xs, start, found.bands[-1].low, end, found.bands[0].high)
