"""Sheet 文字相近: promises and forms that say nearly the same, side by side, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles
from pipeline.questions.checked import pair_key
from pipeline.together import AlikeRow
from rules.packs import Pack

NAME = "文字相近"
VERDICTS = ("共同承担，合理", "请其修改", "不采取措施", "待定")
COLUMNS = (
    Column("组", 5, "number"),
    Column("同组各份", 24),
    Column("甲", 17),
    Column("项", 6, "center"),
    Column("甲的文字", 36),
    Column("乙", 17),
    Column("项", 6, "center"),
    Column("乙的文字", 36),
    Column("相近程度", 9, "percent"),
    Column("关系", 12, "center"),
    Column("核对情况", 13, "entry"),
)
WHOLE = "整份"


def write_alike(new_sheet: NewSheet, styles: Styles, pack: Pack, rows: Iterable[AlikeRow], checked: Mapping[str, str]) -> None:
    """A row for each pair, groups one after the other; the names of a group stand in its first row. `checked` has what was filled in
    before, by `pair_key`."""
    table = Table(new_sheet, NAME, COLUMNS, styles, pack.title, frozen=1)
    known = 0
    for row in rows:
        members = row.members if row.group != known else ""
        known = row.group
        one, other = (f"第{n}项" if n else WHOLE for n in row.items)
        table.add((
            row.group, members, row.whose[0], one, row.texts[0], row.whose[1], other, row.texts[1], row.likeness,
            row.relation or "—", checked.get(pair_key(row.whose[0], row.texts[0], row.whose[1], row.texts[1]), ""),
        ))  # fmt: skip
    table.finish()
    column = table.column("核对情况")
    for sheet, last in table.sheets:
        if last >= 1:
            sheet.data_validation(1, column, last, column, {
                "validate": "list", "source": list(VERDICTS), "ignore_blank": True, "input_title": "核对情况",
                "input_message": "文字相近不等于照抄，请对照两份承诺书核对后选择。",
            })  # fmt: skip
