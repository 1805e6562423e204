"""Writing the workbook: items with places to fill in, questions, the sheets that people added, how to fill it in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import ANSWERS, ASKED
from pipeline.ledger.book.things import Line
from pipeline.ledger.cells import Cell, col_name, put
from pipeline.ledger.exchange.columns import BY_NAME, DAY, DUE, FIELDS, LEFT_FIELD, TOKEN, WORDS, Field
from pipeline.ledger.exchange.guide import GUIDE, write_guide
from pipeline.ledger.exchange.tokens import Token
from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import FONT, Styles, make_styles

NAME, QUESTIONS, ABOUT = "承诺事项台账", "待确认事项", "_台账"
ANSWER, KEY = "答复", "问题编号"
CREATED = datetime(2012, 1, 1)
FAR = 1_048_575
LONGEST_NAME = 31
"""Characters of a sheet's name in Excel; LibreOffice takes longer ones."""
DONE = (State.KEPT, State.CLOSED, State.CARRIED, State.DROPPED)
"""States in which nobody looks at the days that are left."""
ROOM = 500
"""Rows below the last one that have the drop-downs already, for rows that people add."""
QUESTION_COLUMNS = (
    Column(KEY, 7, "number"), Column("事由", 30), Column("单位", 17), Column("姓名", 8, "center"), Column("事项编号", 8, "number"),
    Column("承诺事项", 34), Column("栏目", 10, "center"), Column("台账中", 24), Column("另一处", 24), Column("何人何处", 18),
    Column(ANSWER, 13, "entry"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the workbook shows it."""

    number: int
    kind: str
    unit: str
    person: str
    item: int | None
    text: str
    field: str
    now: str
    said: str
    where: str


@dataclass(frozen=True, slots=True)
class ExtraSheet:
    """A sheet that somebody added: rows of values."""

    title: str
    cells: Sequence[Sequence[Any]]

    @property
    def key(self) -> str:
        """What tells it from other sheets: Excel takes names of other case for the same, and none that is longer."""
        return self.title[:LONGEST_NAME].casefold()


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a workbook. `extra` are the headings of columns that people added."""

    tag: str
    number: int
    title: str
    lines: Iterable[Line]
    extra: Sequence[str] = ()
    asked: Sequence[Asked] = ()
    sheets: Sequence[ExtraSheet] = ()
    today: date = date.min
    lock: bool = False


def own_sheets(rows: Iterable[Mapping[str, Any]]) -> dict[str, ExtraSheet]:
    """The sheets that people added, by key; of two of one key the later."""
    sheets = (ExtraSheet(row["title"], row["cells"]) for row in rows)
    return {sheet.key: sheet for sheet in sheets if not is_ours(sheet.title)}


def is_ours(title: str) -> bool:
    """Whether a sheet of that name is the program's."""
    return re.sub(r"\(\d+\)$", "", title).casefold() in (NAME, QUESTIONS, GUIDE, ABOUT)


def write(target: Path, content: Content) -> list[int]:
    """Write the workbook; returns the ids of the items in it. Raises OSError where it cannot be written."""
    import xlsxwriter

    from pipeline.ledger.quick_sheet import QuickSheet

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    font = {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    try:
        with xlsxwriter.Workbook(str(target), {**options, **font}) as book:
            book.set_properties({"title": content.title, "created": CREATED})
            styles = make_styles(book)

            def new_sheet(name: str) -> Any:
                return book.add_worksheet(name, QuickSheet)

            items = _Items(new_sheet, styles, content).write(content.lines)
            _questions(new_sheet, styles, content)
            for sheet in content.sheets:
                _extra_sheet(new_sheet, styles, sheet)
            write_guide(new_sheet(GUIDE), styles)
            _about(new_sheet(ABOUT), content)
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(0, str(error)) from error
    return items


class _Items:
    """The sheet of items."""

    def __init__(self, new_sheet: NewSheet, styles: Styles, content: Content) -> None:
        self._styles, self._content = styles, content
        extra = [Column(title, 14, "entry") for title in content.extra]
        columns = [*map(_column, FIELDS), *extra, Column(TOKEN, 22, hidden=True)]
        self._table = Table(new_sheet, NAME, columns, styles, content.title, frozen=3, sparse=True)
        self._entries = [n for n, column in enumerate(columns) if column.style.startswith("entry")]
        self._last = len(columns) - 2  # without the hidden one
        self._due, self._left, self._state = (self._table.column(BY_NAME[n].title) for n in ("due", LEFT_FIELD, "state"))

    def write(self, lines: Iterable[Line]) -> list[int]:
        ids: list[int] = []
        content, shown, formula = self._content, [field.shown for field in FIELDS], self._formula()
        for line in lines:
            values: list[Cell] = [show(line) for show in shown]
            values += [_cell(line.item.extra.get(title)) for title in content.extra]
            values.append(str(Token(content.tag, line.item.id, line.item.version)))
            self._table.add(values)
            self._table.formula(self._left, formula, self._days_left(line))
            ids.append(line.item.id)
        self._table.finish()
        for sheet, last in self._table.sheets:
            sheet.fit_to_pages(2, 0)  # what was promised, and beside it what became of it; one page would be too small to read
            sheet.repeat_columns(0, 2)
            sheet.print_across()
            self._drop_downs(sheet, min(last + ROOM, FAR))
            self._colours(sheet, max(last, 1))
            if content.lock:
                _lock(sheet)
        return ids

    def _formula(self) -> str:
        """The same as `_days_left`, on whatever day the workbook is looked at."""
        state, due, limit = (f"{col_name(self._table.column(BY_NAME[n].title))}{{row}}" for n in ("state", "due", "rectify_by"))
        over = ",".join(f'{state}="{s}"' for s in DONE)
        day = f'IF({state}="{State.PUT_RIGHT}",{limit},{due})'
        return f'=IF(OR({over}),"",IF(ISNUMBER({day}),{day}-TODAY(),""))'

    def _days_left(self, line: Line) -> int | None:
        """Days until it is due, on the day of the export: what is past is negative; nothing where all is done."""
        due = line.item.rectify_by if line.item.state is State.PUT_RIGHT else line.item.due
        return None if line.item.state in DONE or due is None else (due - self._content.today).days

    def _drop_downs(self, sheet: Any, last: int) -> None:
        sheet.data_validation(1, self._state, last, self._state, {
            "validate": "list", "source": [s.value for s in State], "ignore_blank": True, "error_title": "状态",
            "error_message": "请从下拉列表中选择。",
        })  # fmt: skip
        for n, field in enumerate(FIELDS):
            if not field.entry:  # a warning, which can be overruled: people type here in rows that they add
                sheet.data_validation(1, n, last, n, {
                    "validate": "custom", "value": "=FALSE", "error_type": "warning", "error_title": field.title,
                    "error_message": "这一列由程序填写，改了不读回。是新增的一行吗？是的请点“是”。",
                })  # fmt: skip
            elif field.kind in (DAY, DUE):
                sheet.data_validation(1, n, last, n, {"validate": "any", "input_title": field.title, "input_message": "写日期，如 2012-06-30。"})

    def _colours(self, sheet: Any, last: int) -> None:
        rule = {"type": "formula", "criteria": "=TRUE"}
        for n in self._entries:
            sheet.conditional_format(1, n, last, n, {**rule, "format": self._styles.boxed_entry})
        sheet.conditional_format(1, 0, last, self._last, {**rule, "format": self._styles.boxed})
        cells = (1, self._left, last, self._left)
        sheet.conditional_format(*cells, {"type": "blanks", "stop_if_true": True, "format": None})
        sheet.conditional_format(*cells, {"type": "cell", "criteria": "<", "value": 0, "format": self._styles.red})
        sheet.conditional_format(*cells, {"type": "cell", "criteria": "<=", "value": 15, "format": self._styles.amber})
        for begins, style in ((State.NOT_KEPT, self._styles.red), (State.PUT_RIGHT, self._styles.amber), (State.CLOSED, self._styles.grey)):
            rule = {"type": "text", "criteria": "begins with", "value": begins.value, "format": style}
            sheet.conditional_format(1, self._state, last, self._state, rule)


def _column(field: Field) -> Column:
    style = "entry_day" if field.entry and field.kind != WORDS else "entry" if field.entry else "number" if field.name in ("id", "year", LEFT_FIELD) else "center" if field.width < 14 else "text"
    return Column(field.title, field.width, style)


def _cell(value: Any) -> Cell:
    """A value of a column that people added: days were kept as ISO text in a list of one."""
    if isinstance(value, list) and len(value) == 1:
        return date.fromisoformat(value[0])
    return value if isinstance(value, (str, int, float)) else None


def _lock(sheet: Any) -> None:
    allowed = ("format_cells", "format_columns", "format_rows", "insert_rows", "sort", "autofilter", "select_locked_cells")
    sheet.protect("", dict.fromkeys(allowed, True))


def _questions(new_sheet: NewSheet, styles: Styles, content: Content) -> None:
    table = Table(new_sheet, QUESTIONS, QUESTION_COLUMNS, styles, content.title, frozen=2)
    for q in content.asked:
        table.add((q.number, ASKED[q.kind], q.unit, q.person, q.item, q.text, q.field, q.now, q.said, q.where, ""))
    table.finish()
    sheet, _ = table.sheets[0]
    for row, q in enumerate(content.asked, start=1):
        sheet.data_validation(row, table.column(ANSWER), row, table.column(ANSWER), {"validate": "list", "source": list(ANSWERS[q.kind])})


def _extra_sheet(new_sheet: NewSheet, styles: Styles, kept: ExtraSheet) -> None:
    sheet = new_sheet(kept.title[:LONGEST_NAME])
    for r, row in enumerate(kept.cells):
        for c, value in enumerate(row):
            if value is not None:
                put(sheet, r, c, _cell(value), styles.day if isinstance(value, list) else None)


def _about(sheet: Any, content: Content) -> None:
    """Which ledger and which export this is; hidden, and not needed to read the rows back."""
    for row, (name, value) in enumerate((("台账", content.tag), ("导出", content.number))):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, str(value))
    sheet.hide()
