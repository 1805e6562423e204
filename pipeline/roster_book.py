"""Reading the roster workbook as offices have it: columns in any order, found by their headings, below titles and merged
cells; what was taken as what, and what looks wrong, is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.roster import Roster
from pipeline.roster_columns import Taken, expected, recognised
from pipeline.roster_formulas import not_reckoned, without_errors
from pipeline.roster_pages import BrokenSheet, Row, rows_of
from pipeline.roster_rows import SUMS, YES, Line, Lists, remarks_on
from pipeline.roster_told import Told
from pipeline.trouble import why
from rules.facts import PersonFacts

HEADER_ROWS = 10
MANUAL = "认得的写法见使用手册第三部分。"


class RosterError(Exception):
    """A roster that cannot be used; the message is Chinese and names the sheet and the cell."""


@dataclass(frozen=True, slots=True)
class SheetReport:
    """How a sheet was taken: as which list, from which row of headings, each use with its column (B列“党支部名称”), the
    columns left aside, and how many rows came of it."""

    sheet: str
    kind: str
    header: int
    columns: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class RosterBook:
    """What came out of the workbook: the roster, how its columns were taken, and what looked wrong, by cell; `units` and
    `people` are the two lists with all their columns."""

    roster: Roster
    sheets: tuple[SheetReport, ...]
    problems: tuple[str, ...]
    units: Told = field(default_factory=Told)
    people: Told = field(default_factory=Told)


def read_roster(path: Path, default_day: date | None = None, all_signed: bool = False) -> RosterBook:
    """The roster of a workbook. A sheet counts as the list of organisations, of members, as the receipt register, the
    companion documents or last year's open items by its headings. Raises RosterError where the file is no workbook or
    no sheet can be recognised."""
    from openpyxl import load_workbook

    if path.is_dir():
        raise RosterError(f"“{path}”是文件夹，不是名册。请写名册文件，如 名册.xlsx。")
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except FileNotFoundError:
        raise RosterError(f"找不到名册文件“{path}”，请核对路径。") from None
    except PermissionError as error:
        raise RosterError(f"名册“{path.name}”读不了（{why(error)}）。正在 Excel、WPS 中打开的，请保存并关闭后重试。") from error
    except Exception as error:  # openpyxl lets zipfile, XML and key errors through for a broken workbook
        raise RosterError(f"名册“{path.name}”打不开，请用 Excel 或 WPS 打开，另存为 .xlsx（不设密码）后重试。") from error
    reading = _Reading()
    try:
        for sheet in book.worksheets:
            reading.sheet(sheet)
    except BrokenSheet as error:
        raise RosterError(f"名册“{path.name}”的工作表“{error}”不完整，读到一半出错。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后重试。") from error
    finally:
        book.close()
    if not reading.sheets and reading.hidden:
        raise RosterError(f"名册“{path.name}”里，工作表{reading.hidden_names}是隐藏的，没有采用，其余的用不上。请在 Excel 里取消隐藏，保存后重试。")
    if not reading.sheets and not reading.unusable:
        raise RosterError(f"名册“{path.name}”里没有认出“党组织名称”或“姓名”等列。请核对表头，{MANUAL}")
    if reading.unusable:
        raise RosterError(f"名册“{path.name}”：{'；'.join(reading.unusable)}。请补上表头后重试，{MANUAL}")
    return reading.book(default_day, all_signed)


class _Reading:
    def __init__(self) -> None:
        self.lists = Lists()
        self.sheets: list[SheetReport] = []
        self.unusable: list[str] = []
        self.hidden: list[str] = []
        self.told = {"党组织名册": Told(), "党员名册": Told()}

    @property
    def hidden_names(self) -> str:
        """The hidden sheets that would have been of use."""
        return "、".join(f"“{title}”" for title in self.hidden)

    def book(self, default_day: date | None, all_signed: bool) -> RosterBook:
        lists = self.lists
        roster = Roster(
            tuple(lists.units), tuple(_with_heads(lists)), tuple(lists.receipts), tuple(lists.left_open),
            tuple(lists.companions), said_due=tuple(sorted(lists.said_due)), default_day=default_day, all_signed=all_signed,
        )  # fmt: skip
        problems = (*lists.problems, *remarks_on(lists), *_what_is_missing(lists))
        return RosterBook(roster, tuple(self.sheets), problems, *self.told.values())

    def sheet(self, sheet: Any) -> None:
        rows = rows_of(sheet)
        first = list(islice(rows, HEADER_ROWS))
        at, taken = _header(first)
        if sheet.sheet_state != "visible":
            self._hidden(sheet.title, taken)
            return
        if taken is None:
            if any(v not in (None, "") for row in first for v in row.values):
                self._not_recognised(sheet.title)
            return
        told = self.told.get(taken.kind.name, Told())
        heads = told.heads(taken.columns, first[at].values)
        count = sum(self._take(sheet.title, taken, part, told, heads) for part in (first[at + 1 :], rows))
        self.sheets.append(_report(sheet.title, first[at], taken, count))
        if blank := not_reckoned(sheet):
            self.lists.wrong(
                f"工作表“{sheet.title}”有{len(blank)}个公式还没有算出结果（{'、'.join(blank[:3])}{'等' if len(blank) > 3 else ''}），"
                "按空白处理。请用 Excel 或 WPS 打开名册，保存后重试。"
            )

    def _hidden(self, title: str, taken: Taken | None) -> None:
        """What nobody sees is mostly an old list or the choices of a drop-down: it must not make somebody missing."""
        if taken is not None:
            self.hidden.append(title)
            self.lists.wrong(f"工作表“{title}”是隐藏的，没有采用。要用的，请在 Excel 里取消隐藏，保存后重试。")

    def _take(self, title: str, taken: Taken, rows: Iterable[Row], told: Told, heads: list[str]) -> int:
        count = 0
        for full in rows:
            row, errors = without_errors(full)
            for cell, value in errors.items():
                self.lists.wrong(f"{title}!{cell}（第{row.number}行）：“{value}”是公式出错，按空白处理，请核对。")
            line = Line(title, row, taken.columns)
            named = [line.text(key) for key in taken.columns if line.text(key)]
            if not named or row.banner or SUMS.search(named[0]) or any(SUMS.search(str(v)) for v in row.values[:2] if v):
                continue
            if roster_id := self.lists.take(taken.kind.name, line):
                told.keep(roster_id, heads, row)
            count += 1
        return count

    def _not_recognised(self, title: str) -> None:
        """A sheet that by its name should have been one of ours stops the run: half a roster lists nobody missing."""
        kind = expected(title)
        if kind:
            self.unusable.append(f"工作表“{title}”没有认出所需的列（{kind.asks}）")
        else:
            self.lists.wrong(f"工作表“{title}”没有认出用途，未采用。")


def _header(rows: list[Row]) -> tuple[int, Taken | None]:
    """The row of headings: the one in which most columns are known, as headings may take two rows."""
    best: tuple[int, Taken | None] = (0, None)
    for at, row in enumerate(rows):
        taken = recognised(row.values)
        if taken and (best[1] is None or len(taken.columns) > len(best[1].columns)):
            best = at, taken
    return best


def _report(title: str, header: Row, taken: Taken, count: int) -> SheetReport:
    def named(column: int) -> str:
        return f"{header.cell(column).rstrip('0123456789')}列“{''.join(str(header.values[column]).split())}”"

    known = set(taken.columns.values())
    left = tuple(named(n) for n, v in enumerate(header.values) if v not in (None, "") and n not in known)
    columns = tuple((taken.kind.columns[key][0], named(at)) for key, at in taken.columns.items())
    return SheetReport(title, taken.kind.name, header.number, columns, left, count)


def _with_heads(lists: Lists) -> Iterable[PersonFacts]:
    """Where 党政一把手 says only 是, the organisation is the superior of the person's branch."""
    parents = {unit.name: unit.parent for unit in lists.units}
    for person in lists.people:
        said = person.head_of.casefold() in YES
        yield replace(person, head_of=parents.get(person.branch, "")) if said else person


def _what_is_missing(lists: Lists) -> Iterable[str]:
    """What the program cannot do without a sheet that is not there."""
    if not lists.units and not lists.people:
        yield "没有“党组织”“党员”两表，列不出未报名单。"
    elif not lists.units:
        yield "没有“党组织”表，列不出未报的单位。"
    elif not lists.people:
        yield "没有“党员”表，列不出未报的个人；党员的承诺书照常审核。"
    if not lists.receipts:
        yield "没有“收件登记”表，是否迟报无法判定；整批同一天收到的，可加 --received 日期。"
