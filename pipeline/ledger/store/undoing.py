"""Taking an act back by another act: what it changed gets the values that it had, wherever nothing else changed them since."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from pipeline.ledger.book.history import CHANGED
from pipeline.ledger.store.acts import Act
from pipeline.ledger.store.ledger_tables import act as acts
from pipeline.ledger.store.ledger_tables import change


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and what was left as things are because it changed again; both as (kind of thing, id)."""

    back: tuple[tuple[str, int], ...]
    left: tuple[tuple[str, int], ...]


def undo_last(act: Act, thing: str, number: int, field: str, note: str) -> Undone:
    """Take back the last act that changed that field of a thing, with all that this act changed elsewhere; the field `former`
    of units is for the caller to settle. Things that were made are left."""
    act.flush()
    rows = select(change).join(acts, change.c.act == acts.c.number)
    mine = rows.where(change.c.thing == thing, change.c.id == number, change.c.what == CHANGED).order_by(change.c.number.desc())
    last = next(row["act"] for row in act.connection.execute(mine).mappings() if field in row["after"])
    found = act.connection.execute(rows.where(change.c.act == last, change.c.what == CHANGED).order_by(change.c.number)).mappings().all()
    back: list[tuple[str, int]] = []
    left: list[tuple[str, int]] = []
    for row in reversed(found):
        now = act.row(row["thing"], row["id"])
        values = {name: before for name, before in row["before"].items() if name != "former"}
        if not values:
            continue
        same = all(now[name] == row["after"][name] for name in values)
        (back if same else left).append((row["thing"], row["id"]))
        if same:
            act.change(row["thing"], row["id"], values, note, known=now)
    return Undone(tuple(back), tuple(left))
