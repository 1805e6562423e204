"""What the cells of a sheet say, by openpyxl's own strings, styles and calendar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.styles.numbers import BUILTIN_FORMATS_MAX_SIZE as FIRST_OWN_FORMAT
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import from_excel, from_ISO8601

NO_DAY = "#VALUE!"
"""What a number is that is shown as a day and is none."""


class Share(float):
    """A number that is shown as so much per cent: who typed it sees 80%, the file has 0.8."""

    def __str__(self) -> str:
        return f"{self * 100:g}%"


class CellValues:
    """The values of one sheet; a day that was met before is not reckoned again."""

    def __init__(self, sheet: Any) -> None:
        book = sheet.parent
        self._strings, self._epoch = sheet._shared_strings, book.epoch
        self._dated = {str(style) for style in book._date_formats}
        self._spans = {str(style) for style in book._timedelta_formats}
        self._shares = _per_cent(sheet.parent)
        self._columns: dict[str, int] = {}
        self._days: dict[tuple[str, str], Any] = {}
        self._by_type: dict[str, Callable[[str], Any]] = {
            "s": lambda text: self._strings[int(text)], "b": lambda text: bool(int(text)), "d": from_ISO8601,
        }  # fmt: skip

    def put(self, row: list[Any], cell: dict[str, str], text: str) -> int:
        """Put what the cell with these attributes says into its place in the row; returns the place, from 0."""
        at = self._column(cell["r"]) if "r" in cell else len(row)
        while len(row) <= at:
            row.append(None)
        kind = cell.get("t", "n")
        if text and kind == "n":
            row[at] = self._number(text, cell.get("s", "0"))
        elif text:
            row[at] = self._by_type.get(kind, str)(text)
        return at

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        if letters not in self._columns:
            self._columns[letters] = column_index_from_string(letters) - 1
        return self._columns[letters]

    def _number(self, text: str, style: str) -> Any:
        """A number, or the day that it is where its style says so."""
        if style not in self._dated:
            return Share(text) if style in self._shares else _cast(text)
        if (text, style) not in self._days:
            self._days[text, style] = self._day(_cast(text), style)
        return self._days[text, style]

    def _day(self, number: float, style: str) -> Any:
        try:
            return from_excel(number, self._epoch, timedelta=style in self._spans)
        except (OverflowError, ValueError):
            return NO_DAY


def _cast(text: str) -> float:
    return float(text) if "." in text or "e" in text.lower() else int(text)


def _per_cent(book: Any) -> frozenset[str]:
    """The styles of a workbook that show a number as per cent."""
    own = dict(enumerate(book._number_formats, start=FIRST_OWN_FORMAT))
    formats = ((n, own.get(style.numFmtId) or BUILTIN_FORMATS.get(style.numFmtId, "")) for n, style in enumerate(book._cell_styles))
    return frozenset(str(n) for n, shown in formats if "%" in shown)
