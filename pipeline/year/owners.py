"""Whose items they are: lines gathered by unit and by form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.ledger.book.things import Form, Item, Line, Person, Unit
from pipeline.wording import KIND


@dataclass(frozen=True, slots=True)
class Owner:
    """A form with its items and whose it is."""

    unit: Unit
    person: Person | None
    form: Form
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """The person, else the secretary of a secretary's form, else the unit."""
        if self.person:
            return self.person.name
        return self.unit.secretary or self.unit.name if self.form.kind == "secretary" else self.unit.name

    @property
    def personal(self) -> bool:
        """Whether the form is a person's."""
        return self.person is not None or self.form.kind in ("member", "secretary")

    @property
    def kind(self) -> str:
        """党组织, 书记, 党员."""
        return KIND.get(self.form.kind, "")


def owners(lines: Iterable[Line]) -> list[Owner]:
    """The forms of lines that come form by form."""
    found: dict[int, tuple[Line, list[Item]]] = {}
    for line in lines:
        found.setdefault(line.form.id, (line, []))[1].append(line.item)
    return [Owner(first.unit, first.person, first.form, tuple(items)) for first, items in found.values()]


def by_unit(lines: Iterable[Line]) -> dict[int, list[Owner]]:
    """The forms of each unit, by its id."""
    found: dict[int, list[Owner]] = {}
    for owner in owners(lines):
        found.setdefault(owner.unit.id, []).append(owner)
    return found
