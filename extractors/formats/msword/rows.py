"""The shape of a table row: its cells' edges and merges ([MS-DOC] 2.9.324, 2.6.3)."""

from __future__ import annotations

import struct

from extractors.formats.msword.binary import i16, u16
from extractors.formats.msword.layout import RowShape
from extractors.formats.msword.sprms import Sprm, operations

_CELL, _MOST = 20, 64
_ACROSS, _DOWN, _RESTART = 0x03, 0x20, 0x40
_DEFINITIONS = frozenset({Sprm.T_DEFINITION, Sprm.T_DEFINITION_10})


class _Cells:
    """A row while its operations are worked off: edges, and for each cell how it is merged."""

    def __init__(self) -> None:
        self.edges: list[int] = []
        self.across: list[int] = []
        self.down: list[int] = []
        self.ruled = False
        self.height = 0

    def define(self, operand: bytes) -> None:
        count = min(operand[0], _MOST)
        self.edges = list(struct.unpack_from(f"<{count + 1}h", operand, 1))
        first = 1 + 2 * (count + 1)
        flags = [u16(operand, first + _CELL * n) for n in range(count)]
        self.across = [flag & _ACROSS for flag in flags]
        self.down = [flag & (_DOWN | _RESTART) for flag in flags]
        borders = (operand[first + _CELL * n + 4 : first + _CELL * (n + 1)] for n in range(count))
        self.ruled = self.ruled or any(cell.replace(b"\xff" * 4, b"").strip(b"\0") for cell in borders)

    def insert(self, at: int, count: int, width: int) -> None:
        """New cells before cell `at`, or that many after the last one up to there."""
        at = min(at, len(self.across))
        count = min(count, _MOST - len(self.across))
        start = self.edges[at] if self.edges else 0
        added = [start + width * n for n in range(1, count + 1)]
        self.edges[at + 1 :] = added + [edge + width * count for edge in self.edges[at + 1 :]]
        self.across[at:at] = [0] * count
        self.down[at:at] = [0] * count

    def delete(self, first: int, limit: int) -> None:
        limit = min(limit, len(self.across))
        if first >= limit:
            return
        gone = self.edges[limit] - self.edges[first]
        self.edges[first + 1 :] = [edge - gone for edge in self.edges[limit + 1 :]]
        del self.across[first:limit], self.down[first:limit]

    def merge(self, first: int, limit: int) -> None:
        """Cells that become one."""
        for n in range(first, min(limit, len(self.across))):
            self.across[n] = 1 if n == first else 2

    def split(self, first: int, limit: int) -> None:
        for n in range(first, min(limit, len(self.across))):
            self.across[n] = 0

    def shape(self) -> RowShape:
        first, merged = self._runs()
        top = frozenset(n for n, flag in enumerate(self.down) if flag & _RESTART)
        below = frozenset(n for n, flag in enumerate(self.down) if flag == _DOWN)
        return RowShape(tuple(self.edges), first, merged, top, below, self.ruled, self.height)

    def _runs(self) -> tuple[frozenset[int], frozenset[int]]:
        """First and other cells of each horizontal merge. Descriptions differ in which of the codes 1 and 2 marks the
        first one; it is the code that a run of merged cells begins with."""
        first: set[int] = set()
        merged: set[int] = set()
        opening = 0
        for n, code in enumerate(self.across):
            if not code:
                opening = 0
            elif not opening or code == opening:
                opening = code
                first.add(n)
            else:
                merged.add(n)
        return frozenset(first), frozenset(merged)


def row_shape(changes: bytes) -> RowShape | None:
    """The shape that a row's operations describe, None where they define no cells."""
    cells = _Cells()
    for code, operand in operations(changes):
        try:
            _apply(cells, code, operand)
        except (IndexError, struct.error):  # an operand that is shorter than its operation asks for
            continue
    return cells.shape() if cells.across else None


def _apply(cells: _Cells, code: int, operand: bytes) -> None:
    if code in _DEFINITIONS:
        cells.define(operand)
    elif code == Sprm.T_INSERT:
        cells.insert(operand[0], operand[1], i16(operand, 2))
    elif code == Sprm.T_DELETE:
        cells.delete(operand[0], operand[1])
    elif code == Sprm.T_MERGE:
        cells.merge(operand[0], operand[1])
    elif code == Sprm.T_SPLIT:
        cells.split(operand[0], operand[1])
    elif code == Sprm.T_HEIGHT:
        cells.height = i16(operand, 0)
    elif code in (Sprm.T_BORDERS, Sprm.T_BORDERS_80):
        size = 8 if code == Sprm.T_BORDERS else 4
        kinds = operand[size - 3 :: size]
        cells.ruled = cells.ruled or any(kind not in (0, 0xFF) for kind in kinds)
    elif code == Sprm.T_VERTICAL_MERGE and operand[0] < len(cells.down):
        cells.down[operand[0]] = (0, _DOWN, 0, _DOWN | _RESTART)[operand[1] & 3]
