"""What the reader of a promise must know beside its text: the year, the day of writing, the notice's calendar and sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from extractors.model.value_class import value_class


@value_class
class NamedEvent:
    """A day that people name by what happens on it (党的十八大召开)."""

    name: str
    day: date


@value_class
class DimensionSet:
    """A notice's set of dimensions: `labels` in the notice's order; `aliases` maps other printed names to labels."""

    name: str
    labels: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)


@value_class
class Topic:
    """A focus topic of a notice and the words that show it."""

    name: str
    words: tuple[str, ...]


@value_class
class ReadingContext:
    """`reference_date` is the signature's day, else that of the approval, else receipt, else the notice's hand-in day. `period` bounds what the
    notice covers. `copied_shingles` are hashes of the notice's own sentences (see `language/shingles.py`). `people` are the
    persons whom the form names outside its promises."""

    year: int | None = None
    reference_date: date | None = None
    period: tuple[date, date] | None = None
    events: tuple[NamedEvent, ...] = ()
    dimensions: DimensionSet | None = None
    topics: tuple[Topic, ...] = ()
    copied_shingles: frozenset[int] = frozenset()
    people: tuple[str, ...] = ()

    def on(self, day: date | None, year: int | None) -> ReadingContext:
        """The same context for a form of another day and year."""
        return replace(self, reference_date=day or self.reference_date, year=year or self.year)
