"""A unit that is new in the roster while another one is gone from it: probably the same under another name. Nobody guesses:
its forms wait until a person has said so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from pipeline.decisions.text import alike
from pipeline.ledger.book.questions import RENAMED
from pipeline.ledger.store.acts import Act, Row
from pipeline.roster import Roster, plain
from rules.facts import UnitFacts

LIKE = 0.6
"""From this likeness of the names on, under the same superior, one may be the other."""
SHARED = 0.5
"""From this share of the members on (two at least)."""


class Renames:
    """Compares the roster with the ledger's units once; `waiting` are the names of new units about which a question is open,
    `strange` those of new ones that resemble nothing, and of those that are gone and nothing resembles."""

    def __init__(self, act: Act, roster: Roster) -> None:
        self._act, self._roster = act, roster
        self.waiting: dict[str, int] = {}
        self.strange: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._members: dict[str, set[str]] = defaultdict(set)
        for person in roster.people:
            self._members[plain(person.branch)].add(plain(person.name))

    def look(self, new: Iterable[UnitFacts], gone: Iterable[Row]) -> None:
        """Ask about each of the units that the ledger has not, which of those that the roster has not it may be."""
        left = {row["id"]: row for row in gone}
        if not left:
            return
        people: dict[int, set[str]] = defaultdict(set)
        for person in self._act.rows("person", unit=list(left)):
            people[person["unit"]].add(plain(person["name"]))
        asked = {(q["unit"], q["said"]): q for q in self._act.rows("question", kind=RENAMED)}
        new = list(new)
        for unit in new:
            for number, row in left.items():
                question = asked.get((number, unit.name))
                if question is None and self._likely(unit, row, people[number]):
                    self.waiting[unit.name] = self._ask(unit, row)
                elif question is not None and not question["answer"]:
                    self.waiting[unit.name] = question["id"]
        spoken = self._act.rows("question", kind=RENAMED)
        known, spoken_of = {q["said"] for q in spoken}, {q["unit"] for q in spoken}
        self._leftover([u for u in new if u.name not in known], [row for number, row in left.items() if number not in spoken_of])

    def _leftover(self, new: Sequence[UnitFacts], gone: Sequence[Row]) -> None:
        """What resembles nothing. Where below one superior just one is new and one with promises is gone, that is asked about
        too: the whole name may be another. The others are only named."""
        gone = [row for row in gone if self._act.rows("form", unit=row["id"])]
        fresh = Counter(plain(unit.parent) for unit in new)
        lost = Counter(plain(row["parent"]) for row in gone)
        pairs = [(u, row) for u in new for row in gone if plain(u.parent) == plain(row["parent"]) and fresh[plain(u.parent)] == lost[plain(u.parent)] == 1]
        for unit, row in pairs:
            self.waiting[unit.name] = self._ask(unit, row)
        told = {unit.name for unit, _ in pairs}, {row["id"] for _, row in pairs}
        self.strange = tuple(u.name for u in new if u.name not in told[0]), tuple(r["name"] for r in gone if r["id"] not in told[1])

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

    def _ask(self, unit: UnitFacts, row: Row) -> int:
        asked = {"kind": RENAMED, "unit": row["id"], "now": row["name"], "said": unit.name, "seen": 0}
        return self._act.add("question", {**asked, "by": self._act.who.by, "source": self._act.who.source})

