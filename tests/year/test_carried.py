"""From one year to the next: what was carried over is linked to its origin, looked for in the new forms, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import GOES_ON, ORIGIN, OTHER_MATTER
from pipeline.ledger.book.things import Item
from pipeline.ledger.store.ledger import Which, open_ledger
from pipeline.rosters.roster import OpenLine, Roster
from pipeline.year.carried import with_carried
from tests.year.hand import Told, found, run, small, who
from tests.year.year_plan import Paper, write_form

UNIT = "试后勤支部"
LAMPS = "6月底前更换二食堂36盏灯"


def next_year(root: Path, texts: list[str], unit: str = UNIT) -> Told:
    """The unit's form of 2013 comes, is judged by a notice of 2013, and registered."""
    home = root.parent
    notice = home / "通知2013"
    if not notice.exists():
        notice.mkdir()
        (notice / "pack.yaml").write_text("id: nian-2013\nextends: csust-2012\ntitle: 2013年度试验通知\nyear: 2013\nshingles: ''\n", "utf-8")
    write_form(home / "收件2013" / f"{unit}承诺书.docx", Paper(unit, "org", unit, ()), texts, 2013)
    told = run("run", home / "收件2013", "--notice", notice, "--out", root, "--received", "2013-02-22")
    assert told.code in (0, 1), told.text
    registered = run("ledger", "register", root)
    assert registered.code == 0, registered.text
    return registered


def carried(root: Path) -> dict[str, list[int]]:
    """Last year's end: two promises were not kept; one is explained and carried over, the other nobody explained."""
    root.mkdir(parents=True)
    ids = small(root)
    with open_ledger(root) as ledger, ledger.act(who(), "办理") as act:
        act.move(ids["org"][0], State.NOT_KEPT, "灯具供货推迟，已向党员大会说明")
    told = run("rollover", "--out", root, "--year", 2012, "--today", "2012-12-30", "--unit", UNIT)
    assert "转入2013年 1 项" in told.text
    return ids


def items_2013(root: Path) -> list[Item]:
    with open_ledger(root) as ledger:
        return [line.item for line in ledger.lines(Which(year=2013))]


def test_what_is_listed_again_is_linked_on_both_ends(tmp_path: Path) -> None:
    root = tmp_path / "结果"
    ids = carried(root)
    told = next_year(root, [LAMPS.replace("36", "40"), "9月底前培训炊事员12人次"])
    assert "接续去年的事项 1" in told.text
    new = next(i for i in items_2013(root) if "灯" in i.text)
    assert new.origin == ids["org"][0]
    for number in (new.id, ids["org"][0]):
        history = run("ledger", "history", root, number).text
        assert f"2012年度  编号 {ids['org'][0]}" in history
        assert f"2013年度  编号 {new.id}" in history
    shown = run("ledger", "show", root, "--items").text
    assert f"（接续编号 {ids['org'][0]}）" in shown
    assert f"（下年为编号 {new.id}）" in shown
    assert "没有新的内容" in run("ledger", "register", root).text


@pytest.mark.parametrize(("answer", "linked"), [(GOES_ON, True), (OTHER_MATTER, False)])
def test_a_doubtful_one_is_asked_about_once(tmp_path: Path, answer: str, linked: bool) -> None:
    root = tmp_path / "结果"
    ids = carried(root)
    next_year(root, ["在做好食堂卫生、饭菜质量、伙食账目公开等各项服务工作的基础上，6月底前把二食堂36盏灯更换为节能灯并检修全部线路"])
    (new,) = items_2013(root)
    assert new.origin is None
    asked = [line for line in run("ledger", "questions", root).text.splitlines() if "接续" in line]
    assert len(asked) == 1
    assert run("ledger", "settle", root, asked[0].split()[0], answer).code == 0
    run("ledger", "register", root)
    with open_ledger(root) as ledger:
        assert found(ledger, new.id).origin == (ids["org"][0] if linked else None)
        assert [q for q in ledger.questions() if q.kind == ORIGIN] == []


def test_the_check_of_the_new_forms_sees_what_the_ledger_carried(tmp_path: Path) -> None:
    """Without any roster: what was carried over and is not listed shows as 无法判定, what is listed shows nothing."""
    root = tmp_path / "结果"
    carried(root)
    next_year(root, ["9月底前培训炊事员12人次"])
    told = (root / "results.jsonl").read_text("utf-8")
    assert "台账已把它转入今年" in told
    assert "每月公布一次伙食账目" in told  # nobody explained that one: it was not carried, and is looked for too
    next_year(root, [LAMPS, "每月公布一次伙食账目"])
    assert '"B06"' not in (root / "results.jsonl").read_text("utf-8")


def test_the_ledger_and_the_rosters_sheet_count_once(tmp_path: Path) -> None:
    root = tmp_path / "结果"
    carried(root)
    listed = (OpenLine(UNIT, "", "每月公布一次伙食账目", "已张榜说明"), OpenLine(UNIT, "", "修缮围墙"))
    roster = with_carried(Roster(left_open=listed), root, 2013)
    mine = {line.text: line for line in roster.left_open if line.unit == UNIT and not line.person}
    assert len(mine) == 3
    assert (mine["每月公布一次伙食账目"].explained, mine["每月公布一次伙食账目"].carried) == ("已张榜说明", False)
    assert mine[LAMPS].carried
    assert with_carried(Roster(left_open=listed), root, None).left_open == listed
    assert with_carried(Roster(left_open=listed), tmp_path / "空", 2013).left_open == listed


def test_a_new_commitment_explains_what_nobody_explained(tmp_path: Path) -> None:
    root = tmp_path / "结果"
    carried(root)
    next_year(root, ["每月公布一次伙食账目"])
    told = run("rollover", "--out", root, "--year", 2012, "--today", "2013-03-01", "--unit", UNIT)
    assert "转入2013年 1 项" in told.text
    with open_ledger(root) as ledger:
        old = next(line.item for line in ledger.lines(Which(year=2012)) if line.item.text == "每月公布一次伙食账目")
    assert old.state is State.CARRIED
    assert "已列入2013年度承诺" in old.note
