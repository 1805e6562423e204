"""Ledgers that repeat the names of elements in their rows, each before its words, and have no header (1 | …… | 责任人 | 张某)."""

from __future__ import annotations

from extractors.counting import is_number
from extractors.items.columns import ELEMENTS, Column, kinds_of
from extractors.items.grids import Grid, Header, settled
from extractors.items.ledger_columns import LedgerColumns
from extractors.model import Cell

_LEAST = 3
"""A promise, a name and its words are so many columns."""
_NAME = 8
"""The name of an element has so many letters at most."""


def columns_of(grid: Grid) -> LedgerColumns | None:
    """The columns without those of the names; None where no column repeats one, or where the rows begin with one."""
    if grid.width < _LEAST or _names(grid.at[0][0]):
        return None
    rows = [row for row in grid.at if any(cell is not row[0] for cell in row)]
    labels = {c: named for c in range(1, grid.width - 1) if (named := _repeated([row[c] for row in rows]))}
    if not labels or any(c + 1 in labels for c in labels):
        return None
    kept = [c for c in range(grid.width) if c not in labels]
    at = tuple(tuple(row[c] for c in kept) for row in grid.at)
    kinds: list[tuple[Column, ...]] = [labels.get(c - 1, ()) for c in kept]
    if all(row[0] is not None and is_number(row[0].text) for row in rows):
        kinds[0] = (Column.NUMBER,)
    return LedgerColumns(Grid(at), Header(0, 0, settled(Grid(at), 0, kinds)))


def _repeated(column: list[Cell | None]) -> tuple[Column, ...]:
    """The element that every cell of a column names in the same words; () where they say anything else."""
    said = {"".join(cell.text.split()) if cell is not None else "" for cell in column}
    return _names(column[0]) if len(said) == 1 else ()


def _names(cell: Cell | None) -> tuple[Column, ...]:
    kinds = kinds_of(cell.text) if cell is not None and len(cell.text.strip()) <= _NAME else ()
    return kinds if kinds and set(kinds) <= set(ELEMENTS) else ()
