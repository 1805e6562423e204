"""Units that are renamed or merged: ids and history stay, old names are found, past days are as they were, all can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from handmade.inbox import Inbox, small_inbox

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import Illegal
from pipeline.ledger.book.questions import NEW_NAME, OTHER_UNIT, RENAMED, SAME, WENT_IN
from pipeline.ledger.book.things import Form, Item, Person, Unit
from pipeline.ledger.exchange.run import asked
from pipeline.ledger.exchange.settling import settle
from pipeline.ledger.register.run import Registered, register, renamed
from pipeline.ledger.store.ledger import Ledger, Which, open_ledger
from pipeline.ledger.store.past import past
from pipeline.ledger.units import merge, part, rename
from pipeline.rosters.roster import Roster
from tests.year.hand import run

OLD, NEW = "图书馆党总支", "图文信息中心党总支"


def who(day: int = 20) -> Who:
    return Who("王试登", "results.jsonl", datetime(2012, 3, day, 9))


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return small_inbox(tmp_path / "in", files=False)


def take(ledger: Ledger, inbox: Inbox, day: int = 20, roster: Roster | None = None) -> Registered:
    return register(ledger, inbox.results, roster or inbox.roster, 2012, who(day))


def named(roster: Roster, new: str) -> Roster:
    """The roster with the library under another name, as next month's copy has it."""
    units = tuple(replace(u, name=new, roster_id="u-new") if u.name == OLD else u for u in roster.units)
    people = tuple(replace(p, branch=new, roster_id=f"{p.roster_id}-new") if p.branch == OLD else p for p in roster.people)
    return replace(roster, units=units, people=people)


def unit(ledger: Ledger, name: str) -> Unit:
    return next(u for u in ledger.all(Unit) if u.name == name)


def counted(ledger: Ledger) -> tuple[int, int, int]:
    return len(ledger.all(Unit)), len(ledger.all(Form)), len(ledger.all(Item))


def test_a_new_name_keeps_everything_and_the_old_one_is_found(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        before, of_old = unit(ledger, OLD), ledger.ids(Which(unit=OLD))
        rename(ledger, OLD, NEW, who(25), "校发12号")
        after = unit(ledger, NEW)
        assert (after.id, after.former) == (before.id, OLD)
        assert ledger.ids(Which(unit=OLD)) == ledger.ids(Which(unit=NEW)) == of_old != []
        assert OLD in {u.name for u in past(ledger.store, date(2012, 3, 24)).all(Unit)}
        assert NEW not in {u.name for u in past(ledger.store, date(2012, 3, 24)).all(Unit)}
        assert ledger.history("unit", before.id)[-1].note == "校发12号"
        counts = counted(ledger)
        take(ledger, inbox, 26)  # the roster still has the old name: the ledger's is the newer
        take(ledger, inbox, 27, named(inbox.roster, NEW))  # and now the new one
        assert (counted(ledger), unit(ledger, NEW).id) == (counts, before.id)
        rename(ledger, NEW, OLD, who(28))
        assert (unit(ledger, OLD).id, unit(ledger, OLD).former) == (before.id, NEW)


def test_a_name_that_is_taken_or_unknown_is_refused(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        other = next(u.name for u in ledger.all(Unit) if u.name != OLD)
        before = ledger.changes()
        for old, new, why in ((OLD, other, "请用 merge"), ("没有的支部", NEW, "没有“没有的支部”"), (OLD, OLD, "已经是"), ("图书馆", NEW, f"是不是：{OLD}")):
            with pytest.raises(Illegal, match=why):
                rename(ledger, old, new, who())
        with pytest.raises(Illegal, match="同一个单位"):
            merge(ledger, OLD, OLD, who())
        with pytest.raises(Illegal, match="没有并入"):
            part(ledger, OLD, who())
        assert ledger.changes() == before


def test_a_merged_unit_goes_along_and_can_come_back(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        home = next(u for u in ledger.all(Unit) if u.name != OLD and ledger.ids(Which(units=[u.id])))
        moved, stayed = ledger.ids(Which(unit=OLD)), ledger.ids(Which(units=[home.id]))
        state = (ledger.all(Form), ledger.all(Person), ledger.all(Unit))
        assert merge(ledger, OLD, home.name, who(25)) > 0
        assert set(ledger.ids(Which(units=[home.id]))) == {*moved, *stayed}
        assert {*moved} <= {*ledger.ids(Which(unit=OLD))}
        assert unit(ledger, OLD).merged_into == home.id
        then = {line.item.id: line.unit.name for line in past(ledger.store, date(2012, 3, 24)).lines()}
        assert {then[number] for number in moved} == {OLD}
        counts = counted(ledger)
        take(ledger, inbox, 26)  # forms that name the old unit still find their place
        assert counted(ledger) == counts
        assert {line.unit.id for line in ledger.lines(Which(ids=moved))} == {home.id}
        done = part(ledger, OLD, who(27))
        assert not done.left
        now = (ledger.all(Form), ledger.all(Person), ledger.all(Unit))
        assert [[replace(one, version=0) for one in kind] for kind in now] == [[replace(one, version=0) for one in kind] for kind in state]
        rows = past(ledger.store)
        assert [rows.all(kind) for kind in (Form, Person, Unit)] == list(now)


def test_what_changed_since_the_merging_is_left_and_told(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        home, third = [u for u in ledger.all(Unit) if u.name != OLD][:2]
        form = next(f for f in ledger.all(Form) if f.unit == unit(ledger, OLD).id)
        merge(ledger, OLD, home.name, who(25))
        with ledger.act(who(26), "更正") as act:
            act.change("form", form.id, {"unit": third.id})
        assert part(ledger, OLD, who(27)).left == (("form", form.id),)
        assert next(f for f in ledger.all(Form) if f.id == form.id).unit == third.id


@pytest.mark.parametrize("answer", [NEW_NAME, WENT_IN, OTHER_UNIT])
def test_a_probable_renaming_is_asked_about_and_its_forms_wait(inbox: Inbox, office_root: Path, answer: str) -> None:
    """The same people under a new name in the roster: nothing of it is registered until somebody has said what it is."""
    roster = named(inbox.roster, "图书馆（档案馆）党总支")
    new = "图书馆（档案馆）党总支"
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        old, counts, before = unit(ledger, OLD), counted(ledger), len(ledger.changes())
        assert renamed(ledger, inbox.roster) == []
        assert [(one.row["id"], one.unit.name, one.question) for one in renamed(ledger, roster)] == [(old.id, new, None)]
        assert len(ledger.changes()) == before  # looking writes nothing
        for day in (25, 26):
            take(ledger, inbox, day, roster)
            assert new not in {u.name for u in ledger.all(Unit)}
        (question,) = [q for q in ledger.questions() if q.kind == RENAMED]
        assert (question.unit, question.now, question.said) == (old.id, OLD, new)
        assert [one.question for one in renamed(ledger, roster)] == [question.id]
        assert [(one.unit, one.said) for one in asked(ledger) if one.kind == RENAMED] == [(OLD, new)]
        with ledger.act(who(26), "答复") as act:
            assert settle(act, question.id, answer) == ""
        take(ledger, inbox, 27, roster)
        assert [q for q in ledger.questions() if q.kind == RENAMED] == renamed(ledger, roster) == []
        same = unit(ledger, new).id == old.id
        assert same == (answer == NEW_NAME)
        assert len(ledger.all(Unit)) == counts[0] + (answer != NEW_NAME)
        if answer != OTHER_UNIT:
            assert counted(ledger)[1:] == counts[1:]
            assert ledger.ids(Which(unit=new))


def test_run_and_roster_check_ask_before_anything_is_registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger of the working folder knows 试后勤支部; the roster has it under another name."""
    from openpyxl import Workbook

    from tests.year.hand import small

    small(tmp_path / "结果")
    (tmp_path / "设置.yaml").write_text("通知: csust-2012\n", "utf-8")
    (tmp_path / "收件").mkdir()
    book = Workbook()
    assert book.active is not None
    book.active.title = "党组织"
    rows = [("试后勤服务支部", "试总支", "孙示例"), ("试机电支部", "试总支", "周示例")]
    for row in (("党组织名称", "上级党组织", "书记"), *rows):
        book.active.append(row)
    book.save(tmp_path / "名册.xlsx")
    monkeypatch.chdir(tmp_path)
    with open_ledger(tmp_path / "结果") as ledger:
        before = len(ledger.changes())
    for told in (run("roster", "check", "名册.xlsx"), run("run", "--quiet")):
        assert "台账里的“试后勤支部”名册里没有了，名册新有“试后勤服务支部”" in told.text
        assert "试机电支部”名册里没有了" not in told.text
    with open_ledger(tmp_path / "结果") as ledger:
        assert len(ledger.changes()) == before
    assert run("ledger", "unit", "rename", "试后勤支部", "试后勤服务支部").code == 0
    assert "名册里没有了" not in run("roster", "check", "名册.xlsx").text


def strangers(roster: Roster, *olds: str) -> Roster:
    """The roster with these units under names, secretaries and people that resemble nothing."""
    new = {old: f"全新部门{n}" for n, old in enumerate(olds)}
    units = tuple(replace(u, name=new[u.name], roster_id=f"n{u.name}", secretary="") if u.name in new else u for u in roster.units)
    return replace(roster, units=units, people=tuple(p for p in roster.people if p.branch not in new))


def test_a_unit_that_resembles_nothing_is_asked_about_where_one_is_gone(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        old = unit(ledger, OLD)
        assert (take(ledger, inbox, 21).new, ledger.questions()) == ((), [])
        for day in (25, 26):
            done = take(ledger, inbox, day, strangers(inbox.roster, OLD))
            assert (done.new, done.gone) == ((), ())
        (question,) = [q for q in ledger.questions() if q.kind == RENAMED]
        assert (question.unit, question.said) == (old.id, "全新部门0")
        with ledger.act(who(26), "答复") as act:
            assert settle(act, question.id, NEW_NAME) == ""
        take(ledger, inbox, 27, strangers(inbox.roster, OLD))
        assert unit(ledger, "全新部门0").id == old.id
        assert [q for q in ledger.questions() if q.kind == RENAMED] == []


def test_several_that_resemble_nothing_are_named_and_not_guessed(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        holders = {form.unit for form in ledger.all(Form)}
        olds = [u.name for u in ledger.all(Unit) if u.id in holders and any(r.name == u.name for r in inbox.roster.units)]
        parents = {r.name: r.parent for r in inbox.roster.units}
        two = next([a, b] for a in olds for b in olds if a < b and parents[a] == parents[b])
        done = take(ledger, inbox, 25, strangers(inbox.roster, *two))
        assert set(done.gone) == set(two)
        assert set(done.new) == {"全新部门0", "全新部门1"}
        assert ledger.questions() == []


def test_two_forms_of_one_kind_ask_whether_they_say_the_same(office_root: Path) -> None:
    from pipeline.ledger.book.life import State

    with open_ledger(office_root) as ledger:
        with ledger.act(who(), "登记") as act:
            for name in ("甲试支部", "乙试支部"):
                number = act.add("unit", {"name": name, "window": False})
                form = act.add("form", {"unit": number, "kind": "org", "year": 2012, "form_index": 0, "drafts": 1})
                for n, text in enumerate(("每月走访一户困难群众", f"{name}装36盏灯并公布{name}的账目"), start=1):
                    act.add("item", {"form": form, "n": n, "text": text, "state": State.WAITING, "since": date(2012, 3, 1), "extra": {}})
        merge(ledger, "甲试支部", "乙试支部", who(25))
        found = [q for q in ledger.questions() if q.kind == SAME]
        assert (found[0].item, found[0].other) == (3, 1)
        assert all(q.item > q.other for q in found)


def test_the_commands(tmp_path: Path) -> None:
    from tests.year.hand import small

    small(tmp_path)
    told = run("ledger", "unit", "rename", tmp_path, "试后勤支部", "试后勤中心支部", "--note", "校发12号")
    assert told.code == 0, told.text
    listed = run("ledger", "unit", "list", tmp_path, "后勤支部").text
    assert "试后勤中心支部（用过的名称：试后勤支部）" in listed
    assert "单位改名：校发12号" in listed
    assert run("ledger", "unit", "merge", tmp_path, "试机电支部", "试后勤支部").code == 0
    assert "共 7 项" in run("ledger", "show", tmp_path, "--unit", "机电").text
    listed = run("ledger", "show", tmp_path, "--items").text
    assert "9月底前走访20户退休职工，联系电话1" in listed
    assert "13800000000" not in listed
    assert "已并入“试后勤中心支部”" in run("ledger", "unit", "list", tmp_path).text
    assert "已撤销" in run("ledger", "unit", "split", tmp_path, "试机电支部").text
    refused = run("ledger", "unit", "split", tmp_path, "试机电支部")
    assert refused.code == 1
    assert "不用撤销" in refused.text
