"""典型经验: marked by command or in the workbook, listed, written for the office above."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from extractors.reading import read
from pipeline.ledger.book.life import State
from pipeline.ledger.store.ledger import open_ledger
from tests.year.hand import item, run, small, who

SAID = "先换一层试点，师生一起验收，电话13800000000备查"


def ready(root: Path) -> dict[str, list[int]]:
    ids = small(root)
    with open_ledger(root) as ledger, ledger.act(who(), "办理") as act:
        act.move(ids["org"][0], State.KEPT, values={"evidence": "36盏全部更换", "evidence_file": "验收单3号", "done_on": date(2012, 6, 20)})
        act.move(ids["other"][0], State.NOT_KEPT, "经费未到位")
    return ids


def test_marked_listed_and_written_for_the_office_above(tmp_path: Path) -> None:
    ids = ready(tmp_path)
    assert "已列为典型经验：2 项" in run("ledger", "example", ids["org"][0], ids["钱样本"][0], "--text", SAID, "--out", tmp_path).text
    listed = run("ledger", "example", "--out", tmp_path, "--paper").text
    assert "共 2 项" in listed
    paper = read(tmp_path / "文书" / "典型经验.docx").text
    assert "1. 试后勤支部\n" in paper
    assert "2. 试后勤支部　钱样本" in paper
    assert "36盏全部更换（佐证材料：验收单3号）" in paper
    assert "2012年6月20日兑现" in paper
    assert "13800000000" not in paper
    assert "已取消典型经验：1 项" in run("ledger", "example", ids["org"][0], "--off", "--out", tmp_path).text
    assert "共 1 项" in run("ledger", "example", "--out", tmp_path).text
    with open_ledger(tmp_path) as ledger:
        assert [c.after["example"] for c in ledger.history("item", ids["org"][0]) if "example" in c.after] == [SAID, ""]


def test_what_was_not_kept_is_no_example_and_nothing_is_half_done(tmp_path: Path) -> None:
    ids = ready(tmp_path)
    done = run("ledger", "example", ids["org"][0], ids["other"][0], "--text", "x", "--out", tmp_path)
    assert done.code != 0
    assert f"{ids['other'][0]}（未兑现）" in done.text
    assert item(tmp_path, ids["org"][0]).example == ""
    assert "台账里没有这几项" in run("ledger", "example", 999, "--text", "x", "--out", tmp_path).text
    assert run("ledger", "example", ids["org"][0], "--out", tmp_path).code == 2


def test_the_workbook_has_a_column_for_it(tmp_path: Path) -> None:
    ids = ready(tmp_path)
    run("ledger", "export", "--out", tmp_path)
    book = tmp_path / "承诺台账.xlsx"
    filled = load_workbook(book)
    sheet = filled.worksheets[0]
    head = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, head["编号"]).value in (ids["org"][0], ids["other"][0]):
            sheet.cell(row, head["典型经验"]).value = SAID
    filled.save(book)
    assert run("ledger", "import", book, "--out", tmp_path, "--apply").code == 0
    assert item(tmp_path, ids["org"][0]).example == SAID
    listed = run("ledger", "example", "--out", tmp_path).text
    assert "共 1 项" in listed
    assert f"没有列入：编号 {ids['other'][0]}" in listed
