"""A table of any length keeps no rows in memory, and every row has its height all the same."""

from pathlib import Path

import openpyxl
import xlsxwriter

from pipeline.ledger.page import Column, Table
from pipeline.ledger.styles import make_styles

ROWS = 200


def test_heights_that_were_written_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        table = Table(book.add_worksheet, "清单", [Column("内容", 20), Column("备注", 8)], make_styles(book), "通知")
        sheet = book.worksheets()[0]
        for n in range(ROWS):
            table.add(("为学生宿舍安装直饮水机" * (1 + n % 4), ""))
            assert len(sheet.row_info) < 5
            assert len(sheet.row_sizes) < 5
        table.finish()
    written = openpyxl.load_workbook(path)["清单"]
    heights = [written.row_dimensions[row].height for row in range(2, ROWS + 2)]
    assert len(set(heights[:4])) > 1
    assert heights == heights[:4] * (ROWS // 4)
