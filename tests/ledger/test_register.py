"""Results into the ledger: ids that stay, doubts that are asked about, people's work that is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from handmade.inbox import Inbox, small_inbox

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import CHANGED, DROP, GONE, NEWER, ONE, SAME, TWO
from pipeline.ledger.book.things import Form, Item, Person, Unit
from pipeline.ledger.exchange.settling import settle
from pipeline.ledger.register.matching import match
from pipeline.ledger.register.run import register
from pipeline.ledger.store.ledger import Ledger, Which, open_ledger
from pipeline.records import FormRecord, from_line, to_line

FILE = "图书馆党总支/承诺书.docx"


def who(day: int = 20) -> Who:
    return Who("王试登", "results.jsonl", datetime(2012, 3, day, 9))


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return small_inbox(tmp_path / "in", files=False)


def take(ledger: Ledger, inbox: Inbox, day: int = 20):
    return register(ledger, inbox.results, inbox.roster, 2012, who(day))


def redraft(inbox: Inbox, texts: dict[int, str | None]) -> None:
    """The library's form comes again in a new file; texts by number, None: left out."""
    lines = []
    for line in inbox.results.read_text("utf-8").splitlines():
        record = from_line(line)
        if isinstance(record, FormRecord) and record.file == FILE:
            items = [i.model_copy(update={"text": texts.get(i.n, i.text)}) for i in record.items if texts.get(i.n, "") is not None]
            record = record.model_copy(update={"sha256": f"{len(str(texts)):064d}", "items": tuple(items), "version": record.version + 1})
            line = to_line(record)
        lines.append(line + "\n")
    inbox.results.write_text("".join(lines), "utf-8")


def library(ledger: Ledger) -> list[Item]:
    return [line.item for line in ledger.lines(Which(unit="图书馆", all_states=True))]


def test_everything_is_registered_once(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        done = take(ledger, inbox)
        forms, items, changes = ledger.all(Form), ledger.all(Item), len(ledger.changes())
        assert [left.file for left in done.left] == ["无名.docx"]
        assert {u.name for u in ledger.all(Unit)} == {u.name for u in inbox.roster.units}
        assert {p.roster_id for p in ledger.all(Person)} - {None} == {p.roster_id for p in inbox.roster.people}
        assert [f.drafts for f in forms if f.file.endswith("承诺书（改）.docx")] == [2]
        assert all(i.state is State.WAITING and i.since == date(2012, 3, 20) for i in items)
        take(ledger, inbox, 21)
        assert (ledger.all(Form), ledger.all(Item), len(ledger.changes())) == (forms, items, changes)


def test_a_new_draft_keeps_the_ids(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        before = library(ledger)
        with ledger.act(who(), "办理") as act:
            act.move(before[0].id, State.RETURNED, "没有时限")
            act.change("item", before[1].id, {"remark": "记过的"})
        redraft(inbox, {before[0].n: before[0].text + "，每月底前公布一次", before[2].n: None})
        take(ledger, inbox, 25)
        after = {i.id: i for i in library(ledger)}
        assert after[before[0].id].state is State.WAITING
        assert after[before[0].id].text.endswith("公布一次")
        assert after[before[1].id].remark == "记过的"
        assert after[before[2].id].state is State.DROPPED
        assert len(after) == len(before)
        (form,) = [f for f in ledger.all(Form) if f.file == FILE]
        assert form.drafts == 2


@pytest.mark.parametrize(("answer", "count"), [(ONE, 0), (TWO, 1)])
def test_a_doubtful_one_is_asked_about(inbox: Inbox, office_root: Path, answer: str, count: int) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        old = library(ledger)[0]
        redraft(inbox, {old.n: old.text[: len(old.text) // 2] + "改为另外安排专人负责并逐月公布结果"})
        take(ledger, inbox, 25)
        take(ledger, inbox, 26)
        (question,) = ledger.questions()
        assert (question.kind, question.other) == (SAME, old.id)
        assert ledger.get(Item, old.id).state is State.WAITING  # nothing is dropped while it is open
        with ledger.act(who(), "答复") as act:
            assert settle(act, question.id, answer) == ""
        new, kept = ledger.get(Item, question.item), ledger.get(Item, old.id)
        assert (new.same_as, kept.text == new.text) == ((old.id, True) if answer == ONE else (None, False))
        assert (kept.state is State.DROPPED) == (answer == TWO)


def test_what_was_approved_is_not_changed_unasked(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        first, second, *_ = library(ledger)
        with ledger.act(who(), "办理") as act:
            for number in (first.id, second.id):
                act.move(number, State.APPROVED)
        redraft(inbox, {first.n: first.text + "，每月底前公布一次", second.n: None})
        take(ledger, inbox, 25)
        take(ledger, inbox, 26)
        asked = {q.kind: q.id for q in ledger.questions()}
        assert set(asked) == {CHANGED, GONE}
        assert ledger.get(Item, first.id).text == first.text
        with ledger.act(who(), "答复") as act:
            assert settle(act, asked[CHANGED], NEWER) == settle(act, asked[GONE], DROP) == ""
        assert (ledger.get(Item, first.id).state, ledger.get(Item, first.id).text) == (State.WAITING, first.text + "，每月底前公布一次")
        assert ledger.get(Item, second.id).state is State.DROPPED


def test_an_inbox_with_the_old_draft_alone_undoes_nothing(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        old = inbox.results.read_text("utf-8")
        first = library(ledger)[0]
        redraft(inbox, {first.n: first.text + "，每月底前公布一次"})
        take(ledger, inbox, 25)
        inbox.results.write_text(old, "utf-8")
        assert take(ledger, inbox, 26).counts["旧稿"] == 1
        assert library(ledger)[0].text.endswith("公布一次")


def test_a_corrected_roster_finds_its_unit_again(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        units = {u.name: u.id for u in ledger.all(Unit)}
        moved = tuple(replace(u, roster_id="u9", parent="新上级") if u.roster_id == "u5" else u for u in inbox.roster.units)
        register(ledger, inbox.results, replace(inbox.roster, units=moved), 2012, who(25))
        assert {u.name: u.id for u in ledger.all(Unit)} == units
        assert [u.parent for u in ledger.all(Unit) if u.roster_id == "u9"] == ["新上级"]


def test_a_promise_that_comes_back_is_the_one_that_it_was(inbox: Inbox, office_root: Path) -> None:
    original = inbox.results.read_text("utf-8")
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        first, second, third, *_ = library(ledger)
        with ledger.act(who(21), "办理") as act:
            act.change("item", second.id, {"remark": "已核实"})
            act.move(third.id, State.DROPPED, "本单位撤下")
        redraft(inbox, {2: None, 3: None})
        take(ledger, inbox, 22)
        assert {i.id: i.state for i in library(ledger)}[second.id] is State.DROPPED
        inbox.results.write_text(original, "utf-8")
        redraft(inbox, {1: first.text + "，并公布结果"})
        take(ledger, inbox, 23)
        now = {i.id: i for i in library(ledger)}
        assert (now[second.id].state, now[second.id].remark) == (State.WAITING, "已核实")
        assert now[third.id].state is State.DROPPED, "what people dropped stays so"
        assert sum(i.text == second.text for i in now.values()) == 1


def rewritten(inbox: Inbox, change, *more: FormRecord) -> None:
    """The library's form is read in another way; `more` came beside."""
    lines = []
    for line in inbox.results.read_text("utf-8").splitlines():
        record = from_line(line)
        lines.append(to_line(change(record)) if isinstance(record, FormRecord) and record.file == FILE else line)
    inbox.results.write_text("\n".join([*lines, *map(to_line, more)]) + "\n", "utf-8")


def of_the_library(inbox: Inbox) -> FormRecord:
    return next(r for line in inbox.results.read_text("utf-8").splitlines() if isinstance(r := from_line(line), FormRecord) and r.file == FILE)


def test_a_file_that_came_twice_is_one_draft(inbox: Inbox, office_root: Path) -> None:
    rewritten(inbox, lambda record: record, of_the_library(inbox).model_copy(update={"file": "图书馆党总支/承诺书 - 副本.docx", "version": 2}))
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        assert len(library(ledger)) == len(of_the_library(inbox).items)
        assert [f.drafts for f in ledger.all(Form) if "图书馆" in f.file] == [1]
        before = len(ledger.changes())
        take(ledger, inbox)
        assert len(ledger.changes()) == before


def to_the_office(record: FormRecord) -> FormRecord:
    """It is the other unit's form, of the year before."""
    return record.model_copy(update={"unit": record.unit.model_copy(update={"name": "机关第三党支部", "roster_id": "u4"}), "year": 2011})


def test_a_form_that_is_somebody_elses_goes_there_with_all_that_was_typed(inbox: Inbox, office_root: Path) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        items = library(ledger)
        with ledger.act(who(21), "办理") as act:
            act.change("item", items[0].id, {"progress": "已开工"})
        rewritten(inbox, to_the_office)
        done = take(ledger, inbox, 22)
        assert done.counts["改正归属的表"] == 1
        assert library(ledger) == []
        there = list(ledger.lines(Which(unit="机关第三", year=2011)))
        assert [line.item.id for line in there] == [item.id for item in items]
        assert there[0].item.progress == "已开工"
        before = len(ledger.changes())
        take(ledger, inbox, 23)
        assert len(ledger.changes()) == before


@pytest.mark.parametrize("version", [1, 9])
def test_where_the_owner_has_a_form_already_the_promises_stand_once(inbox: Inbox, office_root: Path, version: int) -> None:
    with open_ledger(office_root) as ledger:
        take(ledger, inbox)
        approved = library(ledger)[0].id
        with ledger.act(who(21), "办理") as act:
            act.move(approved, State.APPROVED)
        rewritten(inbox, lambda record: to_the_office(record).model_copy(update={"year": 2012, "version": version}))
        take(ledger, inbox, 22)
        assert {item.id: item.state for item in library(ledger)}.pop(approved) is State.APPROVED
        assert {item.state for item in library(ledger) if item.id != approved} == {State.DROPPED}
        assert [q.item for q in ledger.questions() if q.kind == GONE and q.item == approved] == [approved]
        before = len(ledger.changes())
        take(ledger, inbox, 23)
        assert len(ledger.changes()) == before


def test_one_file_of_two_units_stays_with_both(inbox: Inbox, office_root: Path) -> None:
    rewritten(inbox, lambda record: record, to_the_office(of_the_library(inbox)).model_copy(update={"file": "机关/承诺书（同文）.docx"}))
    with open_ledger(office_root) as ledger:
        for day in (20, 21):
            assert take(ledger, inbox, day).counts["改正归属的表"] == 0
        count = len(of_the_library(inbox).items)
        assert (len(library(ledger)), len(list(ledger.lines(Which(unit="机关第三", year=2011))))) == (count, count)


def test_matching_by_words() -> None:
    known = {7: "装 36 盏路灯", 8: "每月走访一户困难群众", 9: "加强学习"}
    found = match(known, ["每月走访一户困难群众。", "装40盏路灯", "加强管理", "办讲座"])
    assert (dict(found.same), found.new, found.gone) == ({8: 0, 7: 1}, [2, 3], [9])
    assert match({1: "同样的话", 2: "同样的话"}, ["同样的话", "同样的话"]).same == [(1, 0), (2, 1)]
