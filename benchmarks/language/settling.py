"""From held-out scores to probabilities that mean what they say, and to the thresholds that decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.language.fitting import Fitted
from benchmarks.language.reading import Example
from extractors.language.learned import table
from extractors.language.learned.heads import (
    HEADS,
    MEASURE,
    MEMBER,
    ORG,
    PART_HEADS,
    PARTS,
    PROJECT,
    ROUTINE,
    TARGET_HEADS,
    TARGETS,
    VAGUE,
    clause_odds,
    read,
)
from extractors.model import FormKind

PRECISION = 0.9
"""空泛 and 等同一般要求 are said only where this share of what is said is right."""
FLAT = 0.005
"""So much less F1 is about the same."""
LEAN = 0.01
"""So much less F1 an element may cost by being found more readily: one that is missed becomes a false remark."""
MISSED = 0.04
"""「没有」 is sure only where at most this share of what is called absent is there."""
_BAND = {"no target": 0.5, "other target": 0.5, "no amount": 0.8, "amount aside": 0.5}
"""Below the first 「没有」 is unknown; from the second on another kind than the grammar's is taken, from the third even
where the grammar read an amount, from the fourth on where that amount stands beside what is promised."""
FREEDOM, EVEN = 1.0, 3.0
"""How freely heads are mixed: the inverse of the penalty, on log-odds divided by about their spread."""
_GRID = np.arange(0.2, 0.9, 0.02)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The raw log-odds of one example under a model that has not seen its hand."""

    example: Example
    heads: dict[str, float]
    clauses: list[tuple[float, float]]


Mix = dict[str, dict[str, float]]
"""For each head how much the raw log-odds of which heads count."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Calibrated log-odds are a `mix` of the raw ones plus a shift. Heads that speak of the same item know of each other:
    what has an amount is seldom a mere duty. A mix of linear heads is a linear head, so that it costs nothing to read."""

    mix: Mix
    shifts: dict[str, float]
    thresholds: dict[str, float]

    def model(self, fitted: Fitted, data: str) -> table.Model:
        """The finished model."""
        mixed = np.array([[self.mix[head].get(other, 0.0) for head in HEADS] for other in HEADS])
        intercepts = fitted.intercepts @ mixed + [self.shifts[head] for head in HEADS]
        header = table.Header(table.VERSION, data, HEADS, tuple(round(i, 4) for i in intercepts.tolist()), self.thresholds)
        return table.Model(header, fitted.rows(mixed))


def held_out(fitted: Fitted, unseen: Iterable[Example]) -> list[HeldOut]:
    """Score examples with a model as it was fitted."""
    plain = Settled({head: {head: 1.0} for head in HEADS}, dict.fromkeys(HEADS, 0.0), {}).model(fitted, "")
    found = []
    for example in unseen:
        (reading,) = read(plain, [(example.clauses, example.item)])
        _, odds = clause_odds(plain, example.clauses)
        found.append(HeldOut(example, dict(zip(HEADS, reading.scores, strict=True)), [(project, measure) for project, measure in odds.tolist()]))
    return found


def settle(scored: Sequence[HeldOut]) -> Settled:
    """Calibrate and choose the thresholds on these held-out scores."""
    honest = list(scored)
    mix: Mix = {}
    shifts = dict.fromkeys(HEADS, 0.0)
    for head, raw, wanted in _yes_no(honest):
        slope, shifts[head] = _line(raw, wanted)
        mix[head] = {head: slope}
    for heads, knowing, told_by in _KNOWING:
        mixed, shifted = _mixed(honest, heads, knowing, told_by)
        mix.update(mixed)
        shifts.update(shifted)
    warmth = _warmth(honest, PART_HEADS, lambda h: PARTS.index(h.example.promise.part))
    mix.update({head: {head: warmth} for head in PART_HEADS})
    chances = _chances(mix, shifts)
    thresholds = {
        **_BAND,
        "second dimension": _second_dimension(honest, chances),
        **{head: _precise(*_of_items(honest, head, chances)) for head in (VAGUE, ROUTINE)},
    }
    for name, place, head in (("project", 0, PROJECT), ("measure", 1, MEASURE)):
        likely, there = _of_elements(honest, place, lambda raw, head=head: chances(head, {head: raw}))
        thresholds[name] = _balanced(likely, there, [h.example.promise.source for h in honest if h.clauses])
        thresholds[f"no {name}"] = min(thresholds[name], _absent(likely, there))
    return Settled(mix, shifts, {name: round(float(value), 3) for name, value in thresholds.items()})


_KNOWING: tuple[tuple[tuple[str, ...], tuple[str, ...], Callable[[HeldOut], int]], ...] = (
    ((ROUTINE,), (ROUTINE, *TARGET_HEADS), lambda h: int(h.example.promise.routine)),
    (TARGET_HEADS, (*TARGET_HEADS, VAGUE, ROUTINE), lambda h: TARGETS.index(h.example.promise.target)),
)
"""Heads (one yes or no, or several of which one holds), the heads that they reckon with, and what is right."""


def _yes_no(scored: Sequence[HeldOut]) -> Iterable[tuple[str, list[float], list[bool]]]:
    yield VAGUE, [h.heads[VAGUE] for h in scored], [h.example.promise.vague for h in scored]
    for heads, member in ((ORG, False), (MEMBER, True)):
        asked = [h for h in scored if (h.example.promise.kind is FormKind.MEMBER) == member]
        for head in heads:
            yield head, [h.heads[head] for h in asked], [head in h.example.promise.dimensions for h in asked]
    for place, head in enumerate((PROJECT, MEASURE)):
        raw = [scores[place] for h in scored for scores in h.clauses]
        yield head, raw, [labels[place] for h in scored for labels in h.example.clause_labels()]


def _line(raw: Sequence[float], wanted: Sequence[bool]) -> tuple[float, float]:
    """Slope and shift of the calibrated log-odds."""
    learner = LogisticRegression(C=100.0).fit(np.array(raw)[:, None], wanted)
    return float(learner.coef_[0, 0]), float(learner.intercept_[0])


def _warmth(scored: Sequence[HeldOut], heads: Sequence[str], told_by: Callable[[HeldOut], int]) -> float:
    """The one slope for heads of which one holds."""
    raw = np.array([[h.heads[head] for head in heads] for h in scored])
    right = np.array([told_by(h) for h in scored])

    def loss(slope: float) -> float:
        scores = raw * slope
        return float(np.mean(np.log(np.exp(scores).sum(1)) - scores[np.arange(len(right)), right]))

    return float(min(np.arange(0.4, 2.5, 0.05), key=loss))


def _mixed(
    scored: Sequence[HeldOut], heads: Sequence[str], knowing: Sequence[str], told_by: Callable[[HeldOut], int]
) -> tuple[Mix, dict[str, float]]:
    """How much the raw log-odds of `knowing` count for each of `heads`, and the shifts. What no example shows keeps its own."""
    raw = np.array([[h.heads[other] for other in knowing] for h in scored])
    learner = LogisticRegression(C=FREEDOM, max_iter=1000).fit(raw / EVEN, [told_by(h) for h in scored])
    mix: Mix = {head: {head: 1.0} for head in heads}
    shifts = dict.fromkeys(heads, float(learner.intercept_.min()) - 1.0)
    for row, place in enumerate(learner.classes_ if len(heads) > 1 else [0]):
        mix[heads[place]] = dict(zip(knowing, (learner.coef_[row] / EVEN).tolist(), strict=True))
        shifts[heads[place]] = float(learner.intercept_[row])
    return mix, shifts


Chances = Callable[[str, Mapping[str, float]], float]
"""The probability of a head for raw log-odds by head."""


def _chances(mix: Mix, shifts: Mapping[str, float]) -> Chances:
    def chance(head: str, raw: Mapping[str, float]) -> float:
        odds = shifts[head] + sum(share * raw[other] for other, share in mix[head].items())
        return float(1 / (1 + np.exp(-odds)))

    return chance


def _of_items(scored: Sequence[HeldOut], head: str, chances: Chances) -> tuple[list[float], list[bool]]:
    return [chances(head, h.heads) for h in scored], [getattr(h.example.promise, head) for h in scored]


def _of_elements(scored: Sequence[HeldOut], place: int, chance: Callable[[float], float]) -> tuple[list[float], list[bool]]:
    """For each item the likeliest clause, and whether the element is there at all."""
    told = [h for h in scored if h.clauses]
    spans = [h.example.promise.measures if place else h.example.promise.projects for h in told]
    return [max(chance(s[place]) for s in h.clauses) for h in told], [bool(s) for s in spans]


def _f1(said: Sequence[bool], wanted: Sequence[bool]) -> float:
    both = sum(a and b for a, b in zip(said, wanted, strict=True))
    return 2 * both / max(1, sum(said) + sum(wanted))


def _balanced(likely: Sequence[float], wanted: Sequence[bool], hands: Sequence[str]) -> float:
    """The lowest threshold that is no more than `LEAN` below the best mean F1 of the hands."""

    def mean(t: float) -> float:
        rows = [(hand, p >= t, w) for hand, p, w in zip(hands, likely, wanted, strict=True)]
        by_hand = [[(said, w) for hand, said, w in rows if hand == one] for one in sorted(set(hands))]
        return float(np.mean([_f1([said for said, _ in one], [w for _, w in one]) for one in by_hand]))

    means = {float(t): mean(t) for t in _GRID}
    return min(t for t, f1 in means.items() if f1 >= max(means.values()) - LEAN)


def _precise(likely: Sequence[float], wanted: Sequence[bool]) -> float:
    """The middle one of the thresholds of about the best F1 among those that are precise enough: where the curve is flat, its ends are chance."""

    def precision(t: float) -> float:
        said = [w for p, w in zip(likely, wanted, strict=True) if p >= t]
        return round(sum(said) / len(said), 2) if said else 1.0  # a promise more or less shall not move the threshold far

    enough = [t for t in _GRID if precision(t) >= PRECISION] or [_GRID[-1]]
    scores = {t: _f1([p >= t for p in likely], wanted) for t in enough}
    good = [t for t, score in scores.items() if score >= max(scores.values()) - FLAT]
    return float(good[len(good) // 2])


def _absent(likely: Sequence[float], there: Sequence[bool]) -> float:
    """Below this the element is surely absent."""
    best = 0.02
    for t in np.arange(0.02, 0.6, 0.02):
        below = [w for p, w in zip(likely, there, strict=True) if p < t]
        if below and sum(below) / len(below) <= MISSED:
            best = float(t)
    return best


def _second_dimension(scored: Sequence[HeldOut], chances: Chances) -> float:
    def score(t: float) -> float:
        right = said = wanted = 0
        for h in scored:
            labels = MEMBER if h.example.promise.kind is FormKind.MEMBER else ORG
            likely = {label: chances(label, h.heads) for label in labels}
            best = max(likely.values())
            chosen = {label for label, p in likely.items() if p == best or p >= t}
            right += len(chosen & set(h.example.promise.dimensions))
            said += len(chosen)
            wanted += len(h.example.promise.dimensions)
        return 2 * right / (said + wanted)

    return float(max(_GRID, key=score))
