"""A sheet that prints on A4 landscape, and a table on it that is written row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.ledger.cells import Cell, Formula, clean, col_name, put
from pipeline.ledger.styles import HEAD_FONT, Styles

A4 = 9
MAX_ROWS = 1_048_576
HEAD_HEIGHT = 32
LINE_HEIGHT, ROW_PADDING, TALLEST_ROW = 13.0, 4.0, 409.0
CELL_PADDING = 1.5
NewSheet = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `style` names a field of `Styles`; dates take the day style by themselves, in columns that people
    fill in `entry_day`. `width` counts characters of the body font (a Chinese character takes two)."""

    title: str
    width: float
    style: str = "text"
    hidden: bool = False


def prepare_page(sheet: Any, heading: str, notice: str, *, pages_high: int = 0) -> None:
    """A4 landscape, as wide as the paper, title above and page numbers below; `pages_high` 0 is as many as needed."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    sheet.fit_to_pages(1, pages_high)
    sheet.center_horizontally()
    title = clean(heading).replace("&", "&&")
    source = clean(notice).replace("&", "&&")[:60]
    middle = f'&C&"{HEAD_FONT},Bold"&14{title}' if title else ""
    sheet.set_header(f"&L&9{source}{middle}&R&9内部资料 注意保管", {"margin": 0.3})
    sheet.set_footer("&C&9第 &P 页，共 &N 页", {"margin": 0.25})


def forget_written(sheet: Any) -> None:
    """Let go of the height of the row that went to disk last: the writer keeps those of all rows for pictures, of which a
    table has none, and with a million rows they took most of a run's memory."""
    written = sheet.previous_row - 1
    sheet.row_info.pop(written, None)
    sheet.row_sizes.pop(written, None)


class Table:
    """A table with its headings in the first row, repeated on every page, filtered and frozen.

    Rows go straight to disk. A table that outgrows a sheet goes on in a second one, `名称(2)`. In a `sparse` one empty cells
    are not written, which is half the work of a table that people are to fill in: columns and rules give them their looks."""

    def __init__(
        self, new_sheet: NewSheet, name: str, columns: Sequence[Column], styles: Styles, notice: str, *,
        frozen: int = 0, limit: int = MAX_ROWS, sparse: bool = False, head: float = HEAD_HEIGHT,
    ) -> None:  # fmt: skip
        self.rows = 0
        self.sheets: list[tuple[Any, int]] = []
        self._new_sheet, self._name, self._columns = new_sheet, name, tuple(columns)
        self._styles, self._notice, self._frozen, self._limit = styles, notice, frozen, limit
        self._sparse, self._head = sparse, head
        self._widths = [0.0 if c.hidden else c.width - CELL_PADDING for c in self._columns]
        self._formats = [getattr(styles, column.style) for column in columns]
        self._days = [styles.entry_day if column.style.startswith("entry") else styles.day for column in columns]
        self._open()

    def add(self, values: Sequence[Cell]) -> None:
        """Write one row, a value for each column."""
        if self._row >= self._limit:
            self._close()
            self._open()
        self._sheet.set_row(self._row, self._height(values))
        for n, value in enumerate(values):
            if value is None or value == "":
                if self._sparse:
                    continue
            elif isinstance(value, str):  # most cells are
                self._sheet.write_string(self._row, n, clean(value), self._formats[n])
                continue
            style = self._formats[n] if value is None or isinstance(value, (str, int, float, Formula)) else self._days[n]
            put(self._sheet, self._row, n, value, style)
        forget_written(self._sheet)
        self._row += 1
        self.rows += 1

    def formula(self, column: int, text: str, value: str | int | float | None) -> None:
        """A formula into the row that was added last, with its value as of now; `{row}` in it is the row's number."""
        shown = "" if value is None else value
        self._sheet.write_formula(self._row - 1, column, text.replace("{row}", str(self._row)), self._formats[column], shown)

    def finish(self) -> None:
        """No more rows come. An empty table says so."""
        if not self.rows:
            put(self._sheet, 1, 0, "（无）", self._styles.note)
        self._close()

    def column(self, title: str) -> int:
        """The index of the column of that title."""
        return next(n for n, column in enumerate(self._columns) if column.title == title)

    def cells(self, title: str) -> str:
        """The cells of that column, as formulas call them; "" where the rows outgrew one sheet. For a table that is finished."""
        if len(self.sheets) != 1:
            return ""
        letter = col_name(self.column(title))
        return f"{self._name}!${letter}$2:${letter}${max(self.rows, 1) + 1}"

    def _height(self, values: Sequence[Cell]) -> float:
        """Points that show the longest cell. Not every program fits heights by itself when it opens a file."""
        lines = 1
        for value, width in zip(values, self._widths, strict=True):
            if isinstance(value, str) and (2 * len(value) > width or "\n" in value):
                lines = max(lines, _lines(value, width))
        return min(LINE_HEIGHT * lines + ROW_PADDING, TALLEST_ROW)

    def _open(self) -> None:
        number = len(self.sheets) + 1
        self._sheet = self._new_sheet(self._name if number == 1 else f"{self._name}({number})")
        prepare_page(self._sheet, self._name, self._notice)
        for n, column in enumerate(self._columns):
            self._sheet.set_column(n, n, column.width, self._unwritten(column), {"hidden": True} if column.hidden else {})
        self._sheet.set_row(0, self._head)
        for n, column in enumerate(self._columns):
            put(self._sheet, 0, n, column.title, self._styles.head)
        self._sheet.repeat_rows(0)
        self._sheet.freeze_panes(1, self._frozen)
        self._row = 1

    def _unwritten(self, column: Column) -> Any:
        """How cells that are not written look once somebody types into them."""
        if not self._sparse or not column.style.startswith("entry"):
            return None
        return self._styles.empty_day if column.style == "entry_day" else self._styles.empty

    def _close(self) -> None:
        last = self._row - 1
        self._sheet.autofilter(0, 0, max(last, 1), len(self._columns) - 1)
        shown = max(n for n, column in enumerate(self._columns) if not column.hidden)
        self._sheet.print_area(0, 0, max(last, 1), shown)
        self.sheets.append((self._sheet, last))


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; a Chinese character is as wide as two others. 0 width: hidden."""
    if "\n" not in text:
        if not width or 2 * len(text) <= width:
            return 1
        return -int(-_wide(text) // width) or 1
    return sum(-int(-_wide(line) // width) or 1 for line in text.split("\n")) if width else 1


def _wide(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("gbk", "replace"))
