"""Reports, check sheets and counts as they come back: what cannot be taken is told, nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from pipeline.ledger.book.life import State
from pipeline.ledger.book.year import Spot
from pipeline.ledger.store.ledger import open_ledger
from tests.year.hand import Told, item, run, small

LAMPS = ("已更换12盏", "每周检查一次", "否", "2012.9.30")
DONE = ("36盏都装好了", "招标采购", "已办结", "")
Change = Callable[[Any], object]


def reported(tmp_path: Path, *changes: Change, rows: tuple[tuple[str, ...], ...] = (DONE, LAMPS)) -> Told:
    """The report of a unit with two items, filled in and changed; each change makes a file of its own."""
    small(tmp_path / "结果")
    run("report", "open", "2012Q1", "--format", "xlsx", "--out", tmp_path / "结果", "--today", "2012-03-20")
    came = tmp_path / "收到"
    came.mkdir()
    for n, change in enumerate(changes):
        book = openpyxl.load_workbook(tmp_path / "结果" / "文书" / "季度报告" / "2012Q1" / "试后勤支部.xlsx")
        for number, told in enumerate(rows, start=6):
            for column, text in enumerate(told, start=4):
                book.worksheets[0].cell(number, column).value = text
        change(book.worksheets[0])
        book.save(came / f"报告{n}.xlsx")
    return run("report", "take", came, "--out", tmp_path / "结果", "--today", "2012-03-30")


def put(place: str, value: object) -> Change:
    return lambda sheet: setattr(sheet[place], "value", value)


def test_a_heading_with_a_note_and_another_word_for_done(tmp_path: Path) -> None:
    told = reported(tmp_path, put("F5", "是否完成\n（是/否）"))
    assert told.code == 0
    assert item(tmp_path / "结果", 1).state is State.KEPT


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("F5", "完成情况"), "没有“是否完成”一栏"),
        (put("I6", "验收单3号"), "表格右边没有表头的地方填了“验收单3号”等，没有登记"),
        (lambda sheet: (put("I5", "佐证材料")(sheet), put("I6", "照片")(sheet)), "另有“佐证材料”一栏填了“照片”等，没有登记"),
        (lambda sheet: sheet.delete_rows(7), "没有编号2的行，没有登记"),
        (put("C6", "2012-12-31"), "编号1的“完成时限”写的是“2012-12-31”，台账里是“2012-06-30”"),
        (put("F7", "见附件"), "编号2是否完成看不清"),
        (put("B8", "另外为村民体检100人"), "对不上台账里的事项：另外为村民体检100人"),
    ],
)
def test_what_is_not_taken_is_told(tmp_path: Path, change: Change, said: str) -> None:
    told = reported(tmp_path, change)
    assert told.code == 1
    assert said in told.text


def test_a_day_that_became_a_number_is_no_day(tmp_path: Path) -> None:
    def number(sheet: Any) -> None:
        sheet["G7"].value, sheet["G7"].number_format = 9.3, "General"

    assert "“下步完成时限”成了数字，看不出是哪一天" in reported(tmp_path, number).text


def test_two_files_of_one_report_are_told_and_what_was_done_stays(tmp_path: Path) -> None:
    told = reported(tmp_path, lambda _: None, put("F6", "未完成"))
    assert "“报告1.xlsx”与“报告0.xlsx”是同一份报告，内容不同" in told.text
    assert "编号1以前报过完成、已转为“已兑现”，这次填“未完成”，状态没有改" in told.text
    assert item(tmp_path / "结果", 1).state is State.KEPT


def test_a_form_in_the_old_format_is_to_be_saved_anew(tmp_path: Path) -> None:
    reported(tmp_path)
    (tmp_path / "收到" / "报告.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    told = run("report", "take", tmp_path / "收到", "--out", tmp_path / "结果", "--today", "2012-03-30")
    assert "另存为 .xlsx 后重新报送" in told.text


def checked(tmp_path: Path, change: Change) -> Told:
    small(tmp_path)
    run("spotcheck", "open", "--seed", 2012, "--out", tmp_path, "--today", "2012-03-25")
    came = tmp_path / "收到"
    came.mkdir()
    document = docx.Document(str(tmp_path / "文书" / "抽查" / "2012年第1次" / "试机电支部.docx"))
    for row in document.tables[0].rows[1:]:
        row.cells[-2].text = "合格。"
    change(document.tables[0].rows)
    document.save(str(came / "试机电支部.docx"))
    return run("spotcheck", "take", came, "--out", tmp_path, "--today", "2012-03-28")


def test_a_checked_item_without_its_number_is_found_by_its_words(tmp_path: Path) -> None:
    def cleared(table: Any) -> None:
        table[1].cells[-1].text, table[1].cells[-2].text = "", "不合格"

    assert "试机电支部：需整改 1 项" in checked(tmp_path, cleared).text
    with open_ledger(tmp_path) as ledger:
        (spot,) = (s for s in ledger.all(Spot) if s.checked)
    assert spot.conclusion == "查看2项，合格1项，需整改1项"


def test_a_check_without_a_verdict_is_told(tmp_path: Path) -> None:
    told = checked(tmp_path, lambda table: setattr(table[2].cells[-2], "text", ""))
    assert told.code == 1
    assert "没有填“结论”" in told.text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda sheet: setattr(sheet, "title", "群众票"), "工作表“群众票”不是"),
        (lambda sheet: setattr(sheet["F2"], "value", "优秀"), "表头里没有“好”，这张表没有登记"),
        (lambda sheet: sheet.merge_cells("F3:F4"), "第4行：“好”与别的格合并了"),
        (lambda sheet: setattr(sheet["F3"], "value", "12（含弃权1）"), "不是票数，没有登记"),
    ],
)
def test_counts_that_cannot_be_taken_are_told(tmp_path: Path, change: Change, said: str) -> None:
    small(tmp_path)
    run("assess", "open", "七一", "--out", tmp_path, "--today", "2012-06-05")
    path = tmp_path / "文书" / "评议" / "七一" / "评议结果录入.xlsx"
    book = openpyxl.load_workbook(path)
    book["群众测评"]["E3"].value, book["群众测评"]["F3"].value = "20张", "12票"
    change(book["群众测评"])
    book.save(path)
    told = run("assess", "take", "七一", path, "--out", tmp_path, "--today", "2012-06-28")
    assert said in told.text
