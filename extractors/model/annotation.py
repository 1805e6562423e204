"""What was understood of one promise; every label carries the words that made it so."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from extractors.model.value_class import value_class


class Span(NamedTuple):
    """Code points `[start, end)` of the item's text."""

    start: int
    end: int


class TargetKind(StrEnum):
    """An amount, one binary end state, or neither."""

    NONE = "none"
    CLEAR = "clear"
    QUANTIFIED = "quantified"
    UNKNOWN = "unknown"


@value_class
class Quantity:
    """An amount: `number` (None for 数/若干 that name none), its counted `unit` ("%" for shares), `relation` one of
    = ≥ ≤ > < + - ~ (`+`/`-`: grows, shrinks by), and `baseline` where a from-to change is promised."""

    number: float | None
    unit: str
    relation: str = "="
    baseline: float | None = None


@value_class
class Target:
    """What decides whether the promise is kept: kind, words, amounts; `hedged` where something is only striven for, `floor` where
    an amount before that is promised all the same (完成2项，力争3项)."""

    kind: TargetKind = TargetKind.NONE
    spans: tuple[Span, ...] = ()
    values: tuple[Quantity, ...] = ()
    hedged: bool = False
    floor: bool = False


@value_class
class Elements:
    """Spans of one of the four elements that has no further structure (project, measures). `sure` is False where the
    words leave open whether the element is there; `chance` is how likely it is where it was not found (0 where nothing
    tells)."""

    spans: tuple[Span, ...] = ()
    sure: bool = True
    chance: float = 0.0


class DeadlineKind(StrEnum):
    """See tests/gold/GUIDELINE.md, section on deadline kinds."""

    BY_DATE = "by_date"
    RANGE = "range"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    EVENT = "event"
    NONE = "none"
    INVALID = "invalid"


class DeadlineReason(StrEnum):
    """Why time words give no usable deadline."""

    PSEUDO = "pseudo"
    MASKED = "masked"
    IMPOSSIBLE = "impossible"


class DeadlineSource(StrEnum):
    """Where the time words stood."""

    INLINE = "inline"
    INHERITED = "inherited"
    COLUMN = "column"
    NONE = "none"


class Period(StrEnum):
    """How often a recurring promise falls due."""

    DAILY = "daily"
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    TERMLY = "termly"
    YEARLY = "yearly"


@value_class
class Deadline:
    """`end` is the last acceptable day, `start` the first one of a range. `span` lies in the item's text and is None
    where the phrase was inherited. `event` holds the words, or nWD / nmin / nh / nd for a service time limit."""

    kind: DeadlineKind = DeadlineKind.NONE
    reason: DeadlineReason | None = None
    phrase: str = ""
    span: Span | None = None
    start: date | None = None
    end: date | None = None
    period: Period | None = None
    event: str | None = None
    source: DeadlineSource = DeadlineSource.NONE
    ambiguous: bool = False
    note: str = ""

    @property
    def usable(self) -> bool:
        """Whether somebody could hold the promiser to it."""
        return self.kind not in (DeadlineKind.NONE, DeadlineKind.INVALID)


@value_class
class Responsible:
    """Who is named as doing it, as printed."""

    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@value_class
class DimensionLabel:
    """One of the notice's dimensions (五个好, 五带头 …) with the words that show it; no evidence where a heading names it."""

    label: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


class Part(StrEnum):
    """The part of a form an item belongs to (notice 001 四), or what it is."""

    COMMON = "共性"
    POST = "岗位"
    DEED = "实事"
    RULE = "制度"
    NOVEL = "创新"
    OTHER = "other"


@value_class
class Wording:
    """Faults of wording; `*_evidence` are the words that made the program think so. `chance` is how likely it is that the
    promise is vague or routine where neither is said (0 where nothing tells)."""

    vague: bool = False
    routine: bool = False
    overpromise: bool = False
    copied: bool = False
    vague_evidence: tuple[Span, ...] = ()
    routine_evidence: tuple[Span, ...] = ()
    overpromise_evidence: tuple[Span, ...] = ()
    copied_evidence: tuple[Span, ...] = ()
    chance: float = 0.0


@value_class
class Annotation:
    """Everything understood of one item."""

    target: Target = Target()
    project: Elements = Elements()
    measures: Elements = Elements()
    deadline: Deadline = Deadline()
    responsible: Responsible = Responsible()
    dimensions: tuple[DimensionLabel, ...] = ()
    part: Part = Part.OTHER
    topics: tuple[str, ...] = ()
    wording: Wording = Wording()
    possible: tuple[DimensionLabel, ...] = ()
    """Dimensions that the promise might serve beside `dimensions`, too unlikely to be told: what a rule that says that a
    dimension is missing has to reckon with."""
