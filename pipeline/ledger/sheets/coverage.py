"""Sheet 五个好覆盖: how many promises of each unit serve each dimension, gaps in red."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from extractors.model import FormKind
from pipeline.ledger.cells import Formula, col_name, put
from pipeline.ledger.page import NewSheet, prepare_page
from pipeline.ledger.sheets.heat import shade
from pipeline.ledger.styles import Styles
from pipeline.ledger.tally import Tally
from rules.packs import Pack

NAME = "五个好覆盖"
GROUPS = (("units", FormKind.ORG, "党组织（含书记）"), ("members", FormKind.MEMBER, "党员（按所在支部）"))


@dataclass(frozen=True, slots=True)
class Totals:
    """Where a block's sums stand, for the chart: the heading row, the row of sums, the first and the last column."""

    head: int
    row: int
    first: int
    last: int


def write_coverage(new_sheet: NewSheet, styles: Styles, pack: Pack, tally: Tally) -> Totals | None:
    """Both blocks, one below the other; returns where the organisations' sums stand (None where there are none)."""
    sheet = new_sheet(NAME)
    prepare_page(sheet, NAME, pack.title)
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 9, 14)
    totals: Totals | None = None
    row = 0
    for group, kind, who in GROUPS:
        labels = _labels(pack, kind, tally.coverage[group])
        if not labels:
            continue
        heading = f"{_set_name(pack, kind)}覆盖情况：{who}（单位：条）"
        totals_here = _block(sheet, styles, row, heading, labels, tally.coverage[group])
        totals = totals or (totals_here if group == "units" and tally.coverage[group] else None)
        row = totals_here.row + 3
    if not row:
        put(sheet, 0, 1, "本通知未规定“五个好”“五带头”等分类要求。", styles.section)
    return totals


def _set_name(pack: Pack, kind: FormKind) -> str:
    found = pack.dimension_set(kind)
    return found.name if found else "各方面"


def _labels(pack: Pack, kind: FormKind, counts: dict[str, Counter[str]]) -> tuple[str, ...]:
    found = pack.dimension_set(kind)
    asked = found.labels if found else ()
    others = sorted({label for unit in counts.values() for label in unit} - set(asked))
    return (*asked, *others)


def _block(
    sheet: Any, styles: Styles, top: int, heading: str, labels: tuple[str, ...], counts: dict[str, Counter[str]]
) -> Totals:
    put(sheet, top, 0, heading, styles.section)
    sheet.set_row(top, 22)
    head, last = top + 1, len(labels) + 1
    for n, title in enumerate(("序号", "单位", *labels, "合计", "未涉及")):
        put(sheet, head, n, title, styles.head)
    row = head
    for row, (unit, count) in enumerate(counts.items(), start=head + 1):
        put(sheet, row, 0, row - head, styles.number)
        put(sheet, row, 1, unit, styles.text)
        _counts(sheet, row, labels, count, styles.number)
        put(sheet, row, last + 2, "、".join(label for label in labels if not count[label]), styles.text)
    if row > head:
        shade(sheet, styles, (head + 1, 2, row, last))
    total: Counter[str] = sum(counts.values(), Counter())
    put(sheet, row + 1, 0, "", styles.total)
    put(sheet, row + 1, 1, "合计", styles.total)
    _sums(sheet, styles, (head + 1, row), labels, total)
    sheet.set_column(last + 2, last + 2, 30)
    return Totals(head, row + 1, 2, last)


def _sums(sheet: Any, styles: Styles, rows: tuple[int, int], labels: tuple[str, ...], total: Counter[str]) -> None:
    """The sums below, as formulas where there is anything to add."""
    first, last = rows
    for n, value in enumerate((*(total[label] for label in labels), sum(total[label] for label in labels)), start=2):
        letter = col_name(n)
        sum_ = Formula(f"=SUM({letter}{first + 1}:{letter}{last + 1})", value) if last >= first else value
        put(sheet, last + 1, n, sum_, styles.total)


def _counts(sheet: Any, row: int, labels: tuple[str, ...], count: Counter[str], style: Any) -> None:
    for n, label in enumerate(labels, start=2):
        put(sheet, row, n, count[label], style)
    put(sheet, row, len(labels) + 2, sum(count[label] for label in labels), style)
