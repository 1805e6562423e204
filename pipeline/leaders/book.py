"""领导用汇总簿: the pages first, then all groups and units, then the rows that are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from extractors.model import FormKind
from pipeline.leaders.blocks import Group, Looks, make_looks
from pipeline.leaders.counts import UNIT, Counts
from pipeline.leaders.details import Details
from pipeline.leaders.figures import Figures, how_counted
from pipeline.leaders.gather import due_rows, fault_rows, promise_rows, report_rows
from pipeline.leaders.grouping import Grouping
from pipeline.leaders.guide import NAME as GUIDE
from pipeline.leaders.guide import write_guide
from pipeline.leaders.page import Page, shown_groups, work, write_page
from pipeline.leaders.rows import FaultRow
from pipeline.leaders.source import Source
from pipeline.leaders.wide import Lines, all_measures, write_faults, write_lines
from pipeline.ledger.styles import FONT, make_styles
from pipeline.wording import WEIGHT

PAGE, GROUPS, FAULTS, UNITS = "汇总", "分组情况", "问题分布", "各单位情况"
CREATED = datetime(2012, 1, 1)


@dataclass(frozen=True, slots=True)
class Written:
    """What is in the workbook: items, units, and the sheets whose numbers are no formulas."""

    items: int
    units: int
    plain: tuple[str, ...]


def write_book(target: Path, source: Source) -> Written:
    """Write the workbook of a prepared source. Raises OSError where it cannot be written."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    font = {"default_format_properties": {"font_name": FONT, "font_size": 10}}
    try:
        with xlsxwriter.Workbook(str(target), {**options, **font}) as book:
            book.set_properties({"title": f"{source.year}年度公开承诺工作汇总", "created": CREATED, "author": source.pack.office})
            return _Book(book, source).write()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(0, str(error)) from error


class _Book:
    """One workbook. Its sheets are made in the order in which they stand, and filled when their numbers are known."""

    def __init__(self, book: Any, source: Source) -> None:
        self._book, self._source, self._counts = book, source, Counts()
        self._looks: Looks = make_looks(book, make_styles(book))
        self._titles: dict[str, tuple[str, str]] = {}
        self._plain: list[str] = []

    def write(self) -> Written:
        source = self._source
        sheets = {name: self._book.add_worksheet(name) for name in self._names()}
        details = Details(self._book.add_worksheet, self._looks.base, source)
        counted = self._counts.counted
        ranges = {
            "due": details.due(counted(due_rows(source))), "promises": details.promises(counted(promise_rows(source))),
            "faults": details.faults(self._named(counted(fault_rows(source)))), "reports": details.reports(counted(report_rows(source))),
        }  # fmt: skip
        labels = (source.labels(FormKind.ORG), source.labels(FormKind.MEMBER))
        marks = how_counted([code for code, _, _ in self._faults()], *labels, [str(q) for q in source.quarters])
        figures = Figures(self._counts, ranges, marks, [one.by_unit for one in source.groupings])
        for n, grouping in enumerate(source.groupings):
            self._grouped(n, grouping, sheets, figures)
        self._units(sheets[UNITS], figures)
        write_guide(self._book.add_worksheet(GUIDE), self._looks.base, source.pack.title, self._plain)
        sheets[PAGE].activate()
        return Written(ranges["promises"].rows, len(source.units.names), tuple(self._plain))

    def _names(self) -> list[str]:
        """The sheets before the details."""
        groupings = self._source.groupings
        pages = [_sheet(PAGE, n, one) for n, one in enumerate(groupings)]
        groups = [_sheet(kind, n, one) for n, one in enumerate(groupings) for kind in (GROUPS, FAULTS) if kind == FAULTS or not one.by_unit]
        return [*pages, *groups, UNITS]

    def _named(self, rows: Any) -> Any:
        """The faults as they pass by, their titles and gravest weights remembered."""
        row: FaultRow
        for row in rows:
            known = self._titles.get(row.code, (row.title, row.weight))
            self._titles[row.code] = (row.title, min(known[1], row.weight, key=WEIGHT.__getitem__))
            yield row

    def _faults(self) -> list[tuple[str, str, str]]:
        """Kinds of fault (code, title, weight), the most frequent first."""
        return [(code, *self._titles[code]) for code in sorted(self._titles, key=lambda c: (-self._counts.of(c), c))]

    def _grouped(self, n: int, grouping: Grouping, sheets: dict[str, Any], figures: Figures) -> None:
        source, faults = self._source, self._faults()
        groups = self._groups(grouping)
        shown = shown_groups(groups, figures, n)
        name = _sheet(PAGE, n, grouping)
        self._note(name, figures.live_for(work(len(shown))))
        write_page(self._book, Page(sheets[name], name, grouping.title, shown, n, faults, _remarks(source)), source, figures, self._looks)
        if not grouping.by_unit:
            name, measures = _sheet(GROUPS, n, grouping), all_measures(source)
            self._note(name, figures.live_for((len(groups) + 1) * len(measures)))
            write_lines(Lines(sheets[name], name, grouping.title, groups, n), measures, source, figures, self._looks)
        name = _sheet(FAULTS, n, grouping)
        self._note(name, figures.live_for(len(faults) * (len(shown) + 2)))
        write_faults(sheets[name], name, faults, shown, n, source, figures, self._looks)

    def _units(self, sheet: Any, figures: Figures) -> None:
        source = self._source
        names = source.units.shown()
        groups = [Group(number, name) for number, name in enumerate(names, start=1)]
        beside = [(one.title, self._beside(n, one)) for n, one in enumerate(source.groupings) if not one.by_unit and not one.of_people]
        measures = all_measures(source)
        self._note(UNITS, figures.live_for((len(groups) + 1) * len(measures)))
        write_lines(Lines(sheet, UNITS, "单位", groups, UNIT, beside), measures, source, figures, self._looks)

    def _beside(self, n: int, grouping: Grouping) -> list[str]:
        source = self._source
        return [grouping.names[source.group_of(number, n) - 1] for number in range(1, len(source.units.names) + 1)]

    def _groups(self, grouping: Grouping) -> list[Group]:
        if grouping.by_unit:
            return [Group(number, name) for number, name in enumerate(self._source.units.shown(), start=1)]
        return [Group(number, name) for number, name in enumerate(grouping.names, start=1)]

    def _note(self, name: str, live: bool) -> None:
        if not live:
            self._plain.append(name)


def _remarks(source: Source) -> list[str]:
    """What a reader of the page has to know."""
    found = ["怎样统计见“说明”"]
    if not source.roster:
        found.append("没有名册，应报、未报无法统计")
    if source.results is None:
        found.append("没有审核结果，报送和问题没有统计")
    return found


def _sheet(kind: str, n: int, grouping: Grouping) -> str:
    """The name of a sheet: the first grouping's are plain, others say by what they group."""
    title = re.sub(r"\W", "", grouping.title)[:16]
    return kind if n == 0 else f"{kind}{n + 1}-{title}"
