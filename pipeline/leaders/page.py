"""Sheet 汇总: one landscape A4 page. Key figures, progress by group, coverage as a heat map, kinds of fault, the quarters;
four charts on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractors.model import FormKind
from pipeline.leaders import charts
from pipeline.leaders.blocks import (
    LAST,
    ROW,
    TREND_LEFT,
    Group,
    Looks,
    Placed,
    fault_table,
    key_figures,
    name_width,
    short_name,
    table,
    trend_table,
)
from pipeline.leaders.figures import Figures, Scope, number
from pipeline.leaders.measures import KEPT_SHARE, PROGRESS, SUBMISSION, SUBMITTED, Line, coverage
from pipeline.leaders.rows import MARK_ALL, MEMBER
from pipeline.leaders.source import Source
from pipeline.ledger.cells import Cell, Formula, col_name
from pipeline.ledger.page import prepare_page
from pipeline.ledger.sheets.grid import Grid
from pipeline.ledger.sheets.heat import shade
from pipeline.wording import chinese_day

MOST_GROUPS, MOST_FAULTS, MOST_LABELS = 10, 8, 18
NUMBER_WIDTH = 6.0
LEAST_WIDTH, ROOM, PAD = 5.9, 1.9, 5
CHART_LEFT, CHART_COLUMNS, CHART_WIDTH = LAST + 2, 6, 9.5
CHARTED = CHART_LEFT + CHART_COLUMNS + 2
CHARTED_COLUMNS = len(charts.STAGES) + 4
PIXELS = 4 / 3
LINE, POINTS = 15.0, 5.6
"""Points of a row that nobody set, and of a character's width."""
A4_RATIO, MOST_STRETCH = 0.62, 1.5
"""Height by width of what is printed on the page."""
MIN_CHART = 150


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its sheet, what its groups are called and in which order, the number of the grouping, the faults, the note."""

    sheet: Any
    name: str
    title: str
    groups: Sequence[Group]
    scope: int
    faults: Sequence[tuple[str, str, str]]
    notes: Sequence[str]


def shown_groups(groups: Sequence[Group], figures: Figures, scope: int) -> list[Group]:
    """The groups that the page has room for: the largest, in their order, and what is left."""
    if len(groups) <= MOST_GROUPS:
        return list(groups)

    def size(group: Group) -> int:
        return figures.value(Scope(scope, group.number or 0), MARK_ALL["due"], MARK_ALL["promise"])

    kept = {g.number for g in sorted(groups, key=lambda g: -size(g))[: MOST_GROUPS - 1]}
    return [*(g for g in groups if g.number in kept), Group(None, f"其他{len(groups) - len(kept)}个")]


def work(page_groups: int) -> int:
    """How many formulas over the detail sheets a page has, about."""
    return (page_groups + 2) * (len(SUBMISSION) + len(PROGRESS) + 10) + 3 * MOST_FAULTS + 12 * 6


def write_page(book: Any, page: Page, source: Source, figures: Figures, looks: Looks) -> None:
    """Fill the page and draw its charts."""
    sheet, grid, roster = page.sheet, Grid(), bool(source.roster)
    prepare_page(sheet, "", "", pages_high=1)
    _widths(sheet, figures, page)
    _head(grid, page, source, looks)
    submission, progress = Line(SUBMISSION, 2, figures, roster), Line(PROGRESS, 2 + len(SUBMISSION), figures)
    grid.set(5, 0, f"二、报送和办理进度（按{page.title}）", looks.base.section, to=LAST)
    main = table(grid, looks, 6, (("报送情况（份）", submission), ("办理进度（项）", progress)), page.groups, page.scope)
    _keys(grid, looks, submission, progress, main)
    row, heats = _coverage(grid, page, source, figures, looks, main.total + 1)
    faults, quarters = _below(grid, page, source, figures, looks, row)
    row = max(faults.total if faults else row + 2, quarters.total if quarters else row + 2) + 1
    row = _notes(grid, looks, page, figures, row)
    _charted(grid, page, figures, submission, progress, main, quarters)
    _stretch(grid, row, figures, page)
    grid.write(sheet)
    for cells in heats:
        shade(sheet, looks.base, cells)
    sheet.set_column(CHARTED, CHARTED + CHARTED_COLUMNS - 1, None, None, {"hidden": True})
    sheet.print_area(0, 0, row, CHART_LEFT + CHART_COLUMNS - 1)
    sheet.freeze_panes(2, 0)
    drawn = _drawn(page, grid, figures, main, faults, quarters, roster=roster)
    made = charts.made(book, drawn)
    charts.place(sheet, [chart for chart, _ in made], _areas(grid, row, [weight for _, weight in made]))


def _stretch(grid: Grid, last: int, figures: Figures, page: Page) -> None:
    """Rows higher where there are few, so that the page is filled; not beyond what still looks like a table."""
    wide = NUMBER_WIDTH + name_width(page.groups) + (LAST - 1) * _column(figures) + CHART_COLUMNS * CHART_WIDTH
    height = sum(grid.heights.get(row, LINE) for row in range(last + 1))
    factor = min(max(wide * POINTS * A4_RATIO / height, 1.0), MOST_STRETCH)
    for row in range(2, last + 1):
        grid.heights[row] = round(grid.heights.get(row, LINE) * factor, 1)


def _column(figures: Figures) -> float:
    """How wide a column of numbers has to be."""
    most = max(figures.value(Scope(), MARK_ALL[kind]) for kind in ("due", "promise", "fault"))
    return max(LEAST_WIDTH, len(str(most)) + ROOM)


def _widths(sheet: Any, figures: Figures, page: Page) -> None:
    sheet.set_column(0, 0, NUMBER_WIDTH)
    sheet.set_column(1, 1, name_width(page.groups))
    sheet.set_column(2, LAST, _column(figures))
    sheet.set_column(LAST + 1, LAST + 1, 1.5)
    sheet.set_column(CHART_LEFT, CHART_LEFT + CHART_COLUMNS - 1, CHART_WIDTH)


def _head(grid: Grid, page: Page, source: Source, looks: Looks) -> None:
    right = CHART_LEFT + CHART_COLUMNS - 1
    grid.set(0, 0, f"{source.year}年度公开承诺工作汇总（按{page.title}）", looks.base.title, to=right)
    grid.set(1, 0, f"{source.pack.title}　　截至{chinese_day(source.today)}", looks.base.subtitle, to=right)
    grid.set(2, 0, "一、总体情况", looks.base.section, to=LAST)
    grid.heights.update({0: 32.0, 1: 18.0, 2: 20.0, 5: 22.0})


def _keys(grid: Grid, looks: Looks, submission: Line, progress: Line, main: Placed) -> None:
    at = main.total + 1
    wanted = (
        ("应报承诺书", submission, "应报"), ("已报", submission, "已报"), ("未报", submission, "未报"), (SUBMITTED, submission, SUBMITTED),
        ("承诺事项", progress, "事项"), ("践诺中", progress, "践诺中"), (KEPT_SHARE, progress, KEPT_SHARE), ("未兑现", progress, "未兑现"),
        ("限期整改", progress, "限期整改"), ("逾期", progress, "逾期"),
    )  # fmt: skip
    shown = []
    for title, line, measure in wanted:
        letter = line.letter(measure)
        column = line.left + next(n for n, one in enumerate(line.measures) if one.title == measure)
        shown.append((title, f"={letter}{at}", grid.spots[main.total, column].value, measure in (SUBMITTED, KEPT_SHARE)))
    key_figures(grid, looks, 3, shown)


def _coverage(grid: Grid, page: Page, source: Source, figures: Figures, looks: Looks, row: int) -> tuple[int, list[tuple[int, int, int, int]]]:
    """Two heat maps side by side; returns the next row and the cells to be shaded."""
    org, member = source.labels(FormKind.ORG), source.labels(FormKind.MEMBER)
    org, member = org[:MOST_LABELS], member[: MOST_LABELS - len(org)]
    heads: list[tuple[str, Line]] = []
    left = 2
    for members, labels, kind in ((False, org, FormKind.ORG), (True, member, FormKind.MEMBER)):
        if labels:
            found = source.pack.dimension_set(kind)
            who = MEMBER if members else "党组织、书记"
            heads.append((f"{found.name if found else ''}（{who}）", Line(coverage(labels, members=members), left, figures)))
            left += len(labels)
    if not heads:
        return row, []
    grid.set(row, 0, "三、承诺内容覆盖（项；颜色越深越多，红色为没有涉及）", looks.base.section, to=LAST)
    grid.heights[row] = 22.0
    placed = table(grid, looks, row + 1, heads, page.groups, page.scope)
    last = placed.last - (page.groups[-1].number is None)  # what is left together is no group, and would outshine them
    return placed.total + 1, [(placed.first, line.left, last, line.left + len(line.measures) - 1) for _, line in heads]


def _below(grid: Grid, page: Page, source: Source, figures: Figures, looks: Looks, row: int) -> tuple[Placed | None, Placed | None]:
    grid.heights[row] = 22.0
    grid.set(row, 0, "四、主要问题（最近一次审核）", looks.base.section, to=TREND_LEFT - 2)
    grid.set(row, TREND_LEFT, "五、各季度报告和兑现（季末）", looks.base.section, to=LAST)
    quarters = [str(quarter) for quarter in source.quarters]
    faults = fault_table(grid, looks, row + 1, page.faults, figures, MOST_FAULTS) if page.faults else None
    if not faults:
        grid.set(row + 1, 0, "没有发现需要修改的问题。" if source.results else "没有审核结果。", looks.base.text, to=TREND_LEFT - 2)
    trend = trend_table(grid, looks, row + 1, quarters, figures) if quarters else None
    if not trend:
        grid.set(row + 1, TREND_LEFT, "这一年度还没有开始。", looks.base.text, to=LAST)
    for at in range(row + 2, max(p.total for p in (faults, trend) if p) + 1 if faults or trend else row + 2):
        grid.heights.setdefault(at, ROW)
    return faults, trend


def _notes(grid: Grid, looks: Looks, page: Page, figures: Figures, row: int) -> int:
    how = "数字都是公式，从各明细表统计，改动明细后自动更新" if figures.live else "明细行数多，为免 Excel 过慢，数字由程序统计后写入，没有用公式"
    text = "注：" + "；".join((how, *page.notes)) + "。"
    grid.set(row, 0, text, looks.base.note, to=LAST)
    grid.heights[row] = 14.0 * (1 + sum(2 if ord(c) > 127 else 1 for c in text) // 125) + 3
    return row


def _charted(grid: Grid, page: Page, figures: Figures, submission: Line, progress: Line, main: Placed, quarters: Placed | None) -> None:
    """What the charts draw, in hidden columns."""
    share_at = CHARTED + len(charts.STAGES)
    for row, group in enumerate(page.groups, start=main.first):
        grid.set(row, CHARTED + CHARTED_COLUMNS - 1, short_name(group.name), None)
        for n, (_, states, _) in enumerate(charts.STAGES):
            cells = [_cell(grid, row, progress, state) for state in states]
            text = "=" + "+".join(f"{progress.letter(state)}{row + 1}" for state in states)
            value = int(sum(map(number, cells)))
            grid.set(row, CHARTED + n, Formula(text, value) if figures.live else value, None)
        _share(grid, figures, row, share_at, submission.letter(SUBMITTED), _cell(grid, row, submission, SUBMITTED))
    if quarters:
        for row in range(quarters.first, quarters.last + 1):
            for n, column in enumerate((TREND_LEFT + 6, TREND_LEFT + 9), start=1):
                _share(grid, figures, row, share_at + n, col_name(column), grid.spots[row, column].value)


def _cell(grid: Grid, row: int, line: Line, title: str) -> Cell:
    return grid.spots[row, line.left + next(n for n, one in enumerate(line.measures) if one.title == title)].value


def _share(grid: Grid, figures: Figures, row: int, column: int, letter: str, cell: Cell) -> None:
    value = cell.value if isinstance(cell, Formula) else cell
    known = isinstance(value, (int, float))
    shown: Cell = value if known else ""
    if figures.live:
        at = f"{letter}{row + 1}"
        shown = Formula(f"=IF(ISNUMBER({at}),{at},NA())", value if isinstance(value, (int, float)) else "#N/A")
    grid.set(row, column, shown, None)


def _drawn(page: Page, grid: Grid, figures: Figures, main: Placed, faults: Placed | None, quarters: Placed | None, *, roster: bool) -> charts.Drawn:
    due, items = figures.value(Scope(), MARK_ALL["due"]), figures.value(Scope(), MARK_ALL["promise"])
    shares = CHARTED + len(charts.STAGES)
    trends = [(name, shares + n) for n, name in ((2, "季末兑现率"), (1, "报告率")) if quarters and _known(grid, quarters, shares + n)]
    return charts.Drawn(page.name, main, CHARTED + CHARTED_COLUMNS - 1, shares if roster and due else None, CHARTED if items else None, faults, quarters, trends)


def _known(grid: Grid, rows: Placed, column: int) -> bool:
    """Whether any share of a hidden column is a number."""
    cells = (grid.spots[row, column].value for row in range(rows.first, rows.last + 1))
    return any(isinstance(c.value if isinstance(c, Formula) else c, (int, float)) for c in cells)


def _areas(grid: Grid, last: int, weights: Sequence[float]) -> list[charts.Area]:
    """The height of the page below its title, shared out."""
    tops = [0.0]
    for row in range(last + 1):
        tops.append(tops[-1] + grid.heights.get(row, LINE) * PIXELS)
    top, width = tops[2], int(CHART_COLUMNS * (CHART_WIDTH * 7 + PAD)) - 4
    found: list[charts.Area] = []
    for weight in weights:
        height = max((tops[-1] - tops[2]) * weight / sum(weights), MIN_CHART)
        row = max(r for r in range(last + 1) if tops[r] <= top + 1)
        found.append(charts.Area(row, CHART_LEFT, int(top - tops[row]), width, int(height) - 6))
        top += height
    return found
