"""The parts of the page: a table by group, the key figures, kinds of fault, the quarters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.leaders.figures import Figures, Scope, share
from pipeline.leaders.measures import KEPT, TAKEN_UP, Line
from pipeline.leaders.rows import MARK_ALL, then, units_with
from pipeline.ledger.cells import Cell, Formula, col_name
from pipeline.ledger.sheets.grid import Grid
from pipeline.ledger.styles import Styles
from pipeline.year.quarter import Quarter
from pipeline.year.report_state import Came

LAST = 19
NARROW, WIDE = 20, 34
"""How wide the column of names is, at least and at most."""
REST = "其他"
ROW, HEAD, LINE = 16.0, 30.0, 12.5


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of the sheets, and the few more that the page has."""

    base: Styles
    key: Any
    key_number: Any
    key_share: Any
    name: Any
    rest: Any
    total_share: Any


def make_looks(book: Any, base: Styles) -> Looks:
    """The page's formats."""
    font, line = {"font_name": "宋体", "font_size": 10}, {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}
    big = {**font, **line, "font_size": 16, "bold": True, "align": "center", "font_color": "#1F4E79"}
    total = {**font, **line, "bold": True, "align": "center", "bg_color": "#F2F2F2"}
    return Looks(
        base,
        key=book.add_format({**font, **line, "align": "center", "bg_color": "#DCE6F1"}),
        key_number=book.add_format({**big, "num_format": "0"}),
        key_share=book.add_format({**big, "num_format": "0.0%"}),
        name=book.add_format({**font, **line, "text_wrap": True}),
        rest=book.add_format({**font, **line, "text_wrap": True, "italic": True}),
        total_share=book.add_format({**total, "num_format": "0.0%"}),
    )


@dataclass(frozen=True, slots=True)
class Group:
    """A line of a table: its number and name; None is what the other lines leave of the total."""

    number: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table came to stand, rows from 0: its groups from `first` to `last`, their sum in `total`."""

    first: int
    last: int
    total: int


def table(grid: Grid, looks: Looks, top: int, heads: Sequence[tuple[str, Line]], groups: Sequence[Group], scope: int) -> Placed:
    """Groups down, the lines' columns across, each line's under a heading of its own."""
    base, first = looks.base, top + 2
    placed = Placed(first, first + len(groups) - 1, first + len(groups))
    for n, title in enumerate(("组号", "分组")):
        grid.set(top, n, "", base.head)
        grid.set(top + 1, n, title, base.head)
    grid.heights.update({top: ROW, top + 1: HEAD, placed.total: ROW + 2})
    for title, line in heads:
        grid.set(top, line.left, title, base.head, to=line.left + len(line.measures) - 1)
        grid.line(top + 1, line.left, tuple(broken(one.title) for one in line.measures), base.head)
    for row, group in enumerate(groups, start=first):
        grid.set(row, 0, group.number if group.number is not None else "", base.number)
        grid.set(row, 1, group.name, looks.name if group.number is not None else looks.rest)
        grid.heights[row] = max(ROW, LINE * -(-wide(group.name) // (name_width(groups) - 2)) + 3)
    grid.set(placed.total, 0, "", base.total)
    grid.set(placed.total, 1, "合计", base.total)
    for _, line in heads:
        _numbers(grid, looks, line, groups, placed, scope)
    return placed


def _numbers(grid: Grid, looks: Looks, line: Line, groups: Sequence[Group], placed: Placed, scope: int) -> None:
    total = line.cells(Scope(), placed.total + 1)
    shown: list[list[Cell]] = []
    for row, group in enumerate(groups, start=placed.first):
        if group.number is None:
            cells = line.rest(total, shown, row + 1, (placed.first + 1, row, placed.total + 1))
        else:
            cells = line.cells(Scope(scope, group.number, f"$A{row + 1}"), row + 1)
            shown.append(cells)
        _put(grid, row, line, cells, looks.base.number, looks.base.share)
    _put(grid, placed.total, line, total, looks.base.total, looks.total_share)


def _put(grid: Grid, row: int, line: Line, cells: Sequence[Cell], number: Any, part: Any) -> None:
    for n, (one, cell) in enumerate(zip(line.measures, cells, strict=True), start=line.left):
        grid.set(row, n, cell, part if one.whole else number)


def key_figures(grid: Grid, looks: Looks, top: int, shown: Sequence[tuple[str, str, Cell, bool]]) -> None:
    """Large figures side by side: title, the formula that points at them, the value, whether it is a share."""
    at, left = top, 0
    for n, (title, text, value, is_share) in enumerate(shown):
        right = left + 1 if n else 1
        cell = Formula(text, value.value) if isinstance(value, Formula) else value
        grid.set(at, left, title, looks.key, to=right)
        grid.set(at + 1, left, cell, looks.key_share if is_share else looks.key_number, to=right)
        left = right + 1
    grid.heights.update({at: ROW, at + 1: 26.0})


def fault_table(grid: Grid, looks: Looks, top: int, faults: Sequence[tuple[str, str, str]], figures: Figures, most: int) -> Placed:
    """The most frequent kinds of fault (code, title, weight), then all others, then the sum."""
    base, whole = looks.base, len(faults) > most
    shown = faults[: most - 1] if whole else faults
    grid.set(top, 0, "代码", base.head)
    grid.set(top, 1, "问题", base.head, to=3)
    grid.set(top, 4, "程度", base.head, to=5)
    grid.line(top, 6, ("个数", "占比", broken("涉及单位")), base.head)
    grid.heights[top] = HEAD
    first = top + 1
    total, last = first + len(shown) + whole, first + len(shown) - 1
    sum_ = figures.count(Scope(), MARK_ALL["fault"])
    for row, (code, title, weight) in enumerate(shown, start=first):
        _fault(grid, looks, row, (code, title, weight), figures.count(Scope(), code), sum_, total, figures)
        grid.set(row, 8, figures.count(Scope(), units_with(code)), base.number)
    if whole:
        left = figures.value(Scope(), MARK_ALL["fault"]) - sum(figures.value(Scope(), code) for code, _, _ in shown)
        rest = Formula(f"=G{total + 1}-SUM(G{first + 1}:G{last + 1})", left) if figures.live else left
        _fault(grid, looks, total - 1, ("", f"{REST}{len(faults) - len(shown)}类", ""), rest, sum_, total, figures)
        grid.set(total - 1, 8, "", base.number)
    grid.set(total, 0, "", base.total)
    grid.set(total, 1, "合计", base.total, to=5)
    grid.line(total, 6, (sum_, "", ""), base.total)
    return Placed(first, last, total)


def _fault(grid: Grid, looks: Looks, row: int, told: tuple[str, str, str], count: Cell, sum_: Cell, total: int, figures: Figures) -> None:
    code, title, weight = told
    base = looks.base
    grid.set(row, 0, code, base.center)
    grid.set(row, 1, title, looks.name, to=3)
    grid.set(row, 4, weight, base.center, to=5)
    grid.set(row, 6, count, base.number)
    text = f'=IF(G${total + 1}=0,"",G{row + 1}/G${total + 1})'
    grid.set(row, 7, share(count, sum_, text, live=figures.live), base.share)


TREND_HEADS = ("应报告", "按期", "迟报", "未报", "报告率", "列入践诺", "已兑现", "兑现率")
TREND_LEFT = 10


def trend_table(grid: Grid, looks: Looks, top: int, quarters: Sequence[str], figures: Figures) -> Placed:
    """The quarters down: reports that came, and how many promises were kept at the quarter's end."""
    grid.set(top, TREND_LEFT, "季度", looks.base.head, to=TREND_LEFT + 1)
    grid.line(top, TREND_LEFT + 2, tuple(map(broken, TREND_HEADS)), looks.base.head)
    for n, quarter in enumerate(quarters):
        _quarter(grid, looks, top + 1 + n, n, quarter, figures)
    return Placed(top + 1, top + len(quarters), top + len(quarters))


def _quarter(grid: Grid, looks: Looks, row: int, n: int, quarter: str, figures: Figures) -> None:
    base, at = looks.base, row + 1
    owed, on_time, late, missing = (
        figures.count(Scope(), f"{quarter} {what}") for what in (MARK_ALL["report"], Came.ON_TIME, Came.LATE, Came.MISSING)
    )
    taken, kept = (figures.count(Scope(), *(then(n, state.value) for state in states)) for states in (TAKEN_UP, KEPT))
    owed_at, on_time_at, late_at, taken_at, kept_at = (f"{col_name(TREND_LEFT + column)}{at}" for column in (2, 3, 4, 7, 8))
    came = figures.value(Scope(), f"{quarter} {Came.ON_TIME}", f"{quarter} {Came.LATE}")
    grid.set(row, TREND_LEFT, Quarter.of(quarter).short, base.center, to=TREND_LEFT + 1)
    grid.line(row, TREND_LEFT + 2, (owed, on_time, late, missing), base.number)
    grid.set(row, TREND_LEFT + 6, share(came, owed, f'=IF({owed_at}=0,"",({on_time_at}+{late_at})/{owed_at})', live=figures.live), base.share)
    grid.line(row, TREND_LEFT + 7, (taken, kept), base.number)
    grid.set(row, TREND_LEFT + 9, share(kept, taken, f'=IF({taken_at}=0,"",{kept_at}/{taken_at})', live=figures.live), base.share)


def broken(title: str) -> str:
    """A heading in two lines where it is long, broken in its middle and not where the column ends."""
    half = (len(title) + 1) // 2
    return title if len(title) < 4 else f"{title[:half]}\n{title[half:]}"


def name_width(groups: Sequence[Group]) -> int:
    """The column of names, in characters."""
    return max(NARROW, min(max((wide(group.name) for group in groups), default=0) + 2, WIDE))


def short_name(name: str) -> str:
    """A name as a chart has room for it: its middle left out, as branches of one superior begin alike and end differently."""
    return name if wide(name) <= NARROW else f"{name[:4]}…{name[-6:]}"


def wide(text: str) -> int:
    """Characters of the body font that a text takes; a Chinese one takes two."""
    return sum(2 if ord(c) > 127 else 1 for c in text)
