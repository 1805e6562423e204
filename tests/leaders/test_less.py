"""What the office may lack: a roster, results, items of the year, a superior that tells units apart."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.papers.gather import gather
from pipeline.records import FormRecord, from_line, to_line
from pipeline.rosters.book import read_roster
from rules.packs import load_pack
from tests.leaders import sheets
from tests.leaders.office import Office, make_office
from tests.year.hand import run, small

TODAY = "2012-11-20"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path, units=3, members=1, seed=5)


def page(root: Path, *words: object) -> tuple[str, Any]:
    told = run("ledger", "summary", root, "--today", TODAY, *words)
    assert told.code == 0, told.text
    return told.text, sheets.cached(root / "领导用汇总.xlsx")


def notes(book: Any) -> str:
    return next(str(row[0]) for row in sheets.rows(book["汇总"]) if str(row[0]).startswith("注："))


def test_without_a_roster_the_ledger_says_the_superior_and_nothing_is_due(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "results.jsonl").write_text("")
    told, book = page(tmp_path, "--group-by", "类别")
    heads, lines = sheets.table(book["汇总"], "二、")
    found = {line[1]: dict(zip(heads, line, strict=True)) for line in lines}
    assert set(found) == {"教辅后勤", "院部", "合计"}
    assert (found["教辅后勤"]["事项"], found["院部"]["事项"]) == (5, 2)
    assert found["合计"]["应报"] == found["合计"]["报送率"] == "—"
    assert "没有名册" in notes(book)
    assert "按类别汇总 7 项" in told


def test_without_a_roster_only_the_ledgers_columns_can_be_asked_for(tmp_path: Path) -> None:
    small(tmp_path)
    told = run("ledger", "summary", tmp_path, "--group-by", "片区")
    assert told.code == 1
    assert "单位、上级党组织、类别" in told.text


def test_without_results_it_says_so(tmp_path: Path) -> None:
    small(tmp_path)
    _, book = page(tmp_path)
    assert "没有审核结果，报送和问题没有统计" in notes(book)


def test_a_year_without_items_is_told(office: Office) -> None:
    told, book = page(office.root, "--year", 2010)
    assert "没有这一年度的承诺事项" in told
    assert [row[1] for row in sheets.table(book["汇总"], "二、")[1]][-1] == "合计"


def test_before_the_year_no_quarter_is_shown(office: Office) -> None:
    told = run("ledger", "summary", office.root, "--year", 2030, "--today", TODAY)
    assert told.code == 0, told.text
    text = str(sheets.rows(sheets.cached(office.root / "领导用汇总.xlsx")["汇总"]))
    assert "这一年度还没有开始" in text


def test_a_roster_that_is_gone_is_named(office: Office) -> None:
    office.roster.unlink()
    told = run("ledger", "summary", office.root)
    assert told.code == 1
    assert "找不到名册文件" in told.text


def test_a_folder_that_is_no_result_is_refused(tmp_path: Path) -> None:
    assert "不是审核结果的文件夹" in run("ledger", "summary", tmp_path).text


def test_where_all_have_one_superior_the_category_is_taken_else_the_unit(tmp_path: Path) -> None:
    small(tmp_path)
    told, _ = page(tmp_path)
    assert "按类别汇总" in told
    from pipeline.ledger.book.things import Unit
    from pipeline.ledger.store.ledger import open_ledger
    from tests.year.hand import who

    with open_ledger(tmp_path) as ledger:
        numbers = [unit.id for unit in ledger.all(Unit)]
        with ledger.act(who(date(2012, 5, 1)), "登记") as act:
            for number in numbers:
                act.change("unit", number, {"category": "院部"})
    told, _ = page(tmp_path)
    assert "按单位汇总" in told


def test_too_many_rows_for_formulas_are_written_as_values_and_it_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _, before = page(office.root)
    monkeypatch.setattr("pipeline.leaders.figures.MOST_WORK", 9_000)
    told, book = page(office.root)
    assert "各单位情况只写数字，没有用公式" in told
    formulas = sheets.formulas(office.root / "领导用汇总.xlsx")
    assert not any(c.data_type == "f" for row in formulas["各单位情况"].iter_rows() for c in row)
    assert "各单位情况" in str(sheets.rows(book["说明"]))
    assert sheets.rows(book["各单位情况"]) == sheets.rows(before["各单位情况"])
    monkeypatch.setattr("pipeline.leaders.figures.MOST_WORK", 0)
    _, bare = page(office.root)
    assert "没有用公式" in notes(bare)
    for here, there in zip(sheets.rows(before["汇总"]), sheets.rows(bare["汇总"]), strict=True):
        if not str(here[0]).startswith("注："):
            assert all(sheets.same(one, other) for one, other in zip(here[:20], there[:20], strict=True)), (here, there)


def test_two_units_of_one_name_are_two(tmp_path: Path) -> None:
    """Branches of two superiors may be called the same."""
    from openpyxl import load_workbook

    office = make_office(tmp_path, units=3, members=0, seed=5)
    book = load_workbook(office.roster)
    sheet = book["党组织"]
    for row in range(2, 5):
        sheet.cell(row, 1).value = "第一试支部"
    book.save(office.roster)
    assert json.loads((office.root / ".chengnuo" / "job.json").read_text("utf-8"))["roster"] == str(office.roster)
    _, found = page(office.root)
    names = [row[1] for row in sheets.rows(found["各单位情况"])[1:]]
    assert {"第一试支部（甲试总支）", "第一试支部（乙试总支）", "第一试支部（丙试总支）"} <= set(names)


def test_a_unit_that_went_into_another_is_counted_there(tmp_path: Path) -> None:
    small(tmp_path)
    told = run("ledger", "summary", tmp_path, "--group-by", "单位", "--today", TODAY)
    assert told.code == 0, told.text
    from pipeline.ledger.store.ledger import open_ledger
    from pipeline.ledger.units import merge, rename
    from tests.year.hand import who

    with open_ledger(tmp_path) as ledger:
        merge(ledger, "试机电支部", "试后勤支部", who(date(2012, 5, 1)))
        rename(ledger, "试后勤支部", "试联合支部", who(date(2012, 5, 2)))
    _, book = page(tmp_path, "--group-by", "单位")
    heads, lines = sheets.table(book["汇总"], "二、")
    assert [(line[1], line[heads.index("事项")]) for line in lines] == [("试联合支部", 7), ("合计", 7)]


def test_a_rule_about_forms_that_points_at_several_promises_is_one_fault_as_in_the_papers(office: Office) -> None:
    results = office.root / "results.jsonl"
    lines = results.read_text("utf-8").splitlines()
    n, record = next((n, r) for n, line in enumerate(lines) if isinstance(r := from_line(line), FormRecord) and len(r.items) > 1 and r.findings)
    blank = {"code": "F07", "scope": "form", "verdict": "deficient", "severity": "必须修改", "decision": None}
    blanks = tuple(record.findings[0].model_copy(update={**blank, "item_id": item.item_id}) for item in record.items)
    lines[n] = to_line(record.model_copy(update={"findings": (*record.findings, *blanks)}))
    results.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    _, book = page(office.root)
    listed = Counter(row[head.index("代码")] for head, *rows in [sheets.rows(book["问题明细"])] for row in rows)
    roster = read_roster(office.roster).roster
    counted = gather(results, roster, load_pack("csust-2012")).tally.faults()
    assert listed == {fault.code: fault.count for fault in counted}
    assert listed["F07"] == 1
