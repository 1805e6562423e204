"""Deadlines and targets of promises in free words (tests/gold/free/), each read alone.

    python -m benchmarks.free_words [--misses [MEASURE …]]

Prints for each half how many deadline kinds and normal forms, target kinds and presences are right. `phrase` counts,
where both say a time, those that overlap in the print. `--misses` lists what differs, of the tune half alone: the
other half is for its aggregates.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from extractors.language import annotate
from extractors.language.deadlines.normal_form import norm
from extractors.model import Annotation, CommitmentItem, DeadlineKind, FormKind, Passage, ReadingContext
from pipeline.evaluation.due import same_norm

PROMISES = Path(__file__).parents[1] / "tests" / "gold" / "free" / "promises.jsonl"
HALVES = ("tune", "test")
_UNUSABLE = (DeadlineKind.NONE, DeadlineKind.INVALID)


@dataclass(frozen=True, slots=True)
class Judged:
    """One measure of one promise: the label, and what was read where that is not the same."""

    half: str
    measure: str
    label: str
    read: str
    right: bool
    text: str


def main() -> None:
    """Score the set and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", nargs="*", help="list the misses of the tune half, of these measures or of all")
    given = parser.parse_args()
    judged = score()
    print(table(judged))
    if given.misses is not None:
        for one in judged:
            if one.half == "tune" and not one.right and (not given.misses or one.measure in given.misses):
                print(f"{one.measure}: label {one.label!r} read {one.read!r} | {one.text}")


def score() -> list[Judged]:
    """Every measure of every promise, in the order of the file."""
    lines = PROMISES.read_text(encoding="utf-8").splitlines()
    return [judged for line in lines for judged in _judged(json.loads(line))]


def table(judged: Sequence[Judged]) -> str:
    """Right of all, by measure and half."""
    of = Counter((j.measure, j.half) for j in judged)
    right = Counter((j.measure, j.half) for j in judged if j.right)
    rows = [f"{'':18}" + "".join(f"{half:>16}" for half in HALVES)]
    for measure in dict.fromkeys(j.measure for j in judged):
        cells = ((right[measure, half], of[measure, half]) for half in HALVES)
        rows.append(f"{measure:18}" + "".join(f"{got / max(all_, 1):>8.3f}{f'{got}/{all_}':>8}" for got, all_ in cells))
    return "\n".join(rows)


def _judged(promise: dict[str, Any]) -> Iterator[Judged]:
    context = ReadingContext(year=promise["year"], reference_date=date.fromisoformat(promise["reference_date"]))
    (read,) = annotate([CommitmentItem(0, Passage(promise["text"]))], FormKind.ORG, context)
    for measure, label, ours, right in _measures(promise, read):
        yield Judged(promise["half"], measure, label, ours, right, promise["text"])


def _measures(promise: dict[str, Any], read: Annotation) -> Iterator[tuple[str, str, str, bool]]:
    """Name, label, what was read, whether that is right."""
    kind, ours, text = DeadlineKind(promise["deadline_kind"]), read.deadline, promise["text"]
    label, said = promise["deadline_norm"] or "none", norm(ours) or "none"
    yield "deadline present", str(kind), str(ours.kind), (kind in _UNUSABLE) == (ours.kind in _UNUSABLE)
    yield "deadline kind", str(kind), str(ours.kind), kind is ours.kind
    yield "deadline norm", label, said, same_norm(label, said)
    if promise["deadline_phrase"] and ours.span:
        places = [m.span() for m in re.finditer(re.escape(promise["deadline_phrase"]), text)]
        meets = any(ours.span.start < end and start < ours.span.end for start, end in places)
        yield "phrase", promise["deadline_phrase"], ours.phrase, meets
    wanted, target = promise["target"], str(read.target.kind)
    yield "target present", wanted, target, (wanted == "none") == (target == "none")
    yield "target kind", wanted, target, wanted == target


if __name__ == "__main__":
    main()
