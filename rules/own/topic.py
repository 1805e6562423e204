"""Own rule `topic`: how many of some topics the promises touch."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Verdict
from rules.own.base import OwnCheck
from rules.own_settings import TopicRule


class TopicCoverage(OwnCheck[TopicRule]):
    """A hit where fewer than `least` of the topics are touched; a doubt where a promise touches none of them and says
    something definite: it may belong to one in other words."""

    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """See the class."""
        wanted = self.settings
        touched = {topic for a in facts.annotations for topic in a.topics}
        missing = [name for name in wanted.topics if name not in touched]
        count = len(wanted.topics) - len(missing)
        if not facts.items or count >= wanted.least:
            return
        values = (
            ("missing", "、".join(missing)), ("topics", "、".join(wanted.topics)), ("least", str(wanted.least)), ("count", str(count)),
        )  # fmt: skip
        unplaced = any(not set(a.topics) & set(wanted.topics) and not a.wording.vague for a in facts.annotations)
        if unplaced and wanted.sure_only:
            return
        verdict = Verdict.UNKNOWN if unplaced else Verdict.DEFICIENT
        yield form_hit(facts, verdict=verdict, variant="unplaced" if unplaced else "", values=values)
