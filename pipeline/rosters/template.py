"""An empty roster workbook to fill in: headings, drop-downs, hints at every column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.ledger.page import prepare_page
from pipeline.ledger.styles import Styles, make_styles
from pipeline.rosters.columns import COMPANION_COLUMNS, OPEN_COLUMNS, PERSON_COLUMNS, RECEIPT_COLUMNS, UNIT_COLUMNS
from rules.packs import Pack

CREATED = datetime(2012, 1, 1)
ROWS = 2000
YES_NO = ("是", "否")
HINTS = {
    "党组织": "一行一个党组织，包括二级党组织和党支部。“报送本级”填“否”的由上级收存，不计未报；写了“免报原因”的不计未报。",
    "党员": "一行一人，“所在党支部”与“党组织”表的名称一致，重名的靠它区分。没有党员名册的，本表可以空着。",
    "收件登记": "每收到一份登记一行。有电子版的填“文件名”；只有纸质件的填单位、姓名。是否迟报只看这里的日期。",
    "配套材料": "通知要求另报的材料（实施方案等），收到一份登记一行；收件里认得出的可以不登记。",
    "上年未完成事项": "上年没有兑现的承诺，一行一项。已经向党员群众说明的，在“说明情况”写明何时、以什么方式。",
}
TABLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "党组织": UNIT_COLUMNS, "党员": PERSON_COLUMNS, "收件登记": RECEIPT_COLUMNS, "配套材料": COMPANION_COLUMNS,
    "上年未完成事项": OPEN_COLUMNS,
}  # fmt: skip
NOTES = {
    "党组织名称": "填全称", "上级党组织": "所属的党总支、党委", "层级": "党委、党总支、党支部", "类别": "不填的从名称看", "党员人数": "只填数字",
    "联系人": "印在审核意见上", "报送本级": "不填按“是”", "免报原因": "写明原因和批准情况", "领导干部": "不填的从职务看",
    "党政一把手": "填“是”或所任职的党组织名称", "承诺方式": "书面或口头", "支部决定": "口头承诺的，写支部研究同意的日期",
    "入党积极分子": "填“是”；自愿参加，不计未报", "收到日期": "写成 2012-03-14", "签字盖章件": "这份电子文件就是签字盖章的正式件的，填“是”",
    "纸质份数": "收到纸质件几份", "未完成事项": "照抄上年承诺书", "说明情况": "没有说明的空着",
}  # fmt: skip


def write_template(target: Path, pack: Pack) -> None:
    """Write the template for a notice."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(target)) as book:
        book.set_properties({"title": "名册", "created": CREATED, "author": pack.office})
        styles = make_styles(book)
        for name, columns in TABLES.items():
            _sheet(book.add_worksheet(name), name, [words[0] for words in columns.values()], styles, pack)


def _sheet(sheet: Any, name: str, titles: Sequence[str], styles: Styles, pack: Pack) -> None:
    last = len(titles) - 1
    prepare_page(sheet, "", pack.title)
    sheet.repeat_rows(0, 1)
    sheet.merge_range(0, 0, 0, last, HINTS[name], styles.note)
    sheet.set_row(0, 30)
    sheet.set_row(1, 24)
    for n, title in enumerate(titles):
        sheet.set_column(n, n, max(12, 2 * len(title) + 4) if title not in ("党组织名称", "单位", "未完成事项") else 28)
        sheet.write_string(1, n, title, styles.head)
        if choices := _choices(title, pack):
            sheet.data_validation(2, n, ROWS, n, {"validate": "list", "source": list(choices), "error_type": "warning", "ignore_blank": True, **_hint(title)})
        elif "日期" in title:
            limits = {"validate": "date", "criteria": ">", "value": datetime(2000, 1, 1), "error_type": "warning"}
            sheet.data_validation(2, n, ROWS, n, {**limits, "ignore_blank": True, **_hint(title)})
        elif title in NOTES:
            sheet.data_validation(2, n, ROWS, n, {"validate": "any", **_hint(title)})
    sheet.freeze_panes(2, 1)


def _hint(title: str) -> dict[str, str]:
    return {"input_title": title, "input_message": NOTES[title]} if title in NOTES else {}


def _choices(title: str, pack: Pack) -> Sequence[str]:
    """What a drop-down offers; Excel holds 255 characters of it."""
    lists: dict[str, Sequence[str]] = {
        "层级": ("党委", "党总支", "党支部"), "类别": tuple(pack.categories), "承诺方式": ("书面", "口头"),
        "人员类别": tuple(pack.member_categories), "材料名称": tuple(c.name for c in pack.companions),
    }  # fmt: skip
    yes_no = ("窗口", "报送本级", "领导干部", "签字盖章件", "入党积极分子")
    found = YES_NO if title in yes_no else lists.get(title, ())
    return found if len(",".join(found)) < 255 else ()
