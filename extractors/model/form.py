"""A recognised 公开承诺书 and the promises cut out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from extractors.model.annotation import Span
from extractors.model.document import Block
from extractors.model.passage import Anchor, Passage
from extractors.model.value_class import value_class


class FormKind(StrEnum):
    """Who promises."""

    ORG = "org"
    MEMBER = "member"
    SECRETARY = "secretary"
    UNKNOWN = "unknown"


class Presence(StrEnum):
    """Whether a signature or seal stands there; a printed form on paper can often not tell."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@value_class
class PrintedDate:
    """A date line of the form. `day` is None where it is blank (`state` "blank"), not a day of the calendar
    ("impossible"), only partly filled ("partial"), or where no date line is printed ("none")."""

    day: date | None = None
    state: str = "none"
    passage: Passage = Passage()


@value_class
class Signing:
    """The promiser's end of the form. `signer` is a name printed in the signature place, else ""."""

    signed: Presence = Presence.UNKNOWN
    seal: Presence = Presence.UNKNOWN
    date: PrintedDate = PrintedDate()
    signer: str = ""
    passage: Passage = Passage()


@value_class
class Approval:
    """The superior organisation's opinion. `printed` is False where the form has no such place."""

    opinion: str = ""
    seal: Presence = Presence.UNKNOWN
    date: PrintedDate = PrintedDate()
    passage: Passage = Passage()
    printed: bool = False


@value_class
class FormField:
    """A labelled value. `value` is normalised (half width, no blanks; digits; `YYYY-MM` or ISO dates) and None where
    the place is blank; `text` is as printed; `passage` is the printed value, or the label where the value is blank."""

    key: str
    label: str
    value: str | None
    text: str
    passage: Passage
    confidence: float = 1.0


@value_class
class ScanState:
    """What is special about a form read from pictures: whether ink that could not be read stands at its signing and
    approval places, and whether any stands elsewhere."""

    ink_at_ends: bool = False
    ink_elsewhere: bool = False


@value_class
class Form:
    """One 公开承诺书. `template` names the YAML that matched ("free" for the free layout). `body` is the place of the
    promises, signature and date lines cut off; `index` counts the forms of one file from 0. `year` comes from the
    title, else from the body's preamble, else from the signature's date. `scan` is None where the form was printed. `warnings`
    are the document's: sentences about what of the file could not be read for sure."""

    kind: FormKind
    template: str
    index: int
    title: Passage
    year: int | None
    fields: tuple[FormField, ...]
    body: tuple[Block, ...]
    signing: Signing = Signing()
    approval: Approval = Approval()
    unit: str = ""
    person: str = ""
    continued: bool = False
    unread: tuple[Passage, ...] = ()
    scan: ScanState | None = None
    warnings: tuple[str, ...] = ()

    def field(self, key: str) -> FormField | None:
        """The field with that key, or None where the form does not print it."""
        for found in self.fields:
            if found.key == key:
                return found
        return None

    @property
    def anchor(self) -> Anchor:
        """Where a remark on the whole form belongs: its title, else its first field."""
        if self.title.pieces:
            return self.title.anchor()
        return self.fields[0].passage.anchor() if self.fields else Anchor()


class FrameKind(StrEnum):
    """What kind of sentence lends its time to the items below or above it."""

    TITLE = "title"
    PREAMBLE = "preamble"
    HEADING = "heading"
    CLOSING = "closing"
    ABOVE = "above"


@value_class
class Frame:
    """Text outside an item that may lend a deadline to it (ABOVE: the time cell of the row above, for 同上)."""

    kind: FrameKind
    passage: Passage


@value_class
class CommitmentItem:
    """One promise. `passage.text` has no ordinal; for a ledger row it is the row's cells joined by line breaks.
    `columns` maps target | project | measures | deadline | responsible to the spans that the table's own columns
    give. `headings` runs from the outermost to the nearest; `frames` from the nearest to the farthest."""

    n: int
    passage: Passage
    ordinal: str = ""
    level: int = 1
    headings: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    columns: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    anchor: Anchor = field(init=False, repr=False, compare=False)
    """Where the whole promise stood; worked out once, since most findings and the record ask for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "anchor", self.passage.anchor())

    @property
    def text(self) -> str:
        return self.passage.text
