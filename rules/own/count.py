"""Own rule `count`: how many promises of a sort there are."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation, Part, TargetKind
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Verdict
from rules.own.base import OwnCheck
from rules.own_settings import CountRule

Answer = bool | None
"""Whether a promise counts; None where it cannot be told."""


class Count(OwnCheck[CountRule]):
    """A hit where there are too few or too many; a doubt where promises that may or may not count would decide it."""

    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """See the class."""
        if not facts.items:
            return
        answers = [self._counts(annotation) for annotation in facts.annotations]
        sure, possible = answers.count(True), len(answers) - answers.count(False)
        least, most = self.settings.least, len(answers) if self.settings.most is None else self.settings.most
        values = (("count", str(sure)), ("least", str(least)), ("most", str(self.settings.most or 0)))
        if possible < least or sure > most:
            yield form_hit(facts, values=values)
        elif sure < least or possible > most:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unsure", values=values)

    def _counts(self, annotation: Annotation) -> Answer:
        of = self.settings.of
        answers = (
            _part(annotation, of.part),
            _named({d.label for d in annotation.dimensions}, of.dimension),
            _named(set(annotation.topics), of.topic),
            _target(annotation, of.target),
            not of.deadline or (annotation.deadline.kind in of.deadline or (None if annotation.deadline.ambiguous else False)),
            not of.responsible or bool(annotation.responsible.names),
            not of.measures or (bool(annotation.measures.spans) or (False if annotation.measures.sure else None)),
        )
        return False if False in answers else None if None in answers else True


def _part(annotation: Annotation, wanted: tuple[Part, ...]) -> Answer:
    if not wanted or annotation.part in wanted:
        return True
    return None if annotation.part is Part.OTHER else False


def _named(labels: set[str], wanted: tuple[str, ...]) -> Answer:
    if not wanted or labels & set(wanted):
        return True
    return False if labels else None


def _target(annotation: Annotation, wanted: tuple[TargetKind, ...]) -> Answer:
    kind = annotation.target.kind
    if not wanted or kind in wanted:
        return True
    return None if kind is TargetKind.UNKNOWN else False
