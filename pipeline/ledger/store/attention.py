"""Which running items may need somebody's attention: one query over the indexes (state, due), (state, rectify_by) and
(state, progress_on, since) of `item`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, select

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Form, Item, Line, Person, Unit
from pipeline.ledger.store.ledger import AT_ONCE, Ledger
from pipeline.ledger.store.ledger_tables import form, item, person, unit

PREFIXES = (("u", unit), ("p", person), ("f", form), ("i", item))


@dataclass(frozen=True, slots=True)
class Horizon:
    """Items with a limit up to `limit`, and items of which nothing was heard since `heard`."""

    limit: date
    heard: date


def attention(ledger: Ledger, horizon: Horizon) -> Iterator[Line]:
    """The running items within the horizon, with whose they are, by unit."""
    people: dict[int, Person] = {}
    units: dict[int, Unit] = {}
    with ledger.store.reading() as connection:
        for row in connection.execution_options(yield_per=AT_ONCE).execute(attention_query(horizon)).mappings():
            unit_id, person_id = row["u_id"], row["p_id"]
            if unit_id not in units:
                units[unit_id] = Unit.of(_part("u", unit, row))
            if person_id is not None and person_id not in people:
                people[person_id] = Person.of(_part("p", person, row))
            owner = people[person_id] if person_id is not None else None
            yield Line(units[unit_id], owner, Form.of(_part("f", form, row)), Item.of(_part("i", item, row)))


def attention_query(horizon: Horizon) -> Select[Any]:
    """The query of `attention`; a test looks at how the database goes about it."""
    limit, heard = horizon.limit.isoformat(), horizon.heard.isoformat()
    running = [state.value for state in RUNNING]
    ordinary = [state.value for state in RUNNING if state is not State.PUT_RIGHT]
    wanted = or_(
        and_(item.c.state.in_(ordinary), item.c.due <= limit),
        and_(item.c.state == State.PUT_RIGHT.value, item.c.rectify_by <= limit),
        and_(item.c.state.in_(running), item.c.progress_on <= heard),
        and_(item.c.state.in_(running), item.c.progress_on.is_(None), item.c.since <= heard),
    )
    columns = [column.label(f"{prefix}_{column.name}") for prefix, table in PREFIXES for column in table.columns]
    joined = item.join(form, item.c.form == form.c.id).join(unit, form.c.unit == unit.c.id)
    joined = joined.outerjoin(person, form.c.person == person.c.id)
    order = (unit.c.id, form.c.person.is_not(None), form.c.person, item.c.form, item.c.n)
    return select(*columns).select_from(joined).where(wanted, item.c.same_as.is_(None)).order_by(*order)


def _part(prefix: str, table: Any, row: Any) -> dict[str, Any]:
    return {column.name: row[f"{prefix}_{column.name}"] for column in table.columns}
