"""督办清单: the due list as a workbook, a row an item, coloured by its light."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.year.due import Due
from pipeline.year.lights import Light
from rules.private import hidden

COLUMNS = (("编号", 8), ("单位", 24), ("承诺主体", 12), ("承诺事项", 40), ("状态", 10), ("时限", 12), ("灯", 6), ("督查", 8), ("情况", 30), ("最近进展", 24), ("进展日期", 12))
COLOURS = {Light.RED: "#F8CBAD", Light.YELLOW: "#FFE699", Light.BLUE: "#BDD7EE", Light.NONE: "#EDEDED"}


def write_book(target: Path, rows: Sequence[Due], today: date) -> None:
    """Write the workbook; every text is text, whatever it begins with."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(target), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("督办清单")
        head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
        plain = book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
        day = book.add_format({"border": 1, "valign": "vcenter", "num_format": "yyyy-mm-dd", "align": "center"})
        lit = {light: book.add_format({"border": 1, "valign": "vcenter", "align": "center", "bg_color": colour}) for light, colour in COLOURS.items()}
        for column, (title, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        for n, row in enumerate(rows, start=1):
            for column, value in enumerate(_cells(row)):
                style = lit[row.standing.light] if COLUMNS[column][0] == "灯" else plain
                if isinstance(value, date):
                    sheet.write_datetime(n, column, value, day)
                elif isinstance(value, int):
                    sheet.write_number(n, column, value, plain)
                else:
                    sheet.write_string(n, column, value, style)
        _page(sheet, len(rows), today)


def _cells(row: Due) -> tuple[str | int | date, ...]:
    item, stand = row.line.item, row.standing
    return (
        item.id, row.line.unit.name, row.owner, hidden(item.text), item.state.value, stand.limit or item.due_words, stand.light.value,
        "督查" if stand.silent else "", stand.why, hidden(item.progress), item.progress_on or "",
    )  # fmt: skip


def _page(sheet: object, rows: int, today: date) -> None:
    from xlsxwriter.worksheet import Worksheet

    assert isinstance(sheet, Worksheet)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C督办清单（截至{today.isoformat()}）")
    sheet.set_footer("&C第 &P 页，共 &N 页")
