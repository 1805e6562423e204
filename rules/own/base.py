"""What every kind of own rule shares: of whom it is asked, and that a doubt about that is a doubt about the fault."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import Generic, TypeVar

from rules.categories import category_of, level_of
from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope, Verdict
from rules.own_settings import OwnSettings
from rules.packs import Pack

Settings = TypeVar("Settings", bound=OwnSettings)

REASON = "请人工核对。"
"""Why an own rule cannot tell, where neither its `reasons` nor the pack's `doubts` say it."""


class OwnCheck(Rule, Generic[Settings]):
    """A rule of one kind with a notice's settings."""

    def __init__(self, code: str, settings: Settings) -> None:
        self.code, self.settings = code, settings
        self.scope = self.place()
        self.whole = self.scope is Scope.FORM

    def place(self) -> Scope:
        """What its findings are about."""
        return Scope.FORM

    @abstractmethod
    def look(self, facts: FormFacts) -> Iterator[Hit]:
        """The hits, whoever the form's owner is."""

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        """The hits, where the notice asks it of the form's owner; doubts where it cannot be told."""
        category, level = category_of(facts, pack), level_of(facts, pack)
        asked = self.settings.categories, self.settings.levels
        if any(names and own and own not in names for names, own in zip(asked, (category, level), strict=True)):
            return
        doubt = "category" if asked[0] and not category else "level" if asked[1] and not level else ""
        for hit in self.look(facts):
            yield self._with(hit, doubt, category, level, pack)

    def _with(self, hit: Hit, doubt: str, category: str, level: str, pack: Pack) -> Hit:
        values = (*self._blanks(), ("category", category), ("level", level), *hit.values)
        hit = replace(hit, values=values)
        if doubt:
            hit = replace(hit, verdict=Verdict.UNKNOWN, variant=doubt)
        if hit.verdict is Verdict.UNKNOWN and not hit.reason:
            reason = pack.doubts.get(hit.variant) or REASON
            hit = replace(hit, reason=reason.format_map(dict(values)))
        return hit

    def _blanks(self) -> tuple[tuple[str, str], ...]:
        """Nothing that the pack's words may name is without a value."""
        return tuple((name, "") for name in ("label", *type(self.settings).says))
