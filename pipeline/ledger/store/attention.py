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

PARTS = ((Unit, unit), (Person, person), (Form, form), (Item, item))
TABLES_OF_PARTS = tuple(table for _, table in PARTS)


@dataclass(frozen=True, slots=True)
class Horizon:
    """Items with a limit up to `limit`, and items of which nothing was heard since `heard`."""

    limit: date
    heard: date


def attention(ledger: Ledger, horizon: Horizon) -> Iterator[Line]:
    """The running items within the horizon, with whose they are, by unit."""
    with ledger.store.reading() as connection:
        rows = connection.execution_options(yield_per=AT_ONCE).execute(attention_query(horizon))
        of_units, of_people, of_forms, of_items = (_Part(kind, table) for kind, table in PARTS)
        for row in rows:
            form_ = of_forms.of(row)
            yield Line(of_units.of(row), of_people.of(row) if form_.person else None, form_, of_items.new(row))


class _Part:
    """The columns of one table in the joined rows; what is the same in many rows is made once."""

    def __init__(self, kind: Any, table: Any) -> None:
        names = tuple(column.name for column in table.columns)
        before = list(TABLES_OF_PARTS[: TABLES_OF_PARTS.index(table)])
        start = sum(len(other.columns) for other in before)
        self._cells, self._make = slice(start, start + len(names)), kind.reader(names)
        self._id = start + names.index("id")
        self._made: dict[int, Any] = {}

    def of(self, row: Any) -> Any:
        """The thing in that row, the same for the same id."""
        if row[self._id] not in self._made:
            self._made[row[self._id]] = self.new(row)
        return self._made[row[self._id]]

    def new(self, row: Any) -> Any:
        """The thing in that row."""
        return self._make(row[self._cells])


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
    columns = [column.label(f"{table.name}_{column.name}") for table in TABLES_OF_PARTS for column in table.columns]
    joined = item.join(form, item.c.form == form.c.id).join(unit, form.c.unit == unit.c.id)
    joined = joined.outerjoin(person, form.c.person == person.c.id)
    order = (unit.c.id, form.c.person.is_not(None), form.c.person, item.c.form, item.c.n)
    return select(*columns).select_from(joined).where(wanted, item.c.same_as.is_(None)).order_by(*order)

