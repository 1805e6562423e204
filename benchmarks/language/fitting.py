"""Fit the heads: logistic regressions over one vocabulary of n-grams and one of yes/no features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from benchmarks.language.reading import Example, tokens
from extractors.language.learned.grams import SHORT
from extractors.language.learned.heads import HEADS, MEASURE, MEMBER, ORG, PARTS, PROJECT, ROUTINE, TARGETS, VAGUE
from extractors.language.learned.table import pack
from extractors.model import FormKind

LEAST = 4
"""A feature must stand in this many promises."""
MOST = 3000
"""So many n-grams and words are kept."""
TEXT, CUES = 3.0, 0.3
"""How much the n-grams (unit length) and the yes/no features count before the penalty."""
PENALTY = 1.0
KNOWN_TO_US = {"t": 0.3}
"""The words and grammars were tuned to these forms and are too right there: they count less."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The heads before calibration: `weights` has a row for each of `features`, a column for each head."""

    features: tuple[str, ...]
    weights: Any
    intercepts: Any

    def rows(self, mixed: Any) -> dict[str, int]:
        """The packed rows; a column of `mixed` says how much the weights of which heads make up a head."""
        scaled = self.weights @ mixed
        return {feature: pack(row) for feature, row in zip(self.features, scaled.tolist(), strict=True)}


def fit(given: Sequence[Example], text: bool = True, cues: bool = True) -> Fitted:
    """Fit all heads to the examples; without `text` or `cues` those features get no weight. A first fit over all n-grams
    finds those that tell something: with `MOST` of them the heads are as right, and a form costs half."""
    grams, names, clause_names = _vocabularies(given)
    first = _fit(given, grams, names, clause_names, text, cues)
    return _fit(given, _telling(given, grams, first), names, clause_names, text, cues)


def _telling(given: Sequence[Example], grams: list[str], fitted: Fitted) -> list[str]:
    """The n-grams with the most weight, the frequent ones first."""
    counts = Counter(gram for e in given for gram in set().union(*(c.grams for c in e.clauses)))
    worth = np.abs(fitted.weights[: len(grams)]).max(1) * np.sqrt([counts[gram] for gram in grams])
    return sorted(grams[n] for n in np.argsort(-worth, kind="stable")[:MOST])


def _fit(
    given: Sequence[Example], grams: list[str], names: list[str], clause_names: list[str], text: bool, cues: bool
) -> Fitted:
    share = np.array([KNOWN_TO_US.get(e.promise.source, 1.0) for e in given])
    items = _scaled(_matrix([_item_grams(e) for e in given], grams, True), _matrix([e.item.names for e in given], names, False), text, cues)
    told = [clause for e in given for clause in e.clauses]
    clauses = _scaled(
        _matrix([c.grams for c in told], grams, True), _matrix([c.names for c in told], clause_names, False), text, cues
    )
    clause_share = np.array([s for e, s in zip(given, share, strict=True) for _ in e.clauses])
    found = _Weights(len(grams), len(names), len(clause_names))
    labels = np.array([label for e in given for label in e.clause_labels()])
    for place, head in enumerate((PROJECT, MEASURE)):
        found.put_clause([head], clauses, labels[:, place], clause_share)
    for heads, wanted in ((ORG, (FormKind.ORG, FormKind.SECRETARY)), (MEMBER, (FormKind.MEMBER,))):
        rows = np.array([e.promise.kind in wanted for e in given])
        chosen = [e for e in given if e.promise.kind in wanted]
        for head in heads:
            found.put_item([head], items[rows], np.array([head in e.promise.dimensions for e in chosen]), share[rows])
    for head, told_by in _YES_NO.items():
        found.put_item([head], items, np.array([told_by(e) for e in given]), share)
    for heads, one_of in _ONE_OF:
        found.put_item(heads, items, np.array([heads.index(one_of(e)) for e in given]), share)
    return Fitted((*grams, *names, *clause_names), found.weights, found.intercepts)


_YES_NO: dict[str, Callable[[Example], bool]] = {VAGUE: lambda e: e.promise.vague, ROUTINE: lambda e: e.promise.routine}
_ONE_OF: tuple[tuple[list[str], Callable[[Example], str]], ...] = (
    ([f"part.{p.value}" for p in PARTS], lambda e: f"part.{e.promise.part.value}"),
    ([f"target.{t.value}" for t in TARGETS], lambda e: f"target.{e.promise.target.value}"),
)


class _Weights:
    """The growing table of weights: rows of n-grams, of the item's names, of the clauses' names."""

    def __init__(self, grams: int, names: int, clause_names: int) -> None:
        self.weights = np.zeros((grams + names + clause_names, len(HEADS)))
        self.intercepts = np.zeros(len(HEADS))
        self._item = np.r_[0 : grams + names]
        self._clause = np.r_[0:grams, grams + names : grams + names + clause_names]
        self._factors = np.r_[np.full(grams, TEXT), np.full(names + clause_names, CUES)]

    def put_item(self, heads: Sequence[str], x: Any, y: Any, share: Any) -> None:
        """Fit heads over items: one head yes or no, several of which one holds."""
        self._put(heads, self._item, x, y, share)

    def put_clause(self, heads: Sequence[str], x: Any, y: Any, share: Any) -> None:
        """Fit a head over clauses."""
        self._put(heads, self._clause, x, y, share)

    def _put(self, heads: Sequence[str], rows: Any, x: Any, y: Any, share: Any) -> None:
        learner = LogisticRegression(C=PENALTY, max_iter=3000, tol=1e-5)
        learner.fit(x, y, sample_weight=share)
        places = [HEADS.index(heads[n]) for n in (learner.classes_ if len(heads) > 1 else [0])]
        self.weights[np.ix_(rows, places)] = learner.coef_.T * self._factors[rows][:, None]
        self.intercepts[places] = learner.intercept_


def _vocabularies(given: Sequence[Example]) -> tuple[list[str], list[str], list[str]]:
    words = set().union(*(tokens(e.sheet.text) for e in given))
    return (
        [g for g in _frequent(set().union(*(c.grams for c in e.clauses)) for e in given) if len(g) <= SHORT or g in words],
        _frequent(e.item.names for e in given),
        _frequent({name for c in e.clauses for name in c.names} for e in given),
    )


def _frequent(groups: Iterable[Iterable[str]]) -> list[str]:
    counts: Counter[str] = Counter()
    for group in groups:
        counts.update(set(group))
    return sorted(name for name, count in counts.items() if count >= LEAST)


def _item_grams(example: Example) -> list[str]:
    return [gram for clause in example.clauses for gram in clause.grams]  # one that stands in two clauses counts twice


def _matrix(groups: Sequence[Iterable[str]], vocabulary: Sequence[str], unit: bool) -> Any:
    """A row a group; with `unit` divided by the root of the number of known features."""
    places = {name: n for n, name in enumerate(vocabulary)}
    at, columns, values = [0], [], []
    for group in groups:
        counts = Counter(places[name] for name in group if name in places)
        norm = max(1, counts.total()) ** -0.5 if unit else 1.0
        columns += sorted(counts)
        values += [counts[c] * norm for c in sorted(counts)]
        at.append(len(columns))
    return sp.csr_matrix((values, columns, at), shape=(len(groups), len(vocabulary)))


def _scaled(grams: Any, names: Any, text: bool, cues: bool) -> Any:
    return sp.hstack([grams * (TEXT if text else 0.0), names * (CUES if cues else 0.0)]).tocsr()
