"""Whom a line of a register means, as a clerk types it at the counter: a short name, a branch below its superior, a person alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.roster import Roster, plain
from pipeline.whose import Told, Whose
from rules.facts import PersonFacts, UnitFacts

_FILE = re.compile(r"\.[A-Za-z]\w{1,4}$")
_NAME = range(4, 1, -1)
"""Letters of a person's name at the end of a line that names the branch too."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a line says: unit and person apart, or `both` in one cell; `parent` is the superior beside or above it, `where` the
    cell."""

    unit: str = ""
    person: str = ""
    parent: str = ""
    both: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom it means; `sure` where nobody need look again. `person` is a name that no list has where there is no list of people."""

    unit: UnitFacts | None = None
    person: PersonFacts | None = None
    sure: bool = False

    @property
    def owner(self) -> str:
        """The id of the row that the line is about; "" for none."""
        return self.person.roster_id if self.person else self.unit.roster_id if self.unit else ""


@dataclass
class Owners:
    """Finds the rows of one roster."""

    units: Sequence[UnitFacts]
    people: Sequence[PersonFacts]
    _known: dict[tuple[str, str, str, str], Meant] = field(default_factory=dict, repr=False)

    @cached_property
    def _roster(self) -> Roster:
        return Roster(tuple(self.units), tuple(self.people))

    def of(self, line: Mention) -> Meant:
        """The rows that a line means; most registers name the same ones again and again."""
        key = (line.unit, line.person, line.parent, line.both)
        if key not in self._known:
            self._known[key] = self._in_one(line) if line.both else self._apart(line)
        return self._known[key]

    def _in_one(self, line: Mention) -> Meant:
        """One cell that holds a unit, a person, or a person behind his branch; a file's name is told by the files that came."""
        if _FILE.search(line.both):
            return Meant()
        if self._named(line.both):
            return self._apart(Mention(person=line.both, parent=line.parent))
        if (unit := self._unit(line.both, "", line.parent)).unit:
            return unit
        bare = plain(line.both)
        split = next((n for n in _NAME if n < len(bare) and self._named(bare[-n:])), 0)
        return self._apart(Mention(bare[:-split], bare[-split:], line.parent)) if split else Meant()

    def _apart(self, line: Mention) -> Meant:
        home = self._unit(line.unit, line.person, line.parent)
        if not line.person:
            return home
        known = self._named(line.person)
        here = [p for p in known if self._belongs(p, home.unit, line.parent)] if home.unit or line.parent else known
        if len(here) == 1:
            return Meant(self._roster.unit(here[0].branch), here[0], sure=True)
        if len(known) == 1:
            return Meant(self._roster.unit(known[0].branch), known[0])
        leads = home.unit is not None and plain(home.unit.secretary) == plain(line.person)
        return Meant(home.unit, None, home.sure) if leads and not self.people else Meant()

    def _named(self, name: str) -> list[PersonFacts]:
        return self._by_name.get(plain(name), [])

    @cached_property
    def _by_name(self) -> dict[str, list[PersonFacts]]:
        found: dict[str, list[PersonFacts]] = {}
        for person in self.people:
            found.setdefault(plain(person.name), []).append(person)
        return found

    def _belongs(self, person: PersonFacts, home: UnitFacts | None, parent: str) -> bool:
        """Whether somebody is of a branch, or of one below it."""
        branch = self._roster.unit(person.branch)
        above = {plain(branch.parent)} if branch else set()
        if home is not None:
            return plain(home.name) in {plain(person.branch), *above}
        return plain(parent) in above

    def _unit(self, name: str, head: str, parent: str) -> Meant:
        """The organisation of a name; of several the one below the superior, else the one that this person leads."""
        if not name:
            return Meant()
        if unit := self._roster.unit(name):
            return Meant(unit, sure=True)
        found = self._whose.find(Told(name, head, parent))
        return Meant(found.unit, sure=found.sure)

    @cached_property
    def _whose(self) -> Whose:
        return Whose(self.units)
