"""Makes rules of a pack's `own_rules`."""

from __future__ import annotations

from typing import Any

from rules.model import Rule
from rules.own.base import OwnCheck
from rules.own.count import Count
from rules.own.forbidden import Forbidden
from rules.own.pattern import Pattern
from rules.own.phrase import Phrase
from rules.own.topic import TopicCoverage
from rules.own.window import Window
from rules.packs import Pack

KINDS: dict[str, type[OwnCheck[Any]]] = {
    "phrase": Phrase,
    "forbidden": Forbidden,
    "pattern": Pattern,
    "topic": TopicCoverage,
    "window": Window,
    "count": Count,
}
"""The kinds by the name that a pack gives them (`check`)."""


def own_rules(pack: Pack) -> tuple[Rule, ...]:
    """The notice's own rules, by code."""
    return tuple(KINDS[settings.check](code, settings) for code, settings in sorted(pack.own_rules.items()))
