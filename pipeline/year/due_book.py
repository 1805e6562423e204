"""督办清单: the due list as a workbook, a row an item, coloured by its light."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipeline.ledger.cells import Cell
from pipeline.ledger.page import Column, Table
from pipeline.ledger.styles import FONT, make_styles
from pipeline.year.due import Due
from pipeline.year.lights import Light
from rules.private import hidden

LIT = "灯"
COLUMNS = (
    Column("编号", 7, "number"), Column("单位", 20), Column("承诺主体", 10, "center"), Column("承诺事项", 36), Column("状态", 10, "center"),
    Column("时限", 12, "center"), Column(LIT, 5, "center"), Column("督查", 6, "center"), Column("情况", 32), Column("最近进展", 22),
    Column("进展日期", 12, "center"),
)  # fmt: skip
COLOURS = {Light.RED: "#F8CBAD", Light.YELLOW: "#FFE699", Light.BLUE: "#BDD7EE"}


def write_book(target: Path, rows: Sequence[Due], today: date) -> None:
    """Write the workbook; every text is text, whatever it begins with."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    font = {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    with xlsxwriter.Workbook(str(target), {**options, **font}) as book:
        table = Table(book.add_worksheet, "督办清单", COLUMNS, make_styles(book), f"截至{today.isoformat()}", frozen=2)
        for row in rows:
            table.add(_cells(row))
        table.finish()
        column = table.column(LIT)
        for light, colour in COLOURS.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{light.value}"', "format": book.add_format({"bg_color": colour})}
            for sheet, last in table.sheets:
                sheet.conditional_format(1, column, max(last, 1), column, rule)


def _cells(row: Due) -> tuple[Cell, ...]:
    item, stand = row.line.item, row.standing
    return (
        item.id, row.line.unit.name, row.owner, hidden(item.text), item.state.value, stand.limit or item.due_words, stand.light.value,
        "督查" if stand.silent else "", stand.why, hidden(item.progress), item.progress_on,
    )  # fmt: skip
