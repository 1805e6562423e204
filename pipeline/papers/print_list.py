"""清单.docx: the cover list of the print set: what to print, how often, what came on paper and how much is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipeline.feedback import page
from pipeline.papers.print_rows import PrintRow
from pipeline.wording import FORM_NAME
from rules.packs import Pack

NAME = "清单"
DRAFT = "内部资料，核对后使用"
WIDTHS_CM = (1.1, 3.9, 5.4, 1.5, 1.5, 1.4, 1.4)
NUMERALS = "一二三"
SHARED = ("序号", "承诺书")
COUNTS = ("应印份数", "应交本级", "已收", "还差")
SECTIONS = (("可以打印的", "打印件"), ("暂不打印的", "原因"), ("只收到纸质件的", "情况"))


def write_list(target: Path, rows: Sequence[PrintRow], pack: Pack, part: str = "") -> None:
    """Write the list of these rows; `part` names it where one list goes on in several files."""
    document = page.new_page(DRAFT)
    page.title(document, f"公开承诺书打印件清单{part}")
    for text in _head(rows, pack):
        page.line(document, text)
    sections = [(name, head, ours) for (name, head), ours in zip(SECTIONS, _split(rows), strict=True) if ours]
    for numeral, (name, head, ours) in zip(NUMERALS, sections, strict=False):
        page.heading(document, f"{numeral}、{name}（{len(ours)}份）")
        page.table(document, (*SHARED, head, *COUNTS), WIDTHS_CM, list(_cells(ours)))
    page.line(document, "“应印”是通知要求的总份数，“应交本级”是其中交到本办公室的；“已收”按收件登记的纸质份数，“—”是没有规定或没有登记。")
    page.save(document, target, pack.office, title=NAME)


def _split(rows: Sequence[PrintRow]) -> tuple[list[PrintRow], list[PrintRow], list[PrintRow]]:
    printed = [row for row in rows if row.printed]
    return printed, [row for row in rows if row.file and not row.printed], [row for row in rows if not row.file]


def _head(rows: Sequence[PrintRow], pack: Pack) -> Iterator[str]:
    for kind, copies in pack.copies.items():
        total = f"一式{copies.total}份：" if copies.total and not copies.text.startswith("一式") else ""
        yield f"{FORM_NAME[kind.value]}{'' if copies.text.startswith('一式') else '：'}{total}{copies.text}"
    printed = [row for row in rows if row.printed]
    files = {row.file: row.total for row in printed}
    unsaid = sum(not n for n in files.values())
    told = f"可以打印的承诺书{len(printed)}份，文件{len(files)}个，共应印{sum(files.values())}份"
    yield told + (f"（另有{unsaid}个文件通知没有规定份数，未计入）。" if unsaid else "。")
    short = sum(row.paper.short for row in rows)
    if short:
        yield f"按收件登记，交到本级的纸质件还差{short}份。"


def _cells(rows: Sequence[PrintRow]) -> Iterator[tuple[str, ...]]:
    number = 0
    for unit, ours in groupby(rows, key=lambda row: row.unit):
        yield (unit,)
        for row in ours:
            number += 1
            yield str(number), row.form, row.printed or row.why, *_counts(row)


def _counts(row: PrintRow) -> tuple[str, str, str, str]:
    paper = row.paper
    known = paper.came is not None and paper.due is not None
    return tuple(_shown(n) for n in (row.total or None, paper.due, paper.came, paper.short if known else None))  # type: ignore[return-value]


def _shown(number: int | None) -> str:
    return "—" if number is None else str(number)
