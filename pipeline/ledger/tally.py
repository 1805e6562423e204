"""What the overview counts, gathered while the forms pass by; grows with the units and codes, not with the forms."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from pipeline.by_unit import Entry
from pipeline.records import FindingRecord, FormRecord
from pipeline.wording import ELEMENTS, WEIGHT, elements

MANY, SOME = 0.5, 0.1


@dataclass(slots=True)
class Fault:
    """How often a kind of fault occurs: in `count` of `of` items (or forms, where it concerns forms), in `units` units.
    `weight` is the gravest that it had; `serious` and `serious_units` count without the hints."""

    code: str
    on_items: bool
    count: int = 0
    of: int = 0
    units: int = 0
    serious: int = 0
    serious_units: int = 0
    weight: str = "提示"

    @property
    def share(self) -> float:
        return self.count / self.of if self.of else 0.0

    @property
    def tone(self) -> str:
        """How an inspection report would put it, hints left out."""
        return "多数" if self.serious_share >= MANY else "部分" if self.serious_share >= SOME else "个别"

    @property
    def serious_share(self) -> float:
        return self.serious / self.of if self.of else 0.0


@dataclass(slots=True)
class Tally:
    """Counts over the newest draft of every form and what adds to it. `coverage[group][unit]` counts items by dimension."""

    forms: Counter[str] = field(default_factory=Counter)
    items: int = 0
    drafts: int = 0
    clean: int = 0
    doubts: int = 0
    set_aside: int = 0
    with_element: Counter[str] = field(default_factory=Counter)
    complete: int = 0
    coverage: dict[str, dict[str, Counter[str]]] = field(default_factory=lambda: {"units": {}, "members": {}})
    _faults: dict[str, Fault] = field(default_factory=dict)
    _last_unit: dict[tuple[str, bool], str] = field(default_factory=dict)

    def add(self, entry: Entry, record: FormRecord, unit: str, *, set_aside: int = 0) -> None:
        """Count one form; the forms of a unit come one after the other. `set_aside` findings were taken out by people."""
        if not entry.newest:
            self.drafts += 1
            return
        self.forms[record.kind] += entry.addition == "no"
        self.items += len(record.items)
        self.set_aside += set_aside
        self._count_faults(record, unit, whole=entry.addition == "no")
        group = self.coverage["members" if record.kind == "member" else "units"]
        covered = group.setdefault(unit, Counter())
        for item in record.items:
            covered.update({d.label for d in item.dimensions})
            present = elements(item)
            self.with_element.update(name for name, here in zip(ELEMENTS, present, strict=True) if here)
            self.complete += all(present)

    def faults(self) -> list[Fault]:
        """The kinds of fault, most frequent first."""
        for fault in self._faults.values():
            fault.of = self.items if fault.on_items else self.forms.total()
        return sorted(self._faults.values(), key=lambda f: (-f.count, f.code))

    def _count_faults(self, record: FormRecord, unit: str, *, whole: bool) -> None:
        deficient = [f for f in record.findings if f.verdict == "deficient"]
        self.clean += whole and not deficient
        self.doubts += len(record.findings) - len(deficient)
        for code, item_id in {(f.code, counted_by(f)): None for f in deficient}:
            fault = self._faults.setdefault(code, Fault(code, item_id is not None))
            fault.count += 1
            fault.units += self._first_of(unit, code, serious=False)
        for code, _ in {(f.code, counted_by(f)): None for f in deficient if f.severity != "提示"}:
            self._faults[code].serious += 1
            self._faults[code].serious_units += self._first_of(unit, code, serious=True)
        for finding in deficient:
            fault = self._faults[finding.code]
            fault.weight = min(fault.weight, finding.severity, key=WEIGHT.__getitem__)

    def _first_of(self, unit: str, code: str, *, serious: bool) -> bool:
        """Whether this is the first time in a unit that the fault occurs."""
        before = self._last_unit.get((code, serious))
        self._last_unit[code, serious] = unit
        return before != unit


def counted_by(finding: FindingRecord) -> str | None:
    """What a finding is counted by: the promise, or None for the form. A rule about forms may point at several promises of
    one (the blanks that were left in it), and is one fault of that form all the same."""
    return None if finding.scope in ("form", "field") else finding.item_id
