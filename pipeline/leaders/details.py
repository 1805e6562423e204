"""The sheets of single rows that the numbers count, and where their columns stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractors.model import FormKind
from pipeline.leaders.rows import DueRow, FaultRow, PromiseRow, ReportRow, Row
from pipeline.leaders.source import Source
from pipeline.ledger.cells import Cell, col_name
from pipeline.ledger.page import Column, NewSheet, Table
from pipeline.ledger.styles import Styles

DUE, PROMISES, FAULTS, REPORTS = "报送明细", "事项明细", "问题明细", "季报明细"
UNIT_NUMBER, GROUP_NUMBER = "单位号", "组号"


@dataclass(frozen=True, slots=True)
class Spec:
    """A column of a detail sheet: the key by which formulas find it, how it looks, what a row has there."""

    key: str
    column: Column
    cell: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Ranges:
    """Where the columns of a detail sheet stand. `sheets` is more than 1 where the rows outgrew one sheet."""

    name: str
    last: int
    columns: Mapping[str, int]
    rows: int
    sheets: int

    def of(self, key: str) -> str:
        """The cells of a column, as a formula calls them."""
        letter = col_name(self.columns[key])
        return f"{self.name}!${letter}$2:${letter}${max(self.last, 1) + 1}"


class Details:
    """Writes the sheets, one after the other."""

    def __init__(self, new_sheet: NewSheet, styles: Styles, source: Source) -> None:
        self._new_sheet, self._styles, self._source = new_sheet, styles, source
        self.labels = list(dict.fromkeys((*source.labels(FormKind.ORG), *source.labels(FormKind.MEMBER))))

    def due(self, rows: Iterable[DueRow]) -> Ranges:
        """Forms that were due."""
        return self._write(DUE, rows, [
            Spec("what", Column("报送内容", 14, "center"), lambda r: r.what),
            Spec("person", Column("姓名", 10, "center"), lambda r: r.person),
            Spec("state", Column("状态", 22, "center"), lambda r: r.state.value),
            Spec("received", Column("收到日期", 12, "center"), lambda r: r.received),
        ])  # fmt: skip

    def promises(self, rows: Iterable[PromiseRow]) -> Ranges:
        """Items of the ledger, with a column for each dimension, 1 where it is covered, and one of states for each quarter's end."""
        ends = [Spec(f"then{n}", Column(f"{quarter}末", 9, "center"), _then(n)) for n, quarter in enumerate(self._source.quarters)]
        return self._write(PROMISES, rows, [
            Spec("id", Column("编号", 7, "number"), lambda r: r.id),
            Spec("kind", Column("类型", 8, "center"), lambda r: r.kind),
            Spec("person", Column("姓名", 9, "center"), lambda r: r.person),
            Spec("text", Column("承诺事项", 44), lambda r: r.text),
            Spec("due", Column("完成时限", 12, "center"), lambda r: r.due),
            Spec("state", Column("状态", 9, "center"), lambda r: r.state.value),
            Spec("light", Column("灯", 5, "center"), lambda r: r.light.value),
            *(Spec(label_key(label), Column(label, 7, "number"), _covers(label)) for label in self.labels),
            *ends,
        ])  # fmt: skip

    def faults(self, rows: Iterable[FaultRow]) -> Ranges:
        """Faults of the last run, as people decided them."""
        return self._write(FAULTS, rows, [
            Spec("person", Column("姓名", 10, "center"), lambda r: r.person),
            Spec("where", Column("位置", 14, "center"), lambda r: r.where),
            Spec("code", Column("代码", 8, "center"), lambda r: r.code),
            Spec("title", Column("问题", 26), lambda r: r.title),
            Spec("weight", Column("程度", 10, "center"), lambda r: r.weight),
            Spec("first", Column("本单位首见", 8, "number"), lambda r: 1 if r.first else None),
        ])  # fmt: skip

    def reports(self, rows: Iterable[ReportRow]) -> Ranges:
        """Quarterly reports that were owed."""
        return self._write(REPORTS, rows, [
            Spec("quarter", Column("季度", 9, "center"), lambda r: r.quarter),
            Spec("kind", Column("类型", 9, "center"), lambda r: r.kind),
            Spec("person", Column("姓名", 10, "center"), lambda r: r.person),
            Spec("due", Column("应报日期", 12, "center"), lambda r: r.due),
            Spec("received", Column("收到日期", 12, "center"), lambda r: r.received),
            Spec("came", Column("状态", 10, "center"), lambda r: r.came.value),
        ])  # fmt: skip

    def _write(self, name: str, rows: Iterable[Row], own: Sequence[Spec]) -> Ranges:
        specs = [*self._places(), *own]
        table = Table(self._new_sheet, name, [s.column for s in specs], self._styles, self._source.pack.title, frozen=2, sparse=True)
        cells = [spec.cell for spec in specs[1:]]
        for row in rows:
            table.add((table.rows + 1, *(cell(row) for cell in cells)))
        table.finish()
        for sheet, last in table.sheets:  # blank cells are not written; a rule gives them their lines
            sheet.conditional_format(1, 0, max(last, 1), len(specs) - 1, {"type": "formula", "criteria": "=TRUE", "format": self._styles.boxed})
        return Ranges(name, table.sheets[-1][1], {s.key: n for n, s in enumerate(specs)}, table.rows, len(table.sheets))

    def _places(self) -> list[Spec]:
        """Whose row it is, and the numbers by which it is counted."""
        names = self._source.units.shown()
        found = [
            Spec("n", Column("序号", 7, "number"), lambda _: None),
            Spec("name", Column("单位", 24), lambda r: names[r.home.unit - 1] if r.home.unit <= len(names) else r.home.name),
            Spec("unit", Column(UNIT_NUMBER, 7, "number"), lambda r: r.home.unit),
        ]
        for n, grouping in enumerate(self._source.groupings):
            if not grouping.by_unit:
                found.append(Spec(f"name{n}", Column(grouping.title, 18), _group_name(grouping.names, n)))
                found.append(Spec(f"group{n}", Column(f"{grouping.title[:8]}{GROUP_NUMBER}", 8, "number"), _group(n)))
        return found


def label_key(label: str) -> str:
    """The key of a dimension's column."""
    return f"covers {label}"


def _covers(label: str) -> Callable[[PromiseRow], Cell]:
    return lambda row: 1 if label in row.dimensions else None


def _then(n: int) -> Callable[[PromiseRow], str]:
    return lambda row: row.then[n]


def _group(n: int) -> Callable[[Row], int]:
    return lambda row: row.home.groups[n]


def _group_name(names: list[str], n: int) -> Callable[[Row], str]:
    return lambda row: names[row.home.groups[n] - 1]
