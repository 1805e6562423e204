"""What the rules on limits in time share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.model import Annotation, CommitmentItem, Deadline, DeadlineKind, DeadlineReason, DeadlineSource
from rules.elements import holds
from rules.facts import FormFacts
from rules.looking import EXAMPLE, Values, example_at, item_hit, numbered, spared
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_DATED = (DeadlineKind.BY_DATE, DeadlineKind.RANGE)


def ends(deadline: Deadline) -> date | None:
    """The last acceptable day of a limit that is a day or a range of days."""
    return deadline.end if deadline.kind in _DATED else None


def deadline_hit(
    facts: FormFacts, index: int, *, verdict: Verdict = Verdict.DEFICIENT, variant: str = "", values: Values = ()
) -> Hit:
    """A hit at the words that give the limit; at the promise where they stand elsewhere."""
    span = facts.annotations[index].deadline.span
    return item_hit(facts, index, [span] if span else (), verdict=verdict, variant=variant, values=values)


def may_be_limited(item: CommitmentItem, annotation: Annotation, pack: Pack) -> bool:
    """Whether words of time stand in a promise (下班前, 谁来都, 夜里) that were not read as its limit: what they bound is a person's to say."""
    deadline = annotation.deadline
    if deadline.usable or deadline.ambiguous or deadline.reason or deadline.source is DeadlineSource.COLUMN:
        return False
    return holds(item.text, tuple(pack.rule("C04").params.get("may_bound", ())))


def said_otherwise(annotation: Annotation) -> bool:
    """Whether D03, D04 or D06 speak of the limit. A blank cell has no words that they could quote, and a word of haste within
    a measure (先扩容后分批迁移) tells how the work is done, not when: there simply is no limit, and C04 says so."""
    deadline = annotation.deadline
    if deadline.reason is DeadlineReason.MASKED:
        return bool(deadline.phrase)
    return deadline.reason is not None and not (deadline.reason is DeadlineReason.PSEUDO and _within_measure(annotation))


def _within_measure(annotation: Annotation) -> bool:
    at = annotation.deadline.span
    return at is not None and any(s.start < at.start and at.end <= s.end for s in annotation.measures.spans)


class UnusableDeadline(Rule):
    """Time words that give no usable limit, for one reason."""

    scope = Scope.ITEM
    says = ("phrase", *EXAMPLE)
    reason: DeadlineReason

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        spare = pack.rule(self.code).params.get("spare", ())
        for index, _, annotation in numbered(facts):
            if annotation.deadline.reason is self.reason and said_otherwise(annotation) and not spared(annotation, spare):
                finite = self.reason is DeadlineReason.PSEUDO  # 尽快 may stand before what is never done with
                named = example_at(facts, pack, index, finite=finite)
                values = (("phrase", annotation.deadline.phrase), *named)
                yield deadline_hit(facts, index, values=values)
