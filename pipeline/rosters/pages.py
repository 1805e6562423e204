"""The rows of a worksheet as a person sees them: what was merged stands in every cell that it covers."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any
from zipfile import BadZipFile

from openpyxl.utils import get_column_letter, range_boundaries

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+\d+:[A-Z]+\d+)\"")
_PLACES = re.compile(r"0\.(0+)(?:_.)?")
CHUNK = 1 << 20
MOST_MERGED = 20_000
WIDEST = 200
LAST_ROW = 1 << 20
"""Of any workbook: rows between are filled in, and a number without end would never let the reading end."""


class BrokenSheet(Exception):
    """A sheet whose XML is not whole; openpyxl reads it only when its rows are asked for."""


class FormulaError(str):
    """What a formula that failed shows in the place of its result (ECMA-376 part 1, 18.18.11: a cell of type `e`); the same
    letters typed by a person are text."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number from 1. `banner` is True where one text covers all of it: a title between the rows."""

    number: int
    values: list[object]
    banner: bool = False

    @property
    def texts(self) -> list[str]:
        """What stands in the row, a text that was merged over several cells once."""
        return list(dict.fromkeys(str(v).strip() for v in self.values if v is not None and str(v).strip()))

    def cell(self, column: int) -> str:
        """The name of one of its cells: F6."""
        return f"{get_column_letter(column + 1)}{self.number}"


def rows_of(sheet: Any) -> Iterator[Row]:
    """All rows of a sheet opened for reading only; merged cells hold the value of their first. Raises BrokenSheet."""
    sheet.reset_dimensions()  # what other programs write there is not always so
    merged = _merged(sheet)
    held: dict[tuple[int, int], object] = {}
    for number, values in enumerate(_whole(sheet), start=1):
        row = list(values[:WIDEST])
        covered = 0
        for left, top, right, bottom in merged.get(number, ()):
            value = row[left - 1] if number == top and left <= len(row) else held.get((left, top))
            held[left, top] = value
            row += [None] * (min(right, WIDEST) - len(row))
            row[left - 1 : right] = [value] * (right - left + 1)
            covered = max(covered, right - left + 1)
            del bottom
        texts = {str(v).strip() for v in row if v not in (None, "")}
        yield Row(number, row, banner=covered > 1 and len(texts) == 1)


def _whole(sheet: Any) -> Iterator[Sequence[object]]:
    """The rows as openpyxl has them, whatever the broken part provokes there told as one error."""
    try:
        yield from _numbered(sheet.iter_rows(max_row=LAST_ROW + 1))
    except OSError:
        raise
    except Exception as error:
        raise BrokenSheet(sheet.title) from error


def _numbered(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[object]]:
    for number, cells in enumerate(rows, start=1):
        if number > LAST_ROW:
            raise ValueError("a row beyond the last")
        yield [FormulaError(cell.value) if cell.data_type == "e" else _as_shown(cell) for cell in cells]


def _as_shown(cell: Any) -> object:
    """The value of a cell; a fraction with the noughts that its format shows, as in the days that people type as numbers (3.20)."""
    value = cell.value
    if isinstance(value, float) and not value.is_integer() and (places := _PLACES.fullmatch(cell.number_format)) is not None:
        return f"{value:.{len(places[1])}f}"
    return value


def _merged(sheet: Any) -> dict[int, list[tuple[int, int, int, int]]]:
    """The merged ranges by every row that they touch. Reading for reading only leaves them out; they stand behind the rows."""
    found: dict[int, list[tuple[int, int, int, int]]] = {}
    for reference in _references(sheet)[:MOST_MERGED]:
        try:
            left, top, right, bottom = (n or 0 for n in range_boundaries(reference))
        except ValueError:  # beyond the last column that there is
            continue
        if not 0 < left <= right <= WIDEST or bottom - top > MOST_MERGED:
            continue
        for number in range(top, bottom + 1):
            found.setdefault(number, []).append((left, top, right, bottom))
    return found


def _chunks(title: str, stream: IO[bytes]) -> Iterator[bytes]:
    try:
        while chunk := stream.read(CHUNK):
            yield chunk
    except (BadZipFile, EOFError, zlib.error) as error:
        raise BrokenSheet(title) from error


def _references(sheet: Any) -> list[str]:
    found: list[str] = []
    tail = b""
    with sheet.parent._archive.open(sheet._worksheet_path) as stream:
        for chunk in _chunks(sheet.title, stream):
            found += [m.decode() for m in _MERGED.findall(tail + chunk)]
            tail = (tail + chunk)[-80:]
            if b"<mergeCell " in tail:
                tail = tail[tail.rindex(b"<mergeCell ") :] if b"/>" not in tail[tail.rindex(b"<mergeCell ") :] else b""
    return list(dict.fromkeys(found))
