"""The work sheet of one item: what each component of the pipeline has found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from extractors.language.lexicon import Hits
from extractors.model import (
    Annotation,
    CommitmentItem,
    Deadline,
    DimensionLabel,
    Elements,
    FormKind,
    Part,
    Quantity,
    ReadingContext,
    Responsible,
    Span,
    Target,
    Wording,
)


class Clause(NamedTuple):
    """A stretch between marks of punctuation. `role` is the element that a column or a label line gives it
    (target, project, measures, deadline, responsible), else "text". `order` counts the clauses of the item."""

    span: Span
    role: str
    order: int
    text: str


class Mention(NamedTuple):
    """An amount in the text: its words, its value, and the clause it stands in."""

    span: Span
    value: Quantity
    clause: int


class Verb(NamedTuple):
    """The verb that decides what a clause says; `soft` where it only names a direction or an attitude."""

    span: Span
    word: str
    soft: bool
    single: bool


@dataclass(slots=True)
class Sheet:
    """Filled by the components in the order of the pipeline; `text` is the item's text in half width, same length."""

    item: CommitmentItem
    kind: FormKind
    context: ReadingContext
    text: str
    hits: Hits = field(default_factory=Hits)
    clauses: tuple[Clause, ...] = ()
    amounts: tuple[Mention, ...] = ()
    verbs: tuple[Verb | None, ...] = ()
    weights: tuple[float, ...] = ()
    prohibited: tuple[bool, ...] = ()
    deadline: Deadline = Deadline()
    target: Target = Target()
    project: Elements = Elements()
    measures: Elements = Elements()
    responsible: Responsible = Responsible()
    dimensions: tuple[DimensionLabel, ...] = ()
    part: Part = Part.OTHER
    topics: tuple[str, ...] = ()
    wording: Wording = field(default_factory=Wording)
    _body: tuple[tuple[Clause, ...], list[Clause]] | None = field(default=None, repr=False, compare=False)

    def annotation(self) -> Annotation:
        """What goes on to the next stage."""
        return Annotation(
            self.target, self.project, self.measures, self.deadline, self.responsible,
            self.dimensions, self.part, self.topics, self.wording,
        )

    def body(self) -> list[Clause]:
        """The clauses that say what is promised: no deadline, name or measure that a column or label gives."""
        if self._body is None or self._body[0] is not self.clauses:
            self._body = self.clauses, [c for c in self.clauses if c.role in ("text", "project")]
        return self._body[1]


FIELDS = ("hits", "clauses", "amounts", "weights", "deadline", "target", "project", "measures", "responsible",
          "dimensions", "part", "topics", "wording")


def attach(doc: Doc, sheet: Sheet) -> None:
    """Put the sheet on the document that the components receive."""
    doc.user_data["chengnuo.sheet"] = sheet


def sheet_of(doc: Doc) -> Sheet:
    """The sheet of a document made by `pipeline.run`."""
    sheet = doc.user_data["chengnuo.sheet"]
    assert isinstance(sheet, Sheet)
    return sheet


def register() -> None:
    """Declare the sheet's fields as spaCy extensions, so that the pipeline can check what needs what."""
    for name in FIELDS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=_getter(name))


def _getter(name: str) -> Callable[[Doc], object]:
    return lambda doc: getattr(sheet_of(doc), name)
