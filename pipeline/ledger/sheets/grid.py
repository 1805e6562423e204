"""A small page laid out freely: cells are set in any order and written in rows, as the streaming writer wants them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.ledger.cells import Cell, clean, put


@dataclass(frozen=True, slots=True)
class _Spot:
    value: Cell
    style: Any
    last: int


@dataclass(slots=True)
class Grid:
    """Cells by row and column; `last` of a spot is the column it is merged up to."""

    spots: dict[tuple[int, int], _Spot] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)

    def set(self, row: int, column: int, value: Cell, style: Any, *, to: int = -1) -> None:
        """Put a value at a place, merged to the right up to column `to`."""
        self.spots[row, column] = _Spot(value, style, max(column, to))

    def line(self, row: int, column: int, values: tuple[Cell, ...], style: Any) -> None:
        """Put several values side by side."""
        for n, value in enumerate(values):
            self.set(row, column + n, value, style)

    def write(self, sheet: Any) -> None:
        """Write everything to a sheet. A row's height comes before its cells: a row that is left is on disk."""
        begun = -1
        for (row, column), spot in sorted(self.spots.items(), key=lambda s: s[0]):
            if row > begun and row in self.heights:
                sheet.set_row(row, self.heights[row])
            begun = row
            if spot.last > column:
                self._merged(sheet, row, column, spot)
            else:
                put(sheet, row, column, spot.value, spot.style)

    def _merged(self, sheet: Any, row: int, column: int, spot: _Spot) -> None:
        sheet.merge_range(row, column, row, spot.last, "", spot.style)
        if isinstance(spot.value, str):
            sheet.write_string(row, column, clean(spot.value), spot.style)
        elif spot.value is not None:
            put(sheet, row, column, spot.value, spot.style)
