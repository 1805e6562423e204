"""`chengnuo ledger check`: family L on a ledger that a year's commands made."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Form, Item, Line, Unit
from pipeline.ledger.store.ledger import open_ledger
from pipeline.outputs import OutputFolder
from pipeline.year.lights import Light, standing
from pipeline.year.office import Office
from pipeline.year.standing_check import ALL, amiss, promise_facts, quarters
from rules.engine import judge_ledger
from rules.packs import load_pack
from tests.year.hand import fill_report, run, small


def told(root: Path, day: str, *more: object) -> tuple[int, str]:
    done = run("ledger", "check", "--out", root, "--today", day, *more)
    return done.code, done.text


def test_what_is_overdue_silent_or_open_is_told_by_unit(tmp_path: Path) -> None:
    ids = small(tmp_path)
    assert told(tmp_path, "2012-04-30") == (0, "截至2012-04-30，没有发现问题。\n")
    code, text = told(tmp_path, "2012-05-03")
    assert code == 1
    assert f"L02　编号{ids['other'][0]}　4月底前印发支部学习办法　完成时限为2012年4月30日，已逾期3天，仍未办结。（三（三））" in text
    assert "L02 逾期未办结 1 个；无法判定 0 个" in text
    _, later = told(tmp_path, "2012-06-20", "--unit", "后勤")
    assert "试机电支部" not in later
    assert "L05 长期没有进展 5 个" in later
    assert "13800000000" not in later


def test_private_numbers_stay_out_of_the_workbook_and_every_row_is_there(tmp_path: Path) -> None:
    small(tmp_path)
    _, text = told(tmp_path, "2013-01-05", "--book")
    sheet = load_workbook(tmp_path / "文书" / "台账检查.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert f"共 {len(rows)} 行" in text
    assert "13800000000" not in str(rows)
    codes = Counter((row[3], row[7]) for row in rows)
    # seven promises: six have a day, all silent; the one without is a doubt; three rounds were never begun
    assert codes == {("L02", "有问题"): 6, ("L02", "无法判定"): 1, ("L05", "有问题"): 7, ("L04", "无法判定"): 3}


def test_reports_that_are_missing_late_or_empty(tmp_path: Path) -> None:
    ids = small(tmp_path, "campus-2010")
    year = ("--year", "2012")
    run("report", "open", "2012Q1", "--out", tmp_path, "--today", "2012-03-21", *year)
    folder = tmp_path / "文书" / "季度报告" / "2012Q1"
    fill_report(folder / "试机电支部.docx", {ids["other"][0]: ("已印发", "专人负责", "是", "")}, tmp_path / "收" / "a.docx")
    fill_report(folder / "试后勤支部.docx", {}, tmp_path / "收" / "b.docx")
    run("report", "take", tmp_path / "收", "--out", tmp_path, "--received", "2012-04-02", "--today", "2012-04-02", *year)
    with open_ledger(tmp_path) as ledger:
        pack = load_pack("campus-2010").model_copy(update={"period": None})
        office = Office(ledger, pack, OutputFolder(tmp_path), date(2012, 7, 5), "王试办", 2012)
        found = [one for one in amiss(office) if one.finding.code == "L03"]
    said = Counter((one.unit, one.who, one.finding.message.split("，")[-1]) for one in found if one.unit != ALL)
    assert said == {
        ("试机电支部", "", "迟报。"): 1, ("试后勤支部", "", "迟报。"): 1, ("试后勤支部", "", "2012年第一季度报告没有填写进展。"): 1,
        ("试后勤支部", "孙示例", "没有收到。"): 1, ("试后勤支部", "钱样本", "没有收到。"): 1, ("试后勤支部", "李样本", "没有收到。"): 1,
    }  # fmt: skip
    assert [one.about for one in found if one.unit == ALL] == ["2012年第二季度报告"]


def test_a_round_that_is_over_is_asked_of_each(tmp_path: Path) -> None:
    small(tmp_path)
    run("assess", "open", "满意度", "--out", tmp_path, "--today", "2012-05-10")
    book = tmp_path / "文书" / "评议" / "满意度" / "评议结果录入.xlsx"
    filled = load_workbook(book)
    sheet = filled.worksheets[0]
    sheet.cell(3, 6).value = 4
    filled.save(book)
    run("assess", "take", "满意度", book, "--out", tmp_path, "--today", "2012-05-20")
    assert "L04" not in told(tmp_path, "2012-05-31")[1]
    text = told(tmp_path, "2012-06-01")[1]
    assert "  L04　窗口单位群众满意度测评无法判定：群众测评票数太少" in text
    assert "（工作要点）" in text


def test_a_publication_that_nobody_took_down(tmp_path: Path) -> None:
    small(tmp_path, "campus-2010", state=State.APPROVED)
    run("publish", "start", "--out", tmp_path, "--year", "2012", "--today", "2012-03-20")
    assert "L01" not in told(tmp_path, "2012-03-26", "--year", "2012")[1]
    assert "L01　《党组织公开承诺公示》　公示是否满7天，无法判定" in told(tmp_path, "2012-03-27", "--year", "2012")[1]


@pytest.mark.parametrize("seed", range(3))
def test_overdue_is_the_red_light_and_silent_is_the_order_to_look(seed: int, tmp_path: Path) -> None:
    """The rules and the lights of the due list say the same, whatever the item."""
    dice, pack = random.Random(seed), load_pack("csust-2012")
    small(tmp_path)

    def day() -> date:
        return date(2012, 1, 1) + timedelta(days=dice.randrange(400))

    with open_ledger(tmp_path) as ledger:
        for _ in range(200):
            state, progress = dice.choice(RUNNING), dice.choice((None, day()))
            item = Item(
                id=1, version=1, form=1, n=1, text="x", state=state, since=day(), due=dice.choice((None, day())), progress_on=progress,
                rectify_by=day() if state is State.PUT_RIGHT else None,
            )  # fmt: skip
            today = max(item.since, progress or item.since) + timedelta(days=dice.randrange(200))
            office = Office(ledger, pack, OutputFolder(tmp_path), today, "", 2012)
            line = Line(Unit(id=1, version=1, name="试"), None, Form(id=1, version=1, unit=1, kind="org", year=2012), item)
            sure = {f.code for f in judge_ledger(promise_facts(office, line), pack) if f.verdict.value == "deficient"}
            stand = standing(item, pack.lights, today)
            assert sure == ({"L02"} if stand.light is Light.RED else set()) | ({"L05"} if stand.silent else set())


def test_quarters_are_those_of_the_notice_that_have_begun(tmp_path: Path) -> None:
    small(tmp_path)
    with open_ledger(tmp_path) as ledger:
        campus = Office(ledger, load_pack("campus-2010"), OutputFolder(tmp_path), date(2011, 4, 1), "", 2010)
        assert [str(q) for q in quarters(campus)] == ["2010Q4", "2011Q1", "2011Q2"]
        henu = Office(ledger, load_pack("henu-2010"), OutputFolder(tmp_path), date(2012, 4, 1), "", 2011)
        assert [str(q) for q in quarters(henu)] == ["2011Q1", "2011Q2", "2011Q3", "2011Q4"]
