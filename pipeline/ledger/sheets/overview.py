"""Sheet 汇总: one landscape page for the leader. Counts and frequent faults on the left, three charts on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipeline.ledger.cells import Cell, Formula
from pipeline.ledger.page import prepare_page
from pipeline.ledger.sheets import charts
from pipeline.ledger.sheets.coverage import Totals
from pipeline.ledger.sheets.grid import Grid
from pipeline.ledger.styles import Styles
from pipeline.ledger.tally import Fault, Tally
from pipeline.status import CAME, DUE, ORG_FORM, PERSON_FORM, State, Status, StatusRow
from pipeline.wording import ELEMENTS, chinese_day, short
from rules.packs import Pack

NAME = "汇总"
LAST_COLUMN = 8
WIDTHS = (14, 9, 9, 9, 3, 11, 9, 9, 9)
MOST_FAULTS, MOST_SENTENCES, MOST_NAMES = 8, 4, 8
NOTE_WIDTH = 80
LAST_CHART_ROW = 38
TOTAL = 3
ITEMS, FORMS_ROW, ITEMS_ROW = "承诺事项（条）", 5, 9
"""Rows of the sheet, from 1, in which forms and promises stand."""
UNREADABLE, NO_FORM = (State.UNREADABLE,), (State.NO_FORM,)
STATES = (
    ("应报", DUE), ("已报", CAME), ("　按期", (State.ON_TIME,)), ("　迟报", (State.LATE,)),
    ("　日期未登记", (State.UNDATED,)), ("未报", (State.MISSING,)), ("口头承诺", (State.ORAL,)),
    ("免报", (State.EXEMPT,)), ("名册外", (State.EXTRA,)), ("无法读取", UNREADABLE),
    ("不是承诺书", NO_FORM),
)  # fmt: skip
COUNTED = {"党组织": ORG_FORM, "个人": PERSON_FORM}
FOLLOW_UP = (("未报", State.MISSING), ("迟报", State.LATE), ("无法读取", State.UNREADABLE), ("名册外", State.EXTRA))
NEEDS_ROSTER = ("应报", "未报", "口头承诺", "免报", "名册外")
PIE = (("按期", (State.ON_TIME,)), ("迟报", (State.LATE,)), ("日期未登记", (State.UNDATED,)), ("未报", (State.MISSING,)),
       ("口头承诺", (State.ORAL,)), ("免报", (State.EXEMPT,)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """What the page counts by formulas: the sums of the coverage sheet, the columns of 报送情况 ("" where its rows outgrew
    one sheet), the formula that counts promises."""

    totals: Totals | None
    what: str
    state: str
    items: str

    def forms(self, column: int, row: int, states: Iterable[State], value: int) -> Cell:
        """Forms in these states: in the columns of one kind of form over 报送情况, in the third of any."""
        if not self.state:
            return value
        if column == TOTAL and states not in (UNREADABLE, NO_FORM):
            return Formula(f"=B{row + 1}+C{row + 1}", value)
        kind = f'{self.what},"{list(COUNTED.values())[column - 1]}",' if column != TOTAL else ""
        return Formula("=" + "+".join(self._terms(states, kind)), value)

    def both(self, states: Iterable[State], value: int) -> Cell:
        """Forms of either kind in these states."""
        terms = [term for what in COUNTED.values() for term in self._terms(states, f'{self.what},"{what}",')]
        return Formula("=" + "+".join(terms), value) if self.state else value

    def _terms(self, states: Iterable[State], kind: str) -> list[str]:
        return [f'COUNTIFS({kind}{self.state},"{state.value}")' for state in states]


def write_overview(
    book: Any, sheet: Any, styles: Styles, pack: Pack, tally: Tally, status: Status, counted: Counted, roster: bool,
    standing: str,
) -> None:  # fmt: skip
    """Fill the page. `counted` is where the other sheets have what is counted; `roster` whether it is known who was due;
    `standing` whether the findings went out or are a draft."""
    prepare_page(sheet, "", "", pages_high=1)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(LAST_COLUMN + 1, LAST_COLUMN + 1, 2)
    grid = Grid()
    _head(grid, styles, pack, standing)
    _submissions(grid, styles, status, counted, roster)
    _contents(grid, styles, tally, counted.items)
    every = tally.faults()
    faults = every[:MOST_FAULTS]
    row = _faults(grid, styles, pack, faults, 15)
    row = _sentences(grid, styles, pack, every, row + 2)
    row = _follow_up(grid, styles, status, row + 1)
    _remarks(grid, styles, tally, row, roster)
    hidden = _pie_data(grid, styles, status, counted)
    grid.write(sheet)
    sheet.set_column(hidden, hidden + 1, None, None, {"hidden": True})
    sheet.print_area(0, 0, max(row, LAST_CHART_ROW), hidden - 2)
    charts.place(book, sheet, len(faults), counted.totals, bool(status.rows), LAST_COLUMN + 2, hidden)


def _head(grid: Grid, styles: Styles, pack: Pack, standing: str) -> None:
    year = f"{pack.year}年度" if pack.year else ""
    grid.set(0, 0, f"{year}公开承诺工作汇总表", styles.title, to=16)
    limit = pack.calendar.hand_in_for(pack.year)
    parts = [pack.title, f"报送截止：{chinese_day(limit)}" if limit else "", standing]
    grid.set(1, 0, "　　".join(p for p in parts if p), styles.subtitle, to=16)
    grid.heights.update({0: 30, 1: 18})


def _submissions(grid: Grid, styles: Styles, status: Status, counted: Counted, roster: bool) -> None:
    grid.set(2, 0, "一、报送情况（份）", styles.section, to=3)
    grid.line(3, 0, ("项目", *COUNTED, "合计"), styles.head)
    for n, (label, states) in enumerate(STATES, start=4):
        grid.set(n, 0, label, styles.text)
        found = Counter(row.what for row in status.rows if row.state in states)
        known = roster or label not in NEEDS_ROSTER
        for column, value in enumerate((*(found[what] for what in COUNTED.values()), found.total()), start=1):
            shown = known and (states not in (UNREADABLE, NO_FORM) or column == TOTAL)
            grid.set(n, column, counted.forms(column, n, states, value) if shown else "—", styles.number)


def _contents(grid: Grid, styles: Styles, tally: Tally, items: str) -> None:
    forms = tally.forms.total()
    grid.set(2, 5, "二、承诺内容", styles.section, to=LAST_COLUMN)
    grid.set(3, 5, "项目", styles.head, to=6)
    grid.line(3, 7, ("数量", "占比"), styles.head)
    units = tally.forms.total() - tally.forms["member"]
    named = ((f"　有{name}", tally.with_element[name], tally.items) for name in ELEMENTS)
    rows: tuple[tuple[str, int, int], ...] = (
        ("承诺书（份）", forms, 0), ("　党组织、书记", units, forms), ("　党员", tally.forms["member"], forms),
        ("　未发现问题", tally.clean, forms), (ITEMS, tally.items, 0), *named,
        ("　四项俱全", tally.complete, tally.items),
    )  # fmt: skip
    for n, (label, count, whole) in enumerate(rows, start=4):
        grid.set(n, 5, label, styles.text, to=6)
        grid.set(n, 7, Formula(items, count) if items and label == ITEMS else count, styles.number)
        below = f"H${ITEMS_ROW}" if n >= ITEMS_ROW else f"H${FORMS_ROW}"
        grid.set(n, 8, Formula(f"=H{n + 1}/{below}", count / whole) if whole else "", styles.share)


def _faults(grid: Grid, styles: Styles, pack: Pack, faults: list[Fault], top: int) -> int:
    grid.set(top, 0, "三、问题类型", styles.section, to=LAST_COLUMN)
    grid.set(top + 1, 0, "代码", styles.head)
    grid.set(top + 1, 1, "问题", styles.head, to=4)
    grid.line(top + 1, 5, ("程度", "个数", "占比", "涉及单位"), styles.head)
    row = top + 1
    for row, fault in enumerate(faults, start=top + 2):
        grid.set(row, 0, fault.code, styles.center)
        grid.set(row, 1, short(fault.code, pack), styles.text, to=4)
        grid.set(row, 5, fault.weight, styles.center)
        grid.set(row, 6, fault.count, styles.number)
        grid.set(row, 7, fault.share, styles.share)
        grid.set(row, 8, fault.units, styles.number)
    if not faults:
        row += 1
        grid.set(row, 0, "未发现需要修改的问题。", styles.text, to=LAST_COLUMN)
    return row


def _sentences(grid: Grid, styles: Styles, pack: Pack, faults: list[Fault], row: int) -> int:
    faults = sorted((f for f in faults if f.serious), key=lambda f: (-f.serious, f.code))
    if not faults:
        return row
    grid.set(row, 0, "四、主要问题（供通报参考）", styles.section, to=LAST_COLUMN)
    for n, fault in enumerate(faults[:MOST_SENTENCES], start=1):
        what, measure = ("承诺事项", "条") if fault.on_items else ("承诺书", "份")
        text = f"{n}. {fault.tone}{what}存在“{short(fault.code, pack)}”问题，共{fault.serious}{measure}，占{fault.serious_share:.1%}，涉及{fault.serious_units}个单位。"
        grid.set(row + n, 0, text, styles.note, to=LAST_COLUMN)
        grid.heights[row + n] = note_height(text)
    return row + min(len(faults), MOST_SENTENCES) + 1


def _follow_up(grid: Grid, styles: Styles, status: Status, row: int) -> int:
    """Whom to press: the first few by name."""
    lines = [(label, _named(status.rows, state)) for label, state in FOLLOW_UP]
    lines.append(("配套材料未报", _materials(status)))
    lines = [(label, names) for label, names in lines if names]
    if not lines:
        return row
    grid.set(row, 0, "五、需要跟进", styles.section, to=LAST_COLUMN)
    for n, (label, names) in enumerate(lines, start=1):
        listed = "、".join(names[:MOST_NAMES]) + (f"等{len(names)}个" if len(names) > MOST_NAMES else "")
        grid.set(row + n, 0, f"{label}：{listed}。", styles.note, to=LAST_COLUMN)
        grid.heights[row + n] = note_height(label + listed)
    return row + len(lines) + 1


def _named(rows: Iterable[StatusRow], state: State) -> list[str]:
    found = (r for r in rows if r.state is state)
    return list(dict.fromkeys((f"{r.unit}{r.person}" if r.unit or r.person else "、".join(r.files)) for r in found))


def _materials(status: Status) -> list[str]:
    return [f"{r.unit}（{r.what}{r.person and '，'}{r.person}）" for r in status.companions if r.state is State.MISSING]


def note_height(text: str) -> float:
    """Points for a note across the left half of the page."""
    return 13.5 * (1 + sum(2 if ord(c) > 127 else 1 for c in text) // NOTE_WIDTH) + 2


def _remarks(grid: Grid, styles: Styles, tally: Tally, row: int, roster: bool) -> None:
    notes = ["占比：承诺事项类问题按条计算，其他按承诺书份数计算；一表多稿的以末稿为准"]
    if tally.drafts:
        notes.append(f"另有旧稿{tally.drafts}份未计入")
    if tally.doubts:
        notes.append(f"另有{tally.doubts}处电子版无法判定，不计入问题")
    if tally.set_aside:
        notes.append(f"另有{tally.set_aside}处经复核不采纳或已改，不计入问题，见复核记录")
    if not roster:
        notes.append("未提供名册，应报、未报情况无法统计")
    text = "注：" + "；".join(notes) + "。"
    grid.set(row, 0, text, styles.note, to=LAST_COLUMN)
    grid.heights[row] = note_height(text)


def _pie_data(grid: Grid, styles: Styles, status: Status, counted: Counted) -> int:
    """What the pie shows, states that do not overlap, in two hidden columns; returns the first one."""
    column = 18
    for n, (label, states) in enumerate(PIE, start=3):
        grid.set(n, column, label, styles.text)
        value = sum(r.state in states and bool(r.what) for r in status.rows)
        grid.set(n, column + 1, counted.both(states, value), styles.number)
    return column
