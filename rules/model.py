"""What a rule is and what it says."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from extractors.model import Anchor
from extractors.model.value_class import value_class
from rules.verdicts import Clause, Severity, Verdict

if TYPE_CHECKING:
    from rules.facts import BatchFacts, FormFacts, LedgerFacts
    from rules.packs import Pack

__all__ = ["BatchRule", "Clause", "Finding", "Hit", "LedgerRule", "Rule", "Scope", "Severity", "Verdict"]


class Scope(StrEnum):
    """What a finding is about."""

    FORM = "form"
    FIELD = "field"
    ITEM = "item"
    BATCH = "batch"
    LEDGER = "ledger"


@value_class
class Hit:
    """What a rule saw, before the pack gives it words and weight. `values` fill the message's placeholders;
    `variant` picks another wording of the pack (a rule may have several). With UNKNOWN a reason is required: the pack's
    `reasons` text of the variant, or where it has none `reason`."""

    anchor: Anchor
    evidence: str = ""
    verdict: Verdict = Verdict.DEFICIENT
    item: int | None = None
    field: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    variant: str = ""
    reason: str = ""


@value_class
class Finding:
    """A judgement as people read it. `item` is the index in the form's items, None where it is about more than one."""

    code: str
    verdict: Verdict
    severity: Severity
    scope: Scope
    item: int | None
    field: str | None
    evidence: str
    clause: Clause
    message: str
    suggestion: str
    anchor: Anchor


class Rule(ABC):
    """One check. Its class docstring says what it asks and has the three sections 依据, 反例, 正例; a test fails a
    rule that lacks one. A rule only looks: codes, weight and wording come from the pack. `says` names the values that
    its hits bring for the wording's placeholders, beside {n} {where} {evidence} {quote} {reason}. `whole` marks what is
    asked of a form as a whole, so that a supplement to a form is not held to it; `on_paper` what only the paper copy can
    show, where the file shows nothing; `in_time` what is asked of the days on which a form came and was signed: one that was
    mended comes again later by nature, and its first version tells; `once` what one promise meets, so that one in a supplement meets it for
    the form that it adds to."""

    code: str
    scope: Scope
    says: tuple[str, ...] = ()
    whole: bool = False
    on_paper: bool = False
    in_time: bool = False
    once: bool = False

    @abstractmethod
    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        """Yield a hit for each fault or doubt; yield nothing where the form satisfies the rule."""


class BatchRule(Rule):
    """A check that needs the other forms of the batch, and so comes after all of them were judged one by one."""

    scope = Scope.BATCH

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        """Nothing: a form alone does not show it."""
        del facts, pack
        return iter(())

    @abstractmethod
    def check_batch(self, facts: BatchFacts, pack: Pack) -> Iterator[Hit]:
        """Yield a hit for each fault or doubt; yield nothing where the form satisfies the rule."""


class LedgerRule(Rule):
    """A check of what happened after the forms were in, as the ledger has it; its findings are told when a clerk works on the
    ledger and stand in no form's record."""

    scope = Scope.LEDGER

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        """Nothing: a form does not show it."""
        del facts, pack
        return iter(())

    @abstractmethod
    def check_ledger(self, facts: LedgerFacts, pack: Pack) -> Iterator[Hit]:
        """Yield a hit for each fault or doubt; yield nothing where all is as the notice asks."""
