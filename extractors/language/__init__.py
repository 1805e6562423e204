"""Items → Annotations: target, project, measures, deadline, responsible, dimensions, part, topics, wording.

The definitions are those of `tests/gold/GUIDELINE.md`. spaCy and the lexicons are loaded on the first item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from extractors.language.asked import Asked
from extractors.model import Annotation, CommitmentItem, FormKind, ReadingContext


def annotate(items: Sequence[CommitmentItem], kind: FormKind, context: ReadingContext) -> tuple[Annotation, ...]:
    """One annotation for each item, in order."""
    return annotate_forms([Asked(items, kind, context)])[0]


def annotate_forms(forms: Sequence[Asked]) -> list[tuple[Annotation, ...]]:
    """The same for the items of several forms together, which costs less than one form after the other."""
    if not any(form.items for form in forms):
        return [()] * len(forms)
    from extractors.language.without_commands import load_spacy

    load_spacy()
    from extractors.language.pipeline import run

    found = run(forms)
    return [tuple(islice(found, len(form.items))) for form in forms]
