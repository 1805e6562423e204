"""Tables ruled only across, or only striped: their columns are the gaps that all their rows share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractors.formats.pdfpage.bands import MOST_ROWS, Band, bands, merged, shared_gaps, split
from extractors.formats.pdfpage.content import BLANKS, Ruling, Run, Strokes
from extractors.formats.pdfpage.grid import Grid
from extractors.formats.pdfpage.ledger_cells import Ledger, grid, in_columns, opened
from extractors.formats.pdfpage.rulings import MANY, SNAP, joined

_ROWS = 3
"""Rows at the least."""

_TRIED = 12
"""Ways in which rulings may be a table that are tried."""

_SPANNING = 1 / 3
"""The share of rows with a single cell at the most."""


def ledgers(runs: Sequence[Run], strokes: Strokes, taken: Sequence[Grid], before: Sequence[float] = ()) -> list[Grid]:
    """The tables among the rulings that belong to none of the grids `taken`; `before` are the columns' edges of the table that the
    page before ends with."""
    if len(strokes.across) < 2 and len(strokes.areas) < 2:
        return []
    across = joined([*strokes.across, *_stripes(strokes)])
    if len(across) > MANY or len(strokes.down) > MANY:
        return []
    free = [rule for rule in across if not (any(_touches(rule, grid) for grid in taken) or any(_ends_at(rule, side) for side in strokes.down))]
    solid = [run for run in runs if run.text not in BLANKS]
    found = (_ledger(group, solid, strokes, _same(group, before)) for group in _alike(free))
    return [grid for grid in found if grid is not None]


def _same(rules: Sequence[Ruling], before: Sequence[float]) -> Sequence[float]:
    """The inner edges of the table before, where the rulings begin and end as it does."""
    alike = len(before) > 2 and abs(before[0] - rules[0].start) < SNAP > abs(before[-1] - rules[0].end)
    return before[1:-1] if alike else ()


def _stripes(strokes: Strokes) -> Iterator[Ruling]:
    """The edges of areas that stripe a table: several of one width."""
    for x0, low, x1, high in strokes.areas:
        if x1 - x0 > 4 * (high - low):
            yield Ruling(low, x0, x1)
            yield Ruling(high, x0, x1)


def _touches(rule: Ruling, grid: Grid) -> bool:
    level = grid.y0 - SNAP <= rule.at <= grid.y1 + SNAP
    return level and len(grid.cells) > 1 and rule.start < grid.x1 and rule.end > grid.x0


def _ends_at(rule: Ruling, side: Ruling) -> bool:
    """Whether a ruling is the edge of a frame."""
    return side.start - SNAP <= rule.at <= side.end + SNAP and min(abs(side.at - rule.start), abs(side.at - rule.end)) < SNAP


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
    return [group for group in groups if 2 <= len(group) <= MOST_ROWS]


def _ledger(rules: Sequence[Ruling], runs: Sequence[Run], strokes: Strokes, known: Sequence[float]) -> Grid | None:
    start, end = rules[0].start - SNAP, rules[0].end + SNAP
    beside = [run for run in runs if run.xs[0] < end and run.xs[-1] > start]
    rows = bands([rule.at for rule in rules], beside)
    if any(run.xs[0] < start or run.xs[-1] > end for row in rows for run in row.runs):
        return None
    if not known:
        rows = _below_letterhead(rows)
    if len(rows) <= 2 and not known:
        rows = [*rows[:-1], *_unruled(rows)]
    joints = [x for rule in strokes.across if rows and rows[-1].low <= rule.at <= rows[0].high for x in (rule.start, rule.end)]
    continued = _continued(rows, rules[0], known)
    table = continued or _best(rows, rules[0], joints)
    if table is None:
        return None
    whole = opened(table, [run for run in beside if start <= run.xs[0] and run.xs[-1] <= end])
    return grid(whole) if continued or sum(not row.spans for row in whole.bands) >= _ROWS else None


def _below_letterhead(rows: list[Band]) -> list[Band]:
    """Without what stands between the ruling below a running head, as wide as the table, and the table's first: fewer gaps go through
    all than through the table's head and body."""
    return rows[1:] if len(rows) == _ROWS and len(shared_gaps(rows)) < len(shared_gaps(rows[1:])) else rows


def _unruled(rows: Sequence[Band]) -> list[Band]:
    """The last of one or two bands as the rows of a table that has rulings only at its top and bottom, and perhaps under its head;
    without the latter it has more columns than fields in two columns have."""
    gaps = shared_gaps(rows) if rows else []
    return split(rows[-1], gaps) if len(gaps) > 2 - len(rows) and gaps else list(rows[-1:])


def _continued(rows: Sequence[Band], rule: Ruling, known: Sequence[float]) -> Ledger | None:
    """The first rows of a page where they stand in the columns of the table before it."""
    if not known:
        return None
    held = tuple(takewhile(lambda row: not (any(map(row.crosses, known)) or (row.spans and row.begins < known[0])), rows))
    return None if all(row.spans for row in held) else Ledger(held, (rule.start, *known, rule.end), frozenset())


def _best(rows: Sequence[Band], rule: Ruling, joints: Sequence[float]) -> Ledger | None:
    """The rows one under the other that share most gaps, counted row by row, and whose words are in line at them."""
    for _, first, last in sorted(_sequences(rows), reverse=True)[:_TRIED]:
        plain = [row for row in rows[first:last] if not row.spans]
        gaps = shared_gaps(plain)
        places = [[x for x in joints if x0 - 1 <= x <= x1 + 1] for x0, x1 in gaps]
        edges = [sorted(on)[len(on) // 2] if on else (x0 + x1) / 2 for on, (x0, x1) in zip(places, gaps, strict=True)]
        if in_columns(plain, edges):
            sharp = frozenset(edge for on, edge in zip(places, edges, strict=True) if on)
            return Ledger(tuple(rows[first:last]), (rule.start, *edges, rule.end), sharp)
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
            if plain >= max(min(_ROWS, len(rows)), (1 - _SPANNING) * (last - first)):
                yield plain * (len(covered) - 1), first, last
