"""A page's characters and grids put together: lines outside tables, lines in cells, tables in cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from extractors.formats.pdfpage.beside import forms_beside
from extractors.formats.pdfpage.columns import Columns, columns
from extractors.formats.pdfpage.content import Askew, PageContent, Run
from extractors.formats.pdfpage.divided import Divider, all_divided, divided, dividers
from extractors.formats.pdfpage.grid import Grid, GridCell, build
from extractors.formats.pdfpage.ledgers import ledgers
from extractors.formats.pdfpage.lines import Line, set_lines
from extractors.formats.pdfpage.overprint import without_overprint
from extractors.formats.pdfpage.rulings import lattices
from extractors.formats.pdfpage.vertical import as_printed, unfolded
from extractors.model.passage import Box

HEAD_ZONE, FOOT_ZONE = 58.0, 62.0
"""Points from the page's edges within which running heads and page numbers stand."""

_FIELD = 36.0
"""Points: a frame lower than this holds one line."""


_SLACK = 2.0
"""Points by which the box of a character may reach over a ruling."""


@dataclass(slots=True)
class PageCell:
    """A cell with the lines printed in it; `x0`, `x1` bound its text in reading space."""

    row: int
    col: int
    rows: int
    cols: int
    x0: float
    x1: float
    lines: list[Line] = field(default_factory=list)
    tables: list[PageTable] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The printed text without any white space, for comparisons."""
        return "".join("".join(line.text.split()) for line in self.lines)


@dataclass(slots=True)
class PageTable:
    """A table on one page, or what later pages have been added to. `xs` are the columns' edges, `page` is the one it begins on."""

    cells: list[PageCell]
    xs: tuple[float, ...]
    top: float
    bottom: float
    page: int = 0

    @property
    def height(self) -> int:
        return max((c.row + c.rows for c in self.cells), default=0)


Part = Line | PageTable | Columns


@dataclass(slots=True)
class LaidOut:
    """A page's parts from top to bottom; `askew` are the lines that run across it."""

    number: int
    bounds: Box
    parts: list[Part]
    askew: list[Line] = field(default_factory=list)


def lay_out_all(contents: Sequence[PageContent]) -> list[LaidOut]:
    """The pages one after the other, each with a look at the one before."""
    found: list[LaidOut] = []
    for content in contents:
        found.append(lay_out(content, found[-1] if found else None))
    return found


def lay_out(content: PageContent, before: LaidOut | None = None) -> LaidOut:
    """The lines, columns and tables of a page in reading order; `before` is the page before it."""
    found = grids(content, _edges(before))
    printed = not _pictured(content)
    if printed and (unruled := ledgers(content.runs, content.strokes, found, _columns_of(before))):
        found = sorted([*found, *unruled], key=lambda g: g.area, reverse=True)
    dividing = dividers(content.strokes, found) if printed else []
    if dividing:
        found = [g for g in found if len(g.cells) > 1 or not _framed(g, dividing, content.runs)]
    runs, over = without_overprint(content.runs)
    outside, inside = _assign(runs, found) if found else (runs, {})
    crossing = _assign_askew(content.askew, found, inside) if content.askew else ()
    tables = [_table(grid, inside, content.number) for grid in found]
    _, low, _, high = content.bounds
    outside, beside = all_divided(outside, dividing, content.number) if dividing else (outside, [])
    for sought in (partial(columns, low=low + FOOT_ZONE, high=high - HEAD_ZONE), forms_beside):
        if not beside:
            outside, one = sought(outside, content.number)
            beside = [one] if one else []
    parts: list[Part] = [*set_lines(outside, content.number), *(sorted(_nest(found, tables), key=_left) if tables else ()), *beside]
    if tables or beside:
        parts.sort(key=_height, reverse=True)
    askew = [line for words in ([[run] for run in crossing] + over) for line in set_lines(words, content.number)]
    return LaidOut(content.number, content.bounds, parts, askew)


def _pictured(content: PageContent) -> bool:
    """Whether the page was read from a picture, whose rulings and areas are not sure."""
    return bool(content.runs) and bool(content.runs[0].sure)


def _framed(frame: Grid, dividing: Sequence[Divider], runs: Sequence[Run]) -> bool:
    """Whether a frame without parts is that of a card whose text is divided, or of an empty place in it (a photo)."""
    inside = [run for run in runs if frame.holds(run.xs[0], run.y)]
    return not inside or any(divided(inside, [d], 0)[1] for d in dividing if frame.holds(d.cuts[0], (d.low + d.high) / 2))


def _height(part: Part) -> float:
    """How high a part begins; tables side by side begin at one height, however finely their lines are drawn."""
    return part.y if isinstance(part, Line) else float(round(part.top))


def _left(table: PageTable) -> float:
    return table.xs[0]


def _edges(page: LaidOut | None) -> tuple[float, float] | None:
    """The outer edges of the table that a page ends with, notes and page number aside."""
    xs = _columns_of(page)
    return (xs[0], xs[-1]) if xs else None


def _columns_of(page: LaidOut | None) -> tuple[float, ...]:
    """The columns' edges of that table."""
    tables = [part for part in page.parts if isinstance(part, PageTable)] if page else []
    return tables[-1].xs if tables else ()


def grids(content: PageContent, edges: tuple[float, float] | None = None) -> list[Grid]:
    """The page's grids, larger ones first, without frames that are decoration. A frame between the `edges` of the table on the
    page before is a cell that goes on."""
    found = [g for lattice in lattices(content.strokes) if (g := build(lattice)) is not None]
    found.sort(key=lambda g: g.area, reverse=True)
    return [g for g in found if len(g.cells) > 1 or _lies_between(g, edges) or not _decorates(g, found, content.bounds)]


def _lies_between(frame: Grid, edges: tuple[float, float] | None) -> bool:
    return edges is not None and abs(frame.x0 - edges[0]) < _SLACK and abs(frame.x1 - edges[1]) < _SLACK


def _decorates(frame: Grid, grids: Sequence[Grid], bounds: Box) -> bool:
    """Whether a frame without parts is none of the text's business: around the page, around a table, or around one
    blank of a line (a form field)."""
    wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if frame.area > 0.8 * wide * high or any(g is not frame and _within(g, frame.cells[0]) for g in grids):
        return True
    return frame.y1 - frame.y0 < _FIELD and frame.x1 - frame.x0 < 0.6 * wide


def _within(grid: Grid, cell: GridCell) -> bool:
    return cell.holds(grid.x0 + 1, grid.y0 + 1) and cell.holds(grid.x1 - 1, grid.y1 - 1)


Inside = dict[int, list[Run]]


def _assign(runs: Sequence[Run], grids: list[Grid]) -> tuple[Sequence[Run], Inside]:
    """Each run to the innermost cell around its characters; one that crosses a ruling is taken apart. Neighbours
    mostly share a cell: where no table lies in another, the last one is tried first."""
    finders = [_Finder(g) for g in reversed(grids)]
    outside: list[Run] = []
    inside: Inside = {}
    alone = len(grids) == 1
    first: GridCell | None = None
    for run in runs:
        xs, y = run.xs, run.y + 0.25 * run.em
        start, end = (xs[0] + xs[1]) / 2, (xs[-2] + xs[-1]) / 2
        if not (alone and first is not None and first.holds(start, y)):
            first = _cell(finders, start, y)
        if len(xs) == 2 or (alone and first is not None and end <= first.x1) or _cell(finders, end, y) is first:
            (outside if first is None else inside.setdefault(id(first), [])).append(run)
            continue
        for letter in run.letters():
            cell = _cell(finders, (letter.xs[0] + letter.xs[1]) / 2, y)
            (outside if cell is None else inside.setdefault(id(cell), [])).append(letter)
    return outside, inside


def _assign_askew(texts: Sequence[Askew], grids: list[Grid], inside: Inside) -> list[Run]:
    """Put turned labels into the innermost cells that hold them whole; the other texts are returned."""
    finders = [_Finder(g) for g in reversed(grids)]
    left: list[Run] = []
    turned: dict[int, list[Askew]] = {}
    for text in texts:
        run, (x0, y0, x1, y1), quarter = text
        cell = _cell(finders, (x0 + x1) / 2, (y0 + y1) / 2) if quarter else None
        if cell is not None and cell.holds(x0 + _SLACK, y0 + _SLACK) and cell.holds(x1 - _SLACK, y1 - _SLACK):
            turned.setdefault(id(cell), []).append(text)
        else:
            left.append(run)
    for home, labels in turned.items():
        inside.setdefault(home, []).extend(as_printed(labels))
    return left


def _cell(finders: Sequence[_Finder], x: float, y: float) -> GridCell | None:
    for finder in finders:
        if (cell := finder.find(x, y)) is not None:
            return cell
    return None


class _Finder:
    """Finds the cell of a grid that holds a point."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.tops = sorted({y for c in grid.cells for y in (c.y0, c.y1)})
        self.bands: list[list[GridCell]] = [[] for _ in self.tops[1:]]
        at = {top: band for band, top in enumerate(self.tops)}
        for cell in grid.cells:
            for band in range(at[cell.y0], at[cell.y1]):
                self.bands[band].append(cell)

    def find(self, x: float, y: float) -> GridCell | None:
        if not self.grid.holds(x, y):
            return None
        band = min(bisect_right(self.tops, y) - 1, len(self.bands) - 1)
        for cell in self.bands[band]:
            if cell.x0 <= x <= cell.x1:
                return cell
        return None


def _table(grid: Grid, inside: Inside, page: int) -> PageTable:
    cells = [
        PageCell(c.row, c.col, c.rows, c.cols, c.x0, c.x1, set_lines(unfolded(inside.get(id(c), ())), page)) for c in grid.cells
    ]
    return PageTable(cells, grid.xs, grid.y1, grid.y0, page)


def _nest(grids: list[Grid], tables: list[PageTable]) -> list[PageTable]:
    """Tables that lie in a cell of another are put there; the outermost are returned."""
    top: list[PageTable] = []
    for index, grid in enumerate(grids):
        home: PageCell | None = None
        for outer in range(index):
            for cell, printed in zip(grids[outer].cells, tables[outer].cells, strict=True):
                if _within(grid, cell):
                    home = printed
        if home is None:
            top.append(tables[index])
        elif len(grid.cells) > 1:
            home.tables.append(tables[index])
        else:
            home.lines.extend(tables[index].cells[0].lines)
            home.lines.sort(key=_height, reverse=True)
    return top
