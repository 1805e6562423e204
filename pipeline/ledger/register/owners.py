"""Units and people of the ledger: found again by their roster rows, else by name; brought up to date, made where new."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from pipeline.ledger.register.drafts import Owner
from pipeline.ledger.register.renames import Maybe, Renames, Rows
from pipeline.ledger.store.acts import Act
from pipeline.rosters.roster import Roster, plain
from rules.facts import PersonFacts, UnitFacts

Row = dict[str, Any]


class Owners:
    """Ids of units and people within one act. A row of the roster whose name or superior was corrected has another id
    there; it is still the unit of that name, unless two have it. A unit that was renamed or merged in the ledger is found by
    the name that it had, and keeps the one that it has."""

    def __init__(self, act: Act, roster: Roster) -> None:
        self._act, self._roster = act, roster
        self._units = _units_of(act, roster)
        self._people = _Index(act.rows("person"), {p.roster_id: p.name for p in roster.people}, "name", "unit")
        self._renames = Renames(act, roster)

    def take_roster(self) -> None:
        """All units and people of the roster, whether or not a form came; of units that may be others under a new name, none."""
        self._renames.ask(self._act, *_unmatched(self._units, self._roster))
        for unit in self._roster.units:
            if unit.name not in self._renames.waiting:
                self._put("unit", self._units, unit.roster_id, _unit(unit))
        for person in self._roster.people:
            if self.waits(home := self._home(person)[0]) is None:
                self._put("person", self._people, person.roster_id, _person(person, self.unit(home, self._home(person)[1])))

    def strange(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Units that are new in the roster, and units with forms that are gone from it, without any sign that they are one."""
        return self._renames.strange

    def waits(self, name: str) -> int | None:
        """The open question on which the unit of that name waits; None where it is not waiting."""
        return self._renames.waiting.get(name)

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
        unit = self._roster.home(person)
        return (unit.name, unit.roster_id) if unit else (person.branch or "未写明支部", "")

    def _put(self, thing: str, index: _Index, roster_id: str, fields: Row, *, known: bool = False) -> int:
        row = index.find(roster_id, fields)
        if row is None:
            made = {**fields, "roster_id": roster_id or None}
            number = self._act.add(thing, {**({"window": False} if thing == "unit" else {"leader": False}), **made})
            index.add({**made, "id": number, "version": 1})
            return number
        if not known and roster_id and not index.by_former_name(row, fields):
            fields = {**fields, "roster_id": roster_id}
            if self._act.change(thing, row["id"], fields, known=row):
                index.changed(row, fields)
        return int(row["id"])


class _Index:
    """Rows by roster id, and by name (of people: within a unit) those that the roster of today does not hold by id; units
    by the names that they had as well. `current` are the names of today's roster by their ids."""

    def __init__(self, rows: list[Row], current: dict[str, str], *names: str) -> None:
        self._names = names
        self._by_number: dict[int, Row] = {}
        self._by_id: dict[str, Row] = {}
        self._by_name: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        self._by_former: dict[str, list[Row]] = defaultdict(list)
        self._current = current
        self._listed = {plain(name) for name in current.values()}
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        self._by_number[row["id"]] = row
        if row["roster_id"]:
            self._by_id[row["roster_id"]] = row
        if row.get("merged_into") is None:
            self._by_name[self._key(row)].append(row)
        for name in (row.get("former") or "").splitlines():
            self._by_former[plain(name)].append(row)

    def living(self) -> list[Row]:
        """Units that went into no other."""
        return [row for row in self._by_number.values() if row.get("merged_into") is None]

    def by_former_name(self, row: Row, fields: Row) -> bool:
        """Whether the roster still has a name that the unit had: then the ledger's is the newer."""
        return plain(fields["name"]) in map(plain, (row.get("former") or "").splitlines())

    def find(self, roster_id: str, fields: Row) -> Row | None:
        held = self._by_id.get(roster_id)
        if held and self._is_of(held, fields):
            return self._home(held)
        if (found := self._named(roster_id, fields)) or "unit" in fields:
            return found
        former = [row for row in self._by_former.get(plain(fields["name"]), []) if row.get("merged_into") is None]
        former = [row for row in former if self._is_of(row, fields)]
        return former[0] if len(former) == 1 else None

    def changed(self, row: Row, fields: Row) -> None:
        row.update(fields)
        row["version"] += 1
        self._by_id[row["roster_id"]] = row

    def _is_of(self, row: Row, fields: Row) -> bool:
        """A unit that got its new name in the ledger is not the roster's row of the old one where the roster has both."""
        return plain(row["name"]) == plain(fields["name"]) or not (row.get("former") and {plain(row["name"]), plain(fields["name"])} <= self._listed)

    def _named(self, roster_id: str, fields: Row) -> Row | None:
        named = self._by_name.get(self._key(fields), []) if all(name in fields for name in self._names) else []
        if roster_id:
            named = [row for row in named if not self._held(row)]
        if len(named) == 1:
            return named[0]
        return None if roster_id else next((row for row in named if not row["roster_id"]), None)

    def _held(self, row: Row) -> bool:
        """Whether today's roster has that row by its id, under its name."""
        held = self._current.get(row["roster_id"] or "")
        return held is not None and (plain(held) == plain(row["name"]) or not row.get("former"))

    def _home(self, row: Row) -> Row:
        """Where a unit went that was merged; the unit itself where it was not."""
        seen = {row["id"]}
        while (into := row.get("merged_into")) and into not in seen:
            seen.add(into)
            row = self._by_number[into]
        return row

    def _key(self, row: Row) -> tuple[str, ...]:
        return tuple(plain(str(row[name])) for name in self._names)


def maybe_renamed(ledger: Rows, roster: Roster) -> list[Maybe]:
    """Units that are new in the roster and may be units of the ledger that are gone from it; nothing is asked or written."""
    return Renames(ledger, roster).look(*_unmatched(_units_of(ledger, roster), roster))


def _units_of(ledger: Rows, roster: Roster) -> _Index:
    return _Index(ledger.rows("unit"), {u.roster_id: u.name for u in roster.units}, "name")


def _unmatched(units: _Index, roster: Roster) -> tuple[list[UnitFacts], list[Row]]:
    """The roster's units that the ledger has not, and the ledger's that the roster has not."""
    found = {u.roster_id: units.find(u.roster_id, {"name": u.name}) for u in roster.units}
    known = {row["id"] for row in found.values() if row}
    new = [u for u in roster.units if found[u.roster_id] is None]
    return new, [row for row in units.living() if row["id"] not in known] if roster.units else []


def _unit(unit: UnitFacts) -> Row:
    return {
        "name": unit.name, "parent": unit.parent, "category": unit.category, "secretary": unit.secretary,
        "contact": unit.contact, "window": unit.window,
    }  # fmt: skip


def _person(person: PersonFacts, unit: int) -> Row:
    return {"name": person.name, "unit": unit, "post": person.post, "category": person.category, "leader": person.leader}
