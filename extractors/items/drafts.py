"""What the readers of running text, outlines and ledgers hand to `split`."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.model import Passage, Span


@dataclass(slots=True)
class Draft:
    """A promise before it is numbered. `headings` from the outermost; `above` is the time cell that 同上 points to,
    `near` the time cell beside a list of promises; `scope` the sentence that opened its list, where it is not the first
    of the text: what stands before that list says nothing of this one. `aside` ones stand under a heading that speaks
    of what was promised before or of how promises are kept: they count where the form promises nothing else. `sure` ones stand in a ledger's
    place for promises, numbered or not."""

    passage: Passage
    ordinal: str = ""
    headings: tuple[Passage, ...] = ()
    columns: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    above: Passage | None = None
    near: Passage | None = None
    scope: Passage | None = None
    aside: bool = False
    sure: bool = False


@dataclass(slots=True)
class Reading:
    """Promises of a stretch of the body, with the sentences before and after them that may lend a time. `open` are
    headings at its end that nothing follows: they head the table below."""

    drafts: list[Draft] = field(default_factory=list)
    preambles: list[Passage] = field(default_factory=list)
    closings: list[Passage] = field(default_factory=list)
    open: tuple[Passage, ...] = ()

    def take(self, other: Reading | None) -> None:
        """Everything of another stretch but its open headings behind what is here."""
        if other is not None:
            self.drafts.extend(other.drafts)
            self.preambles.extend(other.preambles)
            self.closings.extend(other.closings)
