"""Whom a line of a register means, as a clerk types it at the counter: a short name, a branch below its superior, a person alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from extractors.numerals import DIGITS, NUMERALS, number
from pipeline.rosters.roster import Roster, at_home, form_of, plain
from pipeline.rosters.typed import Typed
from rules.facts import PersonFacts, UnitFacts

_BETWEEN = re.compile("[、，,；;/＋+]|以及|[和及与]")
_ALL_OF = re.compile(rf"(?P<name>.+?)的?(?P<n>[2-9两{DIGITS}])个党?支部")
_NUMBERED = re.compile(rf"(?P<name>.+?)第?(?:[{NUMERALS}]|\d{{1,2}})(?:党?支部)?")
_NUMERAL = re.compile(rf"第?(?:[{NUMERALS}]|\d{{1,2}})(?:党?支部)?")
_FILE = re.compile(r"\.[A-Za-z]\w{1,4}$")
_LEAST = 2
_NAME = range(4, 1, -1)
"""Letters of a person's name at the end of a line that names the branch too."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a line says: unit and person apart, or `both` in one cell; `parent` is the superior beside or above it, `head` who brought
    it, `where` the cell. `of` is secretary or members where it is their forms that came, `each` says that the copies are of each of
    several; `logged` is a further paper of a log."""

    unit: str = ""
    person: str = ""
    parent: str = ""
    both: str = ""
    head: str = ""
    where: str = ""
    of: str = ""
    each: bool = False
    logged: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom it means; `sure` where nobody need look again. `form` is secretary or members where the row is their organisation's."""

    unit: UnitFacts | None = None
    person: PersonFacts | None = None
    sure: bool = False
    form: str = ""

    @property
    def owner(self) -> str:
        """The id of the row that the line is about; "" for none."""
        if self.person or not self.unit:
            return self.person.roster_id if self.person else ""
        return form_of(self.unit, self.form) if self.form else self.unit.roster_id


@dataclass
class Owners:
    """Finds the rows of one roster."""

    units: Sequence[UnitFacts]
    people: Sequence[PersonFacts]
    _known: dict[Mention, Meant] = field(default_factory=dict, repr=False)

    @cached_property
    def _roster(self) -> Roster:
        return Roster(tuple(self.units), tuple(self.people))

    def several(self, line: Mention) -> list[tuple[Mention, Meant]]:
        """The rows that a line means, each with the part of the line that does; several names stand in one cell where they are known
        apart (林业、农业), and not together (妇产、儿科党支部)."""
        meant = self.of(line)
        parts = [] if meant.sure else _parts(line)
        found = [(part, self.of(part)) for part in parts] or self._run_together(line)
        return found if any(meant.owner for _, meant in found) else [(line, meant)]

    def fitting(self, line: Mention) -> list[UnitFacts]:
        """The organisations that a line about none of the people may mean."""
        return self._typed.fitting(line.both or line.unit, line.parent) if not line.person else []

    def called(self, unit: UnitFacts) -> str:
        """The name of an organisation, of those that share it with its superior's before it."""
        return unit.name if self._roster.unit(unit.name) else f"{unit.parent}{unit.name}"

    def _run_together(self, line: Mention) -> list[tuple[Mention, Meant]]:
        """Two names without a sign between them, of which each has copies of its own (医技药剂各3份)."""
        name = line.both or line.unit
        if not line.each or line.person or self.of(line).owner:
            return []
        for n in range(_LEAST, len(name) - _LEAST + 1):
            found = [(part, self.of(part)) for part in _named_apart(line, (name[:n], name[n:]))]
            if all(meant.sure for _, meant in found):
                return found
        return []

    def of(self, line: Mention) -> Meant:
        """The row that a line means; most registers name the same ones again and again."""
        key = replace(line, where="", each=False, logged=False)
        if key not in self._known:
            self._known[key] = self._of(key)
        return self._known[key]

    def _of(self, line: Mention) -> Meant:
        meant = self._in_one(line) if line.both else self._apart(line)
        if not line.of or meant.unit is None or meant.person is not None:
            return meant
        leads = [p for p in self._named(meant.unit.secretary) if self._belongs(p, meant.unit, "")] if line.of == "secretary" else []
        return replace(meant, person=leads[0]) if len(leads) == 1 else replace(meant, form=line.of)

    def _in_one(self, line: Mention) -> Meant:
        """One cell that holds a unit, a person, or a person behind his branch; a file's name is told by the files that came."""
        if is_file(line.both):
            return Meant()
        if self._named(line.both):
            return self._apart(Mention(person=line.both, parent=line.parent))
        if (unit := self._unit(line.both, line)).unit:
            return unit
        bare = plain(line.both)
        split = next((n for n in _NAME if n < len(bare) and self._named(bare[-n:])), 0)
        return self._apart(Mention(bare[:-split], bare[-split:], line.parent)) if split else Meant()

    def _apart(self, line: Mention) -> Meant:
        if not line.person:
            unit = self._unit(line.unit, line) if line.unit else Meant()
            return unit if unit.unit or not self._named(line.unit) else self._apart(replace(line, unit="", person=line.unit))
        home = self._unit(line.unit, replace(line, head=line.person)) if line.unit else Meant()
        known = self._named(line.person)
        here = [p for p in known if self._belongs(p, home.unit, line.parent)] if home.unit or line.parent else known
        if len(here) == 1:
            return Meant(self._roster.home(here[0]), here[0], sure=True)
        if len(known) == 1 and not home.unit:
            return Meant(self._roster.home(known[0]), known[0])
        leads = home.unit is not None and plain(home.unit.secretary) == plain(line.person)
        return replace(home, form="secretary") if leads and not known else Meant()

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
        branch = self._roster.home(person)
        above = {plain(branch.parent)} if branch else set()
        if home is not None:
            return at_home(person, home) or plain(home.name) in above
        return plain(parent) in above

    def _unit(self, name: str, line: Mention) -> Meant:
        """The organisation of a name; of several the one below the superior, else the one whose secretary brought the paper."""
        if unit := self._roster.unit(name):
            return Meant(unit, sure=True)
        found = self._typed.find(name, line.parent, line.head)
        return Meant(found.unit, sure=found.sure)

    @cached_property
    def _typed(self) -> Typed:
        return Typed(self.units)


def is_file(text: str) -> bool:
    """Whether a cell names a file."""
    return _FILE.search(text) is not None


def _parts(line: Mention) -> list[Mention]:
    """The names of one cell one by one (林业、农业; 内科一、二); none where there is but one."""
    said = line.both or line.person or line.unit
    if (all_of := _ALL_OF.fullmatch(said)) is not None:
        return _named_apart(line, [f"{all_of['name']}{n}支部" for n in range(1, (number(all_of["n"]) or 0) + 1)])
    words = [word for word in _BETWEEN.split(said) if word]
    if len(words) < 2:
        return []
    first = _NUMBERED.fullmatch(words[0])
    names = [f"{first['name']}{word}" if first and _NUMERAL.fullmatch(word) else word for word in words]
    return _named_apart(line, names)


def _named_apart(line: Mention, names: Iterable[str]) -> list[Mention]:
    """The line once for each name, in the cell where all stand."""
    if line.both:
        return [replace(line, both=name) for name in names]
    return [replace(line, person=name) if line.person else replace(line, unit=name) for name in names]
