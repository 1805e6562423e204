"""Ledger-like tables: the row is the promise and its columns are the elements (GUIDELINE, Item)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.counting import counts_promise
from extractors.items import inner_labels, records
from extractors.items.columns import Column, kinds_of
from extractors.items.drafts import Reading
from extractors.items.grids import Grid, Header, counted_header, flipped, grid_of, header_of, named_header
from extractors.items.ledger_columns import LedgerColumns
from extractors.items.ledger_drafts import Body, LedgerDrafts
from extractors.items.ledger_rows import LedgerRows
from extractors.items.sections import Section, sections
from extractors.items.stacks import unstacked
from extractors.items.unfolding import unfolded
from extractors.model import Cell, Passage, Table


def read(table: Table, headings: tuple[Passage, ...], body: Body) -> Reading | None:
    """The promises of a ledger, None where the table is none. `body` reads a cell that holds a list of promises."""
    grid = grid_of(table)
    if not grid.at:
        return None
    below = records.read(grid, headings)
    if below is not None:
        return below
    if (stacked := unstacked(table, grid)) is not None:
        return _stacked(grid_of(stacked), headings, body)
    if (named := _named(grid)) is not None:
        return _under_name(named, table, headings, body)
    if (columns := inner_labels.columns_of(grid)) is not None:
        return _promises(columns, headings, body)
    header = header_of(grid)
    if header is not None and (parts := sections(table, grid, header)):
        return _one_below_another(parts, headings, body)
    if header is not None and (sides := _sides(grid, header)):
        return _side_by_side(table, sides, headings, body)
    if header is not None and (other := unfolded(table, grid, header)) is not None:
        return read(other, headings, body)
    if header is None:
        header = counted_header(grid)
    if header is None or not _below(grid, header) or _named_down(grid, header.first):
        turned = flipped(grid)
        found = header_of(turned)
        if found is not None and _below(turned, found):
            grid, header = turned, found
    return None if header is None else _promises(LedgerColumns(grid, header), headings, body)


def _promises(columns: LedgerColumns, headings: tuple[Passage, ...], body: Body) -> Reading:
    """The promises of the rows below a header."""
    reading = Reading()
    records = LedgerRows(columns, headings, reading).gather()
    LedgerDrafts(columns, records, body, reading).write()
    return reading


def _stacked(grid: Grid, headings: tuple[Passage, ...], body: Body) -> Reading:
    """The promises of blocks laid out as rows; the themes of blocks without a count head them."""
    columns = LedgerColumns(grid, named_header(grid))
    columns.head(columns.header.columns(Column.GROUP))
    return _promises(columns, headings, body)


def _named(grid: Grid) -> Cell | None:
    """The first row's only cell where it counts or names the promise below it (承诺卡第1号)."""
    first = grid.cells(0)
    if len(first) != 1 or grid.width < 2 or len(grid.at) < 2 or first[0].rows > 1:
        return None
    return first[0] if counts_promise(first[0].text) else None


def _under_name(named: Cell, table: Table, headings: tuple[Passage, ...], body: Body) -> Reading | None:
    """The ledger without that row: its one promise has it for its ordinal, several stand under it."""
    rest = tuple(replace(c, row=c.row - 1) for c in table.cells if c is not named)
    name = named.passage.strip()
    found = read(Table(rest, table.place), headings, body)
    if found is not None:
        put_under(name, found)
    return found


def put_under(name: Passage, found: Reading) -> None:
    """One promise below a name that counts it has that for its ordinal, several stand under it."""
    if len(found.drafts) == 1 and not found.drafts[0].ordinal:
        found.drafts[0].ordinal = name.text
        return
    for draft in found.drafts:
        draft.headings = (name, *draft.headings)


def _sides(grid: Grid, header: Header) -> int:
    """How many columns each of several ledgers side by side has, whose headers are the same; 0 where there is one."""
    titles = ["".join(c.text.split()) if (c := cell) is not None else "" for cell in grid.at[header.first]]
    for width in range(2, grid.width // 2 + 1):
        if grid.width % width == 0 and titles == titles[:width] * (grid.width // width):
            return width
    return 0


def _one_below_another(parts: Sequence[Section], headings: tuple[Passage, ...], body: Body) -> Reading:
    reading = Reading()
    outer = headings if parts[0].name else headings[:-1]  # the first one's name may stand over the table
    for part in parts:
        over = (*outer, part.name) if part.name else headings
        reading.take(read(part.table, over, body))
    return reading


def _side_by_side(table: Table, width: int, headings: tuple[Passage, ...], body: Body) -> Reading:
    """Ledgers beside one another are read from left to right."""
    reading = Reading()
    for left in range(0, max(c.col + c.cols for c in table.cells), width):
        part = tuple(replace(c, col=c.col - left) for c in table.cells if left <= c.col < left + width and c.col + c.cols <= left + width)
        found = read(Table(part, table.place), headings, body)
        reading.take(found)
    return reading


_NAME = 6
"""The name of a column beside others has so many letters at most."""


def _named_down(grid: Grid, first: int) -> bool:
    """Whether the first column holds nothing but names of elements below its first cell: a row in which they stand is no header, nor
    is the `first` one with words beside its name that only hold one (解决群众出行问题)."""
    named = [kinds_of(row[0].text)[:1] if row[0] is not None else () for row in grid.at[1:]]
    said = first > 0 or any(len(c.text.strip()) > _NAME for c in grid.cells(0)[1:])
    return said and all(named) and len(set(named)) > 1


def _below(grid: Grid, header: Header) -> bool:
    return header.first + header.rows < len(grid.at)
