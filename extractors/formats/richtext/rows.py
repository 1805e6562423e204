"""The shape of an RTF table row, from the words of its definition (`\\trowd` …); edges are in twips."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.formats.msword import layout

_SNAP = 20
"""Twips: edges nearer than this (1 pt) are one edge; programs round each row for itself."""

_UNKNOWN_WIDTH = 1000
_FARTHEST = 1_000_000
_MOST_CELLS = 1000
"""Cells of a row's definition; Word allows 63."""


@dataclass(slots=True)
class RowShape:
    """A row's definition as it is read. `merging` is what has been said of the next cell, `bordered` counts the lines
    that it gets; `ruled` says that some cell has lines."""

    left: int = 0
    rights: list[int] = field(default_factory=list)
    merged: dict[str, set[int]] = field(default_factory=dict)
    merging: set[str] = field(default_factory=set)
    bordered: int = 0
    ruled: bool = False
    height: int = 0

    def add(self, right: int) -> None:
        """A cell ends at that edge."""
        if len(self.rights) < _MOST_CELLS:
            for name in self.merging:
                self.merged.setdefault(name, set()).add(len(self.rights))
            self.rights.append(right)
        self.merging.clear()
        self.ruled, self.bordered = self.ruled or self.bordered > 0, 0

    def finished(self, count: int) -> layout.RowShape:
        """The shape of a row of so many cells, each of some width; cells beyond the definition get one."""
        merged = {name: frozenset(cells) for name, cells in self.merged.items()}
        none: frozenset[int] = frozenset()
        return layout.RowShape(
            self._edges(count), merged.get("clmgf", none), merged.get("clmrg", none), merged.get("clvmgf", none),
            merged.get("clvmrg", none), self.ruled, max(-_FARTHEST, min(self.height, _FARTHEST)),
        )  # fmt: skip

    def _edges(self, count: int) -> tuple[int, ...]:
        found = [max(-_FARTHEST, min(self.left, _FARTHEST))]
        for index in range(count):
            given = self.rights[index] if index < len(self.rights) else found[-1] + _UNKNOWN_WIDTH
            found.append(max(min(given, _FARTHEST), found[-1] + _SNAP + 1))
        return tuple(found)
