"""The table of expressions, `cases.yaml`: every failure is reported, not the first one only."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from extractors.language.deadlines import find_deadline, norm
from extractors.model import CommitmentItem, NamedEvent, Passage, ReadingContext

GROUPS = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def context_of(group: dict) -> ReadingContext:
    events = tuple(NamedEvent(name, day) for name, day in group.get("events", {}).items())
    period = tuple(group["period"]) if "period" in group else None
    return ReadingContext(group.get("year"), group.get("reference"), period, events)


def expected_norm(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "none" else str(value)


def failure(case: list, context: ReadingContext) -> str | None:
    text, wanted, *phrase = case
    found = find_deadline(CommitmentItem(1, Passage(text)), context)
    printed = text[slice(*found.span)] if found.span else ""
    if norm(found) != expected_norm(wanted):
        return f"{text!r}: {norm(found)} [{printed}] instead of {wanted}"
    if phrase and printed != phrase[0]:
        return f"{text!r}: phrase {printed!r} instead of {phrase[0]!r}"
    return None


@pytest.mark.parametrize("group", GROUPS, ids=lambda g: g["group"])
def test_group(group):
    context = context_of(group)
    failures = [f for case in group["cases"] if (f := failure(case, context))]
    assert not failures, "\n".join(failures)


def test_the_table_is_large_enough():
    assert sum(len(group["cases"]) for group in GROUPS) >= 400
