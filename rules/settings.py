"""How a notice uses a rule: on or off, how heavily, of whom, in which words. Own rules of a notice build on it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from extractors.model import FormKind
from rules.verdicts import Severity


class Strict(BaseModel):
    """Data of a pack: a key that is not known is an error, nothing changes after loading."""

    # Only Pack is built when the first notice is loaded; it holds the others.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Words(Strict):
    """What a finding says. Placeholders: {n} {where} {evidence} {reason} and whatever the rule's hit brings."""

    message: str
    suggestion: str = ""


class RuleSettings(Strict):
    """How one notice uses one rule. `kinds` are the forms it applies to; `params` are the rule's own numbers and lists;
    `words` has a text per variant of the rule ("" is the usual one); `severities` has another weight for a variant or,
    failing that, for a kind of form; `unknown` is said where the rule cannot tell, and `reasons` says why, by variant."""

    on: bool = True
    severity: Severity = Severity.SHOULD
    severities: dict[str, Severity] = Field(default_factory=dict)
    ref: str = ""
    id: str = ""
    kinds: tuple[FormKind, ...] = (FormKind.ORG, FormKind.MEMBER, FormKind.SECRETARY)
    params: dict[str, Any] = Field(default_factory=dict)
    words: dict[str, Words] = Field(default_factory=dict)
    unknown: str = "{where}无法判定：{reason}"
    reasons: dict[str, str] = Field(default_factory=dict)
    title: str = ""

    def weight(self, variant: str, kind: FormKind) -> Severity:
        """How much a fault of that variant weighs in a form of that kind."""
        return self.severities.get(variant) or self.severities.get(kind.value) or self.severity

    def said(self, variant: str) -> Words | None:
        """What a fault of that variant says; the rule's usual text where the variant has none of its own."""
        return self.words.get(variant) or self.words.get("")

    def words_said(self) -> tuple[Words, ...]:
        """All that faults may say."""
        return tuple(self.words.values())


OFF = RuleSettings(on=False)
