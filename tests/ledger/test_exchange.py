"""The workbook out and in again: what a clerk changed, and nothing else, on both databases."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from pipeline.ledger.book.history import HEARD
from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import KEEP, TAKE
from pipeline.ledger.book.things import Item
from pipeline.ledger.exchange.columns import TOKEN
from pipeline.ledger.exchange.settling import settle
from pipeline.ledger.exchange.telling import told
from pipeline.ledger.store.ledger import open_ledger
from pipeline.ledger.units import rename
from tests.ledger.clerks import SHEET, Clerk, items, set_cell, who


def another(clerk: Clerk, name: str = "李试核") -> Clerk:
    """A second clerk with a copy of the same workbook."""
    other = Clerk(clerk.root, name, clerk.desk.parent / name)
    shutil.copyfile(clerk.book, other.book)
    return other


def test_an_untouched_workbook_changes_nothing(wang: Clerk) -> None:
    plan = wang.plan()
    assert not plan.changes
    assert list(told(plan)) == []


def test_the_workbook_has_what_a_clerk_needs(wang: Clerk) -> None:
    book = openpyxl.load_workbook(wang.book)
    sheet = book[SHEET]
    head = {cell.value: cell.column for cell in sheet[1]}
    letter = sheet.cell(1, head[TOKEN]).column_letter
    assert sheet.column_dimensions[letter].hidden
    due = sheet.cell(2, head["完成日期"])
    assert (due.value, due.is_date) == (datetime(2012, 6, 30), True)
    assert sheet.cell(5, head["承诺事项"]).data_type == "s"  # begins with =
    lists = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert [set(v.formula1.strip('"').split(",")) for v in lists] == [{s.value for s in State}]
    guarded = [str(v.sqref) for v in sheet.data_validations.dataValidation if v.type == "custom"]
    assert any(ref.startswith("A2") for ref in guarded)
    assert str(sheet.cell(2, head["剩余天数"]).value).startswith("=IF(")
    assert book["_台账"].sheet_state == "hidden"


def test_a_locked_workbook_leaves_only_entries_open(wang: Clerk) -> None:
    from pipeline.ledger.exchange.run import export
    from pipeline.ledger.store.ledger import Which
    from pipeline.outputs import OutputFolder

    with open_ledger(wang.root) as ledger:
        made = export(ledger, OutputFolder(wang.root), Which(unit="甲"), who(), name="锁", lock=True)
    sheet = openpyxl.load_workbook(made.path)[SHEET]
    head = {cell.value: cell.column for cell in sheet[1]}
    assert made.items == 3
    assert sheet.protection.sheet
    assert sheet.cell(2, head["承诺事项"]).protection.locked
    assert not sheet.cell(2, head["状态"]).protection.locked
    assert not sheet.column_dimensions[sheet.cell(1, head["进展情况"]).column_letter].protection.locked


def test_changed_cells_are_written_and_only_they(wang: Clerk) -> None:
    before = items(wang.root)
    wang.fill(2, 进展情况="路基已完成", 进展日期=datetime(2012, 3, 18), 责任人="钱样本")
    wang.fill(3, 完成日期=datetime(2012, 11, 30), 备注=36)
    plan = wang.hand_in()
    after = items(wang.root)
    assert (after[1].progress, after[1].progress_on, after[1].responsible) == ("路基已完成", date(2012, 3, 18), "钱样本")
    assert (after[2].due, after[2].due_words, after[2].remark) == (date(2012, 11, 30), "", "36")
    assert {n: i for n, i in after.items() if n > 2} == {n: i for n, i in before.items() if n > 2}
    assert sum(len(one.edits) for one in plan.items.values()) == 5
    assert not wang.plan().changes


def test_who_when_and_where_is_kept(wang: Clerk) -> None:
    wang.fill(2, 备注="看过")
    wang.hand_in()
    with open_ledger(wang.root) as ledger:
        change = ledger.history("item", 1)[-1]
    assert (change.who.by, change.act, change.before, change.after) == ("王试登", "导入", {"remark": ""}, {"remark": "看过"})
    assert change.who.source == str(wang.book.resolve())


def test_two_clerks_and_two_cells_of_a_row_merge(wang: Clerk) -> None:
    li = another(wang)
    wang.fill(2, 进展情况="王写的")
    li.fill(2, 备注="李写的")
    assert not wang.hand_in().conflicts
    assert not li.hand_in().conflicts
    assert (items(wang.root)[1].progress, items(wang.root)[1].remark) == ("王写的", "李写的")


@pytest.mark.parametrize(("answer", "wanted"), [(KEEP, "王写的"), (TAKE, "李写的")])
def test_two_clerks_and_one_cell_are_a_conflict_for_a_person(wang: Clerk, answer: str, wanted: str) -> None:
    li = another(wang)
    wang.fill(2, 进展情况="王写的")
    li.fill(2, 进展情况="李写的")
    wang.hand_in()
    (conflict,) = li.hand_in().conflicts
    assert (conflict.now, conflict.said) == ("王写的", "李写的")
    assert items(wang.root)[1].progress == "王写的"
    assert li.hand_in().conflicts == []  # asked once, however often it is read
    wang.fetch()
    wang.change(lambda sheet, head: set_cell(sheet, head, 2, "答复", answer), "待确认事项")
    assert len(wang.hand_in().answers) == 1
    assert items(wang.root)[1].progress == wanted
    assert li.hand_in().conflicts == []
    with open_ledger(wang.root) as ledger:
        assert ledger.questions() == []


def test_the_same_copy_goes_on_and_takes_back(wang: Clerk) -> None:
    """A clerk goes on in the file that was read in already; another's old copy undoes nothing."""
    li = another(wang)
    wang.fill(2, 进展情况="开工")
    wang.hand_in()
    wang.fill(2, 进展情况="完工")
    assert not wang.hand_in().conflicts
    assert items(wang.root)[1].progress == "完工"
    li.fill(3, 备注="别的行")
    li.hand_in()
    assert items(wang.root)[1].progress == "完工"
    wang.fill(2, 进展情况=None)
    wang.hand_in()
    assert items(wang.root)[1].progress == ""


def test_a_stale_copy_conflicts_with_commands_too(wang: Clerk) -> None:
    with open_ledger(wang.root) as ledger, ledger.act(who(21, "李"), "办理") as act:
        act.change("item", 1, {"due": date(2012, 9, 30)})
    wang.fill(2, 完成日期=datetime(2012, 10, 31))
    (conflict,) = wang.hand_in().conflicts
    assert (conflict.now, conflict.said, conflict.seen) == ("2012-09-30", "2012-10-31", 1)


def test_states_move_as_the_table_allows(wang: Clerk) -> None:
    proof = {"佐证说明": "验收单", "佐证日期": datetime(2012, 3, 18), "佐证材料": "1.pdf", "复核人": "李"}
    wang.fill(2, 状态="已兑现", **proof)
    wang.fill(3, 状态="销号")
    wang.fill(4, 状态="未兑现")
    wang.fill(5, 状态="未兑现", 办理说明="款没有到", 备注="也写上")
    plan = wang.hand_in()
    now = items(wang.root)
    assert [now[n].state for n in (1, 2, 3, 4)] == ["已兑现", "践诺中", "践诺中", "未兑现"]
    assert (now[4].note, now[4].remark, now[4].since) == ("款没有到", "也写上", date(2012, 3, 20))
    assert [(r.item, r.said) for r in plan.refused] == [(2, "销号"), (3, "未兑现")]
    assert "要先经过“已兑现”" in plan.refused[0].why
    assert "还缺：说明" in plan.refused[1].why
    with open_ledger(wang.root) as ledger:
        assert [c.after for c in ledger.history("item", 2) if c.what == HEARD] == [{"state": "销号"}]
    wang.fetch()
    wang.fill(2, 状态="销号")
    wang.hand_in()
    assert items(wang.root)[1].state == "销号"
    wang.fetch()
    wang.fill(2, 复核人=None, 备注="改")
    (refused,) = wang.hand_in().refused
    assert "不能清空" in refused.why
    assert (items(wang.root)[1].reviewer, items(wang.root)[1].remark) == ("李", "改")


def test_own_columns_and_sheets_come_again(wang: Clerk) -> None:
    def add_sheet(sheet: Any, head: dict[str, int]) -> None:
        more = sheet.parent.create_sheet("领导批示")
        more.append(["日期", "批示"])
        more.append([datetime(2012, 3, 5), "=抓紧"])
        more["B2"].data_type = "s"

    wang.fill(2, 包联领导="孙例文", 预算=3.5, 验收日=datetime(2012, 5, 1))
    wang.change(add_sheet)
    wang.hand_in()
    assert items(wang.root)[1].extra == {"包联领导": "孙例文", "预算": 3.5, "验收日": ["2012-05-01"]}
    wang.fetch()
    assert not wang.plan().changes
    book = openpyxl.load_workbook(wang.book)
    head = {c.value: c.column for c in book[SHEET][1]}
    assert [book[SHEET].cell(2, head[t]).value for t in ("包联领导", "预算", "验收日")] == ["孙例文", 3.5, datetime(2012, 5, 1)]
    assert [[c.value for c in row] for row in book["领导批示"]] == [["日期", "批示"], [datetime(2012, 3, 5), "=抓紧"]]
    assert book["领导批示"]["B2"].data_type == "s"
    wang.fill(2, 包联领导=None)
    wang.hand_in()
    assert "包联领导" not in items(wang.root)[1].extra


def test_program_columns_that_were_changed_are_said_and_kept(wang: Clerk) -> None:
    wang.fill(2, 承诺事项="改写的承诺", 单位="丙支部", 备注="还是读回")
    plan = wang.hand_in()
    assert dict(plan.protected) == {"单位": 1, "承诺事项": 1}
    assert (items(wang.root)[1].text, items(wang.root)[1].remark) == ("修一条路", "还是读回")
    with open_ledger(wang.root) as ledger:
        assert {"text": "改写的承诺"} in [c.after for c in ledger.history("item", 1) if c.what == HEARD]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("2012.6.15", date(2012, 6, 15)), ("六月底", date(2012, 6, 30)), ("2012年9月1日", date(2012, 9, 1)), (41090, date(2012, 6, 30)), ("20120815", date(2012, 8, 15))],
)
def test_days_as_people_write_them(wang: Clerk, typed: Any, wanted: date) -> None:
    wang.fill(2, 整改期限=typed)
    plan = wang.hand_in()
    assert items(wang.root)[1].rectify_by == wanted
    assert f"按 {wanted} 计" in plan.items[1].edits[0].took


@pytest.mark.parametrize("typed", ["尽快", "2012-02-30", "6.30", "见附件", "六月或七月"])
def test_days_that_are_none_are_said_and_kept(wang: Clerk, typed: str) -> None:
    wang.fill(2, 整改期限=typed, 备注="照样读回")
    plan = wang.hand_in()
    assert (items(wang.root)[1].rectify_by, items(wang.root)[1].remark) == (None, "照样读回")
    assert [(r.said, "看不出是哪一天" in r.why) for r in plan.refused] == [(typed, True)]


def test_words_in_place_of_a_day_stand_where_they_say_when(wang: Clerk) -> None:
    wang.fill(2, 完成日期="长期坚持")
    wang.fill(3, 完成日期="见附件")
    plan = wang.hand_in()
    assert (items(wang.root)[1].due, items(wang.root)[1].due_words) == (None, "长期坚持")
    assert (items(wang.root)[2].due_words, plan.refused[0].said) == ("每月", "见附件")


def test_merged_cells_clear_nothing(wang: Clerk) -> None:
    with open_ledger(wang.root) as ledger, ledger.act(who(), "办理") as act:
        for number in (1, 2, 3):
            act.change("item", number, {"progress": f"进展{number}"})
    wang.fetch()

    def merge(sheet: Any, head: dict[str, int]) -> None:
        letter = sheet.cell(1, head["进展情况"]).column_letter
        sheet.merge_cells(f"{letter}2:{letter}4")
        sheet[f"{letter}2"].value = "三项一起"

    wang.change(merge)
    assert wang.hand_in().merged == ["“承诺事项台账”第3行“进展情况”", "“承诺事项台账”第4行“进展情况”"]
    assert [items(wang.root)[n].progress for n in (1, 2, 3)] == ["三项一起", "进展2", "进展3"]


def test_formulas_without_a_value_and_with_errors_clear_nothing(wang: Clerk) -> None:
    with open_ledger(wang.root) as ledger, ledger.act(who(), "办理") as act:
        act.change("item", 1, {"progress": "原有进展", "evidence": "原有佐证"})
    wang.fetch()
    wang.fill(2, 进展情况='="完成"&1', 佐证说明="#REF!")

    def as_error(sheet: Any, head: dict[str, int]) -> None:
        sheet.cell(2, head["佐证说明"]).data_type = "e"

    wang.change(as_error)
    plan = wang.hand_in()
    assert (items(wang.root)[1].progress, items(wang.root)[1].evidence) == ("原有进展", "原有佐证")
    why = {r.field: r.why for r in plan.refused}
    assert "公式有错" in why["evidence"]
    assert "没有算出的值" in why["progress"]


def test_edited_ids_are_known_for_what_they_are(wang: Clerk) -> None:
    def spoil(sheet: Any, head: dict[str, int]) -> None:
        sheet.cell(2, head[TOKEN]).value = str(sheet.cell(2, head[TOKEN]).value).replace("-1-", "-2-", 1)
        sheet.cell(3, head["编号"]).value = 5
        sheet.cell(4, head[TOKEN]).value = "zzzzzz-3-1-0000"
        sheet.cell(4, head["编号"]).value = None

    for row in (2, 3, 4):
        wang.fill(row, 备注=f"写在第{row}行")
    wang.change(spoil)
    plan = wang.hand_in()
    now = items(wang.root)
    assert now[1].remark == "写在第2行"  # the number and the words still say which it is
    assert [n for n, i in now.items() if i.remark] == [1]
    assert [("写在第3行" in r.said, "写在第4行" in r.said) for r in plan.refused] == [(True, False), (False, True)]


def test_questions_can_be_answered_by_command(wang: Clerk) -> None:
    li = another(wang)
    wang.fill(2, 状态="已兑现", 佐证说明="照片")
    li.fill(2, 状态="未兑现", 办理说明="没有做")
    wang.hand_in()
    assert [c.field for c in li.hand_in().conflicts] == ["state"]
    with open_ledger(wang.root) as ledger:
        with ledger.act(who(), "答复") as act:
            assert "可选的答复" in settle(act, 1, "随便")
            assert "不能直接改为“未兑现”" in settle(act, 1, TAKE)  # it would have to go back first
        with ledger.act(who(), "答复") as act:
            assert settle(act, 1, KEEP) == ""
        with ledger.act(who(), "答复") as act:
            assert "已答复" in settle(act, 1, TAKE)
        item = ledger.get(Item, 1)
    assert item is not None
    assert item.state == "已兑现"


def test_a_workbook_taken_twice_brings_no_old_note_back(wang: Clerk) -> None:
    """A move takes the note of the state before away; the cell that still says it was not typed anew."""
    wang.fill(5, 状态="未兑现", 办理说明="款没有到")
    wang.hand_in()
    wang.fetch()
    wang.fill(5, 状态="限期整改", 整改期限=datetime(2012, 9, 30))
    wang.hand_in()
    assert items(wang.root)[4].note == ""
    assert not wang.hand_in().changes
    assert items(wang.root)[4].note == ""
    wang.fill(5, 办理说明="改到九月")
    wang.hand_in()
    assert items(wang.root)[4].note == "改到九月"


def test_an_old_workbook_of_a_renamed_unit_was_not_touched(wang: Clerk) -> None:
    with open_ledger(wang.root) as ledger:
        rename(ledger, "甲试支部", "甲新支部", who(21))
    wang.fill(2, 备注="看过")
    plan = wang.hand_in()
    assert (items(wang.root)[1].remark, plan.protected, plan.refused) == ("看过", {}, [])


def test_what_was_done_has_no_day_to_come(wang: Clerk) -> None:
    wang.fill(2, 进展情况="路基已完成", 进展日期=datetime(2112, 3, 18), 整改期限=datetime(2112, 3, 18))
    (refused,) = wang.hand_in().refused
    assert "请核对年份" in refused.why
    assert (items(wang.root)[1].progress, items(wang.root)[1].progress_on) == ("路基已完成", None)
    assert items(wang.root)[1].rectify_by == date(2112, 3, 18)


def test_without_its_token_a_cell_that_says_what_is_so_is_no_edit(wang: Clerk) -> None:
    """The hidden column was deleted: the words that the program itself puts for a day (未写明) are not typed ones."""
    with open_ledger(wang.root) as ledger, ledger.act(who(21), "改") as act:
        act.change("item", 2, {"due": None, "due_words": "时限不明确"})
    wang.fetch()
    wang.fill(2, 进展情况="路基已完成")
    wang.change(lambda sheet, head: sheet.delete_cols(head[TOKEN]))
    plan = wang.hand_in()
    assert (items(wang.root)[1].progress, plan.refused, items(wang.root)[2].due_words) == ("路基已完成", [], "时限不明确")


def test_own_sheets_come_again_whatever_they_are_called(wang: Clerk) -> None:
    def edited(edit: Any) -> None:
        book = openpyxl.load_workbook(wang.book)
        edit(book)
        book.save(wang.book)
        wang.hand_in()

    def first(book: Any) -> None:
        book.create_sheet("待确认事项（我的记录）")["A1"] = "问过李试核"
        book.create_sheet("Notes")["A1"] = "一"

    def second(book: Any) -> None:
        del book["Notes"]
        book.create_sheet("NOTES")["A1"] = "二"
        book.create_sheet("特别长的工作表名称" * 4)["A1"] = "三"

    edited(first)
    edited(second)
    wang.fetch()
    book = openpyxl.load_workbook(wang.book)
    kept = {sheet.title: sheet["A1"].value for sheet in book}
    assert kept["待确认事项（我的记录）"] == "问过李试核"
    assert (kept["NOTES"], kept[("特别长的工作表名称" * 4)[:31]]) == ("二", "三")
    assert not wang.plan().changes


def test_a_sheet_of_ours_without_its_headings_is_said_and_not_taken_for_somebodys_own(wang: Clerk) -> None:
    book = openpyxl.load_workbook(wang.book)
    book[SHEET].delete_rows(1)
    rows = book.create_sheet("抄来的")
    for row in ("编号", "承诺事项", "状态", "备注"), (1, "修一条路", "践诺中", "读得到"):
        rows.append(row)
    book.save(wang.book)
    plan = wang.hand_in()
    assert any(SHEET in note and "找不到表头" in note for note in plan.notes)
    assert items(wang.root)[1].remark == "读得到"
    wang.fetch()
    assert not wang.plan().changes
