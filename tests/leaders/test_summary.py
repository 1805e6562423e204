"""The workbook for leaders: what is written beside its formulas, what LibreOffice reckons, and a reckoning of our own are one."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.leaders.grouping import Place, groupings
from pipeline.rosters.book import read_roster
from tests.leaders import sheets
from tests.leaders.office import QUARTERS, Office, make_office
from tests.leaders.reckoning import Reckoned, reckon
from tests.leaders.sheets import same
from tests.pipeline.test_roster import workbook
from tests.year.hand import run

TODAY = date(2012, 11, 20)
COLUMNS = ("所属总支", "片区", "单位", "人员类别")
PAGES = {"所属总支": "汇总", "片区": "汇总2-片区", "单位": "汇总3-单位", "人员类别": "汇总4-人员类别"}
DIMENSIONS = {
    "org": ("领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好"),
    "member": ("带头学习提高", "带头争创佳绩", "带头服务群众", "带头遵纪守法", "带头弘扬正气"),
}
STATES = ("待审", "退回修改", "审定", "公示", "践诺中", "已兑现", "未兑现", "限期整改", "销号", "转入下年")
office_needed = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@dataclass
class Written:
    office: Office
    path: Path
    written: Any
    formulas: Any


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Written:
    office = make_office(tmp_path_factory.mktemp("office"), units=24, members=6, seed=7)
    words = [word for column in COLUMNS for word in ("--group-by", column)]
    told = run("ledger", "summary", office.root, *words, "--today", TODAY)
    assert told.code == 0, told.text
    assert "第一页可以直接打印" in told.text
    path = office.root / "领导用汇总.xlsx"
    return Written(office, path, sheets.cached(path), sheets.formulas(path))


@pytest.fixture(scope="module")
def again(made: Written, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return sheets.recalculated(made.path, tmp_path_factory.mktemp("libreoffice"))


@office_needed
def test_what_is_written_is_what_libreoffice_reckons(made: Written, again: Any) -> None:
    checked = 0
    for sheet in made.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    here, there = made.written[sheet.title][cell.coordinate].value, again[sheet.title][cell.coordinate].value
                    assert same(here, there), (sheet.title, cell.coordinate, cell.value, here, there)
                    checked += 1
    assert checked > 2500
    assert {"汇总", "分组情况", "问题分布", "各单位情况", *PAGES.values()} <= {s.title for s in made.formulas if any(c.data_type == "f" for r in s.iter_rows() for c in r)}


@office_needed
@pytest.mark.parametrize("column", COLUMNS)
def test_the_page_says_what_was_made(made: Written, again: Any, column: str) -> None:
    for book in (made.written, again):
        check_page(book[PAGES[column]], reckon(made.office, column, TODAY))


def check_page(sheet: Any, true: Reckoned) -> None:
    heads, lines = sheets.table(sheet, "二、")
    shown = {str(line[1]) for line in lines} - {"合计"}
    named = {name for name in shown if name in true.groups}
    rest = shown - named
    assert len(shown) <= 10
    assert (len(rest) == 1 and len(true.groups) > 10) or named == true.groups
    for line in lines:
        name, cells = str(line[1]), dict(zip(heads, line, strict=True))
        for title in ("应报", "已报", "未报", "事项", "逾期", *STATES):
            assert cells[title] == expected(true.numbers, name, title, named, rest), (name, title)
        whole = sum(cells[s] for s in ("践诺中", "已兑现", "未兑现", "限期整改", "销号", "转入下年"))
        kept = cells["已兑现"] + cells["销号"]
        assert same(cells["兑现率"], kept / whole if whole else None), name
        assert same(cells["报送率"], cells["已报"] / cells["应报"] if cells["应报"] else None), name
    check_coverage(sheet, true, named, rest)
    check_faults(sheet, true)
    check_quarters(sheet, true)


def expected(numbers: Any, name: str, title: str, named: set[str], rest: set[str]) -> int:
    if name in rest:
        return int(numbers["合计", title] - sum(numbers[one, title] for one in named))
    return int(numbers[name, title])


def check_coverage(sheet: Any, true: Reckoned, named: set[str], rest: set[str]) -> None:
    heads, lines = sheets.table(sheet, "三、")
    for side, labels in DIMENSIONS.items():
        for label in labels:
            at = heads.index(label)
            for line in lines:
                assert line[at] == expected(true.covered, str(line[1]), f"{side} {label}", named, rest), (line[1], label)


def check_faults(sheet: Any, true: Reckoned) -> None:
    heads, lines = sheets.table(sheet, "四、")
    shown = {str(line[0]): line for line in lines if line[0]}
    for code, line in shown.items():
        assert line[6] == true.faults[code]
        assert line[7] == pytest.approx(true.faults[code] / true.faults.total())
        assert line[8] == len(true.units_with[code])
    assert lines[-1][6] == true.faults.total() == sum(line[6] for line in lines[:-1])
    assert [true.faults[code] for code in shown] == sorted((true.faults[code] for code in shown), reverse=True)
    assert "个数" in heads


def check_quarters(sheet: Any, true: Reckoned) -> None:
    found = {f"2012Q{'一二三四'.index(str(row[10])[0]) + 1}": row for row in sheets.rows(sheet) if str(row[10]) in ("一季度", "二季度", "三季度", "四季度")}
    assert set(found) == set(QUARTERS)
    for quarter, row in found.items():
        count = true.quarters[quarter]
        assert row[12:16] == [count[w] for w in ("应报告", "按期", "迟报", "未报")]
        assert row[17:19] == [count["列入践诺"], count["已兑现"]]
        assert same(row[16], (count["按期"] + count["迟报"]) / count["应报告"])
        assert same(row[19], count["已兑现"] / count["列入践诺"] if count["列入践诺"] else None)


def test_the_key_figures_are_the_sums(made: Written) -> None:
    found = sheets.rows(made.written["汇总"])
    true = reckon(made.office, "所属总支", TODAY)
    figures = dict(zip([v for v in found[3] if v], [v for v in found[4] if v is not None], strict=False))
    assert figures["应报承诺书"] == true.numbers["合计", "应报"]
    assert figures["承诺事项"] == true.numbers["合计", "事项"]
    assert figures["逾期"] == true.numbers["合计", "逾期"]


def test_all_units_have_a_row_with_their_own_numbers(made: Written) -> None:
    true, found = reckon(made.office, "单位", TODAY), sheets.rows(made.written["各单位情况"])
    heads = [sheets.head(v) for v in found[0]]
    lines = {row[1]: dict(zip(heads, row, strict=True)) for row in found[1:]}
    assert set(lines) == {branch.name for branch in made.office.branches} | {"合计"}
    for branch in made.office.branches:
        line = lines[branch.name]
        assert (line["所属总支"], line["片区"]) == (branch.columns["所属总支"], branch.columns["片区"] or "（空白）")
        assert all(line[t] == true.numbers[branch.name, t] for t in ("应报", "未报", "事项", "问题", *STATES))


def test_faults_by_group_add_up(made: Written) -> None:
    found = sheets.rows(made.written["问题分布"])
    true = reckon(made.office, "所属总支", TODAY)
    heads = [sheets.head(v) for v in found[0]]
    for row in found[1:]:
        line = dict(zip(heads, row, strict=True))
        assert line["合计"] == true.faults[line["代码"]] == sum(line[g] for g in true.groups)


def test_a_changed_detail_changes_the_page(made: Written, tmp_path: Path) -> None:
    """What the formulas are for: an office that mends a row sees the sums follow."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    book = openpyxl.load_workbook(made.path)
    sheet = book["事项明细"]
    heads = {sheets.head(c.value): c.column for c in sheet[1]}
    changed = [n for n in range(2, sheet.max_row + 1) if sheet.cell(n, heads["状态"]).value == "践诺中"]
    for n in changed:
        sheet.cell(n, heads["状态"]).value = "已兑现"
    book.save(tmp_path / "改.xlsx")
    page = sheets.recalculated(tmp_path / "改.xlsx", tmp_path / "lo")["汇总"]
    heads_, lines = sheets.table(page, "二、")
    before = reckon(made.office, "所属总支", TODAY).numbers
    total = dict(zip(heads_, lines[-1], strict=True))
    assert changed
    assert total["已兑现"] == before["合计", "已兑现"] + len(changed)
    assert total["践诺中"] == 0


def test_only_plain_old_functions_are_used(made: Written) -> None:
    """Excel 2010, WPS and LibreOffice know these; nothing spills, nothing needs Ctrl+Shift+Enter."""
    import re

    used = {name for sheet in made.formulas for row in sheet.iter_rows() for c in row if c.data_type == "f" for name in re.findall(r"([A-Z.]+)\(", str(c.value))}
    assert used == {"COUNTIFS", "SUMIFS", "COUNT", "SUM", "IF", "ISNUMBER", "NA"}


def test_the_page_has_native_charts_and_heat_maps(made: Written) -> None:
    for name in PAGES.values():
        sheet = made.formulas[name]
        assert len(sheet._charts) == 4
        kinds = [rule.type for found in sheet.conditional_formatting for rule in found.rules]
        assert kinds.count("colorScale") == 2
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 9, True)
        assert sheet.page_setup.fitToHeight in (None, 1)


def test_nothing_shows_an_error(made: Written) -> None:
    """#N/A stands only in the hidden columns that the charts read."""
    for sheet in made.written:
        hidden = {n for d in sheet.column_dimensions.values() if d.hidden for n in range(d.min, d.max + 1)}
        wrong = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "e" and c.column not in hidden]
        assert wrong == [], sheet.title


@office_needed
def test_it_prints_on_one_page_each(made: Written, tmp_path: Path) -> None:
    import pypdfium2

    (tmp_path / "pdf").mkdir()
    sheets.convert(made.path, tmp_path / "pdf", "pdf")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "pdf" / "领导用汇总.pdf")]
    titles = [n for n, text in enumerate(pages) if "年度公开承诺工作汇总（按" in text]
    assert titles == [0, 1, 2, 3]
    for n in titles:
        for words in ("一、总体情况", "五、各季度报告和兑现", "注：", "承诺书报送率", "承诺事项办理进度", "主要问题（个）", "各季度走势"):
            assert words in pages[n], (n, words)
    assert not any("###" in text for text in pages)
    details = [text for text in pages if "事项明细" in text.split("\n")[0] or "事项明细" in text[:60]]
    assert details
    assert all("承诺事项" in text for text in details)


def test_an_unknown_column_lists_those_that_there_are(made: Written) -> None:
    told = run("ledger", "summary", made.office.root, "--group-by", "街道")
    assert told.code == 1
    assert "名册里没有“街道”这一列" in told.text
    assert all(name in told.text for name in ("单位", "所属总支", "类别", "级别", "片区", "人员类别"))


def test_other_words_for_a_column_are_understood(made: Written) -> None:
    told = run("ledger", "summary", made.office.root, "--group-by", "上级党组织", "--name", "按上级")
    assert told.code == 0, told.text
    assert "按所属总支汇总" in told.text


def test_a_superior_is_of_its_own_group(tmp_path: Path) -> None:
    """A committee stands in no other's column; its own promises are not 空白 beside those of its branches."""
    rows = [["党组织名称", "主管党委"], ["甲局党委", None], ["一支部", "甲局党委"], ["乙站党支部", None]]
    roster = read_roster(workbook(tmp_path, 党组织=rows))
    (by,) = groupings(["上级党组织"], roster, [])
    said = {u.name: by.number(Place(n, u.name, roster_id=u.roster_id)) for n, u in enumerate(roster.roster.units, start=1)}
    assert {name: by.names[n - 1] for name, n in said.items()} == {"甲局党委": "甲局党委", "一支部": "甲局党委", "乙站党支部": "（空白）"}


def test_the_usual_column_is_the_superior(made: Written) -> None:
    told = run("ledger", "summary", made.office.root, "--name", "不写")
    assert "按所属总支汇总" in told.text


def test_an_edited_or_open_workbook_is_not_replaced(made: Written) -> None:
    words = ("ledger", "summary", made.office.root, "--name", "改过的", "--today", TODAY)
    assert run(*words).code == 0
    first = made.office.root / "改过的.xlsx"
    book = openpyxl.load_workbook(first)
    book["汇总"]["A1"] = "我改的题目"
    book.save(first)
    told = run(*words)
    assert "改过的(2).xlsx" in told.text
    assert openpyxl.load_workbook(first)["汇总"]["A1"].value == "我改的题目"
    (made.office.root / ".~lock.改过的(2).xlsx#").write_text("")
    assert "改过的(3).xlsx" in run(*words).text


def test_the_same_ledger_gives_the_same_bytes(made: Written) -> None:
    for name in ("甲", "乙"):
        assert run("ledger", "summary", made.office.root, "--name", name, "--today", TODAY).code == 0
    assert (made.office.root / "甲.xlsx").read_bytes() == (made.office.root / "乙.xlsx").read_bytes()


def test_without_a_ledger_it_says_what_to_do_first(tmp_path: Path) -> None:
    from tests.year.hand import job

    job(tmp_path)
    told = run("ledger", "summary", tmp_path)
    assert told.code == 1
    assert "请先运行 chengnuo ledger register" in told.text
