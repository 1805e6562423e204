"""What happened, as it was logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pipeline.ledger.book.things import Fields

ADDED, CHANGED, MOVED, HEARD = "added", "changed", "moved", "heard"
"""What a change is: a thing made, fields of it changed, an item moved to another state, or something that somebody said
and that was not taken over (kept so that nothing typed is lost)."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who does something, where it comes from (file and sheet, or 命令), and when."""

    by: str
    source: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a thing: its fields before and after, and the reason that was given."""

    number: int
    who: Who
    act: str
    thing: str
    id: int
    version: int
    what: str
    before: Fields
    after: Fields
    note: str
