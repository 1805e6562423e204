"""Figures with 95 % intervals: counts per form are summed, intervals come from resampling whole forms (bootstrap of
Efron, percentile method), because the promises of one form are not independent."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluation.tally import Tally

RESAMPLES = 1000
SEED = 20120315
STATES = ("tp", "fp", "fn", "right", "all")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its 95 % interval; `of` is how many labels or items stand behind it."""

    name: str
    value: float
    low: float
    high: float
    of: int


def figures(tallies: Sequence[Tally]) -> list[Figure]:
    """Every measure over all forms, with its interval from resampling forms (fixed seed), then the macro means."""
    names = sorted({name for t in tallies for name, _ in t.counts})
    counts = [t.counts for t in tallies]
    found = [figure for name in names for figure in _measure(name, counts)]
    return [*found, *_macro(names, counts)]


def _measure(name: str, counts: Sequence[Counter[tuple[str, str]]]) -> Iterable[Figure]:
    per_form = [_of(c, name) for c in counts]
    total = _add(per_form)
    if total["tp"] + total["fn"] + total["fp"]:
        yield _figure(f"{name} P", per_form, precision, total["tp"] + total["fp"])
        yield _figure(f"{name} R", per_form, recall, total["tp"] + total["fn"])
        yield _figure(f"{name} F1", per_form, f1, total["tp"] + total["fn"])
    if total["all"]:
        yield _figure(f"{name} accuracy", per_form, accuracy, total["all"])


def _figure(title: str, per_form: Sequence[Counter[str]], of: Callable[[Counter[str]], float], size: int) -> Figure:
    dice = random.Random(SEED)
    draws = sorted(of(_add(dice.choices(per_form, k=len(per_form)))) for _ in range(RESAMPLES))
    return Figure(title, of(_add(per_form)), *_interval(draws), size)


def _macro(names: Sequence[str], counts: Sequence[Counter[tuple[str, str]]]) -> Iterable[Figure]:
    """The mean F1 of the labels of a measure (`dimensions:…`), each weighing the same."""
    for measure in sorted({name.partition(":")[0] for name in names if ":" in name}):
        parts = [name for name in names if name.startswith(f"{measure}:")]
        if any(c[part, "all"] for c in counts for part in parts):
            continue
        dice = random.Random(SEED)
        value = _mean_f1(parts, counts)
        draws = sorted(_mean_f1(parts, dice.choices(counts, k=len(counts))) for _ in range(RESAMPLES))
        size = sum(c[part, "tp"] + c[part, "fn"] for c in counts for part in parts)
        yield Figure(f"{measure} macro F1", value, *_interval(draws), size)


def _mean_f1(parts: Sequence[str], counts: Sequence[Counter[tuple[str, str]]]) -> float:
    return sum(f1(_add(_of(c, part) for c in counts)) for part in parts) / len(parts)


def _interval(draws: Sequence[float]) -> tuple[float, float]:
    return draws[int(0.025 * len(draws))], draws[int(0.975 * len(draws)) - 1]


def _of(counts: Counter[tuple[str, str]], name: str) -> Counter[str]:
    return Counter({state: counts[name, state] for state in STATES if counts[name, state]})


def _add(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for c in counts:
        total.update(c)
    return total


def precision(c: Counter[str]) -> float:
    """tp / (tp + fp); 1 where nothing was said."""
    return c["tp"] / (c["tp"] + c["fp"]) if c["tp"] + c["fp"] else 1.0


def recall(c: Counter[str]) -> float:
    """tp / (tp + fn); 1 where nothing was asked."""
    return c["tp"] / (c["tp"] + c["fn"]) if c["tp"] + c["fn"] else 1.0


def f1(c: Counter[str]) -> float:
    """The harmonic mean of precision and recall."""
    whole = 2 * c["tp"] + c["fp"] + c["fn"]
    return 2 * c["tp"] / whole if whole else 1.0


def accuracy(c: Counter[str]) -> float:
    """The share of labels that are right."""
    return c["right"] / c["all"] if c["all"] else 1.0
