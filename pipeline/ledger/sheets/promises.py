"""Sheet 承诺事项台账: a row for each promise."""

from __future__ import annotations

from pipeline.by_unit import Entry
from pipeline.ledger.cells import Cell
from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from pipeline.records import FormRecord, ItemRecord
from pipeline.wording import KIND, cut_out, due, phrase, short
from rules import unsure
from rules.packs import Pack
from rules.private import hidden

NAME = "承诺事项台账"
COLUMNS = (
    Column("序号", 6, "number"),
    Column("单位", 17),
    Column("姓名", 8, "center"),
    Column("类型", 8, "center"),
    Column("年度", 7, "number"),
    Column("承诺事项", 44),
    Column("目标", 15),
    Column("项目", 18),
    Column("措施", 18),
    Column("完成时限（原文）", 13),
    Column("完成日期", 12, "center"),
    Column("责任人", 9, "center"),
    Column("五个好/五带头", 12, "center"),
    Column("部分", 7, "center"),
    Column("问题", 20),
    Column("稿次", 8, "center"),
    Column("来源文件", 17),
    Column("item_id", 18, hidden=True),
)
REPLACED = "已有新稿"


class Promises:
    """Writes the sheet form by form."""

    def __init__(self, new_sheet: NewSheet, styles: Styles, pack: Pack) -> None:
        self._pack = pack
        self._table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=3)

    def add(self, entry: Entry, record: FormRecord, unit: str) -> None:
        """The items of one form."""
        head = (unit, record.person or "", KIND[record.kind], record.year)
        tail = (draft(entry), record.file)
        for item in record.items:
            row = (self._table.rows + 1, *head, *_understood(item), self._faults(record, item), *tail, item.item_id)
            self._table.add(row)

    def finish(self) -> None:
        """No more forms come."""
        self._table.finish()

    def counted(self) -> str:
        """A formula for how many promises stand in drafts that were not replaced; "" where the rows outgrew one sheet."""
        rows, drafts = self._table.cells("序号"), self._table.cells("稿次")
        return f'=COUNT({rows})-COUNTIFS({drafts},"{REPLACED}")' if rows else ""

    def _faults(self, record: FormRecord, item: ItemRecord) -> str:
        mine = (f for f in record.findings if f.item_id == item.item_id)
        codes = (f.code for f in mine if f.verdict == "deficient" or f.code == unsure.CODE)
        return "\n".join(f"{code} {short(code, self._pack)}" for code in dict.fromkeys(codes))


def draft(entry: Entry) -> str:
    """Which of several drafts a form is; empty where only one came."""
    if entry.addition != "no":
        return "补充" if entry.addition == "yes" else "疑为补充"
    if entry.drafts == 1:
        return ""
    return f"共{entry.drafts}稿，末稿" if entry.newest else REPLACED


def _understood(item: ItemRecord) -> tuple[Cell, ...]:
    return (
        hidden(item.text),
        *(hidden(cut_out(item.text, spans)) for spans in (item.target.spans, item.project.spans, item.measures.spans)),
        phrase(item.deadline),
        due(item.deadline),
        "、".join(item.responsible.names),
        "\n".join(d.label for d in item.dimensions),
        "其他" if item.part == "other" else item.part,
    )
