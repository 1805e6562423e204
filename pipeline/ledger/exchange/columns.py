"""The columns of the workbook: which field of the ledger each shows, and whether people fill it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.ledger.book.things import Line
from pipeline.ledger.cells import Cell
from pipeline.wording import KIND

TOKEN = "行号（勿改）"
"""Heading of the hidden column that says which item of which ledger a row is, and in which version it went out."""
LEFT = "剩余天数"
LEFT_FIELD = "left"
WORDS, DAY, DUE, STATE = "words", "day", "due", "state"


@dataclass(frozen=True, slots=True)
class Field:
    """A column. `name` is the item's field where people fill it in (`entry`), and what the plan calls it."""

    title: str
    name: str
    width: float
    shown: Callable[[Line], Cell]
    kind: str = WORDS
    entry: bool = False


def _own(name: str) -> Callable[[Line], Cell]:
    def shown(line: Line) -> Any:
        return getattr(line.item, name)

    return shown


def _entry(title: str, name: str, width: float, kind: str = WORDS) -> Field:
    return Field(title, name, width, _own(name), kind, entry=True)


def _due(line: Line) -> date | str:
    return line.item.due or line.item.due_words


FIELDS = (
    Field("编号", "id", 7, _own("id")),
    Field("单位", "unit", 17, lambda line: line.unit.name),
    Field("姓名", "person", 8, lambda line: line.person.name if line.person else ""),
    Field("类型", "kind", 7, lambda line: KIND[line.form.kind]),
    Field("年度", "year", 6, lambda line: line.form.year),
    Field("承诺事项", "text", 40, _own("text")),
    Field("完成时限（原文）", "phrase", 13, _own("phrase")),
    Field("完成日期", "due", 12, _due, DUE, entry=True),
    _entry("责任人", "responsible", 9),
    Field("五个好/五带头", "dimensions", 12, _own("dimensions")),
    Field("状态", "state", 10, lambda line: line.item.state.value, STATE, entry=True),
    Field("状态日期", "since", 12, _own("since"), DAY),
    _entry("办理说明", "note", 20),
    Field(LEFT, LEFT_FIELD, 7, lambda _: None),
    _entry("进展情况", "progress", 24),
    _entry("进展日期", "progress_on", 12, DAY),
    _entry("兑现日期", "done_on", 12, DAY),
    _entry("佐证说明", "evidence", 20),
    _entry("佐证日期", "evidence_day", 12, DAY),
    _entry("佐证材料", "evidence_file", 16),
    _entry("复核人", "reviewer", 8),
    _entry("整改期限", "rectify_by", 12, DAY),
    _entry("典型经验", "example", 16),
    _entry("备注", "remark", 16),
    Field("来源文件", "file", 16, lambda line: line.form.file),
)
BY_TITLE = {field.title: field for field in FIELDS}
BY_NAME = {field.name: field for field in FIELDS}
ENTRIES = tuple(field for field in FIELDS if field.entry)


def title_of(name: str) -> str:
    """How people call a field: its heading; of a column of their own, theirs."""
    return BY_NAME[name].title if name in BY_NAME else name.removeprefix(EXTRA)


EXTRA = "extra."
"""Before the heading of a column that people added."""
