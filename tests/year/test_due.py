"""Lights, the due list as one query over indexes, notices and their states, 限期整改."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from extractors.reading import read
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Item
from pipeline.ledger.book.year import Notice
from pipeline.ledger.store.attention import Horizon, attention_query
from pipeline.ledger.store.ledger import open_ledger
from pipeline.year.lights import Light, months_before, months_between, standing
from rules.year_settings import LightData
from tests.year.hand import item, run, small, who

RULES = LightData()


def promise(**more: object) -> Item:
    base: dict[str, object] = {"id": 1, "version": 1, "form": 1, "n": 1, "text": "x", "state": State.UNDER_WAY, "since": date(2012, 3, 1)}
    return Item(**{**base, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "today", "light", "silent"),
    [
        ({"due": date(2012, 6, 30)}, date(2012, 3, 20), Light.NONE, False),
        ({"due": date(2012, 6, 30), "progress_on": date(2012, 6, 10)}, date(2012, 6, 14), Light.NONE, False),
        ({"due": date(2012, 6, 30), "progress_on": date(2012, 6, 10)}, date(2012, 6, 15), Light.BLUE, False),
        ({"due": date(2012, 6, 30), "progress_on": date(2012, 6, 10)}, date(2012, 6, 30), Light.BLUE, False),
        ({"due": date(2012, 6, 30), "progress_on": date(2012, 6, 10)}, date(2012, 7, 1), Light.RED, False),
        ({"due": date(2012, 6, 30)}, date(2012, 4, 29), Light.NONE, False),
        ({"due": date(2012, 6, 30)}, date(2012, 5, 1), Light.YELLOW, False),
        ({"due": date(2012, 6, 30), "progress_on": date(2012, 4, 15)}, date(2012, 5, 14), Light.NONE, False),
        ({"due": None}, date(2012, 5, 31), Light.NONE, False),
        ({"due": None}, date(2012, 6, 1), Light.NONE, True),
        ({"due": date(2012, 12, 31), "state": State.NOT_KEPT}, date(2012, 3, 20), Light.YELLOW, False),
        ({"due": date(2012, 3, 10), "state": State.PUT_RIGHT, "rectify_by": date(2012, 5, 1)}, date(2012, 3, 20), Light.NONE, False),
        ({"due": date(2012, 3, 10), "state": State.PUT_RIGHT, "rectify_by": date(2012, 5, 1)}, date(2012, 5, 2), Light.RED, False),
        ({"due": date(2012, 3, 10), "state": State.KEPT}, date(2012, 12, 2), Light.NONE, False),
        ({"due": date(2012, 3, 10), "state": State.WAITING}, date(2012, 12, 2), Light.NONE, False),
    ],
)
def test_a_light_for_each_plight(more: dict[str, object], today: date, light: Light, silent: bool) -> None:
    found = standing(promise(**more), RULES, today)
    assert (found.light, found.silent) == (light, silent)
    assert found.shown == bool(found.why)


def test_months_end_where_they_are_shorter() -> None:
    assert months_before(date(2012, 5, 31), 3) == date(2012, 2, 29)
    assert months_before(date(2012, 3, 15), 3) == date(2011, 12, 15)
    assert months_between(date(2012, 2, 29), date(2012, 5, 29)) == 3
    assert months_between(date(2012, 2, 29), date(2012, 5, 28)) == 2


MANY = """
    INSERT INTO item (id, version, form, n, text, state, since, due, rectify_by, progress_on, extra)
    SELECT 1000 + g, 1, 1, g, 'x', (ARRAY['践诺中', '待审', '销号', '限期整改'])[1 + mod(g, 4)], '2012-01-01',
           to_char(date '2012-01-01' + mod(g, 700), 'YYYY-MM-DD'), CASE WHEN mod(g, 4) = 3 THEN to_char(date '2012-03-01' + mod(g, 200), 'YYYY-MM-DD') END,
           to_char(date '2012-01-01' + mod(g, 90), 'YYYY-MM-DD'), '{}'
    FROM generate_series(1, 20000) g
"""


def test_the_list_is_one_query_that_only_uses_indexes(office_root: Path) -> None:
    """PostgreSQL reads a small table whole, so there it gets many promises, of which few are due."""
    small(office_root)
    query = attention_query(Horizon(date(2012, 1, 25), date(2011, 12, 1)))
    with open_ledger(office_root) as ledger:
        with ledger.store.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(MANY)
                connection.exec_driver_sql("ANALYZE item")
        with ledger.store.reading() as connection:
            words = query.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
            explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
            plan = [str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {words}")]
    assert [step for step in plan if step.startswith("SCAN") or "Seq Scan on item" in step] == []
    assert {name for name in ("ix_item_due", "ix_item_rectify", "ix_item_heard") for step in plan if name in step} == {
        "ix_item_due", "ix_item_rectify", "ix_item_heard"
    }


def test_the_list_agrees_with_a_look_at_every_item(office_root: Path) -> None:
    from pipeline.year.due import pressing
    from pipeline.year.office import at_work
    from rules.packs import load_pack

    small(office_root)
    pack = load_pack("csust-2012")
    for today in (date(2012, m, d) for m in range(3, 13) for d in (1, 15, 20, 21, 28)):
        with at_work(office_root, pack, today, "王试登") as office:
            listed = {row.plight.id for row in pressing(office)}
            looked = {one.id for one in office.ledger.all(Item) if standing(one, pack.lights, today).shown}
        assert listed == looked, today


def test_what_was_not_kept_is_listed_at_once_however_far_its_limit(tmp_path: Path) -> None:
    ids = small(tmp_path)
    with open_ledger(tmp_path) as ledger, ledger.act(who(date(2012, 4, 1)), "办理") as act:
        act.move(ids["other"][1], State.NOT_KEPT, "经费没有落实")
    told = run("due", "--out", tmp_path, "--today", "2012-04-02")
    assert f"黄　编号{ids['other'][1]}　年底前修订2门课程大纲（已报未兑现" in told.text


def test_due_lists_and_writes_notices_once(tmp_path: Path) -> None:
    ids = small(tmp_path)
    clean = run("due", "--out", tmp_path, "--today", "2012-03-25")
    assert (clean.code, "没有需要督办" in clean.text) == (0, True)
    told = run("due", "--out", tmp_path, "--today", "2012-06-25", "--notices", "--answer-by", "2012-07-05", "--by", "王试登")
    assert told.code == 1
    assert f"红、督查　编号{ids['other'][0]}" in told.text
    assert "红 1 项" in told.text
    papers = sorted(path.name for path in tmp_path.glob("文书/*/*.docx"))
    assert papers == ["试后勤支部（2012年第1号）.docx", "试机电支部（2012年第2号）.docx"]
    page = read(tmp_path / "文书" / "督办通知" / "试后勤支部（2012年第1号）.docx").text
    assert "2012年7月5日前" in page
    assert "13800000000" not in page
    rows = list(load_workbook(tmp_path / "文书" / "督办清单.xlsx").active.values)
    assert len(rows) == 8
    assert rows[-1][6] != "" or rows[-1][7] == "督查"
    again = run("due", "--out", tmp_path, "--today", "2012-06-25", "--notices")
    assert "新编号 0 份" in again.text


def test_a_notice_is_settled_when_its_items_are(tmp_path: Path) -> None:
    ids = small(tmp_path)
    run("due", "--out", tmp_path, "--today", "2012-06-25", "--notices", "--answer-by", "2012-07-05", "--unit", "机电")
    listed = run("due", "--out", tmp_path, "--today", "2012-07-06", "--issued")
    assert "逾期未落实" in listed.text
    with open_ledger(tmp_path) as ledger, ledger.act(who(date(2012, 7, 7)), "办理") as act:
        act.move(ids["other"][0], State.KEPT, "", {"evidence": "已印发"})
        act.change("item", ids["other"][1], {"progress": "已改一门", "progress_on": date(2012, 7, 7)})
    told = run("due", "--out", tmp_path, "--today", "2012-07-08", "--unit", "机电")
    assert "督办通知2012年第1号" in told.text
    with open_ledger(tmp_path) as ledger:
        (notice,) = ledger.all(Notice)
    assert notice.settled == date(2012, 7, 8)


def test_rectify_gives_a_limit_a_paper_and_says_what_cannot_be(tmp_path: Path) -> None:
    ids = small(tmp_path)
    late = run("rectify", "--out", tmp_path, "--today", "2012-07-01", "--limit", "2012-06-01", "--overdue")
    assert "不晚于今天" in late.text
    with open_ledger(tmp_path) as ledger, ledger.act(who(date(2012, 6, 1)), "办理") as act:
        act.move(ids["org"][1], State.KEPT, "", {"evidence": "已公布"})
    told = run("rectify", ids["org"][1], 999, "--out", tmp_path, "--today", "2012-07-01", "--limit", "2012-08-31", "--overdue")
    assert told.code == 1
    assert "转为限期整改 2 项" in told.text
    assert "还缺：说明" in told.text
    assert "没有这个编号" in told.text
    assert (item(tmp_path, ids["other"][0]).state, item(tmp_path, ids["other"][0]).rectify_by) == (State.PUT_RIGHT, date(2012, 8, 31))
    assert len(list((tmp_path / "文书" / "限期整改通知").glob("*.docx"))) == 2
    paper = read(next((tmp_path / "文书" / "限期整改通知").glob("试机电*"))).text
    assert "8月31日" in paper
    assert "逾期" in paper  # why it came to this
    assert "转为限期整改" not in run("rectify", "--out", tmp_path, "--year", "2013", "--limit", "2013-08-31", "--today", "2013-01-10", "--overdue").text
    assert "没有需要督办的事项" in run("due", "--out", tmp_path, "--today", "2012-09-01", "--year", "2013").text
    red = run("due", "--out", tmp_path, "--today", "2012-09-01", "--unit", "机电")
    assert "整改期限2012-08-31，逾期1天" in red.text


def test_without_a_ledger_it_says_so(tmp_path: Path) -> None:
    told = run("due", "--out", tmp_path, "--today", "2012-09-01")
    assert told.code == 1
    assert "chengnuo run" in told.text
