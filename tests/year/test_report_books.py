"""Quarterly reports as Excel forms: out, filled in as people do it, and back through the checks that Word forms go through."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.ledger.book.life import State
from pipeline.ledger.book.year import Entry, Report
from pipeline.ledger.store.ledger import open_ledger
from tests.year.hand import Told, fill_book, item, run, small

LAMPS = ("已更换12盏", "每周检查一次", "", "2012.6.30")


def opened(tmp_path: Path) -> tuple[dict[str, list[int]], Path]:
    ids = small(tmp_path / "结果")
    told = run("report", "open", "2012Q1", "--format", "xlsx", "--out", tmp_path / "结果", "--today", "2012-03-20")
    assert "报告表 3 份（新登记应报 3 份）" in told.text
    came = tmp_path / "收到"
    shutil.copytree(tmp_path / "结果" / "文书" / "季度报告" / "2012Q1", came)
    return ids, came


def take(tmp_path: Path, came: Path, day: str = "2012-03-30") -> Told:
    return run("report", "take", came, "--out", tmp_path / "结果", "--today", day)


def entries(tmp_path: Path) -> dict[int, Entry]:
    with open_ledger(tmp_path / "结果") as ledger:
        return {one.item: one for one in ledger.all(Entry)}


def edited(path: Path, change: Callable[[Any], None]) -> None:
    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)


def test_a_form_is_guarded_and_says_what_a_word_form_says(tmp_path: Path) -> None:
    _, came = opened(tmp_path)
    assert sorted(p.name for p in came.iterdir()) == ["试后勤支部.xlsx", "试后勤支部（孙示例）.xlsx", "试机电支部.xlsx"]
    sheet = load_workbook(came / "试后勤支部（孙示例）.xlsx").worksheets[0]
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert words[0] == "2012年第一季度践诺情况报告表"
    assert not any("13800000000" in one for one in words)
    assert sheet.protection.sheet
    first = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "2012-09-30").row
    assert [sheet.cell(first, column).protection.locked for column in range(1, 9)] == [True, True, True, False, False, False, False, True]
    assert any(str(one.formula1) == '"是,否"' for one in sheet.data_validations.dataValidation)


@pytest.mark.parametrize(
    ("limit", "day"),
    [("2012.6.30", date(2012, 6, 30)), ("六月底", date(2012, 6, 30)), ("6月底", date(2012, 6, 30)), ("2012-06-30", date(2012, 6, 30)), (datetime(2012, 6, 30), date(2012, 6, 30)), (41090, date(2012, 6, 30)), ("尽快", None)],
)
def test_days_in_all_the_ways_that_people_write_them(tmp_path: Path, limit: object, day: date | None) -> None:
    ids, came = opened(tmp_path)
    number = ids["other"][1]
    fill_book(came / "试机电支部.xlsx", {number: ("已修订1门", "专人负责", "", limit)})
    told = take(tmp_path, came / "试机电支部.xlsx")
    assert "登记报告 1 份" in told.text
    assert entries(tmp_path)[number].limit_day == day
    assert (f"编号{number}时限不明确" in told.text) == (day is None)


def test_what_is_missing_or_copied_is_flagged_as_in_word(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    org, head = ids["org"], ids["head"][0]
    fill_book(came / "试后勤支部.xlsx", {org[0]: ("36盏全部更换，3月25日验收", "", "是", ""), org[1]: ("公布一次", "", "", "")})
    fill_book(came / "试后勤支部（孙示例）.xlsx", {head: ("走访工作正在按计划推进", "每月两户，列表上墙", "", "六月底")})
    told = take(tmp_path, came)
    assert f"编号{org[1]}没有措施、没有时限" in told.text
    assert item(tmp_path / "结果", org[0]).state is State.KEPT
    assert "以前登记过、没有变化的 3 份" in take(tmp_path, came, "2012-03-31").text
    run("report", "open", "2012Q2", "--format", "xlsx", "--out", tmp_path / "结果", "--today", "2012-06-10")
    second = tmp_path / "结果" / "文书" / "季度报告" / "2012Q2" / "试后勤支部（孙示例）.xlsx"
    fill_book(second, {head: ("走访工作正在按计划推进。", "每月两户，列表上墙", "", "9月底")})
    assert f"编号{head}与上季度相同" in take(tmp_path, second, "2012-06-28").text


def test_inserted_rows_sorted_rows_and_moved_columns(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    path = came / "试后勤支部.xlsx"
    fill_book(path, {ids["org"][0]: LAMPS, ids["org"][1]: ("公布一次", "张榜", "", "长期")})

    def change(sheet: Any) -> None:
        sheet.protection.sheet = False
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=7)]
        for n, values in enumerate(reversed(rows), start=7):
            for column, value in enumerate(values, start=1):
                sheet.cell(n, column).value = value
        for column in range(1, 9):
            sheet.cell(6, column).value = None
        sheet.cell(9, 2).value, sheet.cell(9, 4).value = "组织一次春游", "去了公园"
        sheet.insert_cols(3)

    edited(path, change)
    told = take(tmp_path, path)
    assert "对不上台账里的事项：组织一次春游" in told.text
    assert (entries(tmp_path)[ids["org"][0]].progress, entries(tmp_path)[ids["org"][1]].progress) == ("已更换12盏", "公布一次")


def test_merged_cells_and_broken_formulas_are_told_and_the_other_rows_taken(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    path = came / "试后勤支部.xlsx"
    fill_book(path, {ids["org"][0]: LAMPS, ids["org"][1]: ("公布一次", "张榜", "", "长期")})

    def merge(sheet: Any) -> None:
        sheet.merge_cells(start_row=6, end_row=7, start_column=5, end_column=5)

    edited(path, merge)
    told = take(tmp_path, path)
    assert "第7行“具体措施”与别的格合并了" in told.text
    assert set(entries(tmp_path)) == {ids["org"][0]}
    other = came / "试机电支部.xlsx"
    fill_book(other, {ids["other"][0]: ("起草中", "专人起草", "", "4月30日")})
    edited(other, lambda sheet: setattr(sheet.cell(7, 4), "value", "=VLOOKUP(1,别处!A:B,2,0)"))
    told = take(tmp_path, other)
    assert "第7行“本季度进展情况”是公式" in told.text
    assert set(entries(tmp_path)) == {ids["org"][0], ids["other"][0]}


@pytest.mark.parametrize("how", ["half", "empty", "roster", "words"])
def test_what_is_no_filled_form_is_told_and_the_others_go_on(tmp_path: Path, how: str) -> None:
    ids, came = opened(tmp_path)
    whole = (came / "试机电支部.xlsx").read_bytes()
    bad = came / "坏.xlsx"
    if how == "roster":
        import openpyxl

        book = openpyxl.Workbook()
        book.active.append(["姓名", "电话"])
        book.save(bad)
    else:
        bad.write_bytes({"half": whole[: len(whole) // 2], "empty": b"", "words": "承诺".encode()}[how])
    fill_book(came / "试机电支部.xlsx", {ids["other"][0]: ("起草中", "专人起草", "", "4月30日")})
    for name in ("试后勤支部.xlsx", "试后勤支部（孙示例）.xlsx"):
        (came / name).unlink()
    told = take(tmp_path, came)
    assert told.code == 1
    assert "“坏.xlsx”没有登记：" in told.text
    assert entries(tmp_path)[ids["other"][0]].progress == "起草中"


def test_a_form_of_another_ledger_and_of_another_quarter(tmp_path: Path) -> None:
    _, came = opened(tmp_path / "甲")
    small(tmp_path / "乙" / "结果")
    run("report", "open", "2012Q1", "--out", tmp_path / "乙" / "结果", "--today", "2012-03-20")
    assert take(tmp_path / "乙", came).text.count("不是本台账的") == 3

    def other_quarter(sheet: Any) -> None:
        sheet.protection.sheet = False
        sheet.cell(3, 1).value = str(sheet.cell(3, 1).value).replace("2012Q1", "2011Q1")

    edited(came / "试机电支部.xlsx", other_quarter)
    assert "看不出是哪个单位、哪个季度" in take(tmp_path / "甲", came / "试机电支部.xlsx").text


def test_a_form_without_its_number_is_known_by_what_it_says(tmp_path: Path) -> None:
    ids, came = opened(tmp_path)
    path = came / "试机电支部.xlsx"
    fill_book(path, {ids["other"][0]: ("起草中", "专人起草", "", "4月30日")})

    def forget(sheet: Any) -> None:
        sheet.cell(3, 1).value = None
        sheet.cell(2, 1).value = "单位：试机电支部　　报告人：周示例"

    edited(path, forget)
    assert "登记报告 1 份" in take(tmp_path, path).text
    with open_ledger(tmp_path / "结果") as ledger:
        assert [r.file for r in ledger.all(Report) if r.received] == ["试机电支部.xlsx"]
