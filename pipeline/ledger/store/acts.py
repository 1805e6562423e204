"""Writing to the ledger: an act is one transaction, and every change in it is logged.

    with ledger.act(Who("王敏", "命令", now()), "办理") as act:
        act.move(item_id, State.APPROVED)
        act.change("item", item_id, {"progress": "已开工"})

What an act adds and changes is written in bulk, at its end or before it is asked for. An act that changes nothing leaves
no trace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, select

from pipeline.ledger.book.history import ADDED, CHANGED, HEARD, MOVED, Who
from pipeline.ledger.book.life import State, check_closed, move
from pipeline.ledger.book.things import Fields, plain_fields
from pipeline.ledger.store.ledger_tables import THINGS, act, change, form_file

BULK = 2_000
Row = dict[str, Any]


class Act:
    """One act. All of it is kept, or nothing where the block is left by an error."""

    def __init__(self, connection: Connection, who: Who, what: str) -> None:
        self.connection, self.who, self.what = connection, who, what
        self.changes = 0
        self._number = 0
        self._added: dict[str, list[Row]] = defaultdict(list)
        self._changed: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        self._touched: set[tuple[str, int]] = set()
        self._last: dict[str, int] = {}
        self._log: list[Row] = []

    @property
    def number(self) -> int:
        """The number of this act; given when first asked for."""
        if not self._number:
            who = self.who
            row = {"at": who.at.replace(microsecond=0, tzinfo=None).isoformat(), "by": who.by, "source": who.source, "what": self.what}
            self._number = self.connection.execute(act.insert().returning(act.c.number), row).scalar_one()
        return self._number

    @property
    def day(self) -> date:
        """The day of the act."""
        return self.who.at.date()

    def add(self, thing: str, values: Fields, note: str = "") -> int:
        """Make a thing with these fields; returns its id."""
        number = self._next(thing)
        plain = {**_defaults(thing), **plain_fields(values)}
        self._added[thing].append({**plain, "id": number, "version": 1})
        self._note(thing, number, 1, ADDED, {}, {name: value for name, value in plain.items() if not _nothing(value)}, note)
        return number

    def row(self, thing: str, number: int) -> Row:
        """The plain fields of a thing as they stand within this act. Raises KeyError where there is none."""
        found = self.rows(thing, id=number)
        if not found:
            raise KeyError(number)
        return found[0]

    def rows(self, thing: str, **where: Any) -> list[Row]:
        """The plain fields of the things with these values (of a list: with one of them), in the order of their ids."""
        self.flush()
        return rows_of(self.connection, thing, **where)

    def first(self, thing: str, number: int) -> Row:
        """The fields with which a thing was made."""
        self.flush()
        query = select(change.c.after).where(change.c.thing == thing, change.c.id == number, change.c.what == ADDED)
        return dict(self.connection.execute(query).scalar_one())

    def files_of(self, form: int) -> dict[tuple[str, int], str]:
        """The files that came for a form, by digest and number in it; whether each only adds to another."""
        self.flush()
        rows = self.connection.execute(select(form_file).where(form_file.c.form == form))
        return {(row.sha256, row.form_index): row.addition for row in rows}

    def forms_of(self, sha256: str, form_index: int) -> list[int]:
        """The forms for which that form of that file ever came."""
        self.flush()
        query = select(form_file.c.form).where(form_file.c.sha256 == sha256, form_file.c.form_index == form_index)
        return sorted(self.connection.execute(query).scalars())

    def any_files(self) -> bool:
        """Whether a file ever came for any form."""
        self.flush()
        return self.connection.execute(select(form_file.c.form).limit(1)).first() is not None

    def typed_fields(self, item: int, but: str) -> set[str]:
        """The fields of an item that acts of another name than `but` ever changed."""
        self.flush()
        query = select(change.c.after).join(act, change.c.act == act.c.number).where(change.c.thing == "item", change.c.id == item)
        query = query.where(change.c.version > 1, change.c.what != HEARD, act.c.what != but)
        return {name for (after,) in self.connection.execute(query) for name in after}

    def change(self, thing: str, number: int, values: Fields, note: str = "", *, known: Row | None = None) -> bool:
        """Give a thing these fields; those that are so already change nothing. `known` is its row where the caller has
        it from within this act. Returns whether anything changed."""
        return self._change(thing, known or self.row(thing, number), plain_fields(values), CHANGED, note)

    def move(
        self, number: int, to: State, note: str = "", values: Fields | None = None, *, day: date | None = None, known: Row | None = None
    ) -> None:
        """Move an item to another state, with fields that the move asks for; `day` is when it came about, where that was
        not today. Raises Illegal with the reason, KeyError."""
        row = known or self.row("item", number)
        said = plain_fields(values or {})
        move(State(row["state"]), to, {**row, **said}, note)
        after = {**said, "state": to.value, "since": (day or self.day).isoformat(), "note": note}
        self._change("item", row, after, MOVED, note)

    def hear(self, thing: str, number: int, version: int, said: Fields, note: str) -> None:
        """Keep what somebody said of a thing though it was not taken over."""
        self._note(thing, number, version, HEARD, {}, plain_fields(said), note)

    def came(self, form: int, file: str, sha256: str, form_index: int, draft: int, addition: str) -> None:
        """A file came for a form."""
        self.flush()
        row = {"form": form, "sha256": sha256, "form_index": form_index, "act": self.number, "file": file, "draft": draft, "addition": addition}
        self.connection.execute(form_file.insert(), row)

    def flush(self) -> None:
        """Write what was added and changed so far; called by itself where needed."""
        for thing, table in THINGS.items():  # in the order of their making: owners before what they own
            if rows := self._added.pop(thing, []):
                self.connection.execute(table.insert(), rows)
        for (thing, *names), rows in self._changed.items():
            table = THINGS[thing]
            values = {name: bindparam(f"_{name}", type_=table.c[name].type) for name in (*names, "version")}
            self.connection.execute(table.update().where(table.c.id == bindparam("_id")).values(values), rows)
        self._changed.clear()
        self._touched.clear()
        if self._log:
            self.connection.execute(change.insert(), self._log)
            self._log = []

    def _change(self, thing: str, row: Row, plain: Fields, what: str, note: str) -> bool:
        after = {name: value for name, value in plain.items() if row[name] != value}
        if not after:
            return False
        if thing == "item" and any(not value for value in after.values()):
            check_closed({**row, **after}, after)
        if (thing, row["id"]) in self._touched:
            self.flush()  # two changes of one thing are written in their order
        self._touched.add((thing, row["id"]))
        version = row["version"] + 1
        self._changed[thing, *sorted(after)].append({"_id": row["id"], "_version": version, **{f"_{n}": v for n, v in after.items()}})
        self._note(thing, row["id"], version, what, {name: row[name] for name in after}, after, note)
        row.update(after, version=version)
        return True

    def _note(self, thing: str, number: int, version: int, what: str, before: Fields, after: Fields, note: str) -> None:
        self.changes += 1
        self._log.append({
            "act": self.number, "thing": thing, "id": number, "version": version, "what": what,
            "before": dict(before), "after": dict(after), "note": note,
        })  # fmt: skip
        if len(self._log) >= BULK:
            self.flush()

    def _next(self, thing: str) -> int:
        if thing not in self._last:
            table = THINGS[thing]
            self._last[thing] = self.connection.execute(select(func.max(table.c.id))).scalar() or 0
        self._last[thing] += 1
        return self._last[thing]


def rows_of(connection: Connection, thing: str, **where: Any) -> list[Row]:
    """See `Act.rows`."""
    table = THINGS[thing]
    query = select(table).order_by(table.c.id)
    for name, value in where.items():
        column, many = table.c[name], isinstance(value, (list, tuple, set))
        query = query.where(among(column, value) if many else column.is_(None) if value is None else column == value)
    return [dict(row) for row in connection.execute(query).mappings()]


def among(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether the column has one of these values, however many: they are written into the query, as a database takes only so
    many beside it (SQLite 32,766 as Windows has it, PostgreSQL 65,535)."""
    return column.in_(bindparam(None, list(values), expanding=True, literal_execute=True))


def _defaults(thing: str) -> Row:
    """What a thing is where nothing is said: empty text, no day."""
    columns = (c for c in THINGS[thing].columns if c.name not in ("id", "version"))
    return {c.name: "" if c.server_default is not None else None for c in columns}


def _nothing(value: object) -> bool:
    """What a thing is by default need not be logged when it is made."""
    return value is None or value is False or value in ("", {})
