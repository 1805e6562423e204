"""By what the numbers are grouped: the unit itself, or any column of the office's roster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.ledger.book.things import Unit
from pipeline.rosters.book import RosterBook
from pipeline.rosters.columns import PERSON_COLUMNS, UNIT_COLUMNS
from pipeline.rosters.roster import plain
from pipeline.rosters.told import Told
from pipeline.wording import UNKNOWN_UNIT

UNIT, BLANK, ORGS = "单位", "（空白）", "（党组织）"
OF_LEDGER = {"上级党组织": "parent", "类别": "category", "书记": "secretary", "联系人": "contact"}
"""Columns that the ledger has even where there is no roster."""
USUAL = ("上级党组织", "类别")
"""What is grouped by where nothing is asked for: the first of these that tells units apart."""


class UnknownColumn(Exception):
    """There is no such column; the message is Chinese and lists those that there are."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose row it is: a unit's number and name with its superior's and its row in the roster, and a person's row in it."""

    unit: int
    name: str
    parent: str = ""
    roster_id: str = ""
    person: str = ""
    personal: bool = False


@dataclass(slots=True)
class Units:
    """Units numbered from 1: those of the roster in its order, then whoever else turns up."""

    names: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    roster_ids: list[str] = field(default_factory=list)
    ledger: dict[int, Unit] = field(default_factory=dict)
    _by_id: dict[str, int] = field(default_factory=dict)
    _by_name: dict[str, list[int]] = field(default_factory=dict)

    def number(self, name: str, roster_id: str = "", parent: str = "", former: Sequence[str] = ()) -> int:
        """The number of a unit, found by its row in the roster, else by its name, of namesakes by its superior's, else by a
        name that it had; one that is not known gets the next. From then on it is found by those names too."""
        name = name or UNKNOWN_UNIT
        found = self._by_id.get(roster_id) or next((n for one in (name, *former) if (n := self._named(one, parent))), 0)
        found = found or self.add(name, roster_id, parent)
        for one in former:
            self._by_name.setdefault(plain(one), [found])
        return found

    def _named(self, name: str, parent: str) -> int:
        named = self._by_name.get(plain(name), [])
        near = [n for n in named if parent and plain(self.parents[n - 1]) == plain(parent)]
        return (near or named or [0])[0]

    def add(self, name: str, roster_id: str, parent: str) -> int:
        """A unit that is not yet known, such as the next row of the roster."""
        self.names.append(name)
        self.parents.append(parent)
        self.roster_ids.append(roster_id)
        number = len(self.names)
        self._by_name.setdefault(plain(name), []).append(number)
        if roster_id:
            self._by_id[roster_id] = number
        return number

    def place(self, number: int, person: str = "", *, personal: bool = False) -> Place:
        """That unit as the place of a row."""
        at = number - 1
        return Place(number, self.names[at], self.parents[at], self.roster_ids[at], person, personal)

    def shown(self) -> list[str]:
        """Their names, those of namesakes with their superior's."""
        twice = {name for name, numbers in self._by_name.items() if len(numbers) > 1}
        pairs = zip(self.names, self.parents, strict=True)
        return [f"{name}（{parent}）" if parent and plain(name) in twice else name for name, parent in pairs]


@dataclass(slots=True)
class Grouping:
    """The groups of one column, numbered from 1 in the order in which they are met."""

    title: str
    source: Told | None
    of_people: bool = False
    attribute: str = ""
    names: list[str] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)
    _of: dict[tuple[int, str, bool], int] = field(default_factory=dict)

    @property
    def by_unit(self) -> bool:
        """Whether every unit is a group."""
        return self.source is None and not self.attribute

    def number(self, place: Place, ledger: Unit | None = None) -> int:
        """The group of a row."""
        key = (place.unit, place.person, place.personal) if self.of_people else (place.unit, "", False)
        if key not in self._of:
            self._of[key] = place.unit if self.by_unit else self._number(self._value(place, ledger))
        return self._of[key]

    def settle(self) -> None:
        """The blank group goes to the end; called once all units and people of the roster were numbered."""
        if BLANK in self._known and not self.by_unit:
            old = self._known[BLANK]
            new = {n: n - (n > old) for n in range(1, len(self.names) + 1)} | {old: len(self.names)}
            self.names = [*self.names[: old - 1], *self.names[old:], BLANK]
            self._known = {name: n for n, name in enumerate(self.names, start=1)}
            self._of = {place: new[n] for place, n in self._of.items()}

    def _value(self, place: Place, ledger: Unit | None) -> str:
        if self.of_people and not place.personal:
            return ORGS
        row = self.source.rows.get(place.person if self.of_people else place.roster_id) if self.source else None
        if row is not None:
            return row.get(self.title) or self._superior(row) or BLANK
        return (getattr(ledger, self.attribute, "") if ledger and self.attribute else "") or BLANK

    def _superior(self, row: Mapping[str, str]) -> str:
        """Among superiors, one that has none itself is of its own group: its promises stand with those of its branches."""
        name = row.get(self.source.uses.get("name", ""), "") if self.source and self.attribute == "parent" else ""
        return name if name and self.source and any(name == one.get(self.title) for one in self.source.rows.values()) else ""

    def _number(self, value: str) -> int:
        if value not in self._known:
            self.names.append(value)
            self._known[value] = len(self.names)
        return self._known[value]


def groupings(wanted: Sequence[str], roster: RosterBook | None, units: Iterable[Unit]) -> list[Grouping]:
    """The columns that were asked for, each once; else the usual one that tells units apart. Raises UnknownColumn."""
    if not wanted:
        wanted = [_usual(roster, list(units))]
    found = [_grouping(name, roster) for name in wanted]
    return list({one.title: one for one in found}.values())


def columns(roster: RosterBook | None) -> list[str]:
    """All that can be grouped by."""
    if roster is None or not roster.units.headings:
        return [UNIT, *OF_LEDGER]
    own = [name for name in roster.units.headings if name != roster.units.uses.get("name")]
    return [UNIT, *own, *(name for name in roster.people.headings if name not in own and name not in _names(roster.people))]


def _grouping(name: str, roster: RosterBook | None) -> Grouping:
    bare = name.strip()
    told = roster.units if roster else Told()
    heading = told.called(bare, UNIT_COLUMNS)
    if bare == UNIT or (heading and heading == told.uses.get("name")):
        return Grouping(UNIT, None)
    if heading:
        use = next((use for use, column in told.uses.items() if column == heading), "")
        return Grouping(heading, told, attribute=use if use in OF_LEDGER.values() else "")
    if roster and (heading := roster.people.called(bare, PERSON_COLUMNS)):
        return Grouping(heading, roster.people, of_people=True)
    if bare in OF_LEDGER and not told.headings:
        return Grouping(bare, None, attribute=OF_LEDGER[bare])
    raise UnknownColumn(f"名册里没有“{bare}”这一列。可以按这些列分组：{'、'.join(columns(roster))}。")


def _usual(roster: RosterBook | None, units: list[Unit]) -> str:
    for name in USUAL:
        try:
            column = _grouping(name, roster)
        except UnknownColumn:
            continue
        rows = column.source.rows.values() if column.source else ()
        values = {row.get(column.title, "") for row in rows} | {str(getattr(u, column.attribute)) for u in units if not column.source}
        if len(values - {""}) > 1:
            return name
    return UNIT


def _names(people: Told) -> set[str | None]:
    return {people.uses.get("name"), people.uses.get("branch")}
