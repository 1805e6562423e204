"""The ledger of a working folder: what it holds now or held on a past day, what happened, and acts that change it.

`docs/ledger.md` is the page about it. SQL stays below; callers see the values of `pipeline.ledger.book`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, false, func, or_, select

from pipeline.ledger.book.history import Change, Who
from pipeline.ledger.book.life import RUNNING, State
from pipeline.ledger.book.things import Form, Item, Line, Person, Question, Thing, Unit
from pipeline.ledger.book.year import Ballot, Entry, Notice, Publication, Report, Spot
from pipeline.ledger.store import year_tables  # noqa: F401  the tables of TABLES below
from pipeline.ledger.store.acts import Act, among
from pipeline.ledger.store.ledger_tables import THINGS, act, change, export, form, item, ledger, person, question, unit
from pipeline.ledger.store.store import Store, open_store

T = TypeVar("T", bound=Thing)
TABLES: dict[type[Thing], str] = {Unit: "unit", Person: "person", Form: "form", Item: "item", Question: "question"}
TABLES |= {Publication: "publication", Report: "report", Entry: "entry", Ballot: "ballot", Notice: "notice", Spot: "spot"}
AT_ONCE = 2_000
TAG_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Which:
    """Which items are meant; what is left out does not narrow. `unit` is part of a unit's name, of one that it had, or its superior's, `ids`
    are items' ids; items that turned out to be others (`same_as`) and dropped ones only where `all_states`."""

    year: int | None = None
    unit: str = ""
    units: Sequence[int] = ()
    kinds: Sequence[str] = ()
    states: Sequence[State] = ()
    forms: Sequence[int] = ()
    ids: Sequence[int] = ()
    due_by: date | None = None
    all_states: bool = False


class Ledger:
    """The open ledger. Reading methods see one moment each."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @contextmanager
    def act(self, who: Who, what: str) -> Iterator[Act]:
        """One transaction of changes; see `pipeline.ledger.store.acts`. Raises StoreError."""
        with self.store.begin() as connection:
            made = Act(connection, who, what)
            yield made
            made.flush()

    def tag(self) -> str:
        """What tells this ledger from every other one; given when first asked for."""
        query = select(ledger.c.tag)
        with self.store.reading() as connection:
            if found := connection.execute(query).scalar():
                return str(found)
        with self.store.begin() as connection:
            if found := connection.execute(query).scalar():  # given meanwhile
                return str(found)
            made = "".join(secrets.choice(TAG_LETTERS) for _ in range(6))
            connection.execute(ledger.insert(), {"tag": made, "made": datetime.now().replace(microsecond=0).isoformat()})
            return made

    def all(self, kind: type[T]) -> list[T]:
        """All things of a kind (those of `TABLES`), in the order of their ids."""
        table = THINGS[TABLES[kind]]
        with self.store.reading() as connection:
            return list(_by_id(connection, kind, table).values())

    def get(self, kind: type[T], number: int) -> T | None:
        """The thing of that id."""
        table = THINGS[TABLES[kind]]
        with self.store.reading() as connection:
            row = connection.execute(select(table).where(table.c.id == number)).mappings().first()
        return kind.of(row) if row else None

    def lines(self, which: Which | None = None) -> Iterator[Line]:
        """Items with whose they are, streamed: by unit, organisation's forms before people's, then number."""
        with self.store.reading() as connection:
            units, people, forms = _by_id(connection, Unit, unit), _by_id(connection, Person, person), _by_id(connection, Form, form)
            rows = connection.execution_options(yield_per=AT_ONCE).execute(_items(which or Which()))
            made = Item.reader(tuple(rows.keys()))
            for row in rows:
                one = made(row)
                owner = forms[one.form]
                yield Line(units[owner.unit], people[owner.person] if owner.person else None, owner, one)

    def ids(self, which: Which) -> list[int]:
        """The ids of the items that are meant, in the order of `lines`."""
        with self.store.reading() as connection:
            return list(connection.execute(_items(which).with_only_columns(item.c.id)).scalars())

    def note_export(self, who: Who, file: str, which: str, items: str) -> int:
        """Remember that a workbook goes out; its number."""
        with self.store.begin() as connection:
            last = connection.execute(select(func.max(change.c.number))).scalar() or 0
            row = {"at": who.at.replace(microsecond=0).isoformat(), "by": who.by, "file": file, "which": which, "items": items, "last_change": last}
            number: int = connection.execute(export.insert().returning(export.c.number), row).scalar_one()
            return number

    def due(self, by: date, states: Sequence[State] = RUNNING) -> list[Item]:
        """Items in these states that are, or were, to be done by that day (put right by it, where they are in 限期整改):
        one query over the indexes of `item`."""
        with self.store.reading() as connection:
            rows = connection.execute(due_query(by, states))
            return list(map(Item.reader(tuple(rows.keys())), rows))

    def history(self, thing: str, number: int) -> list[Change]:
        """All changes of a thing, the oldest first."""
        query = _changes().where(change.c.thing == thing, change.c.id == number)
        with self.store.reading() as connection:
            return [_change(row) for row in connection.execute(query).mappings()]

    def changes(self, since: int = 0) -> list[Change]:
        """All changes after that number, the oldest first."""
        with self.store.reading() as connection:
            return [_change(row) for row in connection.execute(_changes().where(change.c.number > since)).mappings()]

    def questions(self, *, open_only: bool = True) -> list[Question]:
        """What people are asked, the oldest first."""
        query = select(question).order_by(question.c.id)
        with self.store.reading() as connection:
            rows = connection.execute(query.where(question.c.answer == "") if open_only else query).mappings()
            return [Question.of(row) for row in rows]


@contextmanager
def open_ledger(root: Path) -> Iterator[Ledger]:
    """The ledger of a folder of results (`--out`). Raises StoreError."""
    with open_store(root) as store:
        yield Ledger(store)


def due_query(by: date, states: Sequence[State]) -> Select[Any]:
    """The query of `Ledger.due`; a benchmark looks at how the database goes about it."""
    words, day = [s.value for s in states if s is not State.PUT_RIGHT], by.isoformat()
    behind = (item.c.state == State.PUT_RIGHT.value) & (item.c.rectify_by <= day)
    late = or_(item.c.state.in_(words) & (item.c.due <= day), behind if State.PUT_RIGHT in states else false())
    return select(item).where(late, item.c.same_as.is_(None)).order_by(item.c.due, item.c.id)


def _by_id(connection: Connection, kind: type[T], table: Table) -> dict[int, T]:
    rows = connection.execute(select(table).order_by(table.c.id))
    return {one.id: one for one in map(kind.reader(tuple(rows.keys())), rows)}


def _items(which: Which) -> Select[Any]:
    query = select(item).join(form, item.c.form == form.c.id).join(unit, form.c.unit == unit.c.id)
    if which.unit:
        like = f"%{which.unit}%"
        query = query.where(or_(unit.c.name.like(like), unit.c.parent.like(like), unit.c.former.like(like)))
    for column, wanted in (
        (unit.c.id, which.units), (form.c.kind, which.kinds), (form.c.id, which.forms), (item.c.id, which.ids),
        (item.c.state, [s.value for s in which.states]),
    ):  # fmt: skip
        query = query.where(among(column, wanted)) if wanted else query
    if which.year:
        query = query.where(form.c.year == which.year)
    if which.due_by:
        query = query.where(item.c.due <= which.due_by.isoformat())
    if not which.all_states:
        query = query.where(item.c.same_as.is_(None))
        query = query if which.states else query.where(item.c.state != State.DROPPED.value)
    return query.order_by(form.c.unit, form.c.person.is_not(None), form.c.person, form.c.year, form.c.id, item.c.n, item.c.id)


def _changes() -> Select[Any]:
    columns = (act.c.at, act.c.by, act.c.source, act.c.what.label("act_what"))
    return select(change, *columns).join(act, change.c.act == act.c.number).order_by(change.c.number)


def _change(row: Any) -> Change:
    who = Who(row["by"], row["source"], datetime.fromisoformat(row["at"]))
    told = (row["thing"], row["id"], row["version"], row["what"], row["before"], row["after"], row["note"])
    return Change(row["number"], who, row["act_what"], *told)
