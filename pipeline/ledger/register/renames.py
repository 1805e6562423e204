"""A unit that is new in the roster while another one is gone from it: probably the same under another name. Nobody guesses:
its forms wait until a person has said so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pipeline.decisions.text import alike
from pipeline.ledger.book.questions import RENAMED
from pipeline.ledger.store.acts import Act, Row
from pipeline.rosters.roster import Roster, plain
from rules.facts import UnitFacts

LIKE = 0.6
"""From this likeness of the names on, under the same superior, one may be the other."""
SHARED = 0.5
"""From this share of the members on (two at least)."""


class Rows(Protocol):
    """What can be asked for the rows of the ledger: an act, or a snapshot that only reads."""

    def rows(self, thing: str, **where: Any) -> list[Row]:
        """The rows of the things with these values."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """A unit that is new in the roster and may be this row of the ledger; `question` where that was asked and is open."""

    unit: UnitFacts
    row: Row
    question: int | None = None


class Renames:
    """Compares the roster with the ledger's units once; `waiting` are the names of new units about which a question is open,
    `strange` those of new ones that resemble nothing, and of those that are gone and nothing resembles."""

    def __init__(self, ledger: Rows, roster: Roster) -> None:
        self._ledger, self._roster = ledger, roster
        self.waiting: dict[str, int] = {}
        self.strange: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._members: dict[str, set[str]] = defaultdict(set)
        for person in roster.people:
            self._members[plain(person.branch)].add(plain(person.name))

    def ask(self, act: Act, new: Sequence[UnitFacts], gone: Sequence[Row]) -> None:
        """Ask about each of the units that the ledger has not, which of those that the roster has not it may be."""
        for maybe in self.look(new, gone):
            self.waiting[maybe.unit.name] = maybe.question or _ask(act, maybe)

    def look(self, new: Sequence[UnitFacts], gone: Sequence[Row]) -> list[Maybe]:
        """Which may be which, without those about which a person has spoken."""
        if not gone:
            return []
        people: dict[int, set[str]] = defaultdict(set)
        for person in self._ledger.rows("person", unit=[row["id"] for row in gone]):
            people[person["unit"]].add(plain(person["name"]))
        spoken = self._ledger.rows("question", kind=RENAMED)
        asked = {(q["unit"], q["said"]): q for q in spoken}
        found: list[Maybe] = []
        for unit in new:
            for row in gone:
                question = asked.get((row["id"], unit.name))
                if question is None and self._likely(unit, row, people[row["id"]]):
                    found.append(Maybe(unit, row))
                elif question is not None and not question["answer"]:
                    found.append(Maybe(unit, row, question["id"]))
        names = {q["said"] for q in spoken} | {maybe.unit.name for maybe in found}
        numbers = {q["unit"] for q in spoken} | {maybe.row["id"] for maybe in found}
        return found + self._leftover([u for u in new if u.name not in names], [row for row in gone if row["id"] not in numbers])

    def _leftover(self, new: Sequence[UnitFacts], gone: Sequence[Row]) -> list[Maybe]:
        """What resembles nothing. Where below one superior just one is new and one with promises is gone, it may be that one:
        the whole name may be another. The others are only named."""
        gone = [row for row in gone if self._ledger.rows("form", unit=row["id"])]
        fresh = Counter(plain(unit.parent) for unit in new)
        lost = Counter(plain(row["parent"]) for row in gone)
        pairs = [(u, row) for u in new for row in gone if plain(u.parent) == plain(row["parent"]) and fresh[plain(u.parent)] == lost[plain(u.parent)] == 1]
        told = {unit.name for unit, _ in pairs}, {row["id"] for _, row in pairs}
        self.strange = tuple(u.name for u in new if u.name not in told[0]), tuple(r["name"] for r in gone if r["id"] not in told[1])
        return [Maybe(unit, row) for unit, row in pairs]

    def _likely(self, unit: UnitFacts, row: Row, people: set[str]) -> bool:
        """Whether there is a sign that it is the same: the members, the secretary under one superior, the name."""
        members = self._members[plain(unit.name)]
        shared = len(members & people)
        if shared >= 2 and shared >= SHARED * min(len(members), len(people)):
            return True
        if plain(unit.parent) != plain(row["parent"]):
            return False
        secretary = bool(unit.secretary) and plain(unit.secretary) == plain(row["secretary"])
        return secretary or alike(unit.name, row["name"]) >= LIKE


def _ask(act: Act, maybe: Maybe) -> int:
    asked = {"kind": RENAMED, "unit": maybe.row["id"], "now": maybe.row["name"], "said": maybe.unit.name, "seen": 0}
    return act.add("question", {**asked, "by": act.who.by, "source": act.who.source})
