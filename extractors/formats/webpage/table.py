"""A page's table: rows of cells with spans as rows with edges and merges."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from extractors.formats.msword.layout import Grid, Line, Node, Row, RowShape
from extractors.formats.msword.properties import PLAIN_PARAGRAPH
from extractors.formats.ooxml.tree import whole

_CELLS = frozenset({"td", "th"})
_OTHERS = frozenset({"caption", "colgroup", "script", "style", "table"})
_WIDTH, _NARROWEST = 9000, 300
_MOST_COLUMNS, _MOST_ROWS = 63, 2000
"""Columns as Word has them, and rows that one cell may reach over."""


def grid(table: etree._Element, nodes_of: Callable[[etree._Element], list[Node]]) -> Grid:
    """The table; `nodes_of` reads a cell, or whatever stands in a row beside its cells."""
    open_: dict[int, tuple[int, int]] = {}
    rows = [_row(row, nodes_of, open_) for row in _rows(table)]
    columns = max((sum(spans) for _, spans, _, _ in rows), default=0)
    unit = max(_WIDTH // max(columns, 1), _NARROWEST)
    return Grid([Row(cells, _shape(spans, top, below, unit)) for cells, spans, top, below in rows if cells])


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows, also those inside sections of the table and inside forms, which systems put between a table and its rows; what
    holds cells and lies in no row is one."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag not in _OTHERS and child.tag not in _CELLS:
            yield from _rows(child)
    if any(child.tag in _CELLS for child in table):
        yield table


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag in _CELLS:
            yield child
        elif child.tag == "form":
            yield from _cells(child)


_Cells = tuple[list[list[Node]], list[int], set[int], set[int]]
"""What a row's cells hold, how many columns each has, and which begin or continue a vertical merge."""


def _row(row: etree._Element, nodes_of: Callable[[etree._Element], list[Node]], open_: dict[int, tuple[int, int]]) -> _Cells:
    """`open_` has the cells from above that reach into this row: by column, the rows that are left, and their columns."""
    cells: list[list[Node]] = []
    spans: list[int] = []
    top, below = set[int](), set[int]()
    col = 0
    pending = list(_cells(row))
    while pending or any(at >= col for at in open_):
        if col in open_:
            left, span = open_.pop(col)
            below.add(len(cells))
            cells.append([Line(PLAIN_PARAGRAPH)])
            if left > 1:
                open_[-1 - col] = (left - 1, span)
        elif pending:
            node = pending.pop(0)
            free = min((at for at in open_ if at > col), default=_MOST_COLUMNS) - col
            span, down = max(1, min(_number(node, "colspan"), free)), min(_number(node, "rowspan"), _MOST_ROWS)
            if down > 1:
                top.add(len(cells))
                open_[-1 - col] = (down - 1, span)
            cells.append(nodes_of(node))
        else:
            span = min(at for at in open_ if at > col) - col
            cells.append([Line(PLAIN_PARAGRAPH)])
        spans.append(span)
        col += span
    for at in [at for at in open_ if at < 0]:
        open_[-1 - at] = open_.pop(at)
    return cells, spans, top, below


def _shape(spans: list[int], top: set[int], below: set[int], unit: int) -> RowShape:
    edges = [0]
    for span in spans:
        edges.append(edges[-1] + span * unit)
    return RowShape(tuple(edges), top=frozenset(top), below=frozenset(below))


def _number(cell: etree._Element, name: str) -> int:
    return max(1, whole((cell.get(name) or "").strip(), 1))
