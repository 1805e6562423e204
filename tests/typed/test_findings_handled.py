"""问题清单 as it comes back from people's hands: copied, cut, merged, typed into beside the place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.ledger.review.reading import ReviewError
from tests.decisions.office import Office, code, fill


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Office:
    made = Office(tmp_path_factory.mktemp("office"))
    made.work()
    return made


@pytest.fixture
def office(worked: Office, tmp_path: Path) -> Office:
    shutil.copytree(worked.root, tmp_path / "out")
    return Office(tmp_path, worked.inbox)


def edit(office: Office, change: Callable[[Any, dict[str, int]], None]) -> None:
    book = openpyxl.load_workbook(office.book())
    sheet = book["问题清单"]
    change(sheet, {str(cell.value): cell.column for cell in sheet[1]})
    book.save(office.book())


def test_a_copy_under_another_name_is_heard(office: Office) -> None:
    fill(office.book(), code("C01"), "同意")
    office.book().rename(office.root / "问题清单（李复核）.xlsx")
    assert office.hear().adopted == 1


def test_a_copy_in_an_old_format_is_told(office: Office) -> None:
    (office.root / "台账-李.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    assert any("台账-李.xls" in note and "另存为 .xlsx" in note for note in office.hear().notes)


def test_another_broken_workbook_is_not_ours(office: Office) -> None:
    (office.root / "别的.xlsx").write_bytes(b"x")
    assert office.hear().notes == []


def test_without_the_column_of_reasons_words_are_heard(office: Office) -> None:
    fill(office.book(), code("C01"), "同意")
    edit(office, lambda sheet, head: sheet.delete_cols(head["复核说明"]))
    assert office.hear().adopted == 1


def test_a_heading_with_a_note_is_known(office: Office) -> None:
    fill(office.book(), code("C01"), "误判", "附件里有")
    edit(office, lambda sheet, head: setattr(sheet.cell(1, head["复核意见"]), "value", "复核意见（李）"))
    heard = office.hear()
    assert heard.adopted == 1
    assert any("“误判”按“不采纳”读（1 处）" in note for note in heard.notes)


def test_merged_cells_are_asked_back_row_by_row(office: Office) -> None:
    def merge(sheet: Any, head: dict[str, int]) -> None:
        at = head["复核意见"]
        sheet.cell(2, at).value = "同意"
        sheet.merge_cells(start_row=2, end_row=4, start_column=at, end_column=at)

    edit(office, merge)
    with pytest.raises(ReviewError, match=r"第3行：“复核意见”与别的格合并了(.|\n)*第4行"):
        office.hear()


def test_a_decision_in_a_column_of_the_program_is_asked_back(office: Office) -> None:
    edit(office, lambda sheet, head: setattr(sheet.cell(3, head["建议"]), "value", "不采纳"))
    with pytest.raises(ReviewError, match="第3行：“建议”一列里填的是“不采纳”"):
        office.hear()


def test_a_reach_alone_is_asked_back_but_not_where_a_decision_was_cleared(office: Office) -> None:
    keys = fill(office.book(), code("C01"), "不采纳", "年度计划里有", "本单位")
    office.work()
    newer = office.book("台账(2).xlsx")
    fill(newer, lambda row: row["finding_key"] == keys[0], "", "", "本单位")
    assert office.hear().notes == []
    fill(newer, code("C03"), "", "", "本单位")
    with pytest.raises(ReviewError, match="适用范围里填了“本单位”，复核意见却是空的"):
        office.hear()


def test_two_cells_that_say_two_things_are_asked_back(office: Office) -> None:
    fill(office.book(), code("C01"), "同意", "改为：请写明日期。")
    with pytest.raises(ReviewError, match="复核说明里写的却是“改写”"):
        office.hear()
