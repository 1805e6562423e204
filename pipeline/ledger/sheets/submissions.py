"""Sheet 报送情况: who should have handed in, and how it stands."""

from __future__ import annotations

from pipeline.companions import HEADS
from pipeline.ledger.cells import Cell
from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from pipeline.status import ORG_FORM, PERSON_FORM, Paper, State, Status, StatusRow
from rules.packs import Pack

NAME = "报送情况"
COLUMNS = (
    Column("序号", 6, "number"),
    Column("报送内容", 14, "center"),
    Column("单位", 27),
    Column("上级党组织", 20),
    Column("单位类别", 12, "center"),
    Column("姓名", 9, "center"),
    Column("状态", 14, "center"),
    Column("收到日期", 12, "center"),
    Column("文件", 34),
    Column("必须修改（处）", 11, "number"),
    Column("纸质件（已收/应交）", 12, "center"),
    Column("备注", 36),
)
FORMS = (ORG_FORM, PERSON_FORM, HEADS)
RED_STATES = (State.MISSING, State.UNREADABLE)
AMBER_STATES = (State.LATE, State.EXTRA)
GREY_STATES = (State.EXEMPT, State.ELSEWHERE, State.ORAL, State.COMPANION, State.UNCLEAR)


def write_submissions(new_sheet: NewSheet, styles: Styles, pack: Pack, status: Status) -> Table:
    """All rows of the status, those of the roster first, the companion documents last; returns the table, which the
    overview counts."""
    table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=3)
    for row in (*status.rows, *status.companions):
        table.add((table.rows + 1, *_cells(row)))
    table.finish()
    column = table.column("状态")
    colours = ((RED_STATES, styles.red), (AMBER_STATES, styles.amber), (GREY_STATES, styles.grey))
    for sheet, last in table.sheets:
        for states, style in colours:
            for state in states:
                rule = {"type": "cell", "criteria": "==", "value": f'"{state.value}"', "format": style}
                sheet.conditional_format(1, column, max(last, 1), column, rule)
    return table


def _cells(row: StatusRow) -> tuple[Cell, ...]:
    came = bool(row.files) and row.what in FORMS and row.state not in (State.UNREADABLE, State.NO_FORM)
    return (
        row.what or "（文件）", row.unit, row.parent, row.category, row.person, row.state.value, row.received,
        "\n".join(row.files), row.must if came else None, _paper(row.paper), row.note,
    )  # fmt: skip


def _paper(paper: Paper) -> str:
    """Empty where the register has no number: nobody wrote down what came."""
    return "" if paper.came is None else str(paper.came) if paper.due is None else f"{paper.came}/{paper.due}"
