"""What the heads of the model are called, and the probabilities that they give for one item and its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from extractors.language.learned.clause_features import ClauseFeatures
from extractors.language.learned.item_features import ItemFeatures
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


@dataclass(slots=True)
class Reading:
    """One item under the model: the sums of its clauses' n-grams, and the log-odds of every head for the whole item."""

    model: Model
    clauses: Sequence[ClauseFeatures]
    sums: list[tuple[int, int]]
    scores: list[float]

    def odds(self, heads: tuple[str, ...]) -> list[float]:
        """The log-odds of these heads."""
        return [self.scores[place] for place in map(self.model.place.__getitem__, heads)]

    def one_of(self, heads: tuple[str, ...]) -> list[float]:
        """The probabilities of heads of which exactly one holds."""
        powers = [exp(min(30.0, odds)) for odds in self.odds(heads)]
        whole = sum(powers)
        return [power / whole for power in powers]

    def of_clauses(self) -> list[tuple[float, float]]:
        """The probabilities that each clause is the project or part of it, and that it is a measure."""
        model, found = self.model, []
        for text, told in zip(self.sums, self.clauses, strict=True):
            cues = model.add_kept(told.own) + model.add_kept(told.around) + model.add(told.words)
            project, measure = model.first_two(text, cues)
            found.append((sigmoid(project), sigmoid(measure)))
        return found

    def weightiest(self, head: str) -> Span:
        """The clause whose n-grams speak most for the head."""
        place = self.model.place[head]
        shares = [self.model.fields(total)[place] for total, _ in self.sums]
        return self.clauses[shares.index(max(shares))].clause.span


def read(model: Model, clauses: Sequence[ClauseFeatures], item: ItemFeatures) -> Reading:
    """Look an item's features up, once for all heads."""
    sums = [model.add_text(told.clause.text) for told in clauses]
    text = (sum([total for total, _ in sums]), sum([known for _, known in sums]))
    cues = model.add(item.found) + model.add_kept(item.shape) + model.add_kept(item.heading)
    return Reading(model, clauses, sums, model.scores(text, cues))


def sigmoid(score: float) -> float:
    """The probability for log-odds."""
    return 1 / (1 + exp(-score)) if score > -500 else 0.0
