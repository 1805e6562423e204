"""Quarterly reports: sheets out, filled sheets in, what is wrong with them, the bulletin."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from extractors.reading import read
from pipeline.ledger.book.life import State
from pipeline.ledger.book.year import Entry, Report
from pipeline.ledger.store.ledger import open_ledger
from pipeline.year.entries import Flag, Told, look
from pipeline.year.office import YearError, at_work
from pipeline.year.quarter import Quarter
from pipeline.year.report_bulletin import report_rows
from pipeline.year.report_state import quarter_state
from rules.packs import load_pack
from tests.year.hand import fill_report, item, run, small, who

Q1 = Quarter(2012, 1)


@pytest.mark.parametrize("text", ["2012Q1", "2012q1", "2012年第一季度", "2012年1季度", " 2012Q1 "])
def test_a_quarter_is_written_in_several_ways(text: str) -> None:
    assert Quarter.of(text) == Q1
    assert (Q1.start, Q1.end, str(Q1.before), str(Q1.after)) == (date(2012, 1, 1), date(2012, 3, 31), "2011Q4", "2012Q2")
    assert Quarter(2012, 4).end == date(2012, 12, 31)


@pytest.mark.parametrize("text", ["2012", "2012Q5", "一季度", "2012第五季度"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(YearError, match="2012Q1"):
        Quarter.of(text)


@pytest.mark.parametrize(
    ("told", "earlier", "flags"),
    [
        (("已更换12盏", "每周检查一次", "6月底"), "", ()),
        (("已更换12盏", "", "6月底"), "", (Flag.NO_MEASURES,)),
        (("通过召开座谈会、组织专班，已更换12盏", "", "2012.6.30"), "", ()),
        (("已更换12盏", "专人负责", ""), "", (Flag.NO_LIMIT,)),
        (("已更换12盏，剩余的5月20日前完成", "专人负责", ""), "", ()),
        (("已更换12盏", "专人负责", "尽快"), "", (Flag.VAGUE_LIMIT,)),
        (("已更换12盏", "专人负责", "2011年6月30日"), "", (Flag.PAST_LIMIT,)),
        (("", "", ""), "", (Flag.BLANK,)),
        (("暂无进展", "", ""), "", (Flag.NOTHING,)),
        (("无", "", ""), "", (Flag.NOTHING,)),
        (("更换照明灯工作正在按计划推进", "专人负责", "6月底"), "更换照明灯工作正在按计划推进。", (Flag.REPEATED,)),
        (("同上季度", "专人负责", "6月底"), "", (Flag.REPEATED,)),
        (("与上季度相同。", "专人负责", "6月底"), "已更换12盏", (Flag.REPEATED,)),
        (("已更换照明灯24盏", "专人负责", "6月底"), "已更换照明灯12盏", ()),
        (("36盏全部更换，5月3日验收", "", "", "是"), "", ()),
        (("", "", "", "是"), "", (Flag.DONE_UNSAID,)),
    ],
)
def test_what_is_wrong_with_an_entry(told: tuple[str, ...], earlier: str, flags: tuple[Flag, ...]) -> None:
    (found,) = look([Told(1, *told)], {1: earlier} if earlier else {}, Quarter(2012, 2), 0.9)
    assert found.flags == flags


def opened(tmp_path: Path) -> tuple[dict[str, list[int]], Path]:
    ids = small(tmp_path / "结果")
    told = run("report", "open", "2012Q1", "--out", tmp_path / "结果", "--today", "2012-03-20")
    assert "报告表 3 份（新登记应报 3 份）" in told.text
    sheets = tmp_path / "结果" / "文书" / "季度报告" / "2012Q1"
    came = tmp_path / "收到"
    shutil.copytree(sheets, came)
    return ids, came


def test_a_sheet_is_prefilled_masked_and_opened_once(tmp_path: Path) -> None:
    _, came = opened(tmp_path)
    assert sorted(p.name for p in came.iterdir()) == ["试后勤支部.docx", "试后勤支部（孙示例）.docx", "试机电支部.docx"]
    text = read(came / "试后勤支部（孙示例）.docx").text
    assert "2012年第一季度践诺情况报告表" in text
    assert "2012-09-30" in text
    assert "13800000000" not in text
    again = run("report", "open", "2012年第一季度", "--out", tmp_path / "结果", "--today", "2012-03-21")
    assert "新登记应报 0 份" in again.text


def test_filled_sheets_become_entries_and_progress(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    org, head = ids["org"], ids["head"][0]
    fill_report(came / "试后勤支部.docx", {org[0]: ("36盏全部更换，3月25日验收", "", "是", ""), org[1]: ("公布一次", "", "", "")})
    fill_report(came / "试后勤支部（孙示例）.docx", {head: ("已走访8户", "每月两户，列表上墙", "", "6月底")})
    (came / "坏.docx").write_bytes(b"PK\x03\x04broken")
    (came / "试机电支部.docx").unlink()
    told = run("report", "take", came, "--out", tmp_path / "结果", "--today", "2012-03-30")
    assert told.code == 1
    assert "登记报告 2 份；以前登记过、没有变化的 0 份；没有登记的 1 份" in told.text
    assert f"编号{org[1]}没有措施、没有时限" in told.text
    one = item(tmp_path / "结果", org[0])
    assert (one.state, one.evidence, one.progress_on) == (State.KEPT, "36盏全部更换，3月25日验收", date(2012, 3, 30))
    assert item(tmp_path / "结果", head).progress == "已走访8户"
    again = run("report", "take", came, "--out", tmp_path / "结果", "--today", "2012-03-31")
    assert "登记报告 0 份；以前登记过、没有变化的 2 份" in again.text
    state = run("report", "state", "2012Q1", "--out", tmp_path / "结果", "--today", "2012-04-05")
    assert "未报 1 份：试机电支部" in state.text
    with open_ledger(tmp_path / "结果") as ledger:
        assert {r.received for r in ledger.all(Report)} == {date(2012, 3, 30), None}
        assert {e.item: e.limit_day for e in ledger.all(Entry)}[head] == date(2012, 6, 30)


def test_a_sheet_that_came_again_replaces_and_the_history_keeps(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    number = ids["other"][0]
    for day, text in (("2012-03-28", "起草中"), ("2012-04-03", "初稿已征求意见")):
        fill_report(came / "试机电支部.docx", {number: (text, "专人起草", "", "4月30日")})
        run("report", "take", came / "试机电支部.docx", "--out", tmp_path / "结果", "--today", day)
    with open_ledger(tmp_path / "结果") as ledger:
        (entry,) = [e for e in ledger.all(Entry) if e.item == number]
        assert entry.progress == "初稿已征求意见"
        assert [c.after.get("progress") for c in ledger.history("entry", entry.id)] == ["起草中", "初稿已征求意见"]
        (report,) = [r for r in ledger.all(Report) if r.received]
        assert report.received == date(2012, 3, 28)


def test_rows_find_their_items_when_columns_move_and_numbers_go(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    document = docx.Document()
    document.add_paragraph("2012年第一季度践诺情况报告表")
    document.add_paragraph("单位：试机电支部　　报告人：周示例")
    table = document.add_table(rows=3, cols=5)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "本季度进展情况", "承诺事项"
    table.rows[0].cells[2].text, table.rows[0].cells[3].text, table.rows[0].cells[4].text = "具体措施", "下步完成时限", "是否完成"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "已修订1门", "年底前修订2门课程大纲"
    table.rows[2].cells[0].text, table.rows[2].cells[1].text = "做了别的", "组织一次春游"
    typed = came.parent / "手打" / "报告.docx"
    typed.parent.mkdir()
    document.save(str(typed))
    told = run("report", "take", typed.parent, "--out", tmp_path / "结果", "--today", "2012-03-30")
    assert "组织一次春游" in told.text
    assert item(tmp_path / "结果", ids["other"][1]).progress == "已修订1门"


def test_another_offices_sheet_is_refused(tmp_path: Path) -> None:
    _, came = opened(tmp_path / "甲")
    small(tmp_path / "乙")
    run("report", "open", "2012Q1", "--out", tmp_path / "乙", "--today", "2012-03-20")
    told = run("report", "take", came, "--out", tmp_path / "乙", "--today", "2012-03-30")
    assert told.text.count("不是本台账的") == 3


def test_the_bulletin_counts_and_draws(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    fill_report(came / "试后勤支部.docx", {ids["org"][0]: ("全部更换", "", "是", "")})
    run("report", "take", came / "试后勤支部.docx", "--out", tmp_path / "结果", "--today", "2012-03-30")
    told = run("report", "bulletin", "2012Q1", "--names", "--out", tmp_path / "结果", "--today", "2012-05-10")
    assert told.code == 0
    path = tmp_path / "结果" / "文书" / "2012Q1践诺情况通报.docx"
    text = read(path).text
    assert "应报3份，按期1份，迟报0份，未报2份" in text
    assert "未报的有：试后勤支部（孙示例）、试机电支部" in text
    assert "列入践诺的承诺事项7项，已兑现1项，占14%；逾期1项" in text
    with zipfile.ZipFile(path) as parts:
        assert "<c:v>已兑现</c:v>" in parts.read("word/charts/chart1.xml").decode()
        data = tmp_path / "数据.xlsx"
        data.write_bytes(parts.read("word/embeddings/chart1.xlsx"))
    assert list(load_workbook(data).active.values) == [
        (None, "已兑现", "推进中", "未兑现"), ("试机电支部", 0, 2, 0), ("试后勤支部", 1, 4, 0)
    ]


def test_a_bulletin_of_a_quarter_that_was_never_opened_says_so(tmp_path: Path) -> None:
    small(tmp_path)
    assert "report open 2012Q3" in run("report", "bulletin", "2012Q3", "--out", tmp_path, "--today", "2012-10-10").text


def test_a_notice_of_several_years_reports_on_the_year_that_is_named(tmp_path: Path) -> None:
    small(tmp_path, "henu-2010")
    assert "不用报告" in run("report", "open", "2012Q1", "--out", tmp_path, "--today", "2012-03-20").text
    told = run("report", "open", "2012Q1", "--year", 2012, "--out", tmp_path, "--today", "2012-03-20")
    assert "报告表 1 份" in told.text  # that notice asks secretaries only


def test_rows_and_columns_that_do_not_come_back_are_told(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    sheet = docx.Document(str(came / "试后勤支部.docx"))
    table = sheet.tables[0]
    fill = table.rows[1].cells
    fill[3].text, fill[4].text, fill[6].text = "已更换12盏", "专人负责", "6月底"
    gone = int(table.rows[2].cells[7].text)
    table._tbl.remove(table.rows[2]._tr)
    table.add_row().cells[0].text = "填表人：试填写"
    sheet.save(str(came / "试后勤支部.docx"))
    other = docx.Document(str(came / "试机电支部.docx"))
    for row in other.tables[0]._tbl.tr_lst:
        row.remove(row.tc_lst[3])
    other.save(str(came / "试机电支部.docx"))
    told = run("report", "take", came, "--out", tmp_path / "结果", "--today", "2012-03-30")
    assert f"“试后勤支部.docx”表里没有编号{gone}的行，没有登记" in told.text
    assert "填表人" not in told.text
    assert "“试机电支部.docx”没有登记：表里没有“本季度进展情况”一栏" in told.text
    assert gone in ids["org"]


def test_yes_for_what_is_done_every_quarter_speaks_of_the_quarter(tmp_path: Path) -> None:
    """每月…: the year is not over, so the promise goes on; in the last quarter 是 means the promise."""
    ids = small(tmp_path / "结果")
    number = ids["org"][1]
    with open_ledger(tmp_path / "结果") as ledger, ledger.act(who(), "改") as act:
        act.change("item", number, {"due": None, "due_words": "每季度"})
    for quarter, day, state in (("2012Q1", "2012-03-30", State.UNDER_WAY), ("2012Q4", "2012-12-28", State.KEPT)):
        run("report", "open", quarter, "--out", tmp_path / "结果", "--today", day)
        came = tmp_path / quarter
        fill_report(tmp_path / "结果" / "文书" / "季度报告" / quarter / "试后勤支部.docx", {number: (f"{quarter}走访了6户", "分片包干", "是")}, came / "1.docx")
        told = run("report", "take", came, "--out", tmp_path / "结果", "--today", day)
        assert ("是每季度的事项，年度没有结束" in told.text) == (state is State.UNDER_WAY)
        assert item(tmp_path / "结果", number).state is state


def test_the_limit_of_what_was_promised_anew_is_the_new_one(tmp_path: Path) -> None:
    ids = small(tmp_path / "结果")
    number = ids["org"][0]
    with open_ledger(tmp_path / "结果") as ledger, ledger.act(who(), "办理") as act:
        act.move(number, State.PUT_RIGHT, "", {"rectify_by": date(2012, 8, 31)})
    run("report", "open", "2012Q2", "--out", tmp_path / "结果", "--today", "2012-06-20")
    sheet = tmp_path / "结果" / "文书" / "季度报告" / "2012Q2" / "试后勤支部.docx"
    assert "2012-08-31" in read(sheet).text
    with open_ledger(tmp_path / "结果") as ledger, ledger.act(who(), "再承诺") as act:
        act.move(number, State.UNDER_WAY, "再承诺", {"due": date(2012, 12, 20)})
    run("report", "open", "2012Q2", "--out", tmp_path / "结果", "--today", "2012-06-20")
    text = read(sheet).text
    assert ("2012-12-20" in text, "2012-08-31" in text) == (True, False)


@pytest.mark.parametrize("quarter", ["2011Q4", "2021Q1"])
def test_a_quarter_of_another_year_is_asked_about(tmp_path: Path, quarter: str) -> None:
    small(tmp_path)
    assert "不在2012年度的践诺期内" in run("report", "open", quarter, "--out", tmp_path, "--today", "2012-03-20").text
    with open_ledger(tmp_path) as ledger:
        assert ledger.all(Report) == []


def test_a_late_report_reopens_nothing_and_replaces_no_proof(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    closed, proved = ids["org"]
    proof = {"evidence": "验收单第7号", "evidence_day": date(2012, 3, 22), "evidence_file": "验收单.pdf", "reviewer": "李试核"}
    with open_ledger(tmp_path / "结果") as ledger, ledger.act(who(date(2012, 3, 25)), "办理") as act:
        act.move(closed, State.KEPT, "", proof)
        act.move(closed, State.CLOSED)
        act.change("item", proved, {"evidence": "照片12张", "done_on": date(2012, 3, 24), "due": date(2012, 3, 31), "due_words": "3月底"})
    fill_report(came / "试后勤支部.docx", {closed: ("全部更换", "", "是", ""), proved: ("已公布", "", "是", "")})
    told = run("report", "take", came / "试后勤支部.docx", "--out", tmp_path / "结果", "--today", "2012-04-05")
    one, other = item(tmp_path / "结果", closed), item(tmp_path / "结果", proved)
    assert (one.state, one.evidence) == (State.CLOSED, "验收单第7号")
    assert (other.state, other.evidence, other.done_on) == (State.KEPT, "照片12张\n已公布", date(2012, 3, 24))
    assert "登记报告 1 份" in told.text


def test_branches_of_one_name_have_a_row_each(tmp_path: Path) -> None:
    small(tmp_path)
    with open_ledger(tmp_path) as ledger, ledger.act(who(), "登记") as act:
        act.change("unit", 2, {"name": "试后勤支部", "parent": "试二总支"})
    run("report", "open", "2012Q1", "--out", tmp_path, "--today", "2012-03-20")
    with at_work(tmp_path, load_pack("csust-2012"), date(2012, 4, 5), "王试登") as office:
        rows = report_rows(quarter_state(office, Q1))
    assert [row[:3] for row in rows] == [("1", "试后勤支部", "2"), ("2", "试后勤支部", "1"), ("", "合计", "3")]
