"""The sheet that tells how the workbook is filled in."""

from __future__ import annotations

from typing import Any

from pipeline.ledger.book.life import MOVES, State
from pipeline.ledger.styles import Styles

GUIDE = "填写说明"
TEXT = (
    "浅黄色的列由您填写，其余各列由程序填写，改了不读回。",
    "改好、保存、关闭后运行 chengnuo ledger import，程序先列出要改什么，确认后才写入台账。",
    "可以排序、筛选、插入行，也可以在右边加自己的列、加自己的工作表，都会保留。",
    "新增事项：插入一行，写明单位、姓名（党组织的不写）、年度、承诺事项，编号空着。",
    "删掉的行不会从台账里删去。不再办理的事项，请把状态改为“撤下”并写办理说明。",
    "日期写成 2012-06-30。写成 2012.6.30、六月底的，程序会换算，并在写入前告诉您。",
    "别人同时改了同一格的，两个值都保留，列在“待确认事项”里，请在“答复”列选择。",
    "隐藏的“行号”列和编号不要改；整行复制到别的工作簿填写也可以，隐藏列请一起复制。",
)


def write_guide(sheet: Any, styles: Styles) -> None:
    """The text, then where each state can go and what has to be written down."""
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 88)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    row = 0
    for number, line in enumerate(TEXT, start=1):
        sheet.write_string(row, 0, str(number), styles.center)
        sheet.write_string(row, 1, line, styles.text)
        row += 1
    row += 1
    for title, column in (("现在的状态", 0), ("可以改为（括号里是要填写的列）", 1)):
        sheet.write_string(row, column, title, styles.head)
    for state in State:
        row += 1
        ways = (f"{m.to}（{'、'.join(TITLES.get(n, n) for n in m.needs)}）" if m.needs else m.to.value for m in MOVES if m.frm is state)
        if state is State.UNDER_WAY:
            sheet.set_row(row, 30)  # two lines
        sheet.write_string(row, 0, state.value, styles.center)
        sheet.write_string(row, 1, "；".join(ways), styles.text)


TITLES = {"说明": "办理说明"}
