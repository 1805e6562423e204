"""Evaluation rounds: sheets and slips out, counts in, grades where they can be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from extractors.reading import read
from pipeline.ledger.book.year import Ballot
from pipeline.ledger.store.ledger import open_ledger
from pipeline.year.grades import UNKNOWN, result
from rules.packs import load_pack
from rules.year_settings import AssessmentData
from tests.year.hand import run, small

RULES = load_pack("csust-2012").assessment
FULL = {"自评": {"好": 1}, "互评": {"好": 10}, "领导点评": {"好": 1}, "群众测评": {"好": 20}}


def counted(parts: dict[str, dict[str, int]], handed_out: dict[str, int] | None = None) -> dict[str, Ballot]:
    out = handed_out or {}
    base = {"id": 1, "version": 1, "year": 2012, "round": "七一", "judged": "org", "unit": 1}
    return {p: Ballot(**base, part=p, counts=c, handed_out=out.get(p)) for p, c in parts.items()}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "score", "grade"),
    [
        ({}, 100, "好"),
        ({"群众测评": {"好": 15, "较好": 5}}, 98.5, "好"),
        ({"群众测评": {"好": 10, "一般": 10}, "领导点评": {"较好": 1}}, 89.5, "中"),
        ({"群众测评": {"差": 20}, "领导点评": {"差": 1}}, 65, "差"),
    ],
)
def test_weights_and_bands(change: dict[str, dict[str, int]], score: float, grade: str) -> None:
    found = result(RULES, "七一", counted({**FULL, **change}))
    assert found.score == pytest.approx(score)
    assert found.grade == grade


def test_a_band_includes_its_lowest_score() -> None:
    rules = AssessmentData.model_validate({
        "options": {"好": 95, "差": 0}, "grades": {"好": 95, "差": 0}, "least_votes": 1,
        "rounds": {"x": {"title": "x", "of": ["org"], "parts": {"甲": {"weight": 1}, "乙": {"weight": 2}}}},
    })  # fmt: skip
    assert result(rules, "x", counted({"甲": {"好": 1}, "乙": {"好": 1}})).grade == "好"


def test_without_a_part_there_is_a_grade_only_where_it_would_not_matter() -> None:
    no_self = {part: votes for part, votes in FULL.items() if part != "自评"}
    assert result(RULES, "七一", counted(no_self)).grade == "好"  # 95 at the least
    assert "等次不变" in result(RULES, "七一", counted(no_self)).remarks[-1]
    no_people = {part: votes for part, votes in FULL.items() if part != "群众测评"}
    found = result(RULES, "七一", counted(no_people))
    assert (found.grade, found.score) == (UNKNOWN, None)
    assert "缺群众测评" in found.remarks
    assert result(RULES, "七一", {}).grade == UNKNOWN


def test_few_votes_and_few_slips_back_do_not_count() -> None:
    few = result(RULES, "七一", counted({**FULL, "群众测评": {"好": 9}}))
    assert few.grade == UNKNOWN
    assert "只有9张有效票" in few.remarks[-1]
    lost = result(RULES, "七一", counted(FULL, {"群众测评": 41}))
    assert lost.grade == UNKNOWN
    assert "不到50%" in "".join(lost.remarks)
    half = result(RULES, "七一", counted(FULL, {"群众测评": 40, "互评": 10}))
    assert (half.grade, half.remarks) == ("好", ("群众测评未收回或作废20张",))


def test_satisfaction_has_a_threshold_and_two_sides_may_differ() -> None:
    good = result(RULES, "满意度", counted({"群众测评": {"满意": 10, "基本满意": 6, "不满意": 4}}))
    assert (good.score, good.grade) == (80, "达标")
    assert result(RULES, "满意度", counted({"群众测评": {"满意": 15, "不满意": 5}})).grade == "未达标"
    assert result(RULES, "满意度", counted({"群众测评": {"满意": 3}})).grade == UNKNOWN
    sides = result(load_pack("henu-2010").assessment, "双向考评", counted({"上级评": {"好": 1}, "党员群众评": {"一般": 20}}))
    assert "上级评与党员群众评相差30.0分，请了解原因" in sides.remarks


def typed(book: Path, rows: dict[tuple[str, str], list[object]]) -> None:
    """Type counts as a clerk does: (sheet, name) → 发出票数 and the options."""
    work = load_workbook(book)
    for (part, name), values in rows.items():
        sheet = work[part]
        row = next(n for n in range(3, sheet.max_row + 1) if sheet.cell(n, 3).value == name)
        for column, value in enumerate(values, start=5):
            sheet.cell(row, column).value = value
    work.save(book)


def test_a_round_from_sheets_to_the_public_table(tmp_path: Path) -> None:
    small(tmp_path)
    told = run("assess", "open", "七一", "--out", tmp_path, "--today", "2012-06-05")
    assert "表、票 8 份" in told.text
    root = tmp_path / "文书" / "评议" / "七一"
    slip = read(root / "群众测评票" / "试后勤支部.docx").text
    assert slip.count("□") == 4 * 4 * 4  # four to judge, four options, four slips on a page
    book = root / "评议结果录入.xlsx"
    typed(book, {
        ("自评", "试后勤支部"): [None, "√"], ("互评", "试后勤支部"): [12, "12票"], ("领导点评", "试后勤支部"): [None, 1],
        ("群众测评", "试后勤支部"): [30, 20, 5], ("自评", "试机电支部"): [None, 1, 1], ("互评", "试机电支部"): [5, 6],
        ("群众测评", "试机电支部"): ["约十张", 3], ("互评", "钱样本"): [12, "6", "6.0"],
    })  # fmt: skip
    taken = run("assess", "take", "七一", book, "--out", tmp_path, "--today", "2012-06-28")
    assert taken.code == 1
    assert "登记 5 行" in taken.text
    assert "现在各档合计 2" in taken.text
    assert "各档合计 6 票，多于发出的 5 票" in taken.text
    assert "“约十张”不是票数" in taken.text
    wrong = run("assess", "take", "年底", book, "--out", tmp_path, "--today", "2012-12-28")
    assert "是2012年度七一前评议的录入表，不是2012年度年底评议的" in wrong.text
    older = load_workbook(book)
    for sheet in older:
        sheet["A1"] = "多人投票的填各档票数。"  # as older versions of the program wrote it
    older.save(tmp_path / "旧.xlsx")
    assert "是七一前评议的录入表" in run("assess", "take", "年底", tmp_path / "旧.xlsx", "--out", tmp_path, "--today", "2012-12-28").text
    again = run("assess", "take", "七一", book, "--out", tmp_path, "--today", "2012-06-28")
    assert "登记 0 行；与以前相同的 5 行" in again.text
    done = run("assess", "result", "七一", "--out", tmp_path, "--today", "2012-06-29")
    assert done.code == 1
    assert "试后勤支部　98.8　好（群众测评未收回或作废5张）" in done.text
    assert "试机电支部　—　无法定等" in done.text
    table = read(root / "评议结果.docx").text
    assert "评议对象5个：好1个、中0个、差0个，无法定等4个" in table
    assert "综合分按自评10%、互评20%、领导点评30%、群众测评40%计算" in table
    assert "试后勤支部（孙示例、李样本）：" in table  # once for all of whom the same is to be said


def test_a_round_opened_again_shows_what_is_known(tmp_path: Path) -> None:
    small(tmp_path)
    run("assess", "open", "满意度", "--out", tmp_path, "--today", "2012-05-05")
    book = tmp_path / "文书" / "评议" / "满意度" / "评议结果录入.xlsx"
    typed(book, {("群众测评", "试后勤支部"): [20, 15, 2, 1]})
    run("assess", "take", "满意度", book, "--out", tmp_path, "--today", "2012-05-28")
    book.unlink()
    run("assess", "open", "满意度", "--out", tmp_path, "--today", "2012-05-29")
    sheet = load_workbook(book, data_only=True)["群众测评"]
    assert sheet.cell(3, 1).value == "窗口单位-1"
    assert [cell.value for cell in sheet[3]][2:] == ["试后勤支部", "窗口单位", 20, 15, 2, 1, 18]
    assert sheet.max_row == 3
    typed(book, {("群众测评", "试后勤支部"): [20, 14, 2, 1]})
    older = load_workbook(book)
    older["群众测评"].cell(3, 1).value = "window-1"  # as older versions of the program wrote it
    older.save(book)
    assert "达标" in run("assess", "result", "满意度", "--out", tmp_path, "--today", "2012-05-30").text


@pytest.mark.parametrize("text", ["不是工作簿", ""])
def test_a_file_that_is_no_workbook_is_explained(tmp_path: Path, text: str) -> None:
    small(tmp_path)
    wrong = tmp_path / "错.xlsx"
    wrong.write_text(text, "utf-8")
    assert "评议结果录入.xlsx" in run("assess", "take", "七一", wrong, "--out", tmp_path, "--today", "2012-06-28").text
    assert "有：" in run("assess", "open", "八一", "--out", tmp_path, "--today", "2012-06-28").text
    with open_ledger(tmp_path) as ledger:
        assert ledger.all(Ballot) == []


def test_a_subject_that_stands_twice_and_numbers_that_are_none_are_told(tmp_path: Path) -> None:
    small(tmp_path)
    run("assess", "open", "七一", "--out", tmp_path, "--today", "2012-06-20")
    path = tmp_path / "文书" / "评议" / "七一" / "评议结果录入.xlsx"
    book = load_workbook(path)
    sheet = book["群众测评"]
    keys = [str(sheet.cell(n, 1).value) for n in (3, 4, 5)]
    for n, votes in enumerate((12, "nan", "inf"), start=3):
        sheet.cell(n, 6).value = votes
    sheet.cell(9, 1).value, sheet.cell(9, 6).value = keys[0], 15
    book.save(path)
    told = run("assess", "take", "七一", path, "--out", tmp_path, "--today", "2012-07-02")
    assert "第9行" in told.text
    assert "第3行" in told.text
    assert told.text.count("不是票数") == 2
    with open_ledger(tmp_path) as ledger:
        assert not [b for b in ledger.all(Ballot) if b.part == "群众测评"]
