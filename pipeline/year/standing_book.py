"""台账检查: what is amiss as a workbook, a row a finding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.ledger.page import Column, Table
from pipeline.ledger.styles import FONT, make_styles
from pipeline.year.standing_check import Amiss
from rules.packs import Pack
from rules.private import hidden

NAME = "台账检查.xlsx"
COLUMNS = (
    Column("序号", 6, "number"), Column("单位", 20), Column("姓名", 9, "center"), Column("代码", 6, "center"), Column("检查内容", 14, "center"),
    Column("编号", 7, "number"), Column("承诺事项（公示、报告、评议）", 34), Column("结论", 9, "center"),
    Column("情况", 34), Column("怎样办理", 30), Column("依据", 14, "center"),
)  # fmt: skip


def write_book(target: Path, found: Sequence[Amiss], title: str, pack: Pack) -> None:
    """Write the workbook; private data is masked."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    font = {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    with xlsxwriter.Workbook(str(target), {**options, **font}) as book:
        table = Table(book.add_worksheet, "台账检查", COLUMNS, make_styles(book), title, frozen=2)
        for n, one in enumerate(found, start=1):
            finding = one.finding
            table.add((
                n, one.unit, one.who, finding.code, pack.rule(finding.code).title, one.item or None, hidden(one.about),
                "有问题" if one.sure else "无法判定", finding.message, finding.suggestion, finding.clause.ref,
            ))  # fmt: skip
        table.finish()
