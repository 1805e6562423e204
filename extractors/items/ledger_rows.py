"""The rows of a ledger, one after another, become records: what stands in each column, its number, the headings over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.counting import is_number
from extractors.items.blanks import is_noise
from extractors.items.columns import Column, kinds_of
from extractors.items.drafts import Reading
from extractors.items.ledger_columns import SHARED, LedgerColumns
from extractors.items.ordinals import half_width
from extractors.items.roles import is_closing
from extractors.items.sentences import without_turn
from extractors.model import Cell, Passage


@dataclass(slots=True)
class Record:
    """A row as it is gathered, with the rows that go on with it."""

    ordinal: str
    headings: tuple[Passage, ...]
    values: dict[int, list[Passage]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    promise: Cell | None = None
    """The cell in the column of the promises."""


class LedgerRows:
    """Gathers the `records`; what stands before and after them in rows of their own goes to `reading`."""

    def __init__(self, columns: LedgerColumns, headings: tuple[Passage, ...], reading: Reading) -> None:
        self.columns, self.headings, self.reading = columns, headings, reading
        self.grid = columns.grid
        self.records: list[Record] = []

    def gather(self) -> list[Record]:
        """The records from above to below."""
        header = self.columns.header
        top = [self.grid.at[header.first][c] for c in range(self.grid.width)] if header.rows else []
        titles = [c.text for c in top if c is not None]
        for row in range(header.first):
            self._around(row, self.reading.preambles)
        heading: Passage | None = None
        for row in range(self.columns.below, len(self.grid.at)):
            cells = self.grid.cells(row)
            if titles and [c.text for c in self.grid.at[row] if c is not None] == titles:
                continue
            if self._binds(cells):
                self.reading.closings.append(Passage.join((c.passage.strip() for c in cells), "："))
                continue
            whole = self._whole(row, cells)
            if whole is None:
                self._row(row, heading)
            elif is_closing(half_width(whole.text)):
                self.reading.closings.append(whole)
            elif whole.text and not is_noise(half_width(whole.text)):
                heading = whole
        return self.records

    def _around(self, row: int, place: list[Passage]) -> None:
        place.extend(p for c in self.grid.cells(row) if (p := c.passage.strip()).text)

    def _whole(self, row: int, cells: list[Cell]) -> Passage | None:
        """The text of a row that is one cell over all columns; None for an ordinary row."""
        if len(cells) == 1 and self.grid.width > 1:
            return cells[0].passage.strip()
        if len(cells) == 2 and self.columns.number == 0 and cells[1].cols == self.grid.width - 1 > 1 and self._counts_apart(cells[0]):
            return cells[1].passage.strip()
        filled = [c for c in cells if c.text.strip()]
        if len(filled) == 1 and self.grid.begins(row, 0) and max(c.cols for c in filled) > self.grid.width // 2 + 1:
            return filled[0].passage.strip()
        return None

    def _binds(self, cells: list[Cell]) -> bool:
        """Whether a row says in one cell when all is done, or by whom, its name where the rows are counted (完成时限 | 年底前)."""
        apart = len(cells) == 2 and self.columns.number == 0 and cells[1].cols == self.grid.width - 1
        return apart and bool(kinds := kinds_of(cells[0].text)) and SHARED.issuperset(kinds)

    def _counts_apart(self, cell: Cell) -> bool:
        """Whether a cell of the number column counts parts (一, 二) where the promises have digits."""
        numbers = [c.text.strip() for c in self.columns.cells(0) if c is not cell]
        return not any(map(str.isdigit, half_width(cell.text))) and is_number(cell.text) and any(n.isdigit() for n in numbers)

    def _row(self, row: int, heading: Passage | None) -> None:
        columns = self.columns
        cells = self.grid.at[row]
        anchor = columns.number if columns.number is not None else columns.project
        goes_on = bool(self.records) and (
            (anchor is not None and not self.grid.begins(row, anchor)) or self._continued(row)
        )
        if not goes_on:
            over = (*self.headings, *([heading] if heading is not None else []), *self._groups(cells))
            number = cells[columns.number] if columns.number is not None else None
            self.records.append(Record(number.text.strip() if number is not None else "", over))
        record = self.records[-1]
        for col, cell in enumerate(cells):
            if cell is None or col == columns.number or col in columns.groups or col in columns.results:
                continue
            if col == columns.project and record.promise is None:
                record.promise = cell
            if any(cell is c for c in record.cells):
                continue
            record.cells.append(cell)
            passage = without_turn(cell.passage.strip()).strip()
            if passage.text:
                record.values.setdefault(col, []).append(passage)

    def _groups(self, cells: Sequence[Cell | None]) -> list[Passage]:
        """The cells that head a row, each once: one of them may cover several columns of the grid."""
        found: list[Cell] = []
        for col in (*sorted(self.columns.groups), *self.columns.kinds()):
            cell = cells[col]
            if cell is not None and cell.text.strip() and all(cell is not f for f in found):
                found.append(cell)
        return [c.passage.strip() for c in found]

    def _continued(self, row: int) -> bool:
        """A row that a page's edge cut off: neither number nor project of its own."""
        columns = self.columns
        if columns.number is None or columns.project is None:
            return False
        number, project = self.grid.at[row][columns.number], self.grid.at[row][columns.project]
        empty = [c is None or not c.text.strip() for c in (number, project)]
        times = [self.grid.at[row][c] for c in columns.header.columns(Column.DEADLINE)]
        return empty[0] and (empty[1] or (bool(times) and not any(t is not None and t.text.strip() for t in times)))
