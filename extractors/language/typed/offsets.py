"""Where the words of a text that was put right stand in the print."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.model import Annotation, CommitmentItem, Deadline, Passage, Span


class Edit(NamedTuple):
    """Instead of the printed `[start, end)` the components see `by`."""

    start: int
    end: int
    by: str = ""


class Offsets:
    """`text` is `printed` after some edits. A character of it stands for the print from `begins` to `ends`, by its place. `called` is the
    promise's catchword, "" where it has none: the components see it as a heading."""

    __slots__ = ("begins", "called", "ends", "printed", "text")

    def __init__(self, printed: str, edits: Sequence[Edit], before: Offsets | None = None) -> None:
        """`edits` in order of their start; one that begins in another is left out. `before` are the offsets of `printed` itself, where
        it was edited before."""
        self.printed: str = before.printed if before else printed
        self.called = ""
        parts: list[str] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        at = 0
        for start, end, by in (*edits, Edit(len(printed), len(printed))):
            if start < at:
                continue
            parts += (printed[at:start], by)
            self.begins += [*range(at, start), *[start] * len(by)]
            self.ends += [*range(at + 1, start + 1), *[end] * len(by)]
            at = end
        self.text = "".join(parts)
        if before:
            self.begins = [before.begins[start] for start in self.begins]
            self.ends = [before.ends[end - 1] for end in self.ends]

    def span(self, span: Span) -> Span:
        """Where a stretch of `text` stands in the print."""
        start, end = span
        if start < end:
            return Span(self.begins[start], self.ends[end - 1])
        at = self.begins[start] if start < len(self.begins) else len(self.printed)
        return Span(at, at)

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The same of several."""
        return tuple([self.span(span) for span in spans])

    def found(self, span: Span) -> Span:
        """Where a stretch of the print stands in `text`."""
        return Span(bisect_left(self.begins, span.start), bisect_left(self.begins, span.end))

    def item(self, item: CommitmentItem) -> CommitmentItem:
        """A promise as the components see it."""
        columns = {name: tuple([self.found(span) for span in spans]) for name, spans in item.columns.items()}
        headings = (*item.headings, self.called) if self.called else item.headings
        return CommitmentItem(item.n, Passage(self.text), item.ordinal, item.level, headings, item.frames, columns)

    def annotation(self, found: Annotation) -> Annotation:
        """What was understood, with the places and words of the print."""
        wording = found.wording
        return replace(
            found,
            target=replace(found.target, spans=self.spans(found.target.spans)),
            project=replace(found.project, spans=self.spans(found.project.spans)),
            measures=replace(found.measures, spans=self.spans(found.measures.spans)),
            deadline=self._deadline(found.deadline),
            responsible=replace(found.responsible, spans=self.spans(found.responsible.spans)),
            dimensions=tuple([replace(label, evidence=self.spans(label.evidence)) for label in found.dimensions]),
            wording=replace(
                wording,
                vague_evidence=self.spans(wording.vague_evidence),
                routine_evidence=self.spans(wording.routine_evidence),
                overpromise_evidence=self.spans(wording.overpromise_evidence),
                copied_evidence=self.spans(wording.copied_evidence),
            ),
        )

    def _deadline(self, due: Deadline) -> Deadline:
        """A deadline with its words as they are printed; those of an event are kept without blanks."""
        if due.span is None:
            return due
        place, event = self.span(due.span), due.event
        at = self.text.find(event, due.span.start, due.span.end) if event else -1
        if event and at >= 0:
            start, end = self.span(Span(at, at + len(event)))
            event = "".join(self.printed[start:end].split())
        return replace(due, span=place, phrase=self.printed[place.start : place.end], event=event)
