"""The labelled promises of `promises.yaml`: each element must be right on nearly all of them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from extractors.language import annotate
from extractors.model import Annotation, CommitmentItem, FormKind, Passage, ReadingContext

KINDS = {"o": FormKind.ORG, "m": FormKind.MEMBER, "s": FormKind.SECRETARY}
CONTEXT = ReadingContext(year=2012, reference_date=date(2012, 3, 10))
FLOORS = {"t": 0.96, "p": 0.96, "m": 0.96, "d": 0.95, "part": 0.93, "v": 0.96, "r": 0.96, "over": 1.0}


@lru_cache
def cases() -> list[dict[str, object]]:
    text = (Path(__file__).parent / "promises.yaml").read_text(encoding="utf-8")
    loaded: list[dict[str, object]] = yaml.safe_load(text)
    return loaded


@lru_cache
def understood() -> list[Annotation]:
    found = []
    for case in cases():
        item = CommitmentItem(0, Passage(str(case["x"])))
        found.extend(annotate([item], KINDS[str(case["who"])], CONTEXT))
    return found


def seen(key: str, annotation: Annotation) -> object:
    values = {
        "t": annotation.target.kind.value[0],
        "p": int(bool(annotation.project.spans)),
        "m": int(bool(annotation.measures.spans)),
        "d": annotation.dimensions[0].label,
        "part": annotation.part.value,
        "v": annotation.wording.vague,
        "r": annotation.wording.routine,
        "over": int(annotation.wording.overpromise),
    }
    return values[key]


def wanted(key: str, case: dict[str, object]) -> object | None:
    skip = str(case.get("skip", ""))
    skipped = {"part"} & {"part" if "part" in skip else ""} | set(skip.replace("part", ""))
    if key in skipped:
        return None
    if key in ("v", "r"):
        return key in str(case.get("w", ""))
    return case.get(key)


def test_there_are_enough_promises() -> None:
    assert len(cases()) >= 120


@pytest.mark.parametrize("key", FLOORS)
def test_element(key: str) -> None:
    rows = [(c["x"], wanted(key, c), seen(key, a)) for c, a in zip(cases(), understood(), strict=True)]
    asked = [row for row in rows if row[1] is not None]
    wrong = [row for row in asked if row[1] != row[2]]
    assert len(asked) >= (2 if key == "over" else 80)
    assert 1 - len(wrong) / len(asked) >= FLOORS[key], wrong


def test_every_span_lies_in_the_text() -> None:
    for case, a in zip(cases(), understood(), strict=True):
        spans = [*a.target.spans, *a.project.spans, *a.measures.spans, *a.responsible.spans,
                 *a.wording.vague_evidence, *a.wording.routine_evidence, *(s for d in a.dimensions for s in d.evidence)]
        assert all(0 <= s.start < s.end <= len(str(case["x"])) for s in spans), case["x"]
        assert bool(a.wording.vague_evidence) == a.wording.vague
        assert bool(a.wording.routine_evidence) == a.wording.routine
