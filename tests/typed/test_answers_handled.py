"""待确认, 文字相近 and the ledger's workbook as they come back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.ledger.exchange.telling import told
from pipeline.ledger.sheets.questions import NAME
from pipeline.questions import with_answers
from tests.ledger.clerks import Clerk, items, small_ledger
from tests.typed.desks import UNIT, Whose


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Whose:
    return Whose(tmp_path_factory.mktemp("whose"))


def answered(laid: Whose, root: Path, change: Any) -> tuple[list[str], tuple[str, ...]]:
    shutil.copytree(laid.out, root / "out")
    book = openpyxl.load_workbook(root / "out" / "台账.xlsx")
    sheet = book[NAME]
    head = {str(cell.value): cell.column for cell in sheet[1]}
    sheet.cell(3, head["正确的单位"]).value = UNIT
    change(sheet, head)
    book.save(root / "out" / "台账.xlsx")
    known, wrong = with_answers(laid.roster, root / "out")
    return [answer.unit for answer in known.answers], wrong


@pytest.mark.parametrize(
    "change",
    [
        lambda sheet, head: sheet.insert_rows(1),
        lambda sheet, head: setattr(sheet, "title", "核对（李）"),
        lambda sheet, head: sheet.delete_cols(head["正确的姓名"]),
        lambda sheet, head: setattr(sheet.cell(1, head["正确的单位"]), "value", "正确的单位（全称）"),
    ],
)
def test_a_sheet_that_was_rearranged_is_read(laid: Whose, tmp_path: Path, change: Any) -> None:
    assert answered(laid, tmp_path, change) == ([UNIT], ())


def test_a_row_without_its_number_is_told(laid: Whose, tmp_path: Path) -> None:
    units, (problem,) = answered(laid, tmp_path, lambda sheet, head: setattr(sheet.cell(3, head["编号"]), "value", None))
    assert units == []
    assert "隐藏编号没有了" in problem


def test_two_answers_in_one_row_are_asked_back(laid: Whose, tmp_path: Path) -> None:
    units, (problem,) = answered(laid, tmp_path, lambda sheet, head: setattr(sheet.cell(3, head["确认"]), "value", "不在名册"))
    assert units == []
    assert "请只填一样" in problem


def test_a_share_is_kept_as_it_is_seen_and_a_heading_may_have_a_note(tmp_path: Path) -> None:
    root = tmp_path / "结果"
    root.mkdir()
    small_ledger(root)
    clerk = Clerk(root, "王试登", tmp_path / "王")
    clerk.fetch()

    def edit(sheet: Any, head: dict[str, int]) -> None:
        cell = sheet.cell(2, head["进展情况"])
        cell.value, cell.number_format = 0.8, "0%"
        sheet.cell(1, head["进展情况"]).value = "进展情况（二季度）"
        sheet.cell(3, head["状态"]).value = None

    clerk.change(edit)
    plan = clerk.hand_in()
    assert items(root)[1].progress == "80%"
    assert any("状态不能清空" in line for line in told(plan))


def test_a_copy_without_hidden_numbers_is_not_asked_about_what_the_program_printed(tmp_path: Path) -> None:
    root = tmp_path / "结果"
    root.mkdir()
    small_ledger(root)
    clerk = Clerk(root, "王试登", tmp_path / "王")
    clerk.fetch()
    clerk.fill(2, 进展情况="装了一半")
    clerk.change(lambda sheet, head: sheet.delete_cols(head["行号（勿改）"]))
    plan = clerk.hand_in()
    assert (plan.refused, plan.conflicts) == ([], [])
    assert items(root)[1].progress == "装了一半"
