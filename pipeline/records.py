"""The one shape of results (RESULTS.md): what results.jsonl holds and everything downstream reads.

The models below are that shape; `docs/results.schema.json` is generated from them. Key order is the field order, and
lines hold no clock times, so the same input gives the same bytes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from pipeline.trouble import ResultsError

SCHEMA_VERSION = 1
SpanPair = tuple[int, int]
Box = tuple[float, float, float, float]
PresenceWord = Literal["present", "absent", "unknown"]
Addition = Literal["no", "yes", "unsure"]
"""Whether a form only adds to another one of its owner."""
SUPPLEMENTS: dict[Addition, str] = {"yes": "supplement", "unsure": "supplement?"}
"""What `template` says of such a form: it follows no template, so the results need no key more for it."""


class _Record(BaseModel):
    # Built when first used: a form's record holds all the others, which alone nobody builds in a run.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class WordPlaceRecord(_Record):
    """A range of a Word paragraph: `paragraph` counts the part's `w:p` from 0; offsets are code points."""

    part: str
    paragraph: int
    start: int
    end: int


class PdfPlaceRecord(_Record):
    """Boxes `[x0, y0, x1, y1]` in points of unrotated user space; `page` counts from 0."""

    page: int
    boxes: tuple[Box, ...]


# The two have no key in common but are told apart by trying: the usual one first.
PlaceRecord = Annotated[WordPlaceRecord | PdfPlaceRecord, Field(union_mode="left_to_right")]


class AnchorRecord(_Record):
    """Where a value stood; an empty list where nothing was printed."""

    places: tuple[PlaceRecord, ...] = ()


class UnitRecord(_Record):
    """The organisation a form belongs to and how it was found in the roster."""

    name: str
    roster_id: str | None
    match: Literal["exact", "likely", "asked", "none"]


class FieldRecord(_Record):
    """A labelled value; `value` is normalised and null where blank, `text` as printed."""

    label: str
    value: str | None
    text: str
    confidence: float
    anchor: AnchorRecord


class SignRecord(_Record):
    """The promiser's end of the form."""

    signed: PresenceWord
    seal: PresenceWord
    date: date | None
    anchor: AnchorRecord


class ApprovalRecord(_Record):
    """The superior organisation's opinion."""

    opinion: str
    seal: PresenceWord
    date: date | None
    anchor: AnchorRecord


class ValueRecord(_Record):
    """An amount: `relation` is one of = ≥ ≤ > < + - ~; `baseline` where a from-to change is promised."""

    number: float | int | None
    unit: str
    relation: str
    baseline: float | int | None = None


class TargetRecord(_Record):
    """See `Target`."""

    kind: Literal["none", "clear", "quantified", "unknown"]
    spans: tuple[SpanPair, ...]
    values: tuple[ValueRecord, ...]
    hedged: bool


class SpansRecord(_Record):
    """Spans of the item's text."""

    spans: tuple[SpanPair, ...]


class DeadlineRecord(_Record):
    """See `Deadline`."""

    kind: Literal["by_date", "range", "recurring", "ongoing", "event", "none", "invalid"]
    reason: Literal["pseudo", "masked", "impossible"] | None
    phrase: str
    span: SpanPair | None
    start: date | None
    end: date | None
    period: Literal["daily", "weekly", "biweekly", "monthly", "quarterly", "semiannual", "termly", "yearly"] | None
    event: str | None
    source: Literal["inline", "inherited", "column", "none"]
    ambiguous: bool


class ResponsibleRecord(_Record):
    """Who is named as doing it."""

    names: tuple[str, ...]
    spans: tuple[SpanPair, ...]


class DimensionRecord(_Record):
    """One dimension with the words that show it."""

    label: str
    evidence: tuple[SpanPair, ...]
    confidence: float


class WordingRecord(_Record):
    """Faults of wording and, by fault, the words that show them."""

    vague: bool
    routine: bool
    overpromise: bool
    copied: bool
    evidence: dict[Literal["vague", "routine", "overpromise", "copied"], tuple[SpanPair, ...]]


class ItemRecord(_Record):
    """One promise and what was understood of it."""

    item_id: str
    n: int
    ordinal: str
    level: int
    headings: tuple[str, ...]
    text: str
    anchor: AnchorRecord
    target: TargetRecord
    project: SpansRecord
    measures: SpansRecord
    deadline: DeadlineRecord
    responsible: ResponsibleRecord
    dimensions: tuple[DimensionRecord, ...]
    part: str
    topics: tuple[str, ...]
    wording: WordingRecord


class ClauseRecord(_Record):
    """Where the notice asks for it."""

    notice: str
    ref: str
    id: str


class DecisionRecord(_Record):
    """What a person decided, which outranks the judgement: `scope` tells how far it reaches (this finding, the rule in this
    unit, the rule in this notice), `words` what is said instead where it was reworded; `carried` where it was made on an
    earlier version of the form that reads nearly the same."""

    state: Literal["confirmed", "dismissed", "reworded", "mended", "pending"]
    scope: Literal["item", "unit", "rule"]
    reason: str
    words: str | None
    by: str
    on: date
    carried: bool = False


class FindingRecord(_Record):
    """A judgement as people read it; `decision` is null until a person decides."""

    code: str
    verdict: Literal["deficient", "unknown"]
    severity: Literal["必须修改", "建议修改", "提示"]
    scope: Literal["form", "field", "item", "batch"]
    item_id: str | None
    field: str | None
    evidence: str
    clause: ClauseRecord
    message: str
    suggestion: str
    decision: DecisionRecord | None = None
    anchor: AnchorRecord


class FormRecord(_Record):
    """One form of one file: everything that was read and judged."""

    schema_version: Literal[1] = 1
    record: Literal["form"] = "form"
    file: str
    sha256: str
    format: str
    form_index: int
    form_id: str
    kind: Literal["org", "member", "secretary", "unknown"]
    template: str
    notice: str
    year: int | None
    unit: UnitRecord
    person: str | None
    received: date | None
    version: int
    fields: dict[str, FieldRecord]
    sign: SignRecord
    approval: ApprovalRecord
    items: tuple[ItemRecord, ...]
    findings: tuple[FindingRecord, ...]

    @property
    def addition(self) -> Addition:
        """Whether the form only adds to another of its owner: the results say so by the template (`SUPPLEMENTS`)."""
        return next((told for told, template in SUPPLEMENTS.items() if template == self.template), "no")


class UnreadableRecord(_Record):
    """A file from which no form came, with the reason and what to do."""

    schema_version: Literal[1] = 1
    record: Literal["unreadable"] = "unreadable"
    file: str
    sha256: str
    format: str
    reason: str
    message: str
    next_step: str


Record = Annotated[FormRecord | UnreadableRecord, Field(discriminator="record")]
RECORD: TypeAdapter[FormRecord | UnreadableRecord] = TypeAdapter(Record, config=ConfigDict(defer_build=True))


def to_line(record: FormRecord | UnreadableRecord) -> str:
    """One line of results.jsonl, without the line break."""
    return record.model_dump_json()


def from_line(line: str | bytes) -> FormRecord | UnreadableRecord:
    """The record of one line; raises ResultsError where the line does not have the shape."""
    try:
        return RECORD.validate_json(line)
    except ValidationError as error:
        raise ResultsError from error
