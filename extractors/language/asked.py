"""What the language pipeline is asked: the promises of one form and what their reader must know."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.model import CommitmentItem, FormKind, ReadingContext
from extractors.model.value_class import value_class


@value_class
class Asked:
    """The items of one form, in order, whose form it is, and the context in which its words are read."""

    items: Sequence[CommitmentItem]
    kind: FormKind
    context: ReadingContext
