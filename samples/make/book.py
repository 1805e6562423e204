"""The office's roster workbook, and a workbook that somebody left in the inbox."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from samples.make.entries import TEXTS

HEAD = PatternFill("solid", fgColor="B22222")
LINE = Border(*[Side(style="thin", color="BFBFBF")] * 4)
HINT_ROW, HEAD_ROW = 1, 2
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def roster() -> bytes:
    """roster.xlsx: 党组织, 党员, 收件登记."""
    book = Workbook()
    book.remove(book.active)
    for told in _told()["sheets"]:
        _sheet(book.create_sheet(told["name"]), told)
    return _saved(book)


def leftover() -> bytes:
    """A list of members that is no business of the inbox."""
    told = _told()["leftover"]
    book = Workbook()
    for row in (told["headings"], *told["rows"]):
        book.active.append(row)
    return _saved(book)


def _told() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((TEXTS / "roster.yaml").read_text(encoding="utf-8"))
    return told


def _sheet(sheet: Worksheet, told: Mapping[str, Any]) -> None:
    headings = told["headings"]
    sheet.append([told["hint"]])
    sheet.merge_cells(start_row=HINT_ROW, end_row=HINT_ROW, start_column=1, end_column=len(headings))
    sheet.cell(HINT_ROW, 1).font = Font(italic=True, color="595959")
    sheet.append(headings)
    for row in told["rows"]:
        sheet.append([_value(v) for v in row])
    _style(sheet, told["widths"])
    for name, choices in told["lists"].items():
        rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        letter = get_column_letter(headings.index(name) + 1)
        rule.add(f"{letter}{HEAD_ROW + 1}:{letter}500")
        sheet.add_data_validation(rule)


def _style(sheet: Worksheet, widths: list[int]) -> None:
    for row in sheet.iter_rows(min_row=HEAD_ROW):
        for cell in row:
            cell.border, cell.alignment = LINE, Alignment(vertical="center", wrap_text=True)
            if cell.is_date:
                cell.number_format = "yyyy-mm-dd"
    for cell in sheet[HEAD_ROW]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center")
    for n, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = width
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 2)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(widths))}{sheet.max_row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"


def _value(value: object) -> object:
    if isinstance(value, date):
        return value
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value or None


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
