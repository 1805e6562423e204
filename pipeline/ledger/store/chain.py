"""A promise through the years: what it goes on from, and what goes on from it."""

from __future__ import annotations

from sqlalchemy import select

from pipeline.ledger.book.things import Line
from pipeline.ledger.store.ledger import Ledger, Which
from pipeline.ledger.store.ledger_tables import item


def chain(ledger: Ledger, number: int) -> list[Line]:
    """The promise with all that it goes on from and that go on from it, by year; itself alone where it has none."""
    found, waiting = {number}, [number]
    with ledger.store.reading() as connection:
        while waiting:
            one = waiting.pop()
            before = connection.execute(select(item.c.origin).where(item.c.id == one, item.c.origin.is_not(None))).scalars()
            after = connection.execute(select(item.c.id).where(item.c.origin == one, item.c.same_as.is_(None))).scalars()
            fresh = {*before, *after} - found
            found |= fresh
            waiting += sorted(fresh)
    lines = ledger.lines(Which(ids=sorted(found), all_states=True))
    return sorted(lines, key=lambda line: (line.form.year, line.item.id))


def goes_on_as(ledger: Ledger) -> dict[int, int]:
    """Every promise that one of a later year goes on from, with that one."""
    query = select(item.c.origin, item.c.id).where(item.c.origin.is_not(None), item.c.same_as.is_(None))
    with ledger.store.reading() as connection:
        return {row.origin: row.id for row in connection.execute(query)}
