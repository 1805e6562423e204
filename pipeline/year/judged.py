"""Who is judged in a round: organisations and people with promises in the year, or the units that serve at a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.ledger.book.things import Unit
from pipeline.ledger.store.ledger import Which
from pipeline.year.office import Office, YearError
from pipeline.year.owners import owners
from rules.year_settings import Judged, RoundData

WORDS = {Judged.ORG: "党组织", Judged.SECRETARY: "书记", Judged.MEMBER: "党员", Judged.WINDOW: "窗口单位"}


@dataclass(frozen=True, slots=True)
class Subject:
    """One that is judged. `person` is the person's id where the form is a person's that the ledger knows."""

    judged: Judged
    unit: Unit
    person: int | None
    name: str

    @property
    def key(self) -> str:
        """What tells it in a workbook: 党组织-3, 党员-3-17."""
        return "-".join(str(part) for part in (WORDS[self.judged], self.unit.id, self.person) if part is not None)

    @property
    def former_key(self) -> str:
        """The same as older versions of the program wrote it."""
        return self.key.replace(WORDS[self.judged], self.judged.value, 1)


def round_of(office: Office, name: str) -> RoundData:
    """The round of the notice. Raises YearError that names those there are."""
    rounds = office.pack.assessment.rounds
    if name not in rounds:
        raise YearError(f"通知没有“{name}”这一轮评议。有：{'、'.join(rounds) or '没有规定评议'}。")
    return rounds[name]


def subjects(office: Office, of: Iterable[Judged]) -> list[Subject]:
    """All that are judged, unit by unit, organisations before people."""
    kinds = {kind.value: kind for kind in of if kind is not Judged.WINDOW}
    found: dict[str, Subject] = {}
    if kinds:
        for owner in owners(office.ledger.lines(Which(year=office.year, kinds=tuple(kinds)))):
            person = owner.person.id if owner.person else None
            one = Subject(kinds[owner.form.kind], owner.unit, person, owner.name)
            found.setdefault(one.key, one)
    if Judged.WINDOW in of:
        for unit in office.ledger.all(Unit):
            if unit.window and unit.merged_into is None:
                one = Subject(Judged.WINDOW, unit, None, unit.name)
                found[one.key] = one
    return sorted(found.values(), key=lambda s: (s.unit.id, list(Judged).index(s.judged), s.person or 0))
