"""The joined flow of all pages as the blocks of a Document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.formats.pdfpage.columns import Columns
from extractors.formats.pdfpage.flow import grouped, paragraph, paragraphs
from extractors.formats.pdfpage.grid import PADDING
from extractors.formats.pdfpage.joins import Flow
from extractors.formats.pdfpage.layout import LaidOut, PageCell, PageTable
from extractors.formats.pdfpage.lines import Line
from extractors.formats.pdfpage.room import runs_on
from extractors.model import Block, Cell, Paragraph, Place, Table
from extractors.model.passage import Box

_FILLED, _WIDE, _PASSING = 4, 0.6, 12
"""So many lines that end at one place, and fill so much of the room, tell where the text ends; one of them, or one in so many, may pass it."""


def blocks(flow: Flow, bounds: Sequence[Box]) -> tuple[Block, ...]:
    """Heads first, then the body in reading order, page numbers and what runs across the pages last. `bounds` are the pages' visible boxes."""
    x0, x1 = _margins(flow, bounds)
    found: list[Block] = [Paragraph(line.passage, Place.HEADER) for line in flow.heads]
    waiting: list[Line] = []
    for part in flow.parts:
        if isinstance(part, Line):
            waiting.append(part)
            continue
        found.extend(_printed(waiting, x0, x1, bounds))
        waiting = []
        found.extend(_columns(part) if isinstance(part, Columns) else _table(part))
    found.extend(_printed(waiting, x0, x1, bounds))
    found.extend(Paragraph(line.passage, Place.FOOTER) for line in flow.feet)
    found.extend(Paragraph(line.passage, Place.TEXT_BOX) for line in flow.askew)
    return tuple(found)


def bounds_of(pages: Sequence[LaidOut]) -> list[Box]:
    """The visible box of each page by its number; a sheet with two pages on it counts with the first."""
    found = {page.number: page.bounds for page in reversed(pages)}
    return [found.get(number, next(iter(found.values()))) for number in range(max(found) + 1)] if found else []


def _margins(flow: Flow, bounds: Sequence[Box]) -> tuple[float, float]:
    """The edges of the text outside tables: the leftmost line, and on the right where many lines end, else the same margin as
    on the left."""
    edges = [p.x0 if isinstance(p, Line) else p.xs[0] + PADDING for p in flow.parts]
    low, high = min((b[0] for b in bounds), default=0.0), max((b[2] for b in bounds), default=0.0)
    left = min(edges, default=low)
    return left - PADDING, _end([p for p in flow.parts if isinstance(p, Line)], left, high - (left - low)) + PADDING


def _end(lines: Sequence[Line], left: float, right: float) -> float:
    """Where the text ends that many of these lines fill and hardly one passes, rows of words that stand apart not counted;
    `right` where they show no such place."""
    ends = sorted([line.x1 for line in lines if line.x1 - left > _WIDE * (right - left) and "  " not in line.text], reverse=True)
    for passed, end in enumerate(ends[: 2 + len(ends) // _PASSING]):
        if len(ends) >= passed + _FILLED and end - ends[passed + _FILLED - 1] < 0.5 * lines[0].em:
            return min(end, right)
    return right


def _printed(lines: list[Line], x0: float, x1: float, bounds: Sequence[Box]) -> Iterable[Paragraph]:
    """Paragraphs of lines outside tables; centred ones are marked."""
    if not lines:
        return ()
    return [paragraph(group, _centred(group[0], bounds)) for group in grouped(lines, x0, x1)]


def _columns(beside: Columns) -> list[Paragraph]:
    """The paragraphs of columns side by side, one column after the other."""
    found: list[list[Line]] = []
    end = 0.0
    for c in beside.columns:
        groups = grouped(c.lines, c.x0 - PADDING, c.x1 + PADDING)
        if found and beside.runs_on and groups[0][0].x0 - c.x0 < found[-1][-1].em and runs_on(found[-1][-1], groups[0][0], end, 0.35):
            found[-1] = [*found[-1], *groups.pop(0)]
        found.extend(groups)
        end = c.x1
    return [paragraph(group) for group in found]


def _centred(line: Line, bounds: Sequence[Box]) -> bool:
    box = bounds[min(line.page, len(bounds) - 1)]
    left, right = line.x0 - box[0], box[2] - line.x1
    return abs(left - right) < 1.5 * line.em and left > 0.17 * (box[2] - box[0])


def _table(table: PageTable) -> list[Block]:
    """A Table; a frame around plain text gives the text alone."""
    if len(table.cells) == 1 and not table.cells[0].tables:
        return list(_cell(table.cells[0]).blocks)
    return [Table(tuple(_cell(c) for c in table.cells))]


def _cell(cell: PageCell) -> Cell:
    text = paragraphs(cell.lines, cell.x0, cell.x1)
    if not cell.tables:
        return Cell(cell.row, cell.col, tuple(text), cell.rows, cell.cols)
    lines, found = list(cell.lines), list[Block]()
    for nested in sorted(cell.tables, key=lambda table: (table.page, -table.top)):
        above = [line for line in lines if (line.page, -line.y) < (nested.page, -nested.top)]
        lines = lines[len(above) :]
        found.extend(paragraphs(above, cell.x0, cell.x1))
        found.extend(_table(nested))
    found.extend(paragraphs(lines, cell.x0, cell.x1))
    return Cell(cell.row, cell.col, tuple(found), cell.rows, cell.cols)
