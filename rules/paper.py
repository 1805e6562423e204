"""The rule of paper: these forms are signed and stamped on paper, so an electronic file that shows nothing proves nothing."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Passage, Presence
from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Verdict

BLANK = ("blank", "partial", "none")
"""States of a printed date in which no day can be read and none is contradicted."""


def presence_hits(facts: FormFacts, presence: Presence, passage: Passage) -> Iterator[Hit]:
    """A hit where a signature or seal is not seen: deficient only in what the register calls the signed copy, and only
    where its absence is certain."""
    if presence is Presence.PRESENT:
        return
    if not facts.signed_copy:
        unseen = presence is Presence.ABSENT and facts.form.scan is not None
        yield place_hit(facts, passage, verdict=Verdict.UNKNOWN, variant="unseen" if unseen else "paper")
    elif presence is Presence.ABSENT:
        yield place_hit(facts, passage)
    else:
        yield place_hit(facts, passage, verdict=Verdict.UNKNOWN, variant="unclear")
