"""How often each mark occurs: in all, by unit, by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.leaders.rows import Row

R = TypeVar("R", bound=Row)
ALL, UNIT = -2, -1
"""Scopes beside the groupings, which are numbered from 0."""


@dataclass(slots=True)
class Counts:
    """Marks by (scope, number of the unit or group)."""

    _found: dict[tuple[int, int], Counter[str]] = field(default_factory=dict)

    def of(self, mark: str, scope: int = ALL, number: int = 0) -> int:
        """How many rows have that mark."""
        found = self._found.get((scope, number))
        return found[mark] if found else 0

    def counted(self, rows: Iterable[R]) -> Iterator[R]:
        """The rows as they pass by."""
        for row in rows:
            marks = tuple(row.marks())
            home = row.home
            for place in ((ALL, 0), (UNIT, home.unit), *enumerate(home.groups)):
                count = self._found.get(place)
                if count is None:
                    count = self._found[place] = Counter()
                for mark in marks:
                    count[mark] += 1
            yield row
