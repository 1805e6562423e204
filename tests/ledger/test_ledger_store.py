"""The ledger's store on both databases: acts, moves, history, past days."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from pipeline.ledger.book.history import HEARD, MOVED, Who
from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.things import Form, Item, Person, Unit
from pipeline.ledger.store.ledger import Ledger, Which, open_ledger
from pipeline.ledger.store.ledger_tables import LEDGER_KEPT_FOR_EVER
from pipeline.ledger.store.opening import opened
from pipeline.ledger.store.past import past
from pipeline.ledger.store.store import Heard, open_store
from pipeline.ledger.store.tables import metadata
from tests.decisions.test_holding import about, said


def who(day: int, month: int = 3) -> Who:
    return Who("王试登", "命令", datetime(2012, month, day, 9, 30))


def two_forms(ledger: Ledger) -> tuple[int, int, int]:
    """A unit's form with two items and a member's with one; the ids of the items."""
    with ledger.act(who(1), "登记") as act:
        unit = act.add("unit", {"name": "甲试支部", "parent": "试总支", "window": True})
        person = act.add("person", {"unit": unit, "name": "钱样本", "leader": False})
        own = act.add("form", {"unit": unit, "kind": "org", "year": 2012, "form_index": 0, "drafts": 1})
        member = act.add("form", {"unit": unit, "person": person, "kind": "member", "year": 2012, "form_index": 0, "drafts": 1})
        start = {"state": State.WAITING, "since": date(2012, 3, 1), "extra": {}}
        third = act.add("item", {"form": member, "n": 1, "text": "每月走访一户", **start})
        first = act.add("item", {"form": own, "n": 1, "text": "修一条路“=1+1”", "due": date(2012, 6, 30), **start})
        second = act.add("item", {"form": own, "n": 2, "text": "装 36 盏灯", "due": date(2012, 9, 30), **start})
    return first, second, third


def approve_then_close(ledger: Ledger, one: int, other: int) -> None:
    with ledger.act(who(2), "办理") as act:
        act.move(one, State.APPROVED)
        act.move(other, State.CLOSED)


def test_what_is_added_comes_back_in_the_order_of_the_units_forms(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        items = two_forms(ledger)
        lines = list(ledger.lines())
    assert tuple(line.item.id for line in lines) == items
    assert [line.person.name if line.person else "" for line in lines] == ["", "", "钱样本"]
    assert lines[0].unit.window
    assert (lines[0].item.due, lines[0].item.state, lines[0].item.version) == (date(2012, 6, 30), State.WAITING, 1)


def test_which_narrows(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        first, second, third = two_forms(ledger)
        with ledger.act(who(2), "办理") as act:
            act.move(second, State.DROPPED, "重复")

        def found(**wanted: object) -> list[int]:
            return [line.item.id for line in ledger.lines(Which(**wanted))]  # type: ignore[arg-type]

        assert found(unit="试总") == found(year=2012) == [first, third]
        assert found(kinds=["member"]) == [third]
        assert found(states=[State.DROPPED]) == [second]
        assert found(all_states=True) == [first, second, third]
        assert found(due_by=date(2012, 6, 30)) == [first]
        assert found(ids=[third, first]) == [first, third]
        assert found(year=2011) == found(unit="乙") == []


def test_an_illegal_move_leaves_all_as_it_was(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        first, second, _ = two_forms(ledger)
        before = (ledger.all(Item), ledger.changes())
        with pytest.raises(Illegal, match="不能直接改为“销号”；要先经过“审定”"):
            approve_then_close(ledger, second, first)
        assert (ledger.all(Item), ledger.changes()) == before


def test_closing_needs_proof_and_keeps_it(office_root: Path) -> None:
    proof = {"evidence": "验收单", "evidence_day": date(2012, 6, 20), "evidence_file": "佐证/1.pdf"}
    with open_ledger(office_root) as ledger:
        first, *_ = two_forms(ledger)
        with ledger.act(who(2), "办理") as act:
            for state in (State.APPROVED, State.PUBLISHED, State.UNDER_WAY):
                act.move(first, state)
        with ledger.act(who(20, 6), "办理") as act:
            act.move(first, State.KEPT, values={**proof, "done_on": date(2012, 6, 18)}, day=date(2012, 6, 19))
        with pytest.raises(Illegal, match="还缺：复核人"), ledger.act(who(21, 6), "办理") as act:
            act.move(first, State.CLOSED)
        with ledger.act(who(22, 6), "办理") as act:
            act.move(first, State.CLOSED, values={"reviewer": "孙例文"})
        item = ledger.get(Item, first)
        history = ledger.history("item", first)
    assert item is not None
    assert (item.state, item.since, item.evidence_day, item.version) == (State.CLOSED, date(2012, 6, 22), date(2012, 6, 20), 6)
    assert [(c.what, c.before.get("state"), c.after["state"]) for c in history[-2:]] == [(MOVED, "践诺中", "已兑现"), (MOVED, "已兑现", "销号")]
    assert history[-2].after["since"] == "2012-06-19"
    assert [c.version for c in history] == [1, 2, 3, 4, 5, 6]


def test_any_past_day_can_be_shown_again(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        first, *_ = two_forms(ledger)
        with ledger.act(who(5), "办理") as act:
            act.move(first, State.APPROVED)
            act.change("item", first, {"remark": "先改"})
            act.hear("item", first, 1, {"remark": "没有采用的话"}, "冲突")
        with ledger.act(who(9), "办理") as act:
            act.change("item", first, {"remark": "后改", "extra": {"包联领导": "甲"}})
            late = act.add("unit", {"name": "乙试支部", "window": False})
        states = {day: next(i for i in past(ledger.store, date(2012, 3, day)).all(Item) if i.id == first) for day in (1, 5, 8, 9)}
        assert [(states[d].state, states[d].remark) for d in (1, 5, 8, 9)] == [("待审", ""), ("审定", "先改"), ("审定", "先改"), ("审定", "后改")]
        assert past(ledger.store, date(2012, 2, 29)).rows == {}
        assert late not in {u.id for u in past(ledger.store, date(2012, 3, 8)).all(Unit)}
        now = past(ledger.store)
        for kind in (Unit, Person, Form, Item):
            assert now.all(kind) == ledger.all(kind)
        assert list(now.lines()) == list(ledger.lines())
        assert [c.after for c in ledger.history("item", first) if c.what == HEARD] == [{"remark": "没有采用的话"}]


def test_what_is_entered_later_for_an_earlier_day_is_shown_on_it(office_root: Path) -> None:
    """补办: the act says a day before the item was written down; the item and its owners are there on it, as they first were."""
    with open_ledger(office_root) as ledger:
        first, second, third = two_forms(ledger)
        with ledger.act(who(20, 2), "公示") as act:
            act.move(third, State.APPROVED, day=date(2012, 2, 20))
        lines = list(past(ledger.store, date(2012, 2, 25)).lines())
        assert [(line.item.id, line.item.state, line.unit.name, line.person and line.person.name) for line in lines] == [(third, "审定", "甲试支部", "钱样本")]
        assert past(ledger.store, date(2012, 2, 10)).rows == {}
        assert {line.item.id for line in past(ledger.store, date(2012, 3, 1)).lines()} == {first, second, third}
        assert list(past(ledger.store).lines()) == list(ledger.lines())


def test_due_looks_at_the_limit_where_something_is_put_right(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        first, second, third = two_forms(ledger)
        with ledger.act(who(2), "办理") as act:
            for number in (first, second, third):
                for state in (State.APPROVED, State.PUBLISHED, State.UNDER_WAY):
                    act.move(number, state)
            act.move(second, State.PUT_RIGHT, values={"rectify_by": date(2012, 4, 1)})
        assert [i.id for i in ledger.due(date(2012, 4, 1))] == [second]
        assert [i.id for i in ledger.due(date(2012, 6, 30))] == [first, second]
        assert [i.id for i in ledger.due(date(2012, 12, 31), [State.UNDER_WAY])] == [first]


def test_what_changes_nothing_is_no_change(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        first, *_ = two_forms(ledger)
        before = len(ledger.changes())
        with ledger.act(who(2), "办理") as act:
            assert not act.change("item", first, {"remark": "", "due": date(2012, 6, 30)})
            assert act.changes == 0
        assert len(ledger.changes()) == before


def test_the_tag_is_given_once(office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        assert ledger.tag() == ledger.tag()
        assert len(ledger.tag()) == 6


def test_the_migrations_make_the_tables_on_each_database(office_root: Path) -> None:
    with opened(office_root) as engine, engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.parametrize("table", [t.name for t in LEDGER_KEPT_FOR_EVER])
def test_history_is_only_added_to(office_root: Path, table: str) -> None:
    with open_ledger(office_root) as ledger:
        ledger.tag()
        first, *_ = two_forms(ledger)
        with ledger.act(who(2), "登记") as act:
            act.came(1, "甲.docx", "0" * 64, 0, 1, "no")
        with ledger.store.begin() as connection:
            connection.execute(text("INSERT INTO export VALUES (1, '', '', '', '', '', 0)"))
        column = "made" if table == "ledger" else "note" if table == "change" else "file" if table in ("form_file", "export") else "what"
        for what in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = 'x'"):
            with pytest.raises(DatabaseError, match="append only"), ledger.store.begin() as connection:
                connection.execute(text(what))
        assert ledger.history("item", first)


def test_decisions_are_kept_on_each_database(office_root: Path) -> None:
    one = said(about(), n=1)
    heard = Heard("王", "台账.xlsx“问题清单”", one.statement, one.subject)
    for typed in ("t", "newer"):
        with open_store(office_root) as store:
            store.add([heard], datetime(2012, 3, 20, 9), {("b", "k", "p"): typed})
    with open_store(office_root) as store:
        assert [e.subject for e in store.events()] == [about(), about()]
        assert store.seen() == {("b", "k", "p"): "newer"}


def test_any_number_of_ids_can_be_asked_for(office_root: Path) -> None:
    many = range(2, 300_000)
    with open_ledger(office_root) as ledger:
        first, second, third = two_forms(ledger)
        assert sorted(ledger.ids(Which(ids=many))) == sorted({first, second, third} - {1})
        assert ledger.ids(Which(forms=many)) == [third]
        with ledger.act(who(2), "看") as act:
            assert [row["id"] for row in act.rows("item", id=list(many))] == sorted({first, second, third} - {1})
            assert [row["id"] for row in act.rows("unit", name=["甲试支部", "o'neill;-- :x %s"])] == [1]
