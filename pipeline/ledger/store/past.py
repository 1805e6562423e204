"""The ledger as it stood at the end of a past day, from what was logged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from pipeline.ledger.book.history import HEARD
from pipeline.ledger.book.things import Form, Item, Line, Person, Thing, Unit
from pipeline.ledger.store.ledger import TABLES
from pipeline.ledger.store.ledger_tables import act, change
from pipeline.ledger.store.store import Store

T = TypeVar("T", bound=Thing)
AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Past:
    """All things as they were; `rows` are plain fields by kind of thing and id."""

    rows: dict[tuple[str, int], dict[str, Any]]

    def all(self, kind: type[T]) -> list[T]:
        """All things of a kind, in the order of their ids."""
        name = TABLES[kind]
        return [kind.of(self.rows[key]) for key in sorted(key for key in self.rows if key[0] == name)]

    def lines(self) -> Iterator[Line]:
        """Items with whose they were, in the order of units, forms and numbers."""
        units = {u.id: u for u in self.all(Unit)}
        people = {p.id: p for p in self.all(Person)}
        forms = {f.id: f for f in self.all(Form)}
        lines = (Line(units[(f := forms[i.form]).unit], people[f.person] if f.person else None, f, i) for i in self.all(Item))
        yield from sorted(lines, key=lambda one: (one.unit.id, one.person is not None, one.person.id if one.person else 0, one.form.id, one.item.n, one.item.id))


def past(store: Store, day: date | None = None) -> Past:
    """What the changes up to the end of that day add up to; of all days where none is given."""
    query = select(change.c.thing, change.c.id, change.c.version, change.c.after).where(change.c.what != HEARD)
    query = query.order_by(change.c.number)
    if day is not None:
        until = (day + timedelta(days=1)).isoformat()
        query = query.join(act, change.c.act == act.c.number).where(act.c.at < until)
    rows: dict[tuple[str, int], dict[str, Any]] = {}
    with store.reading() as connection:
        for thing, number, version, after in connection.execution_options(yield_per=AT_ONCE).execute(query):
            row = rows.setdefault((thing, number), {"id": number})
            row.update(after)
            row["version"] = version
    return Past(rows)
