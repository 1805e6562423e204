"""Text on both sides of a ruling that no line crosses, or of a coloured block's edge: read down one side and then the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from extractors.formats.pdfpage.columns import Column, Columns
from extractors.formats.pdfpage.content import BLANKS, Run, Strokes
from extractors.formats.pdfpage.grid import Grid
from extractors.formats.pdfpage.letters import ORDINAL
from extractors.formats.pdfpage.lines import Line, set_lines
from extractors.formats.pdfpage.rulings import MANY, SNAP, joined

_LINES = 3
"""Lines on each side at the least."""

_TALL = 40.0
"""Points: a ruling or a block lower than this bounds a word and no text."""

_NARROWEST = 9.0
"""Ems: text beside a ruling that is narrower is a row of labels, and read across with what it names."""

_LEVEL, _SHARED = 0.3, 0.6
"""Ems between the baselines of two lines that are one row; the share of such rows in a table whose labels are shaded."""

_POINTS = 2
"""Points of a list at the least."""

_LARGER = 1.2
"""How many times larger than other type a heading is."""

_ALIKE = 0.15
"""The share by which the widths of two columns of one text differ at the most."""


class Divider(NamedTuple):
    """Where the text between two heights is divided: at the ruling, or at both edges of a block."""

    low: float
    high: float
    cuts: tuple[float, ...]
    block: bool

    def crosses(self, run: Run) -> bool:
        return any(run.xs[0] < cut - 1 and run.xs[-1] > cut + 1 for cut in self.cuts)

    def sides(self, runs: Sequence[Run]) -> list[list[Run]]:
        """What stands left of the first cut, between two, and right of the last."""
        edges = [float("-inf"), *self.cuts, float("inf")]
        return [[run for run in runs if a <= (run.xs[0] + run.xs[-1]) / 2 < b] for a, b in pairwise(edges)]

    def beside(self, run: Run) -> bool:
        return self.low <= run.y + 0.25 * run.em <= self.high


def dividers(strokes: Strokes, grids: Sequence[Grid]) -> list[Divider]:
    """What may divide the page, the tallest first; what belongs to a table is left out."""
    if not (strokes.down or strokes.areas) or max(len(strokes.down), len(strokes.areas), len(grids)) > MANY:
        return []
    tables = [grid for grid in grids if len(grid.cells) > 1]
    found = [d for d in (*_rules(strokes), *_blocks(strokes)) if not any(_touches(d, grid) for grid in tables)]
    return sorted(found, key=lambda d: d.low - d.high)


def all_divided(runs: Sequence[Run], found: Sequence[Divider], page: int) -> tuple[Sequence[Run], list[Columns]]:
    """What is divided beside each of the dividers, one row of boxes below the other, and the rest."""
    taken: list[Columns] = []
    while True:
        runs, columns = divided(runs, found, page)
        if columns is None:
            return runs, taken
        taken.append(columns)


def divided(runs: Sequence[Run], found: Sequence[Divider], page: int) -> tuple[Sequence[Run], Columns | None]:
    """The text beside the first divider that divides any, and the rest."""
    for divider in found:
        taken = [run for run in runs if divider.beside(run)]
        if len(taken) < 2 * _LINES or any(divider.crosses(run) for run in taken if run.text not in BLANKS):
            continue
        sides = [side for side in divider.sides(taken) if side]
        heading = _heading(sides)
        if (columns := _columns([[run for run in side if id(run) not in heading] for side in sides], divider.block, page)) is not None:
            if heading:
                columns.top = min([columns.top, *(run.y - 1 for run in taken if id(run) in heading)])
            gone = {id(run) for run in taken} - heading
            return [run for run in runs if id(run) not in gone], columns
    return runs, None


def _heading(sides: Sequence[Sequence[Run]]) -> set[int]:
    """The runs of a heading of the whole that is printed at the top of another side than the first: larger than all that stands
    in the others."""
    for side in sides[1:]:
        usual = max(run.em for other in sides if other is not side for run in other)
        if found := _above(side, _LARGER * usual):
            return found
    return set()


def _above(side: Sequence[Run], size: float) -> set[int]:
    """The runs at the top of a side that are larger than `size`."""
    ordered = sorted((run for run in side if run.text not in BLANKS), key=lambda run: -run.y)
    return {id(run) for run in takewhile(lambda run: run.em > size, ordered)}


def _rules(strokes: Strokes) -> list[Divider]:
    """The rulings that run down the page; those that stand beside one another divide it together."""
    rules = [rule for rule in joined(strokes.down) if rule.end - rule.start >= _TALL]
    found: list[Divider] = []
    for rule in rules:
        like = next((i for i, d in enumerate(found) if abs(d.low - rule.start) < SNAP > abs(d.high - rule.end)), None)
        if like is None:
            found.append(Divider(rule.start, rule.end, (rule.at,), block=False))
        else:
            found[like] = found[like]._replace(cuts=(*found[like].cuts, rule.at))
    return found


def _blocks(strokes: Strokes) -> list[Divider]:
    """The coloured blocks, those that stand on one another as one."""
    found: list[Divider] = []
    for x0, low, x1, high in sorted(strokes.areas, key=lambda box: (round(box[0]), round(box[2]), box[1])):
        last = found[-1] if found else None
        if last is not None and abs(last.cuts[0] - x0) < SNAP > abs(last.cuts[1] - x1) and low <= last.high + SNAP:
            found[-1] = last._replace(high=max(high, last.high))
        else:
            found.append(Divider(low, high, (x0, x1), block=True))
    return [block for block in found if block.high - block.low >= _TALL]


def _touches(divider: Divider, grid: Grid) -> bool:
    if divider.high < grid.y0 - SNAP or divider.low > grid.y1 + SNAP:
        return False
    return not divider.block or any(grid.x0 - SNAP <= cut <= grid.x1 + SNAP for cut in divider.cuts)


def _columns(runs: Sequence[Sequence[Run]], block: bool, page: int) -> Columns | None:
    """The sides as columns; None where they are no texts of their own."""
    sides = [lines for side in runs if (lines := set_lines(side, page))]
    if len(sides) < 2 or any(_rows(lines) < _LINES for lines in sides):
        return None
    made = [Column(min(line.x0 for line in lines), max(line.x1 for line in lines), lines) for lines in sides]
    narrow = any(c.x1 - c.x0 < _NARROWEST * c.lines[0].em for c in made)
    if (_shared(made) and (narrow or not all(map(_lists, made)))) if block else narrow:
        return None
    ys = [line.y for lines in sides for line in lines]
    widths = [column.x1 - column.x0 for column in made]
    alike = min(widths) > (1 - _ALIKE) * max(widths)
    return Columns(made, tuple(x for c in made for x in (c.x0, c.x1)), max(ys), min(ys), runs_on=alike and not block)


def _rows(lines: Sequence[Line]) -> int:
    return len({round(line.y) for line in lines})


def _lists(column: Column) -> bool:
    """Whether a side has points of its own, as none of the columns of a table has."""
    return sum(ORDINAL.match(line.text) is not None for line in column.lines) >= _POINTS


def _shared(columns: Sequence[Column]) -> bool:
    """Whether most lines of one side stand level with lines of another, as labels do with what they name."""
    for column in columns:
        others = [line.y for other in columns if other is not column for line in other.lines]
        level = [line for line in column.lines if any(abs(line.y - y) < _LEVEL * line.em for y in others)]
        if len(level) >= _SHARED * len(column.lines):
            return True
    return False
