"""Sheet 待确认: forms of which it is doubtful whose they are, with places for the office's answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from pipeline.wording import FORM_NAME
from rules.packs import Pack

if TYPE_CHECKING:
    from pipeline.questions.ask import Question

NAME = "待确认"
RIGHT, OUTSIDE = "暂按的对", "不在名册"
TITLES = ("确认", "正确的单位", "正确的姓名", "暂按", "编号")
"""The columns that are read back."""
COLUMNS = (
    Column("序号", 6, "number"),
    Column("文件", 34),
    Column("类型", 13, "center"),
    Column("表上的单位", 22),
    Column("表上的姓名", 10, "center"),
    Column("疑问", 22),
    Column("暂按", 24),
    Column("可能是", 30),
    Column("确认", 11, "entry"),
    Column("正确的单位", 24, "entry"),
    Column("正确的姓名", 11, "entry"),
    Column("编号", 20, hidden=True),
)


def write_questions(new_sheet: NewSheet, styles: Styles, pack: Pack, asked: Iterable[Question]) -> None:
    """A row for each question; those that were answered stand at the end with their answers."""
    table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=2)
    for question in asked:
        form, answer = question.form, question.answer
        file = f"{form.file}（第{form.index + 1}份）" if form.index else form.file
        table.add((
            table.rows + 1, file, FORM_NAME[form.kind], form.printed, form.person or "", question.why, question.taken,
            "\n".join(question.maybe), OUTSIDE if answer and answer.outside else "", answer.unit if answer else "",
            answer.person if answer else "", f"{form.sha256}#{form.index}",
        ))  # fmt: skip
    table.finish()
    column = table.column("确认")
    for sheet, last in table.sheets:
        if last >= 1:
            sheet.data_validation(1, column, last, column, {
                "validate": "list", "source": [RIGHT, OUTSIDE], "ignore_blank": True, "input_title": "确认",
                "input_message": "暂按的对的选“暂按的对”；名册上没有的选“不在名册”；都不是的，在右边填写名册上的单位和姓名。",
            })  # fmt: skip
