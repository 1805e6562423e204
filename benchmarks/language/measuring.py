"""Score what the sheets say against the labels, by source, with and without the learned component."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.language.promises import Promise
from benchmarks.language.reading import Example
from extractors.language.learned.component import revise
from extractors.language.learned.table import Model
from extractors.language.sheet import Sheet
from extractors.model import FormKind, TargetKind

ROWS = (
    "dimensions F1", "dimensions org F1", "dimensions member F1", "part", "target kind", "target unknown",
    *(f"{name} {figure}" for name in ("vague", "routine", "project", "measures") for figure in ("P", "R", "F1", "accuracy")),
    "project absent unsure", "measures absent unsure",
)  # fmt: skip


def score(read: Sequence[Example], model: Model | None) -> dict[str, float]:
    """Every figure of `ROWS` for these examples; without a model the other components' answers."""
    counts: Counter[str] = Counter()
    for example in read:
        sheet = copy.copy(example.sheet)
        if model is not None:
            revise([sheet], model)
        counts.update(_marks(example.promise, sheet))
    return {row: _figure(row, counts) for row in ROWS}


def _marks(promise: Promise, sheet: Sheet) -> Iterable[str]:
    ours, wanted = {d.label for d in sheet.dimensions}, set(promise.dimensions)
    group = "dimensions member" if promise.kind is FormKind.MEMBER else "dimensions org"
    for label in ours | wanted:
        state = "both" if label in ours and label in wanted else "said" if label in ours else "missed"
        yield from (f"{group} {state}", f"dimensions {state}")
    yield "all"
    if sheet.part is promise.part:
        yield "part"
    if sheet.target.kind is promise.target:
        yield "target kind"
    if sheet.target.kind is TargetKind.UNKNOWN:
        yield "target unknown"
    for name, said, there in (
        ("vague", sheet.wording.vague, promise.vague),
        ("routine", sheet.wording.routine, promise.routine),
        ("project", bool(sheet.project.spans), bool(promise.projects)),
        ("measures", bool(sheet.measures.spans), bool(promise.measures)),
    ):
        yield f"{name} {('neither', 'missed', 'said', 'both')[2 * said + there]}"
    for name, element in (("project", sheet.project), ("measures", sheet.measures)):
        if not element.spans and not element.sure:
            yield f"{name} absent unsure"


def _figure(row: str, counts: Counter[str]) -> float:
    name, _, figure = row.rpartition(" ")
    both, said, missed = (counts[f"{name} {state}"] for state in ("both", "said", "missed"))
    if figure == "P":
        return both / max(1, both + said)
    if figure == "R":
        return both / max(1, both + missed)
    if figure == "F1":
        return 2 * both / max(1, 2 * both + said + missed)
    if figure == "accuracy":
        return (both + counts[f"{name} neither"]) / counts["all"]
    return counts[row] / counts["all"]
