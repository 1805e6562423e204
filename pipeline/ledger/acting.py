"""Moves and revisions of items as people order them: many at once, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.things import Fields, Line
from pipeline.ledger.store.ledger import Ledger, Which
from pipeline.ledger.store.snapshot import Snapshot

MOVED, REVISED = "办理", "变更"
MOST_TOLD = 20
REOPENS = {State.APPROVED: State.WAITING, State.PUBLISHED: State.WAITING, State.UNDER_WAY: State.WAITING}
AGAIN = (State.NOT_KEPT, State.PUT_RIGHT)


def move_all(ledger: Ledger, which: Which, to: State, who: Who, *, note: str = "", values: Fields | None = None, day: date | None = None) -> list[Line]:
    """Move these items, all or none; returns them as they were. Raises Illegal, whose message names each that cannot."""
    lines = _meant(ledger, which)
    wrong: list[str] = []
    with ledger.act(who, MOVED) as act:
        rows = Snapshot(act.connection).items([line.item.id for line in lines])
        for line in lines:
            try:
                act.move(line.item.id, to, note, values, day=day, known=rows[line.item.id])
            except Illegal as why:
                wrong.append(f"编号 {line.item.id}：{why}")
        if wrong:
            raise Illegal(_several(wrong))
    return lines


def revise(ledger: Ledger, number: int, who: Who, note: str, values: Fields) -> State:
    """Give a promise other words or another day; the old ones stay in the history. What was approved goes back to be
    approved again, what was not kept is promised again (再承诺). Returns its state then. Raises Illegal."""
    (line,) = _meant(ledger, Which(ids=[number]))
    state = line.item.state
    with ledger.act(who, REVISED) as act:
        if state in (State.WAITING, State.RETURNED):
            if not note:
                raise Illegal("请写明为什么变更")
            act.change("item", number, values, note)
            return state
        if state not in REOPENS and state not in AGAIN:
            raise Illegal(f"“{state}”的事项不能变更")
        to = REOPENS.get(state, State.UNDER_WAY)
        act.move(number, to, note, values)
    return to


def _meant(ledger: Ledger, which: Which) -> list[Line]:
    lines = list(ledger.lines(replace(which, all_states=True) if which.ids else which))
    lines = [line for line in lines if line.item.same_as is None]
    missing = sorted(set(which.ids) - {line.item.id for line in lines})
    if missing:
        raise Illegal(f"台账里没有这几项，或已并入别的事项：{'、'.join(map(str, missing[:MOST_TOLD]))}")
    if not lines:
        raise Illegal("没有符合条件的事项")
    return lines


def _several(wrong: Sequence[str]) -> str:
    more = f"\n……共 {len(wrong)} 项" if len(wrong) > MOST_TOLD else ""
    return "什么也没有改动。\n" + "\n".join(wrong[:MOST_TOLD]) + more if len(wrong) > 1 else wrong[0]
