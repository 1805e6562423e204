"""Promises one below the other, each a block of rows whose labels come again, as a ledger with a column for each label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.counting import counts_promise, is_number
from extractors.items.columns import kinds_of
from extractors.items.grids import Grid
from extractors.items.ordinals import half_width
from extractors.model import Cell, Paragraph, Passage, Table
from extractors.model.value_class import value_class

_LABEL = 8
"""A label inside a block has so many letters at most."""
_COUNT, _THEME = Paragraph(Passage("序号")), Paragraph(Passage("类别"))


@value_class
class _Block:
    """The cells before a block that count the promise or name its theme, and its labels and values in turn."""

    before: tuple[Cell, ...]
    pairs: tuple[tuple[Cell, Cell], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(_words(label) for label, _ in self.pairs)


def unstacked(table: Table, grid: Grid) -> Table | None:
    """The same promises as rows under the names of their labels, what counts them and their themes before these; None where
    the table is not made of such blocks. A cell before every block that always says the same is left out."""
    if grid.width < 2 or len(grid.at) < 4 or not any(c.rows > 1 or _counts(c) for c in grid.cells(0)[:1]):
        return None
    blocks = list(_blocks(grid))
    if len(blocks) < 2 or any(b.labels != blocks[0].labels for b in blocks) or not _told(blocks[0].labels):
        return None
    columns = [column for column in zip(*(b.before for b in blocks), strict=True) if len({_words(c) for c in column}) > 1]
    if not any(all(map(_counts, column)) for column in columns) and not all(map(kinds_of, blocks[0].labels)):
        return None
    cells = [cell for at, column in enumerate(columns) for cell in _before(column, at)]
    cells += [replace(label, row=0, col=n, rows=1, cols=1) for n, (label, _) in enumerate(blocks[0].pairs, len(columns))]
    cells += [
        replace(value, row=row, col=n, rows=1, cols=1) for row, block in enumerate(blocks, 1) for n, (_, value) in enumerate(block.pairs, len(columns))
    ]
    return Table(tuple(cells), table.place)


def _before(column: Sequence[Cell], at: int) -> Iterator[Cell]:
    """The counts or themes of the blocks below their name; one that stands before several blocks covers their rows."""
    yield Cell(0, at, (_COUNT if all(map(_counts, column)) else _THEME,))
    for row, cell in enumerate(column, 1):
        if row == 1 or cell is not column[row - 2]:
            yield replace(cell, row=row, col=at, rows=sum(c is cell for c in column), cols=1)


def _told(labels: tuple[str, ...]) -> bool:
    return len(labels) > 1 and len(set(labels)) == len(labels) and all(1 < len(label) <= _LABEL for label in labels)


def _blocks(grid: Grid) -> Iterator[_Block]:
    """The blocks from above; one without labels stands for whatever is none."""
    row = 0
    while row < len(grid.at):
        before = _opening(grid, row)
        if not before or before[-1].row != row:
            yield _Block((), ())
            return
        over = len(grid.cells(row)) == 1
        end = row + before[-1].rows
        while over and end < len(grid.at) and not ((c := grid.at[end][0]) is not None and _counts(c)):
            end += 1
        rows = range(row + 1 if over else row, end)
        beside = [[c for c in grid.cells(r) if c not in before] for r in rows]
        even = all(cells and len(cells) % 2 == 0 for cells in beside)
        yield _Block(tuple(before), tuple(p for cells in beside for p in zip(cells[::2], cells[1::2], strict=True)) if even else ())
        row = end


def _opening(grid: Grid, row: int) -> list[Cell]:
    """What counts the block that begins in the row, or its theme; a count beside its theme comes behind it."""
    first, *more = grid.cells(row)[:2]
    if more and more[0].row == row and more[0].rows > 1 and _counts(more[0]) and more[0].rows <= first.rows + first.row - row:
        return [first, more[0]]
    return [first] if first.rows > 1 or _counts(first) else []


def _counts(cell: Cell) -> bool:
    text = half_width(_words(cell))
    return is_number(text) or counts_promise(text)


def _words(cell: Cell) -> str:
    return "".join(cell.text.split()).rstrip("：:")
