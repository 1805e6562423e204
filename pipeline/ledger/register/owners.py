"""Units and people of the ledger: found again by their roster rows, else by name; brought up to date, made where new."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pipeline.ledger.register.drafts import Owner
from pipeline.ledger.store.acts import Act
from pipeline.roster import Roster, plain
from rules.facts import PersonFacts, UnitFacts

Row = dict[str, Any]


class Owners:
    """Ids of units and people within one act. A row of the roster whose name or superior was corrected has another id
    there; it is still the unit of that name, unless two have it."""

    def __init__(self, act: Act, roster: Roster) -> None:
        self._act, self._roster = act, roster
        self._units = _Index(act.rows("unit"), {u.roster_id for u in roster.units}, "name")
        self._people = _Index(act.rows("person"), {p.roster_id for p in roster.people}, "name", "unit")

    def take_roster(self) -> None:
        """All units and people of the roster, whether or not a form came."""
        for unit in self._roster.units:
            self._put("unit", self._units, unit.roster_id, _unit(unit))
        for person in self._roster.people:
            home = self.unit(*self._home(person))
            self._put("person", self._people, person.roster_id, _person(person, home))

    def unit(self, name: str, roster_id: str) -> int:
        """The unit of that name."""
        return self._put("unit", self._units, roster_id, {"name": name, **({} if roster_id else {"window": False})}, known=bool(roster_id))

    def person(self, owner: Owner, unit: int) -> int | None:
        """The person whose form it is; None for a unit's own form."""
        if not owner.person:
            return None
        if owner.person_id:
            return self._put("person", self._people, owner.person_id, {"name": owner.person, "unit": unit}, known=True)
        return self._put("person", self._people, "", {"name": owner.person, "unit": unit, "leader": False})

    def _home(self, person: PersonFacts) -> tuple[str, str]:
        unit = self._roster.unit(person.branch)
        return (unit.name, unit.roster_id) if unit else (person.branch or "未写明支部", "")

    def _put(self, thing: str, index: _Index, roster_id: str, fields: Row, *, known: bool = False) -> int:
        row = index.find(roster_id, fields)
        if row is None:
            made = {**fields, "roster_id": roster_id or None}
            number = self._act.add(thing, {**({"window": False} if thing == "unit" else {"leader": False}), **made})
            index.add({**made, "id": number, "version": 1})
            return number
        if not known and roster_id:
            fields = {**fields, "roster_id": roster_id}
            if self._act.change(thing, row["id"], fields, known=row):
                index.changed(row, fields)
        return int(row["id"])


class _Index:
    """Rows by roster id, and by name (of people: within a unit) those that the roster of today does not hold by id."""

    def __init__(self, rows: list[Row], current: set[str], *names: str) -> None:
        self._names = names
        self._by_id: dict[str, Row] = {}
        self._by_name: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        self._current = current
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        if row["roster_id"]:
            self._by_id[row["roster_id"]] = row
        self._by_name[self._key(row)].append(row)

    def find(self, roster_id: str, fields: Row) -> Row | None:
        if roster_id in self._by_id:
            return self._by_id[roster_id]
        named = self._by_name.get(self._key(fields), [])
        if roster_id:
            named = [row for row in named if row["roster_id"] not in self._current]
        return named[0] if len(named) == 1 else next((row for row in named if not row["roster_id"]), None) if not roster_id else None

    def changed(self, row: Row, fields: Row) -> None:
        row.update(fields)
        row["version"] += 1
        self._by_id[row["roster_id"]] = row

    def _key(self, row: Row) -> tuple[str, ...]:
        return tuple(plain(str(row[name])) for name in self._names)


def _unit(unit: UnitFacts) -> Row:
    return {
        "name": unit.name, "parent": unit.parent, "category": unit.category, "secretary": unit.secretary,
        "contact": unit.contact, "window": unit.window,
    }  # fmt: skip


def _person(person: PersonFacts, unit: int) -> Row:
    return {"name": person.name, "unit": unit, "post": person.post, "category": person.category, "leader": person.leader}
