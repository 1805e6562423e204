"""The ledger as it stood at the end of a past day, from what was logged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import or_, select

from pipeline.ledger.book.history import ADDED, HEARD
from pipeline.ledger.book.things import Form, Item, Line, Person, Thing, Unit
from pipeline.ledger.store.ledger import TABLES
from pipeline.ledger.store.ledger_tables import act, change
from pipeline.ledger.store.store import Store

T = TypeVar("T", bound=Thing)
AT_ONCE = 5_000
SHORT = 16
OWNERS = (("item", ("form",)), ("form", ("unit", "person")), ("person", ("unit",)))
"""The fields that name another thing, by kind of thing; the kinds in the order in which one leads to the next."""
Rows = dict[tuple[str, int], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Past:
    """All things as they were; `rows` are plain fields by kind of thing and id."""

    rows: Rows

    def all(self, kind: type[T]) -> list[T]:
        """All things of a kind, in the order of their ids."""
        name = TABLES[kind]
        return [kind.of(self.rows[key]) for key in sorted(key for key in self.rows if key[0] == name)]

    def lines(self) -> Iterator[Line]:
        """Items with whose they were, in the order of units, forms and numbers."""
        units = {u.id: u for u in self.all(Unit)}
        people = {p.id: p for p in self.all(Person)}
        items: dict[int, list[tuple[int, int]]] = defaultdict(list)  # of each form: number in it, id
        for (thing, number), row in self.rows.items():
            if thing == "item":
                items[row["form"]].append((row["n"], number))
        for form in sorted(self.all(Form), key=lambda f: (f.unit, f.person is not None, f.person or 0, f.id)):
            owner = people[form.person] if form.person else None
            for _, number in sorted(items[form.id]):
                yield Line(units[form.unit], owner, form, Item.of(self.rows["item", number]))


def past(store: Store, day: date | None = None) -> Past:
    """What the changes up to the end of that day add up to; of all days where none is given. What was entered later for an earlier
    day (补办) counts on that day, with the thing that it is about as it was first written down."""
    query = select(change.c.thing, change.c.id, change.c.version, change.c.after, act.c.at)
    query = query.join(act, change.c.act == act.c.number).where(change.c.what != HEARD).order_by(change.c.number)
    until = (day + timedelta(days=1)).isoformat() if day else ""
    if until:
        query = query.where(or_(act.c.at < until, change.c.what == ADDED))
    rows: Rows = {}
    later: Rows = {}
    once: dict[str, str] = {}  # names of fields, states, days: the same words in every row, kept once
    with store.reading() as connection:
        for thing, number, version, after, at in connection.execution_options(yield_per=AT_ONCE).execute(query):
            key = (thing, number)
            if key not in rows and key in later:
                rows[key] = later.pop(key)
            row = (later if until and at >= until else rows).setdefault(key, {"id": number})
            row.update({once.setdefault(name, name): _once(value, once) for name, value in after.items()})
            row["version"] = version
    _with_owners(rows, later)
    return Past(rows)


def _with_owners(rows: Rows, later: Rows) -> None:
    """Things that were there have their owners, whenever these were written down."""
    for thing, owners in OWNERS:
        for (kind, _), row in list(rows.items()):
            for name in owners if kind == thing else ():
                key = (name, row.get(name) or 0)
                if key not in rows and key in later:
                    rows[key] = later.pop(key)


def _once(value: Any, once: dict[str, str]) -> Any:
    return once.setdefault(value, value) if isinstance(value, str) and len(value) <= SHORT else value
