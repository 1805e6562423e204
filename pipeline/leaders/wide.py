"""The sheets behind the page: all groups or all units with all their numbers, and every kind of fault by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractors.model import FormKind
from pipeline.leaders.blocks import Group, Looks, broken, wide
from pipeline.leaders.figures import Figures, Scope, number
from pipeline.leaders.measures import PROGRESS, SUBMISSION, Line, Measure, coverage
from pipeline.leaders.rows import MARK_ALL, MEMBER, units_with
from pipeline.leaders.source import Source
from pipeline.ledger.cells import Cell, Formula, col_name, put
from pipeline.ledger.page import Column, Table
from pipeline.ledger.sheets.heat import shade

ORG, ORANGE = "党组织", "#F4B183"
NUMBER, SHARE, GROUP, HEAD = 6.0, 7.2, 12, 34.0


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands in the rows of a sheet: groups or units with their scope, and what is told beside their names."""

    sheet: Any
    name: str
    heading: str
    groups: Sequence[Group]
    scope: int
    beside: Sequence[tuple[str, Sequence[str]]] = ()

    @property
    def left(self) -> int:
        """The first column of numbers."""
        return 2 + len(self.beside)


def all_measures(source: Source) -> tuple[Measure, ...]:
    """Submission, progress, what is covered, how many faults."""
    org, member = (source.labels(kind) for kind in (FormKind.ORG, FormKind.MEMBER))
    return (*SUBMISSION, *PROGRESS, *_said(coverage(org, members=False), ORG, member), *_said(coverage(member, members=True), MEMBER, org),
            Measure("问题", (MARK_ALL["fault"],)))  # fmt: skip


def write_lines(lines: Lines, measures: Sequence[Measure], source: Source, figures: Figures, looks: Looks) -> None:
    """A row for each group or unit, the sum below; what is covered as a heat map."""
    line = Line(measures, lines.left, figures, bool(source.roster))
    columns = [Column("组号", 5, "number"), Column(lines.heading, 22), *(Column(title, 14) for title, _ in lines.beside),
               *(Column(broken(one.title), SHARE if one.whole else NUMBER, "share" if one.whole else "number") for one in measures)]  # fmt: skip
    table = Table(lambda _: lines.sheet, lines.name, columns, looks.base, source.pack.title, frozen=2, head=HEAD)
    for row, group in enumerate(lines.groups, start=2):
        beside = [texts[row - 2] for _, texts in lines.beside]
        table.add((group.number, group.name, *beside, *line.cells(Scope(lines.scope, group.number or 0, f"$A{row}"), row)))
    table.finish()
    last = max(len(lines.groups), 1)
    _total(lines, line, last + 1, looks)
    for members in (False, True):
        _shade_coverage(lines, measures, source, last, looks, members=members)


def write_faults(sheet: Any, name: str, faults: Sequence[tuple[str, str, str]], groups: Sequence[Group], scope: int,
                 source: Source, figures: Figures, looks: Looks) -> None:  # fmt: skip
    """Every kind of fault (code, title, weight) down, the page's groups across; darker is more."""
    named = [group for group in groups if group.number is not None]
    heads = [Column("代码", 7, "center"), Column("问题", 26), Column("程度", 10, "center"), *(Column(g.name, GROUP, "number") for g in named)]
    rest = [Column(g.name, 9, "number") for g in groups if g.number is None]
    columns = [*heads, *rest, Column("合计", 8, "number"), Column("涉及单位", 8, "number")]
    table, left = Table(lambda _: sheet, name, columns, looks.base, source.pack.title, frozen=2, head=_head(named)), 3
    first, last = col_name(left), col_name(left + len(named) - 1)
    for row, (code, title, weight) in enumerate(faults, start=2):
        sum_ = figures.count(Scope(), code)
        cells = [figures.count(Scope(scope, g.number or 0, str(g.number)), code) for g in named]
        others = int(number(sum_) - sum(map(number, cells)))
        text = f"={col_name(left + len(named) + 1)}{row}-SUM({first}{row}:{last}{row})"
        left_over: list[Cell] = [Formula(text, others) if figures.live else others] if rest else []
        table.add((code, title, weight, *cells, *left_over, sum_, figures.count(Scope(), units_with(code))))
    table.finish()
    if faults and named:
        shade(sheet, looks.base, (1, left, len(faults), left + len(named) - 1), colour=ORANGE, gaps=False)


def _head(groups: Sequence[Group]) -> float:
    """Points for headings that hold the groups' names."""
    return max(HEAD, 13.5 * max((-(-wide(g.name) // (GROUP - 2)) for g in groups), default=1) + 6)


def _total(lines: Lines, line: Line, row: int, looks: Looks) -> None:
    base = looks.base
    lines.sheet.set_row(row, 20)
    told: list[Cell] = ["", "合计", *("" for _ in lines.beside)]
    for n, cell in enumerate(told):
        put(lines.sheet, row, n, cell, base.total)
    for n, (one, cell) in enumerate(zip(line.measures, line.cells(Scope(), row + 1), strict=True), start=lines.left):
        put(lines.sheet, row, n, cell, looks.total_share if one.whole else base.total)
    lines.sheet.print_area(0, 0, row, lines.left + len(line.measures) - 1)


def _shade_coverage(lines: Lines, measures: Sequence[Measure], source: Source, last: int, looks: Looks, *, members: bool) -> None:
    marks = {one.marks for one in coverage(source.labels(FormKind.MEMBER if members else FormKind.ORG), members=members)}
    columns = [n for n, one in enumerate(measures, start=lines.left) if one.marks in marks]
    if columns and lines.groups:
        shade(lines.sheet, looks.base, (1, columns[0], last, columns[-1]))


def _said(measures: Sequence[Measure], who: str, others: Sequence[str]) -> list[Measure]:
    """The same, with whose it is where the other kind of form has a dimension of that name too."""
    return [Measure(f"{one.title}（{who}）" if one.title in others else one.title, one.marks) for one in measures]
