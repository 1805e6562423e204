"""Rulings to cells: the squares of the lattice, joined wherever no line parts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from extractors.formats.pdfpage.content import Ruling
from extractors.formats.pdfpage.rulings import REACH, SNAP, Lattice

MOST_SQUARES = 20_000
_SLIVER = 5.0

PADDING = 5.4
"""Points between the text of a cell and its edge where nothing else is known (Word's own)."""


class GridCell(NamedTuple):
    """A cell's place in the grid and its edges in reading space."""

    row: int
    col: int
    rows: int
    cols: int
    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class Grid(NamedTuple):
    """The cells of one table in row-major order; rows run down the page. `xs` are the columns' edges."""

    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    @property
    def area(self) -> float:
        return (self.x1 - self.x0) * (self.y1 - self.y0)


def build(lattice: Lattice) -> Grid | None:
    """The grid that the rulings draw, or None where they enclose nothing. The outer edge counts as drawn, so that
    tables open at their sides are read too."""
    xs = _edges(lattice.down, lattice.across)
    ys = _edges(lattice.across, lattice.down)[::-1]
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1 or wide * high > MOST_SQUARES:
        return None
    sides, floors = _walls(lattice.down, xs, ys), _walls(lattice.across, ys, xs)
    found = _plain(sides, floors, wide, high) or _rectangles(_owners(sides, floors, wide, high), wide, high)
    return _grid(found, xs, ys)


def _edges(lines: Sequence[Ruling], crossing: Sequence[Ruling]) -> list[float]:
    """Positions of the lines, and the ends of the crossing ones where these reach out further."""
    found = sorted({line.at for line in lines})
    low, high = min([c.start for c in crossing]), max([c.end for c in crossing])
    if low < found[0] - 2 * REACH:
        found.insert(0, low)
    if high > found[-1] + 2 * REACH:
        found.append(high)
    kept = found[:1]
    for value in found[1:]:
        if value - kept[-1] > SNAP:
            kept.append(value)
    return kept


def _walls(lines: Sequence[Ruling], at: Sequence[float], along: Sequence[float]) -> list[list[bool]]:
    """For each position in `at` and each stretch between neighbours of `along`: whether a line parts what is on
    either side. Outermost positions always do."""
    count = len(along) - 1
    walls = [[False] * count for _ in at]
    walls[0] = walls[-1] = [True] * count
    downward = along[0] > along[-1]
    ends = [-value for value in along] if downward else along
    places = {place: (index,) for index, place in enumerate(at)}
    for line in lines:
        start, end = (-line.end, -line.start) if downward else (line.start, line.end)
        first, last = _stretches(start, end, ends)
        if first < last:
            for index in places.get(line.at) or [i for i, place in enumerate(at) if -SNAP <= line.at - place <= SNAP]:
                walls[index][first:last] = [True] * (last - first)
    return walls


def _stretches(start: float, end: float, ends: Sequence[float]) -> tuple[int, int]:
    """The first and the last (excluded) of the stretches between neighbours of `ends` that the line covers, save for
    a little slack at its ends."""
    first, last = 0, len(ends) - 1
    while first < last and start > ends[first] + min(REACH, (ends[first + 1] - ends[first]) / 3):
        first += 1
    while last > first and end < ends[last] - min(REACH, (ends[last] - ends[last - 1]) / 3):
        last -= 1
    return first, last


def _plain(sides: list[list[bool]], floors: list[list[bool]], wide: int, high: int) -> list[_Rectangle]:
    """The cells where every line reaches from corner to corner: rectangles with walls all around and none inside.
    Empty where the lines are not so tidy."""
    found: list[_Rectangle] = []
    done = [[False] * wide for _ in range(high)]
    for row in range(high):
        for col in range(wide):
            if done[row][col]:
                continue
            right, low = col + 1, row + 1
            while not sides[right][row]:
                right += 1
            while not floors[low][col]:
                low += 1
            if not _closed(sides, floors, row, col, low, right):
                return []
            for taken in done[row:low]:
                taken[col:right] = [True] * (right - col)
            found.append(_Rectangle(row, col, low - row, right - col))
    return found


def _closed(sides: list[list[bool]], floors: list[list[bool]], row: int, col: int, low: int, right: int) -> bool:
    if right - col == 1 == low - row:
        return floors[row][col] and floors[low][col] and sides[col][row] and sides[right][row]
    if not (all(floors[row][col:right]) and all(floors[low][col:right])):
        return False
    if not (all(sides[col][row:low]) and all(sides[right][row:low])):
        return False
    inner = [sides[c][row:low] for c in range(col + 1, right)] + [floors[r][col:right] for r in range(row + 1, low)]
    return not any(map(any, inner))


def _owners(sides: list[list[bool]], floors: list[list[bool]], wide: int, high: int) -> list[int]:
    """For each square the first square of its cell. `sides[c][r]` parts columns c-1 and c in row r, `floors[r][c]`
    parts rows r-1 and r in column c."""
    owner = list(range(wide * high))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for r in range(high):
        for c in range(wide):
            here = r * wide + c
            if c and not sides[c][r]:
                _unite(owner, root(here), root(here - 1))
            if r and not floors[r][c]:
                _unite(owner, root(here), root(here - wide))
    return [root(i) for i in range(wide * high)]


def _unite(owner: list[int], a: int, b: int) -> None:
    owner[max(a, b)] = min(a, b)


class _Rectangle(NamedTuple):
    row: int
    col: int
    rows: int
    cols: int


def _rectangles(owner: list[int], wide: int, high: int) -> list[_Rectangle]:
    """The cells as rectangles of squares; a shape that is none (a line is missing) is cut into rectangles."""
    found: list[_Rectangle] = []
    done = [False] * (wide * high)
    for index in range(wide * high):
        if done[index]:
            continue
        row, col = divmod(index, wide)
        mine = owner[index]
        cols = 1
        while col + cols < wide and owner[index + cols] == mine and not done[index + cols]:
            cols += 1
        rows = 1
        while row + rows < high and all(owner[index + rows * wide + c] == mine for c in range(cols)):
            rows += 1
        for r in range(rows):
            start = index + r * wide
            done[start : start + cols] = [True] * cols
        found.append(_Rectangle(row, col, rows, cols))
    return found


def _grid(found: list[_Rectangle], xs: list[float], ys: list[float]) -> Grid | None:
    kept = [f for f in found if xs[f.col + f.cols] - xs[f.col] > _SLIVER < ys[f.row] - ys[f.row + f.rows]]
    if not kept:
        return None
    starts = sorted({f.row for f in kept}), sorted({f.col for f in kept})
    whole = len(starts[0]) == len(ys) - 1 and len(starts[1]) == len(xs) - 1
    cells = []
    for row, col, rows, cols in sorted(kept):
        box = xs[col], ys[row + rows], xs[col + cols], ys[row]
        if not whole:
            row, rows = _places(starts[0], row, rows)
            col, cols = _places(starts[1], col, cols)
        cells.append(GridCell(row, col, rows, cols, *box))
    edges = (*(xs[col] for col in starts[1]), max([c.x1 for c in cells]))
    return Grid(tuple(cells), edges, edges[0], min([c.y0 for c in cells]), edges[-1], max([c.y1 for c in cells]))


def _places(starts: list[int], at: int, count: int) -> tuple[int, int]:
    """Where a cell at `at` stands among the rows or columns in which any cell starts, and how many it covers."""
    first = bisect_left(starts, at)
    return first, bisect_left(starts, at + count) - first
