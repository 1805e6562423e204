"""In which state each item was at the end of past days, by the day on which a move came about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from pipeline.ledger.book.history import ADDED, MOVED
from pipeline.ledger.store.ledger_tables import change
from pipeline.ledger.store.store import Store

AT_ONCE = 5_000


def states_then(store: Store, days: Sequence[date]) -> dict[int, list[str]]:
    """By item, its state at the end of each of these days, "" where it was not there yet. What was entered later for an
    earlier day counts from that day on, as the last word on it."""
    query = select(change.c.id, change.c.after).where(change.c.thing == "item", change.c.what.in_((ADDED, MOVED)))
    found: dict[int, list[str]] = {}
    since: dict[int, str] = {}
    ends = [day.isoformat() for day in days]
    with store.reading() as connection:
        for number, after in connection.execution_options(yield_per=AT_ONCE).execute(query.order_by(change.c.number)):
            states = found.setdefault(number, [""] * len(ends))
            begun = since[number] = after.get("since") or since[number]  # two moves of one day log their day once
            for n, end in enumerate(ends):
                if begun <= end:
                    states[n] = after["state"]
    return found
