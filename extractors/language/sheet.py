"""The work sheet of one item: what each component of the pipeline has found so far.

The items of a form are one document, so that they are cut and set up together: a component goes through all its sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from extractors.language.lexicon import NO_HITS, DimensionWords, Groups, Hits
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
    (target, project, measures, deadline, responsible), else "text". `order` counts the clauses of the item. `hits` are
    the words of the lexicons that lie wholly inside it, by category."""

    span: Span
    role: str
    order: int
    text: str
    hits: Groups


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
    """Filled by the components in the order of the pipeline; `text` is the item's text in half width, same length, and
    stands in the document's from `at` on. `printed` is the dimension that a heading names, `headed` the part; `served` has
    the words of the set that the form's dimensions come from."""

    item: CommitmentItem
    kind: FormKind
    context: ReadingContext
    text: str
    at: int = 0
    hits: Hits = NO_HITS
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
    printed: str = ""
    served: DimensionWords | None = None
    dimensions: tuple[DimensionLabel, ...] = ()
    headed: Part | None = None
    part: Part = Part.OTHER
    topics: tuple[str, ...] = ()
    wording: Wording = Wording()
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


def attach(doc: Doc, sheets: Sequence[Sheet]) -> None:
    """Put the sheets of a form's items on the document that the components receive."""
    doc.user_data["chengnuo.sheets"] = sheets


def sheets_of(doc: Doc) -> Sequence[Sheet]:
    """The sheets of a document made by `pipeline.prepare`, in the order of the items."""
    sheets: Sequence[Sheet] = doc.user_data["chengnuo.sheets"]
    return sheets


def register() -> None:
    """Declare the sheet's fields as spaCy extensions, so that the pipeline can check what needs what."""
    for name in FIELDS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=_getter(name))


def _getter(name: str) -> Callable[[Doc], object]:
    return lambda doc: [getattr(sheet, name) for sheet in sheets_of(doc)]
