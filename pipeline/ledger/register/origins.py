"""What goes on from last year: each promise of a new form is linked to the one of last year that it continues."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.questions import ORIGIN, OTHER_MATTER
from pipeline.ledger.register.matching import match
from pipeline.ledger.store.acts import Act, Row
from pipeline.together.open_items import share

OPEN = (*RUNNING, State.CARRIED)
"""States of last year's items that may go on this year: carried over, or not finished and not yet settled."""
HELD = 0.6
"""From this share of its letter pairs on, last year's promise may stand, written out anew, in one of this year."""


def link_origins(act: Act, form: Row) -> int:
    """Set `origin` of this form's items where the words tell; where they only suggest it, a person is asked. Returns how
    many were linked. Nothing that a person answered or that is linked already is touched."""
    old = _left_of_last_year(act, form)
    if not old:
        return 0
    mine = [r for r in act.rows("item", form=form["id"]) if r["same_as"] is None and r["state"] != State.DROPPED]
    taken = {r["origin"] for r in mine}
    free = [r for r in mine if r["origin"] is None]
    left = {number: row["text"] for number, row in old.items() if number not in taken}
    refused = _refused(act, free)
    found = match(left, [r["text"] for r in free])
    sure = [(number, place) for number, place in found.same if (number, free[place]["id"]) not in refused]
    for number, place in sure:
        row = free[place]
        act.change("item", row["id"], {"origin": number}, f"接续{form['year'] - 1}年的编号 {number}", known=row)
    settled = {one for number, place in sure for one in (number, free[place]["id"])}
    doubtful = [(n, free[p]) for n, p in found.doubtful] + _held(left, free)
    for number, row in doubtful:
        if number not in settled and row["id"] not in settled and (number, row["id"]) not in refused:
            settled |= {number, row["id"]}
            _ask(act, row, number, left[number])
    return len(sure)


def _left_of_last_year(act: Act, form: Row) -> dict[int, Row]:
    """Of an organisation that of its own form, of a person that of all of them: a member may be the secretary by now."""
    before = act.rows("form", unit=form["unit"], person=form["person"], year=form["year"] - 1)
    if form["person"] is None:
        before = [f for f in before if f["kind"] == form["kind"]]
    rows = act.rows("item", form=[f["id"] for f in before]) if before else []
    return {r["id"]: r for r in rows if r["same_as"] is None and r["state"] in OPEN}


def _refused(act: Act, free: list[Row]) -> set[tuple[int, int]]:
    """Pairs that a person was asked about: the open ones wait, the others are no pair."""
    asked = act.rows("question", kind=ORIGIN, item=[r["id"] for r in free]) if free else []
    return {(q["other"], q["item"]) for q in asked if q["answer"] in ("", OTHER_MATTER)}


def _held(left: Mapping[int, str], free: list[Row]) -> list[tuple[int, Row]]:
    """What is listed again is usually written out anew and longer: for each old promise the new one that holds most of it."""
    found = []
    for number, text in left.items():
        best = max(free, key=lambda row: share(text, row["text"]), default=None)
        if best is not None and share(text, best["text"]) >= HELD:
            found.append((number, best))
    return found


def _ask(act: Act, row: Row, number: int, text: str) -> None:
    asked = {"kind": ORIGIN, "item": row["id"], "other": number, "now": text, "said": row["text"], "seen": 0}
    act.add("question", {**asked, "by": act.who.by, "source": act.who.source})
