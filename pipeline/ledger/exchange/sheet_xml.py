"""A sheet that openpyxl opened for reading, walked once by expat: its values row by row as openpyxl's own
`iter_rows(values_only=True)` gives them, in half the time, and what such a reading does not show: formulas without a value,
errors, merged cells. Nothing in the XML is executed or followed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice, product
from typing import Any, Final, NoReturn
from xml.parsers import expat

from openpyxl.utils import range_boundaries

from pipeline.ledger.exchange.cell_values import CellValues

MOST = 256 * 2**20
"""Bytes of one sheet's XML; a larger one is refused as no workbook that people edit."""
MOST_MERGED = 50_000
MOST_ROWS = 2**20
"""Rows of a sheet: as many as Excel has."""
CHUNK = 2**16
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_ROW, _CELL, _VALUE, _TEXT, _FORMULA, _READING, _MERGED = (_MAIN + name for name in ("row", "c", "v", "t", "f", "rPh", "mergeCell"))
Row = tuple[Any, ...]
Place = tuple[int, int]


class Odd(StrEnum):
    """Why a cell cannot be taken as it stands."""

    NO_VALUE = "是公式，文件里没有算出的值，请在 Excel 里打开、保存后再导入"
    ERROR = "公式有错，没有值"
    MERGED = "与别的格合并了，没有自己的值，请拆开合并后填写"


class SheetXml:
    """The rows of one sheet, to be asked for once; then `odd` holds the cells that cannot be taken, by the number of their
    row and their place in it from 0."""

    def __init__(self, sheet: Any) -> None:
        self._sheet, self._values = sheet, CellValues(sheet)
        self.odd: dict[Place, Odd] = {}
        self._done: list[tuple[int, Row]] = []
        self._number = self._aside = self._covered = 0
        self._row: list[Any] = []
        self._cell: dict[str, str] = {}
        self._text: list[str] = []
        self._formula = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.StartDoctypeDeclHandler = _refuse

    def rows(self) -> Iterator[Row]:
        """From the first row on, each up to its last cell; rows that the file leaves out are empty. Raises ExpatError where
        the sheet is cut short, BadZipFile where it is too large, ValueError and others on what is no cell."""
        due = 1
        for number, row in self._numbered():
            for _ in range(due, number):
                yield ()
            if due <= number:
                yield row
            due = max(due, number + 1)

    def _numbered(self) -> Iterator[tuple[int, Row]]:
        size = 0
        with self._sheet._get_source() as source:
            while chunk := source.read(CHUNK):
                size += len(chunk)
                if size > MOST:
                    raise zipfile.BadZipFile("too large")
                self._parser.Parse(chunk)
                yield from self._done
                self._done.clear()
            self._parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in (_VALUE, _TEXT):
            self._parser.CharacterDataHandler = self._text.append
        elif name == _CELL:
            self._cell = attributes
            self._text.clear()
        elif name == _ROW:
            self._number = int(float(attributes["r"])) if "r" in attributes else self._number + 1
            if self._number > MOST_ROWS:
                raise ValueError("a row beyond the sheet")  # else the empty rows before it would be read for ever
            self._row = []
        elif name == _FORMULA:
            self._formula = True
        elif name == _READING:
            self._aside = len(self._text)
        elif name == _MERGED:
            self._merged(attributes.get("ref", ""))

    def _end(self, name: str) -> None:
        if name in (_VALUE, _TEXT):
            self._parser.CharacterDataHandler = None
        elif name == _CELL:
            text = "".join(self._text)
            at = self._values.put(self._row, self._cell, text)
            self._look(at, text)
        elif name == _ROW:
            self._done.append((self._number, tuple(self._row)))
        elif name == _READING:
            del self._text[self._aside :]  # how a sign is read aloud is not its text

    def _look(self, at: int, text: str) -> None:
        """Whether the cell that just ended is a formula without a value, or an error."""
        kind = self._cell.get("t")
        if kind == "e":
            self.odd[self._number, at] = Odd.ERROR
        elif self._formula and not text and kind != "str":
            self.odd[self._number, at] = Odd.NO_VALUE
        self._formula = False

    def _merged(self, place: str) -> None:
        """The cells of a merged range but its first one, which holds the value."""
        left, top, right, bottom = range_boundaries(place)
        if left is None or top is None or right is None or bottom is None:
            return  # whole columns, as no program writes it
        covered = product(range(top, bottom + 1), range(left - 1, right))
        for at in islice(covered, 1, MOST_MERGED - self._covered):
            self._covered += 1
            self.odd[at] = Odd.MERGED


def odd_cells(sheet: Any) -> dict[Place, Odd]:
    """The cells of a sheet that cannot be taken. Raises what `SheetXml.rows` raises."""
    xml = SheetXml(sheet)
    for _ in xml.rows():
        pass
    return xml.odd


def _refuse(*_: object) -> NoReturn:
    raise ValueError("a document type in a sheet")
