"""Ledgers with a column of element names (要素: 目标, 措施, 时限 one below the other beside each promise)."""

from __future__ import annotations

from dataclasses import replace

from extractors.items.columns import ELEMENTS, Column, kinds_of
from extractors.items.grids import Grid, Header
from extractors.model import Cell, Table


def unfolded(table: Table, grid: Grid, header: Header) -> Table | None:
    """The same ledger with a column for each of those names; None where there is no such column."""
    below = range(header.first + header.rows, len(grid.at))
    names = next((c for c in range(1, grid.width - 1) if _names(grid, below, c)), None)
    if names is None:
        return None
    labels = list(dict.fromkeys("".join(_at(grid, r, names).text.split()) for r in below))
    others = [c for c in range(grid.width) if c not in (names, names + 1)]
    cells: list[Cell] = []
    for col, old in enumerate(others):
        _put(cells, grid.at[header.first][old], 0, col)
    for n, label in enumerate(labels):
        first = next(r for r in below if "".join(_at(grid, r, names).text.split()) == label)
        _put(cells, grid.at[first][names], 0, len(others) + n)
    row, seen = 0, set(labels)
    for r in below:
        label = "".join(_at(grid, r, names).text.split())
        if label in seen:
            row, seen = row + 1, set()
            for col, old in enumerate(others):
                _put(cells, grid.at[r][old], row, col)
        seen.add(label)
        _put(cells, grid.at[r][names + 1], row, len(others) + labels.index(label))
    return Table(tuple(cells), table.place)


def _names(grid: Grid, rows: range, col: int) -> bool:
    """Whether a column holds nothing but names of elements, of two kinds at least."""
    kinds: set[Column] = set()
    for row in rows:
        cell = grid.at[row][col]
        found = set(kinds_of(cell.text)) & set(ELEMENTS) if cell is not None and len(cell.text) <= 8 else set()
        if not found:
            return False
        kinds |= found
    return len(kinds) > 1


def _at(grid: Grid, row: int, col: int) -> Cell:
    cell = grid.at[row][col]
    assert cell is not None
    return cell


def _put(cells: list[Cell], cell: Cell | None, row: int, col: int) -> None:
    if cell is not None:
        cells.append(replace(cell, row=row, col=col, rows=1, cols=1))
