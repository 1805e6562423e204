"""Strokes to rulings: dashes joined, double lines made one, and each group of crossing lines taken as one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.formats.pdfpage.content import Ruling, Strokes

SNAP = 3.0
"""Points: lines nearer than this are one line (double borders, borders drawn once for each of two cells)."""

DASH = 4.5
"""Points: the widest gap inside a dashed border; cells are wider."""

REACH = 4.0
"""Points by which a line may miss the line that it is to meet."""

MOST_PAIRS = 400_000


@dataclass(frozen=True, slots=True)
class Lattice:
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
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.start - REACH <= v.at <= h.end + REACH and v.start - REACH <= h.at <= v.end + REACH:
                parent[root(i)] = root(j)
    members: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i in range(len(parent)):
        both = members.setdefault(root(i), ([], []))
        if i < len(across):
            both[0].append(across[i])
        else:
            both[1].append(down[i - len(across)])
    return [Lattice(tuple(h), tuple(v)) for h, v in members.values()]
