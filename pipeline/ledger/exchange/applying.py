"""Writing down what a plan says, all in one act."""

from __future__ import annotations

from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import CONFLICT, SAME
from pipeline.ledger.exchange.columns import EXTRA
from pipeline.ledger.exchange.plan import Added, ItemEdits, Plan, Row
from pipeline.ledger.exchange.settling import settle
from pipeline.ledger.exchange.values import fields_of
from pipeline.ledger.exchange.writing import ExtraSheet
from pipeline.ledger.store.acts import Act
from pipeline.ledger.store.snapshot import Snapshot, said

NAME = "导入"


def apply(plan: Plan, act: Act) -> None:
    """Write the plan down. What an answer meets that cannot be done (Illegal) leaves the question open and is noted."""
    for one in plan.items.values():
        _edit(act, one)
    for added in plan.added:
        _add(act, added)
    for found in plan.conflicts:
        act.add("question", {
            "kind": CONFLICT, "item": found.item, "field": found.field, "now": found.now, "said": found.said, "seen": found.seen,
            "by": act.who.by, "source": f"{act.who.source} {found.where}",
        })  # fmt: skip
    _hear(plan, act)
    for answered in plan.answers:
        if why := settle(act, answered.question["id"], answered.answer):
            plan.notes.append(f"{answered.where}的答复没有采用：{why}。")
    _sheets(plan, act)


def _hear(plan: Plan, act: Act) -> None:
    """Keep what was typed and not taken over, each once however often the workbook is read."""
    if not plan.refused:
        return
    snapshot, ids = Snapshot(act.connection), {refused.item for refused in plan.refused}
    act.flush()
    known = {"item": snapshot.heard(ids), "row": snapshot.heard(ids, "row")}
    for refused in plan.refused:
        thing = "item" if refused.item else "row"
        words = {refused.field or "row": refused.said}
        if (refused.item, refused.why, said(words)) not in known[thing]:
            known[thing].add((refused.item, refused.why, said(words)))
            act.hear(thing, refused.item, refused.version, words, refused.why)


def _edit(act: Act, one: ItemEdits) -> None:
    values: Row = {}
    extra = dict(one.row["extra"])
    for edit in one.edits:
        if edit.field.startswith(EXTRA):
            extra[edit.field.removeprefix(EXTRA)] = edit.after
        elif edit.field != "state":
            values |= fields_of(edit.field, edit.after)
    extra = {title: value for title, value in extra.items() if value is not None}
    values["extra"] = extra
    if one.to is None:
        act.change("item", one.row["id"], values, known=one.row)
    else:
        act.move(one.row["id"], State(one.to), one.note, values, known=one.row)


def _add(act: Act, added: Added) -> None:
    form, person = added.form, added.person_id
    if added.person and person is None:
        rows = [p for p in act.rows("person", unit=added.unit) if p["name"] == added.person]
        person = rows[0]["id"] if rows else act.add("person", {"unit": added.unit, "name": added.person, "leader": False})
    if form is None:
        rows = act.rows("form", unit=added.unit, person=person, kind=added.kind, year=added.year)
        made = {"unit": added.unit, "person": person, "kind": added.kind, "year": added.year, "form_index": 0, "drafts": 0}
        form = rows[0]["id"] if rows else act.add("form", made)
    start = {"form": form, "n": added.n, "state": State.WAITING, "since": act.day}
    number = act.add("item", {**added.fields, **start})
    if added.alike:
        other, text = added.alike
        asked = {"kind": SAME, "item": number, "field": "text", "other": other, "now": text, "said": added.fields["text"], "seen": 0}
        act.add("question", {**asked, "by": act.who.by, "source": f"{act.who.source} {added.where}"})


def _sheets(plan: Plan, act: Act) -> None:
    kept = {ExtraSheet(row["title"], row["cells"]).key: row for row in act.rows("extra_sheet")} if plan.sheets else {}
    for sheet in plan.sheets:
        if row := kept.get(sheet.key):
            act.change("extra_sheet", row["id"], {"title": sheet.title, "cells": sheet.cells}, known=row)
        else:
            act.add("extra_sheet", {"title": sheet.title, "cells": sheet.cells})
