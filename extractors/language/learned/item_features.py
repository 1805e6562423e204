"""What the other components found in the item as a whole, as names of yes/no features (see `names`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractors.language.learned.grams import grams
from extractors.language.learned.names import Names, step
from extractors.language.lexicon import store
from extractors.language.printed import headings
from extractors.language.sheet import Clause, Sheet

_HAS, _MAIN = Names("@has "), Names("@main ")
_BOTH = (False, True)
_HEDGED = tuple(f" {hedged}" for hedged in _BOTH)
_MEASURES, _VAGUE, _ROUTINE = (tuple(f"@{head}={truly}" for truly in _BOTH) for head in ("measures", "vague", "routine"))
_PROJECT, _WORDING = (
    tuple(tuple(f"@{head}={first} {second}" for second in _BOTH) for first in _BOTH) for head in ("project", "wording")
)
_NTH_DIMENSION = ("@dimension 0=", "@dimension 1=")


@dataclass(slots=True)
class ItemFeatures:
    """The names of an item's yes/no features: what was found in it, its shape, what its heading says."""

    found: list[str]
    shape: tuple[str, ...]
    heading: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.found, *self.shape, *self.heading)


def of_item(sheet: Sheet) -> ItemFeatures:
    """What is known of the item as a whole."""
    found = ["@kind=" + sheet.kind]
    found += _answers(sheet)
    found += [_HAS[category] for category in sheet.hits.by_category]
    main = _main(sheet)
    if main:
        found += [_MAIN[category] for category in main.hits]
    above = headings(sheet.item)
    return ItemFeatures(found, _shape_of(sheet), _heading(above[-1]) if above else ())


def _answers(sheet: Sheet) -> list[str]:
    """What the lexicons and grammars say."""
    wording, target, due = sheet.wording, "@target=" + sheet.target.kind, "@deadline=" + sheet.deadline.kind
    names = [
        "@part=" + sheet.part, target, target + _HEDGED[sheet.target.hedged], due, f"{due} {sheet.deadline.source}",
        _PROJECT[bool(sheet.project.spans)][sheet.project.sure], _MEASURES[bool(sheet.measures.spans)],
        _WORDING[wording.vague][wording.routine], _VAGUE[wording.vague], _ROUTINE[wording.routine],
    ]  # fmt: skip
    for n, label in enumerate(sheet.dimensions):
        names.append(_NTH_DIMENSION[n] + label.label)
        if not n:
            names.append(f"@dimension={label.label} {step(label.confidence, 0.3, 3)}")
    names += ["@unit=" + value.unit for value in sheet.target.values]
    return names


def _shape_of(sheet: Sheet) -> tuple[str, ...]:
    """How long and how concrete an item is."""
    body, prohibited = sheet.body, sheet.prohibited
    weights = [sheet.weights[c.order] for c in body if not prohibited[c.order]]
    return _shape(
        step(max(weights), 0.6, 5) if weights else None,
        step(min(weights), 0.6, 5) if weights else None,
        len(weights) < len(body),
        min(len(body), 5),
        min(len(sheet.text) // 10, 7),
        min(2, len(sheet.amounts)),
        any(map(str.isdigit, sheet.text)),
    )


@lru_cache(maxsize=8192)
def _shape(best: int | None, worst: int | None, stops: bool, clauses: int, length: int, amounts: int, digits: bool) -> tuple[str, ...]:
    return (
        f"@best={'none' if best is None else best}",
        f"@worst={'none' if worst is None else worst}",
        f"@prohibited={'none' if not stops else 'all' if best is None else 'some'}",
        f"@clauses={clauses}",
        f"@length={length}",
        f"@amounts={amounts}",
        f"@digits={digits} {amounts > 0}",
    )


def _main(sheet: Sheet) -> Clause | None:
    """The clause of the project, else the first one."""
    body = sheet.body
    if not body:
        return None
    at = sheet.project.spans[0].start if sheet.project.spans else body[0].span.start
    return next((c for c in body if c.span.start <= at < c.span.end), body[0])


@lru_cache(maxsize=1024)
def _heading(heading: str) -> tuple[str, ...]:
    """What a heading says; the items below ask for it again and again."""
    said = [f"heading:{gram}" for gram in grams(heading)]
    return (*said, *(f"@heading {category}" for category in store().headings.find(heading).by_category))
