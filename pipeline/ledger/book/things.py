"""What the ledger holds, as it stands now or stood on a past day: units, people, forms, items, questions.

Each value is built from the plain fields of its row (`of`), which are also what the history logs. Days are dates here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache
from typing import Any, Self

from pipeline.ledger.book.life import State

Fields = Mapping[Any, Any]
"""The plain fields of a thing by name, as a row has them: days as ISO text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """`id` never changes and is never given again; `version` rises with each change."""

    id: int
    version: int

    @classmethod
    def of(cls, row: Fields) -> Self:
        """The value of a row; columns that this program does not know are left out."""
        return cls.reader(tuple(row))(tuple(row.values()))

    @classmethod
    def reader(cls, names: tuple[str, ...]) -> Callable[[Sequence[Any]], Self]:
        """What makes the value of a row whose columns have these names; for many rows that is twice as quick as `of`."""
        made: Any = cls
        return _reader(made, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Thing):
    """An organisation, from the roster where there is one (`roster_id`). `window`: it serves the public at a window;
    `former`: names that it, or a unit that went into it, had, one a line; `merged_into`: the unit that it went into."""

    name: str
    roster_id: str | None = None
    parent: str = ""
    category: str = ""
    secretary: str = ""
    contact: str = ""
    window: bool = False
    former: str = ""
    merged_into: int | None = None

    def named(self, part: str) -> bool:
        """Whether these letters stand in its name, its superior's, or a name that it had."""
        return part in self.name or part in self.parent or part in self.former


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Thing):
    """A member; `unit` is the id of the branch. Namesakes are different people by `roster_id` or unit."""

    unit: int
    name: str
    roster_id: str | None = None
    post: str = ""
    category: str = ""
    leader: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Thing):
    """The form of a unit or person, of a kind (org, secretary, member, unknown) and year. `file` and `sha256` are those of
    the newest draft, `drafts` counts them."""

    unit: int
    kind: str
    year: int
    person: int | None = None
    notice: str = ""
    file: str = ""
    sha256: str = ""
    form_index: int = 0
    drafts: int = 1
    received: date | None = None
    signed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Thing):
    """A promise. `due` is the last acceptable day (None: `due_words` says what holds instead, such as 长期坚持), `since` the
    day of its last move, `note` what was said with it, `rectify_by` the end of 限期整改, `example` what is
    exemplary in how it was kept (典型经验; empty: it is not reported up), `origin` the item of last year that it goes on from, `same_as`
    the older item that it turned out to be (then it counts no more), `extra` what people keep in columns of their own."""

    form: int
    n: int
    text: str
    state: State
    since: date
    note: str = ""
    content_id: str = ""
    ordinal: str = ""
    target: str = ""
    project: str = ""
    measures: str = ""
    phrase: str = ""
    due: date | None = None
    due_words: str = ""
    responsible: str = ""
    dimensions: str = ""
    part: str = ""
    progress: str = ""
    progress_on: date | None = None
    done_on: date | None = None
    evidence: str = ""
    evidence_day: date | None = None
    evidence_file: str = ""
    reviewer: str = ""
    rectify_by: date | None = None
    remark: str = ""
    example: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    origin: int | None = None
    same_as: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Thing):
    """Something for a person to settle. `kind`: conflict (two values for `field` of `item`: `now` in the ledger, `said`
    elsewhere, by `by` in `source`, who had seen version `seen`), same (is new `item` the older `other`?), changed (`item`
    was handed in anew with the text of `other` after it was approved), gone (`item` is not in the newest draft), origin (does
    `item` go on from `other` of last year?), renamed (has `unit` by now the name `said`, which came up in the roster?).
    `answer` is empty as long as it is open."""

    kind: str
    item: int | None = None
    other: int | None = None
    field: str = ""
    now: str = ""
    said: str = ""
    seen: int = 0
    by: str = ""
    source: str = ""
    answer: str = ""
    answered_by: str = ""
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An item with whose it is."""

    unit: Unit
    person: Person | None
    form: Form
    item: Item


def held(row: Fields, name: str) -> str:
    """A field of an item's row as people see it; `due` is the day that binds it, else the words that hold instead."""
    value = row.get("due") or row.get("due_words") if name == "due" else row.get(name)
    return str(value or "")


def plain_fields(values: Fields) -> dict[str, Any]:
    """Values as rows and the history hold them: days as ISO text, states as their words."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, State) else value


@cache
def _kinds(cls: Any) -> tuple[tuple[str, str], ...]:
    return tuple((f.name, "day" if "date" in str(f.type) else "state" if f.type == "State" else "") for f in fields(cls))


@cache
def _reader(cls: Any, names: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
    known = dict(_kinds(cls))
    days = [name for name in names if known.get(name) == "day"]
    states = [name for name in names if known.get(name) == "state"]
    unknown = [name for name in names if name not in known]

    def read(row: Sequence[Any]) -> Any:
        values = dict(zip(names, row, strict=True))
        for name in days:
            if raw := values[name]:
                values[name] = date.fromisoformat(raw)
        for name in states:
            values[name] = _STATES[values[name]]
        for name in unknown:
            del values[name]
        return cls(**values)

    return read


_STATES = {state.value: state for state in State}
