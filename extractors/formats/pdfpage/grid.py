"""Rulings to cells: the squares of the lattice, joined wherever no line parts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.formats.pdfpage.content import Ruling
from extractors.formats.pdfpage.rulings import REACH, SNAP, Lattice

MOST_SQUARES = 20_000
_SLIVER = 5.0


@dataclass(frozen=True, slots=True)
class GridCell:
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


@dataclass(frozen=True, slots=True)
class Grid:
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
    owner = _owners(_walls(lattice.down, xs, ys), _walls(lattice.across, ys, xs), wide, high)
    return _grid(_rectangles(owner, wide, high), xs, ys)


def _edges(lines: Sequence[Ruling], crossing: Sequence[Ruling]) -> list[float]:
    """Positions of the lines, and the ends of the crossing ones where these reach out further."""
    found = sorted({line.at for line in lines})
    low, high = min(c.start for c in crossing), max(c.end for c in crossing)
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
    walls = []
    last = len(at) - 1
    for index, place in enumerate(at):
        here = [line for line in lines if abs(line.at - place) <= SNAP]
        edge = index in (0, last)
        walls.append([edge or _covers(here, a, b) for a, b in pairwise(along)])
    return walls


def _covers(lines: Iterable[Ruling], a: float, b: float) -> bool:
    low, high = (a, b) if a < b else (b, a)
    slack = min(REACH, (high - low) / 3)
    return any(line.start <= low + slack and line.end >= high - slack for line in lines)


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


@dataclass(frozen=True, slots=True)
class _Rectangle:
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
    kept = [f for f in found if _span(xs, f.col, f.cols) > _SLIVER and _span(ys, f.row, f.rows) > _SLIVER]
    if not kept:
        return None
    rows = {row: i for i, row in enumerate(sorted({f.row for f in kept}))}
    cols = {col: i for i, col in enumerate(sorted({f.col for f in kept}))}
    cells = []
    for f in sorted(kept, key=lambda f: (f.row, f.col)):
        down = sum(1 for row in rows if f.row <= row < f.row + f.rows)
        over = sum(1 for col in cols if f.col <= col < f.col + f.cols)
        box = (xs[f.col], ys[f.row + f.rows], xs[f.col + f.cols], ys[f.row])
        cells.append(GridCell(rows[f.row], cols[f.col], down, over, *box))
    edges = (*(xs[col] for col in cols), max(c.x1 for c in cells))
    return Grid(tuple(cells), tuple(edges), min(c.x0 for c in cells), min(c.y0 for c in cells),
                max(c.x1 for c in cells), max(c.y1 for c in cells))


def _span(edges: Sequence[float], at: int, count: int) -> float:
    return abs(edges[at + count] - edges[at])
