"""Sheet 复核记录: every decision that people took, who, when and from where; never shortened."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.decisions.audit import AuditRow
from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from rules.packs import Pack

NAME = "复核记录"
COLUMNS = (
    Column("序号", 6, "number"),
    Column("时间", 16, "center"),
    Column("复核人", 10, "center"),
    Column("来源", 17),
    Column("单位", 20),
    Column("姓名", 8, "center"),
    Column("位置", 12, "center"),
    Column("代码", 7, "center"),
    Column("问题", 36),
    Column("复核意见", 10, "center"),
    Column("复核说明", 30),
    Column("适用范围", 9, "center"),
    Column("状况", 28),
    Column("文件", 20),
)


def write_decisions(new_sheet: NewSheet, styles: Styles, pack: Pack, rows: Sequence[AuditRow]) -> None:
    """All rows, the oldest first; what waits for a person and what was not adopted in colour."""
    table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=3)
    for row in rows:
        about, event = row.decision.subject, row.decision
        table.add((
            event.number, event.at.strftime("%Y-%m-%d %H:%M"), event.by, event.source, about.unit_name or about.unit, about.person,
            about.where, about.code, about.message, row.word, event.statement.text, row.reach, row.standing, about.file,
        ))  # fmt: skip
    table.finish()
    column = table.column("状况")
    for sheet, last in table.sheets:
        for begins, style in (("未采用", styles.red), ("待确认", styles.amber), ("已", styles.grey), ("这次", styles.grey)):
            rule = {"type": "text", "criteria": "begins with", "value": begins, "format": style}
            sheet.conditional_format(1, column, max(last, 1), column, rule)
