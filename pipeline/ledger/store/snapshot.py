"""What an import has to know of the ledger, at one moment: rows as they are, and as they were when a workbook went out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Text, and_, cast, func, or_, select

from pipeline.ledger.book.history import HEARD
from pipeline.ledger.book.things import Form, Person, Unit
from pipeline.ledger.store.acts import Row, rows_of
from pipeline.ledger.store.ledger_tables import act, change, export, form, item, ledger, person, unit

AT_ONCE = 5_000
"""So many ids go into one query: each database has its limit."""


class Snapshot:
    """Reads within the transaction of the connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, thing: str, **where: Any) -> list[Row]:
        """The plain fields of the things with these values, as `Act.rows` gives them."""
        return rows_of(self._connection, thing, **where)

    def tag(self) -> str:
        """The ledger's tag; empty where it has none yet, as nothing ever went out."""
        return str(self._connection.execute(select(ledger.c.tag)).scalar() or "")

    def last_change(self) -> int:
        """The number of the last change."""
        return self._connection.execute(select(func.max(change.c.number))).scalar() or 0

    def items(self, ids: Collection[int]) -> dict[int, Row]:
        """Items by id, each with its form's id."""
        return {row["id"]: row for part in _parts(ids) for row in rows_of(self._connection, "item", id=part)}

    def forms(self, ids: Collection[int]) -> dict[int, Form]:
        """Forms by id."""
        query = select(form)
        return {f["id"]: Form.of(f) for part in _parts(ids) for f in self._connection.execute(query.where(form.c.id.in_(part))).mappings()}

    def units(self, ids: Collection[int] | None = None) -> dict[int, Unit]:
        """Units by id: these, or all of them."""
        queries = [select(unit)] if ids is None else [select(unit).where(unit.c.id.in_(part)) for part in _parts(ids)]
        return {u["id"]: Unit.of(u) for query in queries for u in self._connection.execute(query).mappings()}

    def people(self, ids: Collection[int]) -> dict[int, Person]:
        """People by id."""
        query = select(person)
        return {p["id"]: Person.of(p) for part in _parts(ids) for p in self._connection.execute(query.where(person.c.id.in_(part))).mappings()}

    def people_of(self, unit_id: int) -> list[Person]:
        """The people of a unit."""
        return [Person.of(row) for row in rows_of(self._connection, "person", unit=unit_id)]

    def items_of(self, unit_id: int, person_id: int | None, kind: str, year: int) -> tuple[int | None, list[Row]]:
        """The form of that owner, kind and year with its items; None where there is none."""
        found = rows_of(self._connection, "form", unit=unit_id, person=person_id, kind=kind, year=year)
        return (found[0]["id"], rows_of(self._connection, "item", form=found[0]["id"])) if found else (None, [])

    def bases(self, versions: Mapping[int, int], by: str, source: str) -> dict[int, tuple[Row, Row]]:
        """Items as a copy of a workbook knows them: as they were in the versions that stand in it (0: not at all), and
        the same with what `by` had read from `source` since: what that copy said last."""
        found: dict[int, tuple[Row, Row]] = {number: ({}, {}) for number in versions}
        query = select(change.c.id, change.c.version, change.c.after, act.c.by, act.c.source).join(act, change.c.act == act.c.number)
        query = query.where(change.c.thing == "item", change.c.what != HEARD).order_by(change.c.number)
        mine = and_(act.c.by == by, act.c.source == source)
        query = query.where(or_(change.c.version <= max(versions.values(), default=0), mine))  # the others say nothing here
        for part in _parts(versions):
            for number, version, after, who, where in self._connection.execute(query.where(change.c.id.in_(part))):
                went_out, said_last = found[number]
                if version <= versions[number]:
                    went_out.update(after)
                    said_last.update(after)
                elif who == by and where == source:
                    said_last.update(after)
        return found

    def questions(self, ids: Collection[int]) -> list[Row]:
        """What is or was asked about these items."""
        return [row for part in _parts(ids) for row in rows_of(self._connection, "question", item=part)]

    def question(self, number: int) -> Row | None:
        """The question of that number."""
        return next(iter(rows_of(self._connection, "question", id=number)), None)

    def heard(self, ids: Collection[int], thing: str = "item") -> set[tuple[int, str, str]]:
        """What was heard and not taken over: item, the reason, the words."""
        query = select(change.c.id, change.c.note, change.c.after).where(change.c.thing == thing, change.c.what == HEARD)
        rows = (row for part in _parts(ids) for row in self._connection.execute(query.where(change.c.id.in_(part))))
        return {(number, note, said(after)) for number, note, after in rows}

    def exported(self, number: int) -> str:
        """The ids that were in an export, as ranges."""
        return str(self._connection.execute(select(export.c["items"]).where(export.c.number == number)).scalar() or "")

    def kept_sheets(self) -> list[Row]:
        """The sheets that people added."""
        return rows_of(self._connection, "extra_sheet")

    def extra_titles(self) -> list[str]:
        """Headings of the columns that people added, in the order in which they came."""
        query = select(item.c.extra).where(cast(item.c.extra, Text) != "{}").order_by(item.c.id)
        titles: dict[str, None] = {}
        for (extra,) in self._connection.execute(query):
            titles.update(dict.fromkeys(extra or {}))
        return list(titles)


def said(after: Mapping[str, Any]) -> str:
    """Fields as one text, to see whether the same was heard before."""
    return "；".join(f"{name}={value}" for name, value in sorted(after.items()))


def _parts(ids: Collection[int]) -> Iterator[Sequence[int]]:
    numbers = list(ids)
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]
