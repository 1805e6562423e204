"""Own rule `forbidden`: words that must not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Span
from rules.facts import FormFacts
from rules.model import Hit, Verdict
from rules.own.places import PlacedCheck
from rules.own_settings import ForbiddenRule

_REACH = 10
"""Letters before a phrase in which it may be said in the negative."""
_NEGATED = re.compile(r"(?:不[得再准搞以用]?|[未无免没]|严禁|禁止|杜绝|拒绝|防止|避免|反对|克服|取消|纠正|抵制|整治|零)[^，。；;！\n]{0,8}$")


class Forbidden(PlacedCheck[ForbiddenRule]):
    """A hit at the first forbidden phrase of each text; none where it is said in the negative, a doubt beside `unless`."""

    settings: ForbiddenRule

    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """See the class."""
        pattern = re.compile("|".join(map(re.escape, sorted(self.settings.phrases, key=len, reverse=True))))
        for spot in self.apart(facts):
            found = next((m for m in pattern.finditer(spot.text) if not _NEGATED.search(spot.text, max(0, m.start() - _REACH), m.start())), None)
            if found:
                unsure = any(word in spot.text for word in self.settings.unless)
                verdict = Verdict.UNKNOWN if unsure else Verdict.DEFICIENT
                span, values = Span(*found.span()), (("found", found[0]),)
                yield spot.hit(facts, span, verdict=verdict, variant="unless" if unsure else "", values=values)
