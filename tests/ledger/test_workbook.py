"""The workbook, read back as a person's Excel would read it."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from handmade.forms import Made, gold, make
from handmade.inbox import Inbox, small_inbox
from handmade.pack import small_pack

from pipeline.by_unit import Entry
from pipeline.decisions.keys import finding_key, unsealed
from pipeline.ledger.sheets.problems import DECISIONS, REACHES
from pipeline.ledger.tally import Tally
from pipeline.ledger.workbook import write_workbook
from pipeline.outputs import OutputFolder
from tests.leaders.sheets import recalculated

SHEETS = ["汇总", "承诺事项台账", "问题清单", "五个好覆盖", "报送情况", "党员参与", "文字相近", "复核记录"]
WITHOUT_MEMBERS = [name for name in SHEETS if name != "党员参与"]
DANGEROUS = '=1+1'
LINK = "http://example.invalid/ 公开查询网址，6月底前开通"
LONG = "认真办好实事。" * 6000


def _hostile() -> Made:
    form = {**gold()[0], "items": [
        {**gold()[0]["items"][0], "text": text, "target_spans": [], "project_spans": [], "measure_spans": []}
        for text in (DANGEROUS, LINK, LONG, "@SUM(A1)", "带\x0b控制符")
    ]}  # fmt: skip
    return make(form, unit="=HYPERLINK(A1)", unit_id=None, file="=坏.docx")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Inbox:
    return small_inbox(tmp_path_factory.mktemp("inbox"), extra=(_hostile(),), files=False)


@pytest.fixture(scope="module")
def path(inbox: Inbox) -> Path:
    target = inbox.results.with_name("台账.xlsx")
    write_workbook(target, inbox.results, inbox.batch.status, small_pack(), inbox.roster)
    return target


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def shown(path: Path) -> Any:
    """The values that stand beside the formulas, as a viewer shows them."""
    return openpyxl.load_workbook(path, data_only=True)


def rows(sheet: Any) -> list[dict[str, Any]]:
    head = [cell.value for cell in sheet[1]]
    return [dict(zip(head, (c.value for c in row), strict=True)) for row in sheet.iter_rows(min_row=2)]


def test_sheets_stand_in_their_order(book: Any) -> None:
    assert book.sheetnames == SHEETS


def test_every_item_has_its_row(inbox: Inbox, book: Any) -> None:
    wanted = sorted(i.item_id for m in inbox.made for i in m.record.items)
    assert sorted(row["item_id"] for row in rows(book["承诺事项台账"])) == wanted


def test_an_item_row_tells_what_was_understood(inbox: Inbox, book: Any) -> None:
    record = inbox.made[0].record
    row = next(r for r in rows(book["承诺事项台账"]) if r["item_id"] == record.items[0].item_id)
    assert row["单位"] == "机械工程学院党总支"
    assert row["类型"] == "党组织"
    assert row["承诺事项"] == record.items[0].text
    assert row["目标"] == "3名；各配备1名教授"
    assert row["措施"] == "每学期随堂听课并当面评课"
    assert row["完成时限（原文）"] == "2010年12月中旬前"
    assert row["完成日期"] == datetime(2010, 12, 20)
    assert row["五个好/五带头"] == "工作业绩好"


def test_dates_are_dates_and_periods_are_words(inbox: Inbox, book: Any) -> None:
    deadlines = {i.item_id: i.deadline for m in inbox.made for i in m.record.items}
    seen = set()
    for row in rows(book["承诺事项台账"]):
        deadline = deadlines[row["item_id"]]
        seen.add(deadline.kind)
        if deadline.kind in ("by_date", "range"):
            assert row["完成日期"].date() == deadline.end
        elif deadline.kind == "recurring":
            assert row["完成日期"].startswith("每")
        else:
            assert isinstance(row["完成日期"], str)
    assert {"by_date", "range", "recurring", "none", "invalid"} <= seen


def test_text_that_looks_like_a_formula_stays_text(book: Any) -> None:
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    ours = ("汇总", "五个好覆盖")  # the sums; nothing that came from a form stands in a formula
    assert {c.parent.title for c in cells if c.data_type == "f"} == set(ours)
    used = {name for c in cells if c.data_type == "f" for name in re.findall(r"([A-Z]+)\(", c.value)}
    assert used == {"COUNT", "COUNTIFS", "SUM"}
    assert [c.coordinate for c in cells if c.hyperlink] == []
    texts = {c.value for c in cells}
    assert {DANGEROUS, LINK, "@SUM(A1)", "=HYPERLINK(A1)", "带控制符"} <= texts


def test_a_promise_longer_than_a_cell_says_where_the_rest_is(book: Any) -> None:
    long = [r["承诺事项"] for r in rows(book["承诺事项台账"]) if len(r["承诺事项"]) > 1000]
    assert len(long) == 1
    assert long[0].startswith(LONG[:100])
    assert "见来源文件" in long[0]
    assert len(long[0]) < 32_767


def test_every_finding_of_the_newest_draft_has_a_row_with_ids(inbox: Inbox, book: Any) -> None:
    replaced = "机关/承诺书.docx"
    wanted = sorted(
        (m.record.form_id, f.item_id or "", f.code) for m in inbox.made if m.record.file != replaced for f in m.record.findings
    )
    found = rows(book["问题清单"])
    assert sorted((r["form_id"], r["item_id"] or "", r["code"]) for r in found) == wanted
    assert all((r["结论"] == "无法判定") == (r["代码"] == "S01") for r in found)
    assert "不合格" not in {r["结论"] for r in found}


def test_findings_of_a_form_stand_weightiest_first(book: Any) -> None:
    order = {"必须修改": 0, "建议修改": 1, "提示": 2, "由我办核对": 3}
    by_form: dict[str, list[int]] = {}
    for row in rows(book["问题清单"]):
        by_form.setdefault(row["form_id"], []).append(order[row["程度"]])
    assert all(weights == sorted(weights) for weights in by_form.values())


@pytest.mark.parametrize(("title", "choices"), [("复核意见", DECISIONS), ("适用范围", REACHES)])
def test_decisions_are_chosen_from_a_list(book: Any, title: str, choices: tuple[str, ...]) -> None:
    sheet = book["问题清单"]
    letter = openpyxl.utils.get_column_letter([c.value for c in sheet[1]].index(title) + 1)
    (rule,) = (r for r in sheet.data_validations.dataValidation if str(r.sqref).startswith(letter))
    assert str(rule.sqref) == f"{letter}2:{letter}{sheet.max_row}"
    assert rule.formula1 == '"' + ",".join(choices) + '"'


def test_every_finding_has_its_own_key(inbox: Inbox, book: Any) -> None:
    keys = [unsealed(r["finding_key"]) for r in rows(book["问题清单"])]
    assert None not in keys
    replaced = "机关/承诺书.docx"
    wanted = {finding_key(m.record, f) for m in inbox.made if m.record.file != replaced for f in m.record.findings}
    assert set(keys) == wanted


def test_ids_are_hidden_and_nothing_else(book: Any) -> None:
    internal = {"form_id", "item_id", "code", "finding_key", "原复核意见"}
    for name, hidden in (("承诺事项台账", {"item_id"}), ("问题清单", internal), ("复核记录", set())):
        sheet = book[name]
        ranges = [(d.min, d.max) for d in sheet.column_dimensions.values() if d.hidden]
        found = {c.value for c in sheet[1] if any(first <= c.column <= last for first, last in ranges)}
        assert found == hidden


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_prints_on_a4_landscape(book: Any, name: str) -> None:
    sheet = book[name]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is what the format takes for granted
    assert sheet.page_setup.fitToHeight in ((None, 1) if name == "汇总" else (0,))
    assert "&P" in sheet.oddFooter.center.text


@pytest.mark.parametrize("name", ["承诺事项台账", "问题清单", "报送情况"])
def test_long_sheets_repeat_their_heading_and_can_be_filtered(book: Any, name: str) -> None:
    sheet = book[name]
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(sheet.max_column)}{sheet.max_row}"


def test_overview_counts_what_the_status_and_the_records_say(inbox: Inbox, shown: Any) -> None:
    cells = {row[0].value: [c.value for c in row[1:4]] for row in shown["汇总"].iter_rows(min_row=5, max_row=14)}
    assert cells["应报"] == [4, 15, 19]
    assert cells["　迟报"][0] == 1
    assert cells["未报"] == [0, 1, 1]
    assert cells["口头承诺"] == [0, 1, 1]
    assert cells["免报"] == [1, 0, 1]
    assert cells["无法读取"] == ["—", "—", 1]
    right = {row[5].value: row[7].value for row in shown["汇总"].iter_rows(min_row=5, max_row=14)}
    newest = [m.record for m in inbox.made if m.record.file != "机关/承诺书.docx"]
    assert right["承诺书（份）"] == len(newest)
    assert right["承诺事项（条）"] == sum(len(r.items) for r in newest)


def test_overview_counts_faults_and_puts_them_in_the_inspectors_tone(inbox: Inbox, book: Any) -> None:
    newest = [m.record for m in inbox.made if m.record.file != "机关/承诺书.docx"]
    items = sum(len(r.items) for r in newest)
    untimed = sum(f.code == "C04" for r in newest for f in r.findings)
    line = next(row for row in book["汇总"].iter_rows() if row[0].value == "C04")
    assert (line[6].value, line[7].value) == (untimed, pytest.approx(untimed / items))
    texts = [str(row[0].value) for row in book["汇总"].iter_rows()]
    word = "多数" if untimed / items >= 0.5 else "部分"
    assert any(f"{word}承诺事项存在“没有完成时限”问题，共{untimed}条" in t for t in texts)


def test_what_is_only_a_hint_is_no_main_problem(inbox: Inbox) -> None:
    tally = Tally()
    record = next(m.record for m in inbox.made if {"W02", "C04"} <= {f.code for f in m.record.findings})
    entry = Entry(0, record.file, 0, record.kind, "", 1, "docx")
    for _ in range(2):
        tally.add(entry, record, "某支部")
    faults = {f.code: f for f in tally.faults()}
    assert (faults["W02"].serious, faults["W02"].serious_units, faults["W02"].weight) == (0, 0, "提示")
    assert faults["W02"].count > 0
    assert faults["C04"].serious == faults["C04"].count > 0
    assert (faults["C04"].units, faults["C04"].serious_units) == (1, 1)


def test_hints_are_not_put_forward_for_the_bulletin(book: Any) -> None:
    texts = [str(row[0].value) for row in book["汇总"].iter_rows() if row[0].value]
    assert any("存在“" in t for t in texts)
    assert not any("存在“等同一般要求”" in t or "存在“五个好未全覆盖”" in t for t in texts)


def test_overview_has_three_native_charts(book: Any) -> None:
    assert len(book["汇总"]._charts) == 3


def test_coverage_sums_dimensions_by_unit(inbox: Inbox, book: Any) -> None:
    sheet = book["五个好覆盖"]
    head = [c.value for c in sheet[2]]
    line = next(row for row in sheet.iter_rows(min_row=3) if row[1].value == "机械工程学院党总支")
    ours = [m.record for m in inbox.made if m.record.unit.roster_id == "u1"]
    for label in ("领导班子好", "群众反映好"):
        wanted = sum(any(d.label == label for d in i.dimensions) for r in ours for i in r.items)
        assert line[head.index(label)].value == wanted
    assert any("五带头" in str(row[0].value) for row in sheet.iter_rows())


def test_submissions_list_every_status_row(inbox: Inbox, book: Any) -> None:
    found = rows(book["报送情况"])
    assert [r["状态"] for r in found] == [row.state.value for row in inbox.batch.status.rows]
    assert next(r for r in found if r["状态"] == "迟报")["收到日期"] == datetime(2012, 3, 19)


def test_same_input_same_bytes(inbox: Inbox, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    write_workbook(again, inbox.results, inbox.batch.status, small_pack(), inbox.roster)
    assert again.read_bytes() == path.read_bytes()


def test_a_workbook_that_was_edited_is_not_replaced(inbox: Inbox, tmp_path: Path) -> None:
    out = OutputFolder(tmp_path)
    target = tmp_path / "台账.xlsx"

    def write(to: Path) -> None:
        write_workbook(to, inbox.results, inbox.batch.status, small_pack(), inbox.roster)

    assert out.write(target, write) == target
    assert out.write(target, write) == target
    edited = openpyxl.load_workbook(target)
    edited["问题清单"]["M2"] = "不采纳"
    edited.save(target)
    assert out.write(target, write) == tmp_path / "台账(2).xlsx"
    assert openpyxl.load_workbook(target)["问题清单"]["M2"].value == "不采纳"


def test_no_forms_and_no_roster_still_make_a_book(tmp_path: Path) -> None:
    from pipeline.rosters.roster import Roster
    from pipeline.status import Status

    results = tmp_path / "results.jsonl"
    results.write_text("")
    write_workbook(tmp_path / "空.xlsx", results, Status(()), small_pack(), Roster())
    book = openpyxl.load_workbook(tmp_path / "空.xlsx")
    assert book.sheetnames == WITHOUT_MEMBERS
    assert book["承诺事项台账"]["A2"].value == "（无）"
    assert book["汇总"]["B5"].value == "—"


def test_a_table_that_outgrows_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    import xlsxwriter

    from pipeline.ledger.page import Column, Table
    from pipeline.ledger.styles import make_styles

    with xlsxwriter.Workbook(tmp_path / "长.xlsx", {"constant_memory": True}) as made:
        columns = (Column("序号", 6, "number"), Column("日期", 12))
        table = Table(made.add_worksheet, "表", columns, make_styles(made), "通知", limit=4)
        for n in range(7):
            table.add((n, date(2012, 3, 1)))
        table.finish()
    book = openpyxl.load_workbook(tmp_path / "长.xlsx")
    assert [(s.title, [c.value for c in s["A"]][1:]) for s in book] == [
        ("表", [0, 1, 2]), ("表(2)", [3, 4, 5]), ("表(3)", [6]),
    ]  # fmt: skip


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reckons_what_the_program_counted(path: Path, book: Any, shown: Any, tmp_path: Path) -> None:
    again, checked = recalculated(path, tmp_path), 0
    for name in ("汇总", "五个好覆盖"):
        for row in book[name].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    here, there = shown[name][cell.coordinate].value, again[name][cell.coordinate].value
                    assert here == pytest.approx(there), (name, cell.coordinate, cell.value)
                    checked += 1
    assert checked > 50


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_overview_prints_on_one_page(path: Path, tmp_path: Path) -> None:
    import pypdfium2

    office = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        ["soffice", office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120
    )  # fmt: skip
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "台账.pdf")]
    assert "公开承诺工作汇总表" in pages[0]
    assert "党组织承诺事项覆盖" in pages[0]
    assert "承诺事项台账" in pages[1]
    assert all("完成日期" in page for page in pages if "承诺事项台账" in page)




def test_members_are_counted_branch_by_branch(book: Any) -> None:
    told = {row["党支部"]: row for row in rows(book["党员参与"])}
    retired = told["机关第三党支部"]
    assert (retired["应承诺"], retired["书面"], retired["口头"], retired["未报"]) == (2, 0, 1, 1)
    assert retired["参与率"] == 0.5
    assert retired["未报名单"] == "赵守诚"
    assert told["机械工程学院教工第一党支部"]["未报"] == 0
    assert told["机械工程学院教工第一党支部"]["参与率"] == 1
