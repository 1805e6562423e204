"""Rows that were moved, copied, added, deleted or renumbered in the workbook: each is known for what it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import openpyxl
import pytest

from pipeline.ledger.book.history import HEARD
from pipeline.ledger.book.life import State
from pipeline.ledger.exchange.columns import TOKEN
from pipeline.ledger.store.ledger import open_ledger
from tests.ledger.clerks import SHEET, Clerk, items, who


def shuffled(sheet: Any, head: dict[str, int]) -> None:
    rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=2)]
    for n, values in enumerate(reversed(rows), start=2):
        for c, value in enumerate(values, start=1):
            sheet.cell(n, c).value = value


def with_rows_and_columns(sheet: Any, head: dict[str, int]) -> None:
    sheet.insert_rows(4)
    sheet.insert_cols(3)
    sheet.insert_rows(1)
    sheet.cell(1, 1).value = "2012 年台账（内部）"


def without_columns(sheet: Any, head: dict[str, int]) -> None:
    for title in ("备注", "来源文件", "年度"):
        sheet.delete_cols({c.value: c.column for c in sheet[1]}[title])


@pytest.mark.parametrize("mangle", [shuffled, with_rows_and_columns, without_columns])
def test_rows_are_found_wherever_they_went(wang: Clerk, mangle: Any) -> None:
    wang.fill(2, 进展情况="第一项的进展")
    wang.fill(6, 佐证说明="第五项的佐证")
    wang.change(mangle)
    plan = wang.hand_in()
    assert (items(wang.root)[1].progress, items(wang.root)[5].evidence) == ("第一项的进展", "第五项的佐证")
    assert (len(plan.items), plan.refused, plan.added, plan.deleted) == (2, [], [], [])


def test_only_some_columns_sorted_is_noticed(wang: Clerk) -> None:
    def sort_some(sheet: Any, head: dict[str, int]) -> None:
        for title, column in head.items():
            if title != TOKEN:
                values = [sheet.cell(r, column).value for r in range(2, 8)]
                for r, value in zip(range(2, 8), reversed(values), strict=True):
                    sheet.cell(r, column).value = value

    wang.fill(2, 进展情况="会错位")
    wang.change(sort_some)
    plan = wang.hand_in()
    assert len(plan.refused) == 6
    assert "只排序了一部分列" in plan.refused[0].why
    assert "会错位" in plan.refused[-1].said
    assert all(not item.progress for item in items(wang.root).values())


def test_rows_copied_into_a_new_workbook(wang: Clerk) -> None:
    wang.fill(3, 进展情况="抄过来")
    old = openpyxl.load_workbook(wang.book)[SHEET]
    book = openpyxl.Workbook()
    for row in (1, 3):
        book.active.append([c.value for c in old[row]])
    book.save(wang.book)
    plan = wang.hand_in()
    assert items(wang.root)[2].progress == "抄过来"
    assert plan.deleted == []  # a copy of some rows says nothing about the others


def test_rows_copied_without_the_hidden_column(wang: Clerk) -> None:
    with open_ledger(wang.root) as ledger, ledger.act(who(), "办理") as act:
        act.change("item", 2, {"remark": "别人写的"})
    wang.fetch()
    wang.fill(3, 进展情况="抄过来", 备注="我写的")
    wang.change(lambda sheet, head: sheet.delete_cols(head[TOKEN]))
    plan = wang.hand_in()
    assert items(wang.root)[2].progress == "抄过来"
    assert [(c.field, c.now, c.said) for c in plan.conflicts] == [("remark", "别人写的", "我写的")]


def test_a_row_copied_twice_with_two_values_is_asked_about(wang: Clerk) -> None:
    wang.fill(2, 进展情况="一")
    wang.change(lambda sheet, head: [sheet.cell(8, c).__setattr__("value", sheet.cell(2, c).value) for c in head.values()])
    wang.fill(8, 进展情况="二", 备注="只写了一处")
    plan = wang.hand_in()
    assert sorted(c.said for c in plan.conflicts) == ["一", "二"]
    assert items(wang.root)[1].remark == "只写了一处"


def test_new_rows_become_items_once(wang: Clerk) -> None:
    wang.fill(8, 单位="乙试支部", 年度=2012, 承诺事项="办一次讲座", 完成日期="2012.9.30", 备注="补登", 状态="践诺中")
    wang.fill(9, 单位="甲试支部", 姓名="钱样本", 年度=2012, 承诺事项="读一本书")
    plan = wang.hand_in()
    assert [a.owner for a in plan.added] == ["乙试支部", "甲试支部钱样本"]
    assert "从“待审”开始" in plan.refused[0].why
    now = items(wang.root)
    assert (now[7].text, now[7].due, now[7].remark, now[7].state) == ("办一次讲座", date(2012, 9, 30), "补登", State.WAITING)
    wang.fill(8, 备注="再改")
    again = wang.hand_in()
    assert again.added == []
    assert again.conflicts == []
    assert items(wang.root)[7].remark == "再改"
    assert len(items(wang.root)) == 8


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"单位": "丙支部", "年度": 2012, "承诺事项": "x"}, "没有“丙支部”"),
        ({"单位": "甲试支部", "承诺事项": "x"}, "年度要写四位数字"),
        ({"单位": "甲试支部", "年度": 2012}, "没有写承诺事项"),
        ({"备注": "合计 6 项"}, "不知道是什么"),
    ],
)
def test_new_rows_that_say_too_little_are_kept_and_said(wang: Clerk, cells: dict[str, Any], why: str) -> None:
    wang.fill(8, **cells)
    plan = wang.hand_in()
    assert why in plan.refused[0].why
    with open_ledger(wang.root) as ledger:
        (heard,) = [c for c in ledger.changes() if c.what == HEARD]
    assert all(str(value) in heard.after["row"] for value in cells.values())
    wang.hand_in()
    with open_ledger(wang.root) as ledger:
        assert len([c for c in ledger.changes() if c.what == HEARD]) == 1


def test_a_row_whose_number_was_edited_is_unknown_and_not_deleted(wang: Clerk) -> None:
    wang.fill(3, 编号=999, 备注="甲")
    plan = wang.hand_in()
    assert [(r.where, "对不上" in r.why) for r in plan.refused] == [("“承诺事项台账”第3行", True)]
    assert (plan.items, plan.deleted) == ({}, [])


def test_deleted_rows_are_listed_and_stay(wang: Clerk) -> None:
    wang.change(lambda sheet, head: sheet.delete_rows(3, 2))
    plan = wang.hand_in()
    assert plan.deleted == [2, 3]
    assert len(items(wang.root)) == 6


@pytest.mark.parametrize("number", ["①", "²", "99999999999999999999", "13800000000"])
def test_a_number_that_is_none_stops_nothing(wang: Clerk, number: str) -> None:
    wang.fill(10, 编号=number, 单位="乙试支部", 年度=2012, 承诺事项="办一期夜校")
    wang.fill(2, 进展情况="也要读到")
    plan = wang.hand_in()
    assert [r.said for r in plan.refused if "办一期夜校" in r.said]
    assert items(wang.root)[1].progress == "也要读到"


@pytest.mark.parametrize("year", ["①", "二〇一二", "20120"])
def test_a_year_that_is_none_stops_nothing(wang: Clerk, year: str) -> None:
    wang.fill(10, 单位="乙试支部", 年度=year, 承诺事项="办一期夜校")
    assert [r.why for r in wang.hand_in().refused] == ["年度要写四位数字"]


def test_new_rows_of_the_same_words_stay_apart(wang: Clerk) -> None:
    for row, name in ((10, "周试样"), (11, "郑试样")):
        wang.fill(row, 单位="乙试支部", 年度=2012, 承诺事项="办一期夜校", 责任人=name)
    assert len(wang.hand_in().added) == 2
    wang.fill(11, 备注="第二期")
    plan = wang.hand_in()
    made = [item for item in items(wang.root).values() if item.text == "办一期夜校"]
    assert [(i.responsible, i.remark) for i in made] == [("周试样", ""), ("郑试样", "第二期")]
    assert (plan.added, plan.conflicts, plan.refused) == ([], [], [])
