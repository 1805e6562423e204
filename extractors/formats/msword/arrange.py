"""From rows with edges to cells at grid positions, for the Document and for the copy alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.formats.msword.layout import Grid, Line, Node, Row

_NEAR = 20
"""Twips (0.35 mm): edges of two rows that are nearer to each other are one edge to the eye."""
_USUAL = 1440


@dataclass(slots=True, eq=False)
class Place:
    """A cell at grid column `col` that covers `span` columns. `top`: cells below may continue it; `below`: it continues
    the cell above."""

    nodes: list[Node]
    col: int
    span: int
    top: bool = False
    below: bool = False


@dataclass(slots=True, eq=False)
class Arranged:
    """A table's rows as placed cells, and the widths of its grid columns in twips."""

    rows: list[list[Place]]
    widths: list[int]


def arrange(grid: Grid) -> Arranged:
    """The table's cells on one grid; cells merged to the right are one."""
    edges = [_edges(row) for row in grid.rows]
    columns = _columns(edges)
    rows = [_row(row, own, columns) for row, own in zip(grid.rows, edges, strict=True)]
    count = max((place.col + place.span for row in rows for place in row), default=0)
    return Arranged(rows, _widths(columns, count))


def _edges(row: Row) -> list[int]:
    """The row's edges in rising order, one more than it has cells."""
    known = list(row.shape.edges) if row.shape else [0]
    while len(known) <= len(row.cells):
        known.append(known[-1] + _USUAL)
    edges = known[: len(row.cells) + 1]
    for n in range(1, len(edges)):
        edges[n] = max(edges[n], edges[n - 1])
    return edges


def _columns(edges: list[list[int]]) -> Mapping[int, int]:
    """The grid line of each edge of the table."""
    columns: dict[int, int] = {}
    number, begun = -1, 0
    for edge in sorted({edge for row in edges for edge in row}):
        if number < 0 or edge - begun > _NEAR:
            number, begun = number + 1, edge
        columns[edge] = number
    return columns


def _row(row: Row, edges: list[int], columns: Mapping[int, int]) -> list[Place]:
    places: list[Place] = []
    shape = row.shape
    col = columns[edges[0]]
    for n, nodes in enumerate(row.cells):
        right = max(columns[edges[n + 1]], col + 1)
        if shape and n in shape.merged and places:
            places[-1].nodes = places[-1].nodes + [node for node in nodes if not _is_empty(node)]
            places[-1].span += right - col
        else:
            places.append(
                Place(nodes, col, right - col, bool(shape and n in shape.top), bool(shape and n in shape.below))
            )
        col = right
    return places


def _is_empty(node: Node) -> bool:
    return isinstance(node, Line) and node.empty


def _widths(columns: Mapping[int, int], count: int) -> list[int]:
    lines: dict[int, int] = {}
    for edge, number in columns.items():
        lines.setdefault(number, edge)
    return [max(lines[n + 1] - lines[n], 1) if n + 1 in lines else _USUAL for n in range(count)]
