"""What the heads of the model are called, and the probabilities that they give for items and their clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from extractors.language.learned import clause_features as clause
from extractors.language.learned import item_features as item
from extractors.language.learned.clause_features import ClauseFeatures
from extractors.language.learned.item_features import ItemFeatures
from extractors.language.learned.table import Model, Text
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
    """One item under the model: the sums of its clauses' n-grams, the log-odds of every head for the whole item, and how
    likely each clause is the project or part of it, and a measure."""

    model: Model
    clauses: Sequence[ClauseFeatures]
    sums: Sequence[Text]
    scores: list[float]
    projects: Sequence[float]
    measures: Sequence[float]

    def weightiest(self, head: str) -> Span:
        """The clause whose n-grams speak most for the head."""
        place = self.model.place[head]
        shares = [self.model.fields(total)[place] for total, _ in self.sums]
        return self.clauses[shares.index(max(shares))].clause.span


Told = tuple[Sequence[ClauseFeatures], ItemFeatures]
"""What is known of an item and its clauses."""


def read(model: Model, told: Sequence[Told]) -> list[Reading]:
    """Look up the features of some items, once for all heads and for all items together."""
    clauses = [one for of_item, _ in told for one in of_item]
    sums = [model.add_text(one.clause.text) for one in clauses]
    projects, measures = (list(map(sigmoid, odds)) for odds in model.first_two(sums, _clause_cues(model, clauses)))
    found, texts, at = [], [], 0
    for of_item, _ in told:
        end = at + len(of_item)
        ours = sums[at:end]
        texts.append((sum([total for total, _ in ours]), sum([known for _, known in ours])))
        found.append(Reading(model, of_item, ours, [], projects[at:end], measures[at:end]))
        at = end
    for reading, scores in zip(found, model.scores(texts, _item_cues(model, [one for _, one in told])), strict=True):
        reading.scores = scores
    return found


def _clause_cues(model: Model, clauses: Sequence[ClauseFeatures]) -> list[int]:
    """The sums of the rows of the clauses' yes/no features."""
    own, around, has = model.sums(clause.own_names), model.sums(clause.around_names), model.behind(clause.HAS).get
    return [own[one.own] + around[one.around] + sum(filter(None, map(has, one.clause.hits))) for one in clauses]


def _item_cues(model: Model, items: Sequence[ItemFeatures]) -> list[int]:
    """The sums of the rows of the items' yes/no features."""
    answers, elements, labels = model.sums(item.answer_names), model.sums(item.element_names), model.sums(item.label_names)
    shapes, headings = model.sums(item.shape_names), model.sums(item.heading_names)
    has, main, unit = (model.behind(head).get for head in (item.HAS, item.MAIN, item.UNIT))
    return [
        answers[one.answers] + elements[one.elements] + labels[one.labels] + shapes[one.shape] + headings[one.heading,]
        + sum(filter(None, map(has, one.words))) + sum(filter(None, map(main, one.main))) + sum(filter(None, map(unit, one.units)))
        for one in items
    ]  # fmt: skip


def sigmoid(score: float) -> float:
    """The probability for log-odds."""
    return 1 / (1 + exp(-score)) if score > -500 else 0.0
