"""Items → Annotations: target, project, measures, deadline, responsible, dimensions, part, topics, wording.

The definitions are those of `tests/gold/GUIDELINE.md`. spaCy and the lexicons are loaded on the first item."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import Annotation, CommitmentItem, FormKind, ReadingContext


def annotate(items: Sequence[CommitmentItem], kind: FormKind, context: ReadingContext) -> tuple[Annotation, ...]:
    """One annotation for each item, in order."""
    if not items:
        return ()
    from extractors.language.pipeline import run

    return tuple(run(items, kind, context))
