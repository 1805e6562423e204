"""A ledger that was cut in two (拆分表格, at the end of a page) is read as one: its second half has no head of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.forms.grid import grid_rows
from extractors.forms.ledgers import ledger_rows
from extractors.forms.text import is_blank
from extractors.model import Block, Table


def whole(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with each ledger in one table, where nothing but blank lines parts its halves."""
    found: list[Block] = []
    above: Table | None = None
    at = 0
    for block in blocks:
        if not isinstance(block, Table):
            above = above if is_blank(block.text) else None
            found.append(block)
            continue
        if above is not None and _goes_on(above, block):
            block = _below(above, block)
            del found[at:]
        above, at = block, len(found)
        found.append(block)
    return found


def _goes_on(table: Table, other: Table) -> bool:
    """Whether rows of the same columns, headless, follow a ledger that reaches the end of its table."""
    if table.place is not other.place or not (table.cells and other.cells) or _columns(table, _height(table) - 1) != _columns(other, 0):
        return False
    rows = grid_rows(table)
    ledger = ledger_rows(rows)
    return ledger is not None and len(ledger) > 0 and ledger.stop >= len(rows) and not ledger_rows(grid_rows(other))


def _columns(table: Table, row: int) -> list[tuple[int, int]]:
    """Where the cells of a row begin, those included that reach down to it, and how wide they are."""
    return sorted((c.col, c.cols) for c in table.cells if c.row <= row < c.row + c.rows)


def _height(table: Table) -> int:
    return max(c.row + c.rows for c in table.cells)


def _below(table: Table, other: Table) -> Table:
    height = _height(table)
    return replace(table, cells=table.cells + tuple(replace(c, row=c.row + height) for c in other.cells))
