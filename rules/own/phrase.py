"""Own rule `phrase`: words that must be there."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.model import Hit, Verdict
from rules.own.places import PlacedCheck
from rules.own_settings import PhraseRule


class Phrase(PlacedCheck[PhraseRule]):
    """A hit where none (`every`: not all) of the phrases stands there; a doubt beside a word of `near`."""

    settings: PhraseRule

    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """See the class."""
        wanted = self.settings
        for spot in self.together(facts):
            missing = [phrase for phrase in wanted.phrases if phrase not in spot.text]
            if not missing or (not wanted.every and len(missing) < len(wanted.phrases)):
                continue
            near = any(word in spot.text for word in wanted.near)
            verdict = Verdict.UNKNOWN if near else Verdict.DEFICIENT
            values = (("missing", "、".join(missing)),)
            yield spot.hit(facts, verdict=verdict, variant="near" if near else "", values=values)
