"""Opening a quarter: a report is owed on each form that has anything running, and its prefilled sheet is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from pipeline.feedback import fill, page
from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Item
from pipeline.ledger.book.year import Report
from pipeline.ledger.store.ledger import Which
from pipeline.wording import chinese_day
from pipeline.year.office import YEARS_AFTER, Names, Office, YearError
from pipeline.year.owners import Owner, owners
from pipeline.year.quarter import Quarter
from pipeline.year.report_book import write_form
from rules.private import hidden

FOLDER = "季度报告"
HEADINGS = ("序号", "承诺事项", "完成时限", "本季度进展情况", "具体措施", "是否完成", "下步完成时限", "编号")
WIDTHS_CM = (1.2, 6.8, 2.6, 5.5, 4.3, 1.4, 2.8, 1.5)
HOW = "填写说明：每项写明本季度做了什么、用了什么办法；没有完成的写明下步完成时限（年月日）；完成的在“是否完成”栏填“是”，并附佐证材料。请不要改动“编号”栏。"


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheets of a quarter; `fresh` counts the reports that were not owed before."""

    papers: tuple[Path, ...]
    fresh: int


def open_quarter(office: Office, quarter: Quarter, unit: str = "", *, excel: bool = False) -> Opened:
    """Owe a report on each form with running items, of the kinds that the notice names, and write its sheet, in Word or in
    Excel. Opening a quarter again adds what is new. Raises YearError for a quarter of other years, OutputError, StoreError."""
    if not office.year <= quarter.year <= office.year + YEARS_AFTER:
        raise YearError(f"{quarter.words}不在{office.year}年度的践诺期内，没有发表。请核对季度；办别的年度的，加 --year {quarter.year}。")
    kinds = [kind.value for kind in office.pack.reports.kinds]
    reported = owners(office.ledger.lines(Which(year=office.year, unit=unit, kinds=kinds, states=RUNNING)))
    known = {(r.quarter, r.form): r for r in office.ledger.all(Report)}
    due = quarter.end - timedelta(days=office.pack.reports.days_before)
    missing = [o for o in reported if (str(quarter), o.form.id) not in known]
    with office.ledger.act(office.who(), f"{quarter.words}报告开始") as act:
        for owner in missing:
            act.add("report", {"quarter": str(quarter), "form": owner.form.id, "opened": office.today, "due": due})
    owed = {r.form: r for r in office.ledger.all(Report) if r.quarter == str(quarter)}
    names, papers = Names(), []
    for owner in reported:
        name = names.of(owner.unit.name, f"（{owner.name}）" if owner.personal else "")
        target = office.root / FOLDER / str(quarter) / f"{name}.{'xlsx' if excel else 'docx'}"
        write = write_book if excel else write_sheet
        papers.append(office.out.write(target, partial(write, office=office, owner=owner, report=owed[owner.form.id], quarter=quarter)))
    return Opened(tuple(papers), len(missing))


def write_sheet(target: Path, office: Office, owner: Owner, report: Report, quarter: Quarter) -> None:
    """Write the sheet of one report in Word."""
    title, whose, number = _above(office, owner, report, quarter)
    document = page.new_page(number)
    fill.landscape(document)
    page.title(document, title)
    page.line(document, whose, indent=False)
    fill.table(document, HEADINGS, WIDTHS_CM, _rows(owner), 1.6)
    fill.small(document, HOW)
    page.signature(document, "报告人（签名）：________________　　单位（盖章）", "　　年　　月　　日")
    page.save(document, target, office.pack.office, title="践诺情况报告表")


def write_book(target: Path, office: Office, owner: Owner, report: Report, quarter: Quarter) -> None:
    """Write the same as an Excel form."""
    write_form(target, _above(office, owner, report, quarter), HOW, HEADINGS, _rows(owner))


def _above(office: Office, owner: Owner, report: Report, quarter: Quarter) -> tuple[str, str, str]:
    """The title, whose it is, and its number."""
    who = f"报告人：{owner.name}" if owner.personal else "报告人：____________"
    whose = f"单位：{owner.unit.name}　　{who}　　报送截止：{chinese_day(report.due)}"
    return f"{quarter.words}践诺情况报告表", whose, f"报告编号：{code(office, report)}"


def code(office: Office, report: Report) -> str:
    """What tells a sheet from all others, also from those of another office."""
    return f"{report.quarter}-{office.ledger.tag()}-{report.id}"


def _rows(owner: Owner) -> Sequence[Sequence[str]]:
    return [(str(n), hidden(i.text), limit_words(i), "", "", "", "", str(i.id)) for n, i in enumerate(owner.items, start=1)]


def limit_words(item: Item) -> str:
    """The day that binds an item now, else the words that hold instead. A limit to put it right binds until it was promised anew."""
    day = item.rectify_by if item.state is State.PUT_RIGHT and item.rectify_by else item.due
    return day.isoformat() if day else item.due_words or "未写明"
