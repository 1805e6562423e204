"""Which running items may need somebody's attention: one query over the indexes (state, due), (state, rectify_by) and
(state, progress_on, since) of `item`, which brings no more of each than its light depends on; and the whole lines of those
that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, or_, select

from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Form, Item, Line, Person, Unit
from pipeline.ledger.store.ledger import AT_ONCE, Ledger
from pipeline.ledger.store.ledger_tables import form, item, person, unit

PARTS = ((Unit, unit), (Person, person), (Form, form), (Item, item))
TABLES = tuple(table for _, table in PARTS)
DAYS = (item.c.since, item.c.due, item.c.rectify_by, item.c.progress_on)
ALWAYS = State.NOT_KEPT
"""The state in which an item waits for a decision, whatever its days."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """Items with a limit up to `limit`, and items of which nothing was heard since `heard`."""

    limit: date
    heard: date


@dataclass(frozen=True, slots=True)
class Plight:
    """What an item's light depends on, with its unit and place: the fields are those of `Item`."""

    id: int
    unit: int
    form: int
    n: int
    state: State
    since: date
    due: date | None
    rectify_by: date | None
    progress_on: date | None


def attention(ledger: Ledger, horizon: Horizon) -> Iterator[Plight]:
    """The running items within the horizon."""
    states = {state.value: state for state in RUNNING}
    day = date.fromisoformat
    with ledger.store.reading() as connection:
        rows = connection.execution_options(yield_per=AT_ONCE).execute(attention_query(horizon))
        for number, unit_id, form_id, n, state, since, due, rectify_by, heard in rows:
            yield Plight(
                number, unit_id, form_id, n, states[state], day(since), day(due) if due else None,
                day(rectify_by) if rectify_by else None, day(heard) if heard else None,
            )  # fmt: skip


def attention_query(horizon: Horizon) -> Select[Any]:
    """The query of `attention`; a test looks at how the database goes about it."""
    limit, heard = horizon.limit.isoformat(), horizon.heard.isoformat()
    running = [state.value for state in RUNNING]
    ordinary = [state.value for state in RUNNING if state is not State.PUT_RIGHT]
    wanted = or_(
        item.c.state == ALWAYS.value,
        and_(item.c.state.in_(ordinary), item.c.due <= limit),
        and_(item.c.state == State.PUT_RIGHT.value, item.c.rectify_by <= limit),
        and_(item.c.state.in_(running), item.c.progress_on <= heard),
        and_(item.c.state.in_(running), item.c.progress_on.is_(None), item.c.since <= heard),
    )
    query = select(item.c.id, form.c.unit, item.c.form, item.c.n, item.c.state, *DAYS)
    return query.select_from(item.join(form, item.c.form == form.c.id)).where(wanted, item.c.same_as.is_(None))


def lines_of(ledger: Ledger, ids: Sequence[int]) -> Iterator[Line]:
    """These items with whose they are, in this order."""
    joined = item.join(form, item.c.form == form.c.id).join(unit, form.c.unit == unit.c.id).outerjoin(person, form.c.person == person.c.id)
    columns = [column.label(f"{table.name}_{column.name}") for table in TABLES for column in table.columns]
    of_units, of_people, of_forms, of_items = (_Part(kind, table) for kind, table in PARTS)
    with ledger.store.reading() as connection:
        for start in range(0, len(ids), AT_ONCE):
            wanted = ids[start : start + AT_ONCE]
            found = {}
            for row in connection.execute(select(*columns).select_from(joined).where(item.c.id.in_(wanted))):
                owner, one = of_forms.of(row), of_items.new(row)
                found[one.id] = Line(of_units.of(row), of_people.of(row) if owner.person else None, owner, one)
            yield from (found[number] for number in wanted)


class _Part:
    """The columns of one table in the joined rows; what is the same in many rows is made once."""

    def __init__(self, kind: Any, table: Any) -> None:
        names = tuple(column.name for column in table.columns)
        start = sum(len(other.columns) for other in TABLES[: TABLES.index(table)])
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
