"""Putting values into cells so that nothing in them can act: text stays text, dates are dates, numbers are numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of the program's own, with its value as of now for whoever does not reckon anew."""

    text: str
    value: str | int | float


Cell = str | int | float | date | Formula | None
CELL_LIMIT = 32_000
EXCEL_FIRST_YEAR = 1900
EXCEL_EPOCH = date(1899, 12, 30).toordinal()
"""Excel counts days from here, since it takes 1900 for a leap year; the format of the cell makes them days again."""
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def put(sheet: Any, row: int, column: int, value: Cell, style: Any) -> None:
    """Write one cell. Text always goes through `write_string`: one that begins with `=` is no formula, one that looks
    like an address is no link."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, date):
        _put_day(sheet, row, column, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, style)
    elif isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, style, value.value)
    else:
        sheet.write_string(row, column, clean(value), style)


def col_name(column: int) -> str:
    """A, B, … Z, AA: a column as formulas call it."""
    return (col_name(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def clean(text: str) -> str:
    """Text as a workbook can hold it: without characters that XML forbids, and within Excel's limit for a cell."""
    if not text.isprintable():  # quicker than a search, and nearly always enough
        text = NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= CELL_LIMIT else text[:CELL_LIMIT] + "……（原文过长，见来源文件）"


def _put_day(sheet: Any, row: int, column: int, day: date, style: Any) -> None:
    if day.year <= EXCEL_FIRST_YEAR:  # Excel's calendar starts here; an older date is kept as text
        sheet.write_string(row, column, day.isoformat(), style)
    else:
        sheet.write_number(row, column, day.toordinal() - EXCEL_EPOCH, style)
