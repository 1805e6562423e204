"""What is counted while labelled forms are compared with what was read of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Miss:
    """A label that differs, for the list of worst examples."""

    form: str
    measure: str
    text: str
    gold: str
    read: str


@dataclass(slots=True)
class Tally:
    """One form's counts: (measure, "tp" | "fp" | "fn" | "right" | "all") → number; `confused` counts (measure, label,
    what was read) for the confusion tables."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    confused: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def presence(self, measure: str, gold: bool, read: bool) -> None:
        """Count one yes/no label."""
        if gold or read:
            self.counts[measure, "tp" if gold and read else "fn" if gold else "fp"] += 1
        self.equal(measure, gold == read)

    def equal(self, measure: str, right: bool) -> None:
        """Count one label that is right or not."""
        self.counts[measure, "all"] += 1
        self.counts[measure, "right"] += right

    def labels(self, measure: str, gold: Iterable[str], read: Iterable[str]) -> None:
        """Count the labels of an item that may have several, together and each under `measure:label`."""
        wanted, ours = set(gold), set(read)
        for label in sorted(wanted | ours):
            state = "tp" if label in wanted & ours else "fn" if label in wanted else "fp"
            self.counts[measure, state] += 1
            self.counts[f"{measure}:{label}", state] += 1
