"""A quarter's report as an Excel form: the same headings as the Word form, and read back into the same shape of document, so
that one way of looking at it holds for both."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from extractors.errors import DocumentError, TooLarge
from extractors.model import Document, Passage
from extractors.model.document import Block, Cell, Paragraph, Table
from pipeline.answering import heading
from pipeline.ledger.exchange.sheet_xml import Place, odd_cells
from pipeline.wording import chinese_day

NAME = "xlsx"
MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 16 * 2**20, 5_000, 60
YES, NO = "是", "否"
WIDTHS = (6, 44, 14, 36, 28, 9, 15, 9)
DONE, LIMIT = 5, 6
NUMBERED = "下步完成时限"
"""A day: where a cell has it as a number, 9.30 has become 9.3."""
BARE_NUMBER = "成了数字，看不出是哪一天，请写成 2012-06-30 的样子"
ENTRIES = range(3, 7)
"""Columns that are filled in: progress, measures, whether done, next limit."""
_PARTS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")


class Unfit(DocumentError):
    """A workbook that cannot be opened."""

    reason = "corrupt"
    message = "这个 Excel 表打不开，可能没有保存完整，或设了密码。"
    next_step = "请用 Excel 或 WPS 打开核对，另存为 .xlsx 后重新报送。"


@dataclass(frozen=True, slots=True)
class Opened:
    """A filled workbook as a document; `odd` are the rows that cannot be taken, and why."""

    document: Document
    odd: tuple[str, ...]


def is_book(path: Path) -> bool:
    """Whether it is an Excel workbook, by its content."""
    try:
        with zipfile.ZipFile(path) as book:
            return set(_PARTS) <= set(book.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def write_form(target: Path, lines: Sequence[str], how: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a form: `lines` above the table (the title first), how to fill it in, and the table. What is to be filled in
    is open, the rest is locked without a password; cells are text, so that what is typed stays as it was typed."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}) as book:
        book.set_properties({"title": lines[0], "created": datetime(2012, 1, 1)})
        sheet = book.add_worksheet("季度报告")
        styles = _styles(book)
        last = len(headings) - 1
        for n, line in enumerate((*lines, how)):
            sheet.merge_range(n, 0, n, last, line, styles["title" if n == 0 else "how" if n == len(lines) else "line"])
        sheet.set_row(0, 28)
        sheet.set_row(len(lines), 34)
        top = len(lines) + 1
        for column, (title, width) in enumerate(zip(headings, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(top, column, title, styles["head"])
        for n, row in enumerate(rows, start=top + 1):
            sheet.set_row(n, 15.0 * max(3, -(-len(row[1]) // 20)))
            for column, text in enumerate(row):
                sheet.write_string(n, column, text, styles["entry" if column in ENTRIES else "fixed"])
        _guard(sheet, top, len(rows))


def _styles(book: Any) -> dict[str, Any]:
    base = {"font_name": "宋体", "font_size": 10.5, "text_wrap": True, "valign": "vcenter"}
    return {
        "title": book.add_format({**base, "font_size": 16, "bold": True, "align": "center"}),
        "line": book.add_format(base),
        "how": book.add_format({**base, "font_size": 9, "font_color": "#595959"}),
        "head": book.add_format({**base, "bold": True, "bg_color": "#DCE6F1", "border": 1, "align": "center"}),
        "fixed": book.add_format({**base, "border": 1, "bg_color": "#F2F2F2", "num_format": "@"}),
        "entry": book.add_format({**base, "border": 1, "num_format": "@", "locked": False}),
    }


def _guard(sheet: Any, top: int, count: int) -> None:
    first, last = top + 1, top + max(count, 1)
    sheet.data_validation(first, DONE, last, DONE, {
        "validate": "list", "source": [YES, NO], "ignore_blank": True, "error_title": "是否完成", "error_message": "请选“是”或“否”。",
    })  # fmt: skip
    sheet.data_validation(first, LIMIT, last, LIMIT, {"validate": "any", "input_title": "下步完成时限", "input_message": "没有完成的写日期，如 2012-06-30。"})
    sheet.protect("", {"format_cells": True, "format_rows": True, "format_columns": True, "insert_rows": True, "select_locked_cells": True})
    sheet.freeze_panes(top + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def read_form(path: Path, headings: Sequence[str], key: str) -> Opened:
    """A filled form, whatever was moved, inserted or typed anew in it. Raises DocumentError."""
    import openpyxl

    if path.stat().st_size > MOST_BYTES:
        raise TooLarge
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheets = [(sheet.title, *_rows(sheet)) for sheet in book.worksheets if sheet.sheet_state == "visible"]
        book.close()
    except DocumentError:
        raise
    except Exception as error:  # openpyxl raises whatever the file makes it stumble over
        raise Unfit from error
    blocks: list[Block] = []
    odd: list[str] = []
    for title, rows, strange in sheets:
        blocks += _blocks(title, rows, strange, headings, key, odd)
    return Opened(Document(NAME, tuple(blocks)), tuple(odd))


def _rows(sheet: Any) -> tuple[list[tuple[int, list[str]]], dict[Place, str]]:
    """The number of each row and what its cells say, and the cells that cannot be taken for what they are meant."""
    sheet.reset_dimensions()  # what a program wrote about the extent is not believed
    rows: list[tuple[int, list[str]]] = []
    strange: dict[Place, str] = {}
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS), start=1):
        rows.append((number, [_words(cell) for cell in row]))
        strange |= {(number, at): BARE_NUMBER for at, cell in enumerate(row) if isinstance(getattr(cell, "value", None), float)}
    return rows, {**strange, **odd_cells(sheet)}


def _words(cell: Any) -> str:
    """A cell as its writer saw it: days and shares of a hundred too."""
    value = getattr(cell, "value", None)
    if isinstance(value, (datetime, date)):
        return chinese_day(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, bool) or value is None:
        return "" if value is None else YES if value else NO
    if isinstance(value, (int, float)):
        return f"{value * 100:g}%" if "%" in str(cell.number_format) else f"{value:g}" if isinstance(value, float) else str(value)
    return str(value).strip()


def _blocks(
    sheet: str, rows: Sequence[tuple[int, list[str]]], strange: Mapping[Place, str], headings: Sequence[str], key: str, odd: list[str]
) -> Iterator[Block]:  # fmt: skip
    """What stands above the table line by line, then the table without the rows in which a cell cannot be taken."""
    head: dict[int, str] = {}
    cells: list[Cell] = []
    for number, row in rows:
        named = {column: heading(words) for column, words in enumerate(row) if heading(words) in headings}
        if not head and not (key in named.values() and 2 * len(named) > len(headings)):
            if text := "　".join(filter(None, row)):
                yield Paragraph(Passage(text))
            continue
        head = head or named
        if any(row[column] for column in head if column < len(row)) and (wrong := _wrong(number, head, strange)):
            odd.append(f"“{sheet}”第{number}行“{wrong[0]}”{wrong[1]}")
            continue
        cells += [Cell(number, column, (Paragraph(Passage(words)),)) for column, words in enumerate(row) if words]
    if cells:
        yield Table(tuple(cells))


def _wrong(number: int, head: dict[int, str], strange: Mapping[Place, str]) -> tuple[str, str] | None:
    found = ((title, strange.get((number, column))) for column, title in head.items())
    return next(((title, why) for title, why in found if why and (why is not BARE_NUMBER or title == NUMBERED)), None)
