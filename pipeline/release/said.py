"""What a unit is told, finding by finding, and how that differs from what it was told before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pipeline.decisions.effect import as_decided
from pipeline.decisions.keys import finding_key
from pipeline.decisions.model import State
from pipeline.records import FormRecord, from_line
from pipeline.release.plan import UnitPlan
from pipeline.wording import place

Said = dict[str, str]
"""A finding's key, or the name of a file that could not be read, → what was said."""
WEIGHTY = ("必须修改", "建议修改")


@dataclass(slots=True)
class UnitSaid:
    """A unit's findings as they go out. `undecided` counts those that ought to be mended and that nobody has looked at,
    `pending` those that somebody put off; `weights` counts by submitted file and severity."""

    plan: UnitPlan
    said: Said = field(default_factory=dict)
    undecided: int = 0
    pending: int = 0
    weights: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What is new, gone and put differently since an earlier release."""

    new: Sequence[str]
    gone: Sequence[str]
    reworded: Sequence[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.reworded)


def said_to(results: Path, plan: Sequence[UnitPlan]) -> Iterator[UnitSaid]:
    """What each unit of the plan is told by these results."""
    with results.open("rb") as lines:
        for unit in plan:
            told = UnitSaid(unit, {f"file {file}": f"“{PurePosixPath(file).name}”没有读出，请重新报送" for file in unit.unreadable})
            for at in unit.places:
                lines.seek(at)
                record = from_line(lines.readline())
                if isinstance(record, FormRecord):
                    _add(told, record)
            yield told


def _add(told: UnitSaid, record: FormRecord) -> None:
    counts = told.weights.setdefault(record.file, {})
    whose = f"{record.person}：" if record.person and record.kind != "org" else ""
    for finding in as_decided(record).findings:
        if finding.verdict != "deficient":
            continue
        message = finding.message.removeprefix(place(record, finding)).lstrip("，：: ")
        told.said[finding_key(record, finding)] = f"{whose}{place(record, finding)}：{message}"
        counts[finding.severity] = counts.get(finding.severity, 0) + 1
        if finding.decision is None:
            told.undecided += finding.severity in WEIGHTY
    told.pending += sum(f.decision is not None and f.decision.state == State.PENDING.value for f in record.findings)


def change(before: Mapping[str, str], after: Mapping[str, str]) -> Change:
    """The same sentence about the same place is no change, though the form came in anew and has other keys."""
    gone = [before[key] for key in before if key not in after]
    new = [after[key] for key in after if key not in before]
    gone, new = _without(gone, Counter(new)), _without(new, Counter(gone))
    reworded = [after[key] for key in after if key in before and before[key] != after[key]]
    return Change(new, gone, reworded)


def _without(texts: Sequence[str], other: Counter[str]) -> list[str]:
    """The texts without those that stand on the other side too, each as often as it does there."""
    kept = []
    for text in texts:
        if other[text]:
            other[text] -= 1
        else:
            kept.append(text)
    return kept
