"""Reading the roster workbook as offices have it: columns in any order, found by their headings, below titles and merged
cells; what was taken as what, and what looks wrong, is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from pipeline.rosters.branches import section, superior, titled
from pipeline.rosters.columns import NAMING, OPENED, PEOPLE, UNIT_COLUMNS, UNITS, Taken, expected
from pipeline.rosters.formulas import not_reckoned, without_errors
from pipeline.rosters.header import (
    column_of_days,
    column_of_names,
    day_filled_down,
    filled_down,
    frame_of,
    header,
    heads_again,
    without_ditto,
)
from pipeline.rosters.mentions import Mention, Owners
from pipeline.rosters.pages import BrokenSheet, Row, rows_of
from pipeline.rosters.registers import document_of, documents, register
from pipeline.rosters.roster import Roster, plain
from pipeline.rosters.rows import SUMS, YES, Line, Lists
from pipeline.rosters.together import remarks_on, with_branches, with_owners
from pipeline.rosters.told import Told
from pipeline.rosters.values import Frame, day_over
from pipeline.rosters.whose import Whose
from pipeline.trouble import why
from rules.facts import PersonFacts

OF_UNITS = {key: words[0] for key, words in UNIT_COLUMNS.items() if key in ("secretary", "member_count", "window", "contact")}
HEADER_ROWS = 10
UNNAMED = {"parent": "上级党组织", "regular": "正式党员", "probationary": "预备党员"}
"""Uses of columns that the manual has no row for."""
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
    `people` are the two lists with all their columns, `short` the branches that were taken for one of another name."""

    roster: Roster
    sheets: tuple[SheetReport, ...]
    problems: tuple[str, ...]
    units: Told = field(default_factory=Told)
    people: Told = field(default_factory=Told)
    short: tuple[tuple[str, str], ...] = ()


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
        reading.branches()
    except BrokenSheet as error:
        raise RosterError(f"名册“{path.name}”的工作表“{error}”不完整，读到一半出错。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后重试。") from error
    finally:
        book.close()
    found = bool(reading.sheets or reading.registers)
    if not found and reading.hidden:
        raise RosterError(f"名册“{path.name}”里，工作表{reading.hidden_names}是隐藏的，没有采用，其余的用不上。请在 Excel 里取消隐藏，保存后重试。")
    if not found and not reading.unusable:
        raise RosterError(f"名册“{path.name}”里没有认出“党组织名称”或“姓名”等列。请核对表头，{MANUAL}")
    if reading.unusable:
        raise RosterError(f"名册“{path.name}”：{'；'.join(reading.unusable)}。请补上表头后重试，{MANUAL}")
    return reading.book(default_day, all_signed)


@dataclass(slots=True)
class _Sheet:
    """A sheet that was recognised: its title, what stands over its headings, how it was taken, and its further rows."""

    title: str
    over: list[Row]
    header: Row
    taken: Taken
    rows: Iterable[Row]
    grouped: set[str] = field(default_factory=set)
    """Uses that a line over several rows says."""

    @property
    def titles(self) -> list[str]:
        """Its name, and what stands over its headings."""
        return [self.title, *(text for row in self.over for text in row.texts)]


class _Reading:
    def __init__(self) -> None:
        self.lists = Lists()
        self.sheets: list[SheetReport] = []
        self.unusable: list[str] = []
        self.hidden: list[str] = []
        self.titles: list[str] = []
        self.told = {"党组织名册": Told(), "党员名册": Told()}
        self.waiting: list[_Sheet] = []
        """What can be told when all organisations are known: lists of people of one branch each, and counts of members."""

        self.registers: list[_Sheet] = []
        """What came, to be read when all organisations and people are known."""

        self.of_people: list[tuple[Line, Mapping[str, int]]] = []
        """Rows of people that say something of their branch too, and where."""

    @property
    def hidden_names(self) -> str:
        """The hidden sheets that would have been of use."""
        return "、".join(f"“{title}”" for title in self.hidden)

    def book(self, default_day: date | None, all_signed: bool) -> RosterBook:
        lists = self.lists
        if not lists.units:
            for line, columns in self.of_people:
                lists.unit_of_people(line, columns)
        with_branches(lists)
        for sheet in self.registers:
            self._register(sheet)
        with_owners(lists)
        roster = Roster(
            tuple(lists.units), tuple(_with_heads(lists)), _told(lists.receipts), _told(lists.left_open),
            _told(lists.companions), said_due=tuple(sorted(lists.said_due)), default_day=default_day, all_signed=all_signed,
        )  # fmt: skip
        problems = (*lists.problems, *remarks_on(lists), *_what_is_missing(lists, default_day))
        return RosterBook(roster, tuple(self.sheets), problems, self.told["党组织名册"], self.told["党员名册"], tuple(lists.short.items()))

    def sheet(self, sheet: Any) -> None:
        rows = rows_of(sheet)
        first = list(islice(rows, HEADER_ROWS))
        at, heads, depth, taken = header(first, sheet.title)
        if sheet.sheet_state != "visible":
            self._hidden(sheet.title, taken)
            return
        if taken is None:
            if any(v not in (None, "") for row in first for v in row.values):
                self._not_recognised(sheet.title)
            return
        found = _Sheet(sheet.title, first[:at], heads, taken, chain(first[at + depth :], rows))
        if taken.registers or not taken.whole or taken.counts_only:
            found.rows = list(found.rows)
            (self.registers if taken.registers else self.waiting).append(found)
        else:
            self._read(found, {})
        if taken.kind is not OPENED:  # it is about another year
            self.titles += found.titles
        if blank := not_reckoned(sheet):
            self.lists.wrong(
                f"工作表“{sheet.title}”有{len(blank)}个公式还没有算出结果（{'、'.join(blank[:3])}{'等' if len(blank) > 3 else ''}），"
                "按空白处理。请用 Excel 或 WPS 打开名册，保存后重试。"
            )

    def branches(self) -> None:
        """Read the lists of people that name their branch in a title or in the sheet's name."""
        units = self.lists.units
        whose = Whose(units)
        for sheet in self.waiting:
            if sheet.taken.counts_only:
                self._counts(sheet)
                continue
            cells = [(row, at, value) for row in sheet.over for at, value in enumerate(row.values) if isinstance(value, str)]
            named = next(((row.cell(at), name) for row, at, value in cells if (name := titled(value))), None)
            printed = named[1] if named else sheet.title
            unit = next((u for u in units if plain(u.name) == plain(printed)), None) or whose.one_below(printed) or whose.one_below(sheet.title)
            if unit is None and named is None:
                self._not_recognised(sheet.title)
                continue
            if unit is None and named is not None and units:
                self.lists.wrong(f"{sheet.title}!{named[0]}：支部“{printed}”不在党组织名册中，请核对写法。")
            self._read(sheet, {"branch": unit.name if unit else printed})

    def _register(self, sheet: _Sheet) -> None:
        """Read a register: whose its rows are stands, where no heading says it, in the column that names most of them."""
        if not sheet.taken.columns.keys() & NAMING:
            at = column_of_names(sheet.rows, sheet.taken, Owners(self.lists.units, self.lists.people))
            if at is None:
                self._not_recognised(sheet.title)
                return
            sheet.taken = replace(sheet.taken, columns={**sheet.taken.columns, "key": at})
        frame = frame_of(sheet.titles, self.titles, sheet.rows)
        if "day" not in sheet.taken.columns and (day := column_of_days(sheet.rows, sheet.taken, frame)) is not None:
            sheet.taken = replace(sheet.taken, columns={**sheet.taken.columns, "day": day})
        document = document_of(sheet.titles) if not sheet.taken.documents else ""
        self._read(sheet, {"material": document} if document else {})

    def _counts(self, sheet: _Sheet) -> None:
        """A list of organisations with their numbers alone, where there is no other."""
        if self.lists.units:
            self.lists.wrong(f"工作表“{sheet.title}”只有名称和人数，已有党组织名册，未采用。")
        else:
            self._read(sheet, {})

    def _read(self, sheet: _Sheet, given: Mapping[str, str]) -> None:
        """Take the rows of a sheet; `given` is what stands for all of them."""
        taken = sheet.taken
        told = self.told.get(taken.kind.name, Told())
        heads = told.heads(taken.columns, sheet.header.values)
        count = self._take(sheet, given, told, heads)
        self.sheets.append(_report(sheet, given, count))

    def _hidden(self, title: str, taken: Taken | None) -> None:
        """What nobody sees is mostly an old list or the choices of a drop-down: it must not make somebody missing."""
        if taken is not None:
            self.hidden.append(title)
            self.lists.wrong(f"工作表“{title}”是隐藏的，没有采用。要用的，请在 Excel 里取消隐藏，保存后重试。")

    def _take(self, sheet: _Sheet, given: Mapping[str, str], told: Told, heads: list[str]) -> int:
        """Take the lines of a sheet; returns how many there were."""
        count, taken = 0, sheet.taken
        for line in self._lines(sheet, given):
            named = [text for use in line.columns if (text := line.text(use))] or line.texts_at(taken.in_documents)
            if not named or SUMS.search(named[0]) or heads_again(line, sheet.header):
                continue
            if taken.documents:
                documents(self.lists, line, taken.documents)
            elif taken.registers:
                register(self.lists, taken.kind.name, line)
            elif roster_id := self.lists.take(taken.kind.name, line):
                told.keep(roster_id, heads, line.row)
            if taken.units:
                self.of_people.append((line, taken.units))
            count += 1
        return count

    def _lines(self, sheet: _Sheet, given: Mapping[str, str]) -> Iterator[Line]:
        """The rows below the headings as lines, one for each list side by side, with what a row over several says of them."""
        taken = sheet.taken
        frame = frame_of(sheet.titles, self.titles, sheet.rows if taken.registers else ())
        grouped = {"unit": "parent", "person": "branch"}.get(taken.kind.key)
        for full in self._filled(sheet, frame):
            row, errors = without_errors(full)
            for cell, value in errors.items():
                self.lists.wrong(f"{sheet.title}!{cell}（第{row.number}行）：“{value}”是公式出错，按空白处理，请核对。")
            if grouped and grouped not in taken.columns and (over := section(row.texts, _listed(row, taken))):
                given = {**given, grouped: over}
                sheet.grouped.add(grouped)
            elif taken.registers and len(row.texts) == 1 and (said := self._over(row.texts[0], taken.columns, frame)):
                given = {**given, **said}
                sheet.grouped.update(said)
            elif not row.banner and not any(SUMS.search(str(v)) for v in row.values[:2] if v):
                yield from (Line(sheet.title, row, columns, given, frame) for columns in (taken.columns, *taken.beside))

    def _over(self, text: str, columns: Mapping[str, int], frame: Frame) -> dict[str, str]:
        """What a line over the rows of a register says of them: their day, or their superior."""
        if "day" not in columns and (day := day_over(text, frame)) is not None:
            return {"day": day.isoformat()}
        parent = superior(text, {unit.parent for unit in self.lists.units})
        return {"parent": parent} if parent else {}

    def _filled(self, sheet: _Sheet, frame: Frame) -> Iterable[Row]:
        """The rows with what blanks and signs of repetition stand for."""
        taken, rows = sheet.taken, without_ditto(sheet.rows)
        if taken.kind is PEOPLE:
            return filled_down(rows, taken.columns)
        return day_filled_down(list(rows), taken.columns, frame) if taken.registers else rows

    def _not_recognised(self, title: str) -> None:
        """A sheet that by its name should have been one of ours stops the run: half a roster lists nobody missing."""
        kind = expected(title)
        if kind:
            self.unusable.append(f"工作表“{title}”没有认出所需的列（{kind.asks}）")
        else:
            self.lists.wrong(f"工作表“{title}”没有认出用途，未采用。")


_Told = TypeVar("_Told")


def _told(lines: Iterable[tuple[Mention, _Told]]) -> tuple[_Told, ...]:
    """What the lines of a register say, without whom they mention, which they know by now."""
    return tuple(line for _, line in lines)


def _listed(row: Row, taken: Taken) -> bool:
    """Whether a row has something in the column of the organisations, and was not merged over several."""
    at = taken.columns["name"]
    return taken.kind is UNITS and not row.banner and at < len(row.values) and row.values[at] not in (None, "")


def _report(sheet: _Sheet, given: Mapping[str, str], count: int) -> SheetReport:
    taken, heads = sheet.taken, sheet.header

    def named(column: int) -> str:
        value = heads.values[column] if column < len(heads.values) else ""
        return f"{heads.cell(column).rstrip('0123456789')}列“{''.join(str(value if value is not None else '').split())}”"

    lists = [*((c, "") for c in (taken.columns, *taken.beside)), (taken.units, "")]
    known = {at for columns, _ in lists for at in columns.values()} | set(taken.in_documents)
    left = tuple(named(n) for n, v in enumerate(heads.values) if v not in (None, "") and n not in known)
    uses = {**{key: words[0] for key, words in taken.kind.columns.items()}, **UNNAMED, **OF_UNITS, "material": "材料名称"}
    order = list(uses)
    columns = [(uses.get(key, of or key), named(at)) for found, of in lists for key, at in sorted(found.items(), key=lambda use: order.index(use[0]) if use[0] in order else 0)]
    columns += [("材料", named(at)) for at in taken.in_documents]
    over = [(uses[key], f"标题或表名“{text}”") for key, text in given.items()]
    grouped = [(uses.get(key, key), "各段上面的一行") for key in sorted(sheet.grouped)]
    return SheetReport(sheet.title, taken.kind.name, heads.number, (*columns, *over, *grouped), left, count)


def _with_heads(lists: Lists) -> Iterable[PersonFacts]:
    """Where 党政一把手 says only 是, the organisation is the superior of the person's branch, or where he stands in that one itself."""
    parents = {key: unit.parent for unit in lists.units for key in (unit.name, unit.roster_id)}
    parents |= {name: name for name in parents.values() if name and not parents.get(name)}
    for person in lists.people:
        said = person.head_of.casefold() in YES
        yield replace(person, head_of=parents.get(person.home) or parents.get(person.branch, "")) if said else person


def _what_is_missing(lists: Lists, default_day: date | None) -> Iterable[str]:
    """What the program cannot do without a sheet that is not there."""
    if not lists.units and not lists.people:
        yield "没有“党组织”“党员”两表，或者两表都还没有填写，列不出未报名单。"
    elif not lists.units:
        yield "没有“党组织”表，或者还没有填写，列不出未报的单位。"
    elif not lists.people:
        yield "没有“党员”表，或者还没有填写，列不出未报的个人；党员的承诺书照常审核。"
    if not lists.receipts and default_day is None:
        yield "没有“收件登记”表，或者还没有填写，是否迟报无法判定；整批同一天收到的，可加 --received 日期。"
