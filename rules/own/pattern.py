"""Own rule `pattern`: a regular expression that must, or must not, match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Span
from rules.facts import FormFacts
from rules.looking import clipped
from rules.model import Hit, Verdict
from rules.own.places import PlacedCheck
from rules.own_settings import PatternRule


class Pattern(PlacedCheck[PatternRule]):
    """A hit where a wanted pattern does not match, or where one that is not wanted does."""

    settings: PatternRule

    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """See the class."""
        pattern = re.compile(self.settings.pattern)
        return self._lacking(facts, pattern) if self.settings.wanted else self._present(facts, pattern)

    def _lacking(self, facts: FormFacts, pattern: re.Pattern[str]) -> Iterator[Hit]:
        for spot in self.together(facts):
            if not pattern.search(spot.text):
                near = any(word in spot.text for word in self.settings.near)
                verdict = Verdict.UNKNOWN if near else Verdict.DEFICIENT
                yield spot.hit(facts, verdict=verdict, variant="near" if near else "")

    def _present(self, facts: FormFacts, pattern: re.Pattern[str]) -> Iterator[Hit]:
        for spot in self.apart(facts):
            if found := pattern.search(spot.text):
                values = (("found", clipped(found[0], 24)),)
                yield spot.hit(facts, Span(*found.span()), values=values)
