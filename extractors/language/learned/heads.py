"""What the heads of the model are called, and the probabilities that they give for items and their clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from extractors.language.learned import clause_features as clause
from extractors.language.learned import item_features as item
from extractors.language.learned.clause_features import ClauseFeatures
from extractors.language.learned.item_features import ItemFeatures
from extractors.language.learned.spotting import Spotted
from extractors.language.learned.table import Model
from extractors.model import Part, Span, TargetKind

PROJECT, MEASURE = "clause.project", "clause.measure"
ORG = ("领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好")
MEMBER = ("带头学习提高", "带头争创佳绩", "带头服务群众", "带头遵纪守法", "带头弘扬正气")
PARTS = (Part.COMMON, Part.POST, Part.DEED, Part.RULE, Part.NOVEL)
TARGETS = (TargetKind.NONE, TargetKind.CLEAR, TargetKind.QUANTIFIED)
PART_HEADS = tuple(f"part.{part.value}" for part in PARTS)
TARGET_HEADS = tuple(f"target.{kind.value}" for kind in TARGETS)
VAGUE, ROUTINE = "vague", "routine"
HEADS = (PROJECT, MEASURE, *ORG, *MEMBER, *PART_HEADS, VAGUE, ROUTINE, *TARGET_HEADS)
"""In the order of the model file's fields; the two heads of clauses come first."""


def _together(heads: tuple[str, ...]) -> slice:
    """Where heads that stand side by side stand."""
    first = HEADS.index(heads[0])
    return slice(first, first + len(heads))


ORG_PLACES, MEMBER_PLACES, PART_PLACES, FAULT_PLACES, TARGET_PLACES = map(
    _together, (ORG, MEMBER, PART_HEADS, (VAGUE, ROUTINE), TARGET_HEADS)
)
"""Where these heads stand among the scores."""


@dataclass(slots=True)
class Reading:
    """One item under the model: the log-odds and the probabilities of every head for the whole item, the probabilities of
    the kinds of target, of which one holds, and how likely each clause is the project or part of it, and a measure. Its clauses are those from `first` on of all that were read
    together, in which `spotted` are the n-grams."""

    model: Model
    clauses: Sequence[ClauseFeatures]
    spotted: Spotted
    first: int
    scores: list[float]
    chances: list[float]
    kinds: list[float]
    projects: Sequence[float]
    measures: Sequence[float]

    def weightiest(self, head: str) -> Span:
        """The clause whose n-grams speak most for the head."""
        if len(self.clauses) == 1:
            return self.clauses[0].clause.span
        shares = self.model.shares(self.spotted, head, self.first, self.first + len(self.clauses))
        return self.clauses[shares.index(max(shares))].clause.span


Told = tuple[Sequence[ClauseFeatures], ItemFeatures]
"""What is known of an item and its clauses."""


def read(model: Model, told: Sequence[Told]) -> list[Reading]:
    """Look up the features of some items, once for all heads and for all items together."""
    if not told:
        return []
    clauses = [one for of_item, _ in told for one in of_item]
    bounds = [0, *accumulate([len(of_item) for of_item, _ in told])]
    spotted, odds = clause_odds(model, clauses)
    likely = sigmoids(odds)
    projects, measures = likely[:, 0].tolist(), likely[:, 1].tolist()
    scores = model.scores(spotted, _item_cues(model, [one for _, one in told]), bounds, len(HEADS))
    of_heads = zip(scores.tolist(), sigmoids(scores).tolist(), _one_of(scores[:, TARGET_PLACES]).tolist(), strict=True)
    return [
        Reading(model, of_item, spotted, at, odds_of, chances, kinds, projects[at:end], measures[at:end])
        for (of_item, _), (at, end), (odds_of, chances, kinds) in zip(told, pairwise(bounds), of_heads, strict=True)
    ]


def clause_odds(model: Model, clauses: Sequence[ClauseFeatures]) -> tuple[Spotted, Any]:
    """The known n-grams of some clauses, and for each the log-odds that it is the project and that it is a measure."""
    spotted = model.spot([one.clause.text for one in clauses])
    return spotted, model.scores(spotted, _clause_cues(model, clauses), np.arange(len(clauses) + 1), 2)


def _clause_cues(model: Model, clauses: Sequence[ClauseFeatures]) -> list[int]:
    """The sums of the rows of the clauses' yes/no features."""
    own, around, has = model.sums(clause.own_names), model.sums(clause.around_names), model.behind(clause.HAS).__getitem__
    return [own[one.own] + around[one.around] + sum(map(has, one.clause.hits)) for one in clauses]


def _item_cues(model: Model, items: Sequence[ItemFeatures]) -> list[int]:
    """The sums of the rows of the items' yes/no features."""
    answers, elements, labels = model.sums(item.answer_names), model.sums(item.element_names), model.sums(item.label_names)
    shapes, headings = model.sums(item.shape_names), model.sums(item.heading_names)
    has, main, unit = (model.behind(head).__getitem__ for head in (item.HAS, item.MAIN, item.UNIT))
    return [
        answers[one.answers] + elements[one.elements] + labels[one.labels] + shapes[one.shape] + headings[one.heading,]
        + sum(map(has, one.words)) + sum(map(main, one.main)) + sum(map(unit, one.units))
        for one in items
    ]  # fmt: skip


def _one_of(scores: Any) -> Any:
    """The probabilities for log-odds of which one holds."""
    powers = np.exp(np.minimum(scores, _SURE))
    return powers / powers.sum(axis=1, keepdims=True)


def sigmoids(scores: Any) -> Any:
    """The probabilities for log-odds."""
    return 1 / (1 + np.exp(-np.maximum(scores, _SURELY_NOT)))


_SURE, _SURELY_NOT = 30.0, -500.0
"""Log-odds beyond that are as sure as these, and their exponentials would be beyond all numbers."""
