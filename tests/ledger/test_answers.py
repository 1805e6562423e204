"""What the answers to questions do: nothing that was typed is lost by one, nothing that the form says is blanked by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from handmade.inbox import Inbox, small_inbox

from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import CONFLICT, ONE, SAME, TAKE
from pipeline.ledger.book.things import Item
from pipeline.ledger.exchange.settling import settle
from pipeline.ledger.register.run import register
from pipeline.ledger.store.ledger import open_ledger
from pipeline.records import FormRecord, from_line, to_line
from tests.ledger.clerks import Clerk, items, who


def answer(root: Path, kind: str, said: str) -> None:
    with open_ledger(root) as ledger, ledger.act(who(25), "答复") as act:
        (question,) = [q for q in ledger.questions() if q.kind == kind]
        assert settle(act, question.id, said) == ""


def meanwhile(root: Path, **values: Any) -> None:
    """Somebody else changes the first item after the workbook went out."""
    with open_ledger(root) as ledger, ledger.act(who(21, by="李试核"), "办理") as act:
        act.change("item", 1, values)


def test_words_that_look_like_a_day_can_be_cleared(wang: Clerk) -> None:
    wang.fill(2, 备注="旧话")
    wang.hand_in()
    wang.fetch()
    meanwhile(wang.root, remark="2012-06-30")
    wang.fill(2, 备注=None)
    wang.hand_in()
    answer(wang.root, CONFLICT, TAKE)
    assert items(wang.root)[1].remark == ""


@pytest.mark.parametrize(("typed", "kept"), [(date(2012, 5, 4), ["2012-05-04"]), (12, 12), ("写了", "写了"), (None, None)])
def test_a_column_of_ones_own_keeps_its_kind_through_a_conflict(wang: Clerk, typed: Any, kept: Any) -> None:
    wang.fill(2, 自己的栏="原来")
    wang.hand_in()
    wang.fetch()
    meanwhile(wang.root, extra={"自己的栏": "别人写的"})
    wang.fill(2, 自己的栏=typed)
    wang.hand_in()
    answer(wang.root, CONFLICT, TAKE)
    assert items(wang.root)[1].extra == ({} if kept is None else {"自己的栏": kept})
    wang.fetch()
    assert not wang.plan().changes


@pytest.mark.parametrize("state", [State.WAITING, State.UNDER_WAY])
def test_a_typed_row_that_is_an_older_item_blanks_nothing_and_loses_nothing(wang: Clerk, state: State) -> None:
    with open_ledger(wang.root) as ledger, ledger.act(who(2), "办理") as act:
        act.change("item", 1, {"state": state, "target": "一条", "measures": "每周一次", "responsible": "周试样", "content_id": "ab12"})
    wang.fetch()
    wang.fill(10, 单位="甲试支部", 年度=2012, 承诺事项="修一条路，两边种树", 备注="口头说的", 自己的栏="也要留")
    wang.hand_in()
    answer(wang.root, SAME, ONE)
    old = items(wang.root)[1]
    assert (old.target, old.measures, old.responsible, old.content_id, old.due) == ("一条", "每周一次", "周试样", "ab12", date(2012, 6, 30))
    assert (old.remark, old.extra) == ("口头说的", {"自己的栏": "也要留"})


def library_item(ledger: Any) -> Item:
    return next(i for i in ledger.all(Item) if i.due)


def test_a_day_that_was_typed_and_the_forms_words_are_one_question(office_root: Path, tmp_path: Path) -> None:
    inbox: Inbox = small_inbox(tmp_path / "in", files=False)
    with open_ledger(office_root) as ledger:
        register(ledger, inbox.results, inbox.roster, 2012, who(20))
        item = library_item(ledger)
        with ledger.act(who(21), "导入") as act:
            act.change("item", item.id, {"due": date(2012, 11, 30)})
        say_always(inbox, item.content_id)
        register(ledger, inbox.results, inbox.roster, 2012, who(22))
        (question,) = [q for q in ledger.questions() if q.item == item.id]
        assert (question.kind, question.field, question.now, question.said) == (CONFLICT, "due", "2012-11-30", "长期坚持")
        found = ledger.get(Item, item.id)
        assert found
        assert (found.due, found.due_words) == (date(2012, 11, 30), "")
        with ledger.act(who(23), "答复") as act:
            assert settle(act, question.id, TAKE) == ""
        found = ledger.get(Item, item.id)
        assert found
        assert (found.due, found.due_words) == (None, "长期坚持")


def say_always(inbox: Inbox, content_id: str) -> None:
    """The form comes again; that promise has no day any more but is kept up for ever."""
    lines = []
    for line in inbox.results.read_text("utf-8").splitlines():
        record = from_line(line)
        if isinstance(record, FormRecord) and any(i.item_id == content_id for i in record.items):
            always = {"kind": "ongoing", "phrase": "长期坚持", "start": None, "end": None}
            told = tuple(i.model_copy(update={"deadline": i.deadline.model_copy(update=always)}) if i.item_id == content_id else i for i in record.items)
            line = to_line(record.model_copy(update={"sha256": "9" * 64, "items": told, "version": record.version + 1}))
        lines.append(line + "\n")
    inbox.results.write_text("".join(lines), "utf-8")
