"""What decisions do to a form's record: they are written beside the findings, and what goes out follows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.decisions.keys import subject
from pipeline.decisions.model import State
from pipeline.decisions.view import Holds, View
from pipeline.records import DecisionRecord, FindingRecord, FormRecord

GONE = (State.DISMISSED.value, State.MENDED.value)


@dataclass(slots=True)
class Use:
    """How the decisions were used in a run, by their numbers: for how many findings each holds, for how many of them by
    comparing texts, and where something similar stands that a person should look at."""

    held: Counter[int] = field(default_factory=Counter)
    carried: Counter[int] = field(default_factory=Counter)
    doubts: dict[int, list[str]] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)


def decide(record: FormRecord, view: View, use: Use) -> FormRecord:
    """The record with the decisions that hold for its findings; `use` is added to."""
    found = tuple(_decided(record, finding, view, use) for finding in record.findings)
    return record if found == record.findings else record.model_copy(update={"findings": found})


def as_decided(record: FormRecord) -> FormRecord:
    """The record as it goes out: without what people dismissed or saw mended, and in their words where they reworded.
    A doubt that somebody settled in words of their own is said to the branch like any fault."""
    if all(f.decision is None for f in record.findings):
        return record
    kept = tuple(_reworded(f) for f in record.findings if f.decision is None or f.decision.state not in GONE)
    return record.model_copy(update={"findings": kept})


def _decided(record: FormRecord, finding: FindingRecord, view: View, use: Use) -> FindingRecord:
    if finding.code not in view.codes:
        return finding
    about = subject(record, finding)
    for doubt in view.doubts(about):
        use.doubts.setdefault(doubt.number, []).append(f"{record.file}{about.where}")
    holds = view.holds(about, about.unit_name)
    if holds is None:
        return finding
    number = holds.decision.number
    use.held[number] += 1
    use.carried[number] += holds.carried
    made = _record(holds)
    use.states[made.state] += 1
    return finding.model_copy(update={"decision": made})


def _record(holds: Holds) -> DecisionRecord:
    said = holds.decision.statement
    reworded = said.state is State.REWORDED
    return DecisionRecord.model_validate({
        "state": (said.state or State.PENDING).value,
        "scope": said.reach.value,
        "reason": "" if reworded else said.text,
        "words": said.text if reworded else None,
        "by": holds.decision.by,
        "on": holds.decision.at.date(),
        "carried": holds.carried,
    })  # fmt: skip


def _reworded(finding: FindingRecord) -> FindingRecord:
    words = finding.decision.words if finding.decision else None
    if words is None:
        return finding
    return finding.model_copy(update={"message": words, "suggestion": "", "verdict": "deficient"})
