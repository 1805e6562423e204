"""A labelled promise as the rules see one: an annotation made of the labels alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.model import (
    Annotation,
    Deadline,
    DeadlineKind,
    DeadlineReason,
    DimensionLabel,
    Elements,
    Part,
    Period,
    Responsible,
    Span,
    Target,
    TargetKind,
)
from pipeline.evaluation.gold import GoldItem


def labelled(gold: GoldItem, read: Annotation) -> Annotation:
    """What the labels say of a promise; what nobody labelled (topics, copies, hedges, promises too high) stays as it was read."""
    kind = TargetKind(gold.target)
    hedged = read.target.hedged and kind is not TargetKind.NONE
    return replace(
        read,
        target=Target(kind, _spans(gold.text, gold.target_spans), hedged=hedged),
        project=Elements(_spans(gold.text, gold.project_spans)),
        measures=Elements(_spans(gold.text, gold.measure_spans)),
        deadline=_deadline(gold),
        responsible=Responsible(gold.responsible),
        dimensions=tuple(DimensionLabel(label) for label in gold.dims),
        possible=(),
        part=Part(gold.part),
        wording=replace(read.wording, vague=gold.vague, routine=gold.routine, chance=0.0),
    )


def _spans(text: str, words: Sequence[str]) -> tuple[Span, ...]:
    return tuple(Span(max(0, at), max(0, at) + len(word)) for word in words for at in (text.find(word),))


def _deadline(gold: GoldItem) -> Deadline:
    """The limit as its normal form says it (GUIDELINE.md)."""
    phrase, norm = gold.deadline_phrase or "", gold.deadline_norm or ""
    head, _, tail = norm.partition(":")
    at = gold.text.find(phrase) if phrase else -1
    span = Span(at, at + len(phrase)) if at >= 0 else None
    if head == "null" and tail:
        reason = DeadlineReason(tail)
        kind = DeadlineKind.NONE if reason is DeadlineReason.PSEUDO else DeadlineKind.INVALID
        return Deadline(kind, reason, phrase, span)
    if gold.deadline_kind in ("by_date", "range"):
        start, _, end = norm.rpartition("/")
        return Deadline(DeadlineKind(gold.deadline_kind), None, phrase, span, _day(start), _day(end))
    period = Period(tail) if head == "recurring" else None
    return Deadline(DeadlineKind(gold.deadline_kind), None, phrase, span, period=period, event=tail if head == "event" else None)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
