"""Strokes to rulings: dashes joined, double lines made one, and each group of crossing lines taken as one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractors.formats.pdfpage.content import Ruling, Strokes

SNAP = 3.0
"""Points: lines nearer than this are one line (double borders, borders drawn once for each of two cells)."""

DASH = 4.5
"""Points: the widest gap inside a dashed border; cells are wider."""

REACH = 4.0
"""Points by which a line may miss the line that it is to meet."""

MOST_PAIRS = 400_000
MANY = 400
"""Rulings from which a page is a drawing, in which tables and columns are not sought that show in other ways than by crossing lines."""


class Lattice(NamedTuple):
    """Rulings that cross or meet one another: the lines of one table, or a frame."""

    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]


def lattices(strokes: Strokes) -> list[Lattice]:
    """The groups of rulings that could bound cells. A line that meets no line across it (an underline) is in none.
    Empty too where a page has far more lines than tables have."""
    across, down = joined(strokes.across), joined(strokes.down)
    if not across or not down or len(across) * len(down) > MOST_PAIRS:
        return []
    groups = _groups(across, down)
    return [g for g in groups if len(g.across) + len(g.down) >= 3]


def joined(strokes: Iterable[Ruling]) -> list[Ruling]:
    """The strokes along one axis, snapped to common positions, overlapping and dashed ones joined."""
    ordered = sorted(strokes)
    found: list[Ruling] = []
    low = 0
    for high in range(1, len(ordered) + 1):
        if high == len(ordered) or ordered[high].at - ordered[high - 1].at > SNAP:
            found.extend(_runs(ordered[low:high]))
            low = high
    return found


def _runs(level: Sequence[Ruling]) -> list[Ruling]:
    at = _weighted(level)
    runs: list[Ruling] = []
    start = end = None
    for stroke in sorted(level, key=lambda s: s.start):
        if start is None or end is None:
            start, end = stroke.start, stroke.end
        elif stroke.start - end <= DASH:
            end = max(end, stroke.end)
        else:
            runs.append(Ruling(at, start, end))
            start, end = stroke.start, stroke.end
    if start is not None and end is not None:
        runs.append(Ruling(at, start, end))
    return [r for r in runs if r.end - r.start >= 6.0]


def _weighted(level: Sequence[Ruling]) -> float:
    if len(level) == 1:
        return level[0].at
    weight = sum(s.end - s.start for s in level)
    if weight <= 0:
        return level[0].at
    return sum(s.at * (s.end - s.start) for s in level) / weight


def _groups(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Lattice]:
    """The lines parted so that none meets a line of another group."""
    groups: list[tuple[list[int], list[int]]] = []
    for i, h in enumerate(across):
        at, start, end = h.at, h.start - REACH, h.end + REACH
        met = {j for j, v in enumerate(down) if start <= v.at <= end and v.start - REACH <= at <= v.end + REACH}
        mine: tuple[list[int], list[int]] = ([i], [])
        apart = []
        for group in groups:
            if met.isdisjoint(group[1]):
                apart.append(group)
            else:
                mine = (group[0] + mine[0], group[1] + mine[1])
        mine[1].extend(met.difference(mine[1]))
        groups = [*apart, mine]
    return [Lattice(tuple(across[i] for i in sorted(a)), tuple(down[j] for j in sorted(b))) for a, b in groups]
