"""The work sheet of one item: what each component of the pipeline has found so far.

The items of a form are one document, so that they are cut and set up together: a component goes through all its sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from spacy.tokens import Doc

from extractors.language.lexicon import NO_HITS, DimensionWords, Groups, Hits
from extractors.language.signs import ALL
from extractors.language.typed.offsets import Offsets
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
    the words of the lexicons that lie wholly inside it, by category; `signs` tell which patterns it may match."""

    span: Span
    role: str
    order: int
    text: str
    hits: Groups
    signs: int = ALL

    def within(self, start: int, end: int) -> Span:
        """Where `[start, end)` of its text stands in the item's."""
        return Span(self.span.start + start, self.span.start + end)


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


@dataclass
class Sheet:
    """Filled by the components in the order of the pipeline; `item` is the promise as it would be typed plainly, and `moved` leads back
    to its print (None where that is the same); `text` is the item's text in half width, same length, and
    stands in the document's from `at` on; `plain` is the same in the signs that deadlines are read in; `signs` and `plain_signs` tell which patterns
    both may match. `body` are the clauses that say what is promised: no deadline, name or measure that a column or
    label gives. `printed` is the dimension that a heading names, `headed` the part; `served` has
    the words of the set that the form's dimensions come from, `serving` the places and weights of those that speak for a
    dimension.

    Without slots, so that what a component fills is a default of the class until then and costs nothing to set up."""

    item: CommitmentItem
    kind: FormKind
    context: ReadingContext
    text: str
    at: int = 0
    plain: str | None = None
    signs: int = ALL
    plain_signs: int = ALL
    moved: Offsets | None = None
    hits: Hits = field(default=NO_HITS, init=False)
    clauses: tuple[Clause, ...] = field(default=(), init=False)
    body: Sequence[Clause] = field(default=(), init=False)
    amounts: tuple[Mention, ...] = field(default=(), init=False)
    verbs: tuple[Verb | None, ...] = field(default=(), init=False)
    weights: tuple[float, ...] = field(default=(), init=False)
    prohibited: tuple[bool, ...] = field(default=(), init=False)
    deadline: Deadline = field(default=Deadline(), init=False)
    target: Target = field(default=Target(), init=False)
    project: Elements = field(default=Elements(), init=False)
    measures: Elements = field(default=Elements(), init=False)
    responsible: Responsible = field(default=Responsible(), init=False)
    printed: str = field(default="", init=False)
    served: DimensionWords | None = field(default=None, init=False)
    serving: Mapping[str, list[tuple[Span, float]]] = field(default_factory=dict, init=False)
    dimensions: tuple[DimensionLabel, ...] = field(default=(), init=False)
    headed: Part | None = field(default=None, init=False)
    part: Part = field(default=Part.OTHER, init=False)
    topics: tuple[str, ...] = field(default=(), init=False)
    wording: Wording = field(default=Wording(), init=False)
    possible: tuple[DimensionLabel, ...] = field(default=(), init=False)

    def annotation(self) -> Annotation:
        """What goes on to the next stage; its places are those of the print."""
        found = Annotation(
            self.target, self.project, self.measures, self.deadline, self.responsible,
            self.dimensions, self.part, self.topics, self.wording, self.possible,
        )
        return found if self.moved is None else self.moved.annotation(found)

    @property
    def as_typed(self) -> str:
        """The promise as it was typed."""
        return self.item.text if self.moved is None else self.moved.printed

    def place(self, span: Span) -> Span:
        """Where a stretch of `text` stands in the print."""
        return span if self.moved is None else self.moved.span(span)


FIELDS = ("hits", "clauses", "amounts", "weights", "deadline", "target", "project", "measures", "responsible",
          "dimensions", "part", "topics", "wording")


def attach(doc: Doc, sheets: Sequence[Sheet], bits: Any) -> None:
    """Put the sheets of some forms' items on the document that the components receive, and the bits of its characters."""
    doc.user_data["chengnuo.sheets"], doc.user_data["chengnuo.bits"] = sheets, bits
    grouped = groupby(sheets, lambda sheet: (sheet.kind, id(sheet.context)))
    doc.user_data["chengnuo.forms"] = [(told[0].kind, told[0].context, told) for told in [list(ours) for _, ours in grouped]]


def bits_of(doc: Doc) -> Any:
    """The bits of the characters of a document (see `signs`)."""
    return doc.user_data["chengnuo.bits"]


def sheets_of(doc: Doc) -> Sequence[Sheet]:
    """The sheets of a document made by `pipeline.prepare`, in the order of the items."""
    sheets: Sequence[Sheet] = doc.user_data["chengnuo.sheets"]
    return sheets


def forms_of(doc: Doc) -> Sequence[tuple[FormKind, ReadingContext, Sequence[Sheet]]]:
    """The sheets of a document by the forms that they stem from: whose form, read in what context, and its sheets."""
    forms: Sequence[tuple[FormKind, ReadingContext, Sequence[Sheet]]] = doc.user_data["chengnuo.forms"]
    return forms


def register() -> None:
    """Declare the sheet's fields as spaCy extensions, so that the pipeline can check what needs what."""
    for name in FIELDS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=_getter(name))


def _getter(name: str) -> Callable[[Doc], object]:
    return lambda doc: [getattr(sheet, name) for sheet in sheets_of(doc)]
