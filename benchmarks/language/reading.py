"""Promises as the language room sees them before its learned component."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import rjieba

from benchmarks.language.printed import NOTHING, Printed, until_learned
from benchmarks.language.promises import Promise
from extractors.language.learned.clause_features import ClauseFeatures, of_clauses
from extractors.language.learned.item_features import ItemFeatures, of_item
from extractors.language.sheet import Sheet
from extractors.model import CommitmentItem, Passage, Span

ENOUGH = 3
"""A clause belongs to a labelled span when they share this many characters, or half of either."""


@dataclass(frozen=True, slots=True)
class Example:
    """A promise with its work sheet and its features."""

    promise: Promise
    sheet: Sheet
    clauses: tuple[ClauseFeatures, ...]
    item: ItemFeatures

    def clause_labels(self) -> list[tuple[bool, bool]]:
        """For each clause whether it is of the project, of a measure."""
        return [
            (_touches(place, self.promise.projects), _touches(place, self.promise.measures))
            for place in (self.sheet.place(told.clause.span) for told in self.clauses)
        ]


def examples(promises: Sequence[Promise], known: Printed = NOTHING) -> list[Example]:
    """Every promise read by all components but the learned one: as its file was read where that is `known`, else alone."""
    return [_example(promise, known.sheet(promise)) for promise in promises]


def _example(promise: Promise, sheet: Sheet | None) -> Example:
    if sheet is None:
        item = CommitmentItem(0, Passage(promise.text), headings=promise.headings)
        (sheet,) = until_learned([item], promise.kind, promise.context)
    return Example(promise, sheet, tuple(of_clauses(sheet)), of_item(sheet))


def tokens(text: str) -> set[str]:
    """The words as the pipeline's tokenizer cuts them."""
    return set(rjieba.cut(text, True))


def _touches(clause: Span, labelled: Sequence[Span]) -> bool:
    for span in labelled:
        shared = min(clause.end, span.end) - max(clause.start, span.start)
        if shared > 0 and shared >= min(ENOUGH, (clause.end - clause.start) / 2, (span.end - span.start) / 2):
            return True
    return False
