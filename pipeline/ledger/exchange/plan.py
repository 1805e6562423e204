"""What an import would do, as values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from pipeline.ledger.book.life import State
from pipeline.ledger.exchange.writing import ExtraSheet

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """A cell that somebody changed: the field before and after, as the ledger holds them. `took` says how it was read."""

    field: str
    before: Any
    after: Any
    where: str
    took: str = ""


@dataclass(slots=True)
class ItemEdits:
    """What is changed in an item; `row` is the item as it is, `to` its new state and `note` the reason that was typed."""

    row: Row
    owner: str
    edits: list[Edit] = field(default_factory=list)
    to: State | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values for a cell: somebody else changed it after the workbook had gone out."""

    item: int
    owner: str
    field: str
    now: str
    said: str
    seen: int
    where: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something typed that cannot be taken over, and why; `item` is 0 where the row belongs to none."""

    item: int
    version: int
    field: str
    said: str
    why: str
    where: str


@dataclass(frozen=True, slots=True)
class Added:
    """A new item. `person` is a name, empty for the unit's own; `form` is the form that it goes to, None for a new one."""

    unit: int
    person_id: int | None
    person: str
    kind: str
    year: int
    form: int | None
    n: int
    fields: Row
    where: str
    owner: str
    alike: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a question."""

    question: Row
    answer: str
    where: str


@dataclass(slots=True)
class Plan:
    """Everything that an import would do. `last_change` tells whether the ledger is still what it was made on."""

    last_change: int = 0
    items: dict[int, ItemEdits] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    sheets: list[ExtraSheet] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    """Cells that are covered by another one; they say nothing."""
    protected: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def changes(self) -> bool:
        """Whether there is anything to write down."""
        edited = any(one.edits or one.to for one in self.items.values())
        return bool(edited or self.conflicts or self.added or self.refused or self.answers or self.sheets)
