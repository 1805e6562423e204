"""What an answer to a question does."""

from __future__ import annotations

import json
import re
from typing import Any

from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.questions import (
    ANSWERS,
    CHANGED,
    CONFLICT,
    DROP,
    GOES_ON,
    GONE,
    NEW_NAME,
    NEWER,
    ONE,
    ORIGIN,
    RENAMED,
    SAME,
    TAKE,
    TWO,
    WENT_IN,
)
from pipeline.ledger.exchange.columns import EXTRA
from pipeline.ledger.exchange.values import fields_of
from pipeline.ledger.register.forms import BOUND, EARLY, PLACE, READ, Registrar
from pipeline.ledger.store.acts import Act, Row
from pipeline.ledger.units import merge_into, rename_to
from pipeline.rosters.roster import plain

TYPED = ("progress", "progress_on", "done_on", "evidence", "evidence_day", "evidence_file", "reviewer", "rectify_by", "example", "remark")


def settle(act: Act, number: int, answer: str) -> str:
    """Answer the question of that number. Returns why it cannot be done, "" where it was; then it stays open."""
    question = act.row("question", number)
    if answer not in ANSWERS[question["kind"]]:
        return f"可选的答复是：{'、'.join(ANSWERS[question['kind']])}"
    if question["answer"]:
        return f"{question['answered_by']}已答复“{question['answer']}”"
    try:
        _done(act, question, answer)
    except (Illegal, ValueError) as why:
        return str(why)
    act.change("question", number, {"answer": answer, "answered_by": act.who.by})
    return ""


def _done(act: Act, question: Row, answer: str) -> None:
    if question["kind"] == RENAMED:
        _renamed(act, question, answer)
        return
    item, why = act.row("item", question["item"]), f"按问题 {question['id']} 的答复"
    if answer == TAKE and question["kind"] == CONFLICT:
        _take(act, item, question["field"], question["said"], why)
    elif answer == NEWER and question["kind"] == CHANGED:
        act.move(item["id"], State.WAITING, f"{why}，采用新稿", json.loads(question["said"]), known=item)
    elif answer == DROP and question["kind"] == GONE:
        _drop(act, item, f"{why}，新报的稿子里没有这一项")
    elif answer == GOES_ON and question["kind"] == ORIGIN:
        act.change("item", item["id"], {"origin": question["other"]}, why, known=item)
    elif answer == ONE and question["kind"] == SAME:
        _merge(act, item, act.row("item", question["other"]), why)
    elif answer == TWO and question["kind"] == SAME and not question["field"]:  # asked as a new draft came, which has not the older one
        Registrar(act).gone(act.row("item", question["other"]))


def _renamed(act: Act, question: Row, answer: str) -> None:
    unit, why = act.row("unit", question["unit"]), f"按问题 {question['id']} 的答复"
    if answer == NEW_NAME:
        rename_to(act, unit, question["said"], why)
    elif answer == WENT_IN:
        there = [u for u in act.rows("unit", merged_into=None) if plain(u["name"]) == plain(question["said"])]
        home = there[0]["id"] if there else act.add("unit", {"name": question["said"], "parent": unit["parent"], "window": False}, why)
        merge_into(act, unit, act.row("unit", home), why)


def _take(act: Act, item: Row, name: str, said: str, why: str) -> None:
    if name == "state":
        act.move(item["id"], State(said), why, known=item)
    elif name.startswith(EXTRA):
        extra = {**item["extra"], name.removeprefix(EXTRA): _own(said)}
        act.change("item", item["id"], {"extra": {title: value for title, value in extra.items() if value is not None}}, why, known=item)
    else:
        act.change("item", item["id"], fields_of(name, said), why, known=item)


def _own(said: str) -> Any:
    """What stood in a cell of somebody's own column, of which the question holds the words: a day, a number, text; None for nothing."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return [said]
    is_number = len(said) < 10 and re.fullmatch(r"0|[1-9]\d*|(?:0|[1-9]\d*)\.\d+", said)  # a longer one may be somebody's number
    return (float(said) if "." in said else int(said)) if is_number else said or None


def _drop(act: Act, item: Row, why: str) -> None:
    """What was published goes back first."""
    if State(item["state"]) in (State.PUBLISHED, State.UNDER_WAY):
        act.move(item["id"], State.WAITING, why, known=item)
    act.move(item["id"], State.DROPPED, why, known=item)


def _merge(act: Act, new: Row, old: Row, why: str) -> None:
    """The new item was the older one all along: its words go there, and what people typed into it, where that is empty."""
    words = _words(new)
    extra = {"extra": {**new["extra"], **old["extra"]}}
    typed = {name: new[name] for name in TYPED if new[name] and not old[name]}
    act.change("item", new["id"], {"same_as": old["id"]}, why, known=new)
    if State(old["state"]) in EARLY:
        act.change("item", old["id"], {**words, **typed, **extra}, why, known=old)
        if old["state"] == State.RETURNED:
            act.move(old["id"], State.WAITING, "重新报送", known=old)
    else:
        act.change("item", old["id"], {**typed, **extra}, why, known=old)
        act.add("question", {
            "kind": CHANGED, "item": old["id"], "now": old["text"], "said": json.dumps({n: words[n] for n in READ if n in words}, ensure_ascii=False),
            "seen": 0, "by": act.who.by, "source": act.who.source,
        })  # fmt: skip


def _words(new: Row) -> Row:
    """What an item says of itself: all that was read from a form; of a row that somebody typed no more than was filled in."""
    if new["content_id"]:
        return {name: new[name] for name in (*READ, *PLACE)}
    bound = new["due"] or new["due_words"]
    return {name: new[name] for name in READ if new[name] or (bound and name in BOUND)}
