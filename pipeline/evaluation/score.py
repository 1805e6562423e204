"""Figures with 95 % intervals: counts per form are summed, intervals come from resampling whole forms."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from extractors.language.deadlines.normal_form import norm
from extractors.model import Deadline, DeadlineKind, DeadlineReason, DeadlineSource, Period
from pipeline.evaluation.gold import GoldForm, GoldItem
from pipeline.evaluation.match import pair_up
from pipeline.records import DeadlineRecord, FormRecord, ItemRecord

RESAMPLES = 1000
PRESENCE = ("target", "project", "measures", "deadline", "responsible", "vague", "routine")


@dataclass(frozen=True, slots=True)
class Miss:
    """A label that differs, for the list of worst examples."""

    form: str
    measure: str
    text: str
    gold: str
    read: str


@dataclass(slots=True)
class Tally:
    """One form's counts: (measure, "tp" | "fp" | "fn" | "right" | "all") → number."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def presence(self, measure: str, gold: bool, read: bool) -> None:
        """Count one yes/no label."""
        if gold or read:
            self.counts[measure, "tp" if gold and read else "fn" if gold else "fp"] += 1
        self.equal(measure, gold == read)

    def equal(self, measure: str, right: bool) -> None:
        """Count one label that is right or not."""
        self.counts[measure, "all"] += 1
        self.counts[measure, "right"] += right


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its 95 % interval; `of` is how many labels or items stand behind it."""

    name: str
    value: float
    low: float
    high: float
    of: int


def score_form(gold: GoldForm, record: FormRecord | None) -> Tally:
    """Compare one labelled form with what was read of it (None: not read at all)."""
    tally = Tally()
    items = record.items if record else ()
    pairs = pair_up([i.text for i in gold.items], [i.text for i in items])
    tally.counts["items", "tp"] = len(pairs)
    tally.counts["items", "fn"] = len(gold.items) - len(pairs)
    tally.counts["items", "fp"] = len(items) - len(pairs)
    found_gold, found_read = {g for g, _ in pairs}, {r for _, r in pairs}
    for n, missing in enumerate(gold.items):
        if n not in found_gold:
            tally.misses.append(Miss(gold.id, "items", missing.text, "item", "—"))
    for n, extra in enumerate(items):
        if n not in found_read:
            tally.misses.append(Miss(gold.id, "items", extra.text, "—", "item"))
    for g, r in pairs:
        _score_item(gold.id, gold.items[g], items[r], tally)
    if record:
        _score_fields(gold, record, tally)
    return tally


def figures(tallies: Sequence[Tally]) -> list[Figure]:
    """Every measure over all forms, with its interval from resampling forms (fixed seed)."""
    measures = sorted({name for t in tallies for name, _ in t.counts})
    found: list[Figure] = []
    for name in measures:
        found += _measure(name, [t.counts for t in tallies])
    return found


def _measure(name: str, counts: list[Counter[tuple[str, str]]]) -> Iterable[Figure]:
    total = _sum(counts, name)
    if total["tp"] + total["fn"] + total["fp"]:
        yield _figure(f"{name} P", counts, name, _precision, total["tp"] + total["fp"])
        yield _figure(f"{name} R", counts, name, _recall, total["tp"] + total["fn"])
        yield _figure(f"{name} F1", counts, name, _f1, total["tp"] + total["fn"])
    if total["all"]:
        yield _figure(f"{name} accuracy", counts, name, _accuracy, total["all"])


def _figure(
    title: str, counts: list[Counter[tuple[str, str]]], name: str, of: Callable[[Counter[str]], float], size: int
) -> Figure:
    per_form = [_sum([c], name) for c in counts]
    dice = random.Random(20120315)
    draws = sorted(of(_add(dice.choices(per_form, k=len(per_form)))) for _ in range(RESAMPLES))
    low, high = draws[int(0.025 * RESAMPLES)], draws[int(0.975 * RESAMPLES) - 1]
    return Figure(title, of(_add(per_form)), low, high, size)


def _sum(counts: list[Counter[tuple[str, str]]], name: str) -> Counter[str]:
    return Counter({k: sum(c[name, k] for c in counts) for k in ("tp", "fp", "fn", "right", "all")})


def _add(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for c in counts:
        total.update(c)
    return total


def _precision(c: Counter[str]) -> float:
    return c["tp"] / (c["tp"] + c["fp"]) if c["tp"] + c["fp"] else 1.0


def _recall(c: Counter[str]) -> float:
    return c["tp"] / (c["tp"] + c["fn"]) if c["tp"] + c["fn"] else 1.0


def _f1(c: Counter[str]) -> float:
    whole = 2 * c["tp"] + c["fp"] + c["fn"]
    return 2 * c["tp"] / whole if whole else 1.0


def _accuracy(c: Counter[str]) -> float:
    return c["right"] / c["all"] if c["all"] else 1.0


def _score_item(form: str, gold: GoldItem, read: ItemRecord, tally: Tally) -> None:
    yes_no = {
        "target": (gold.target != "none", read.target.kind in ("clear", "quantified")),
        "project": (bool(gold.project_spans), bool(read.project.spans)),
        "measures": (bool(gold.measure_spans), bool(read.measures.spans)),
        "deadline": (_usable(gold.deadline_norm), read.deadline.kind not in ("none", "invalid")),
        "responsible": (bool(gold.responsible), bool(read.responsible.names)),
        "vague": (gold.vague, read.wording.vague),
        "routine": (gold.routine, read.wording.routine),
    }
    for measure, (label, ours) in yes_no.items():
        tally.presence(measure, label, ours)
        _note(tally, form, measure, gold, str(label), str(ours))
    values = {
        "target kind": (gold.target, read.target.kind),
        "deadline kind": (gold.deadline_kind, read.deadline.kind),
        "deadline norm": (gold.deadline_norm or "", norm_of(read.deadline) or ""),
        "deadline source": (gold.deadline_source, read.deadline.source),
        "part": (gold.part, read.part),
        "responsible names": ("、".join(sorted(gold.responsible)), "、".join(sorted(read.responsible.names))),
        "headings": (" › ".join(map(_bare, gold.headings)), " › ".join(map(_bare, read.headings))),
    }
    for measure, (text, other) in values.items():
        tally.equal(measure, text == other)
        _note(tally, form, measure, gold, text, other)
    _score_labels(form, gold, read, tally)
    _score_spans(gold, read, tally)


def _score_labels(form: str, gold: GoldItem, read: ItemRecord, tally: Tally) -> None:
    ours = {d.label for d in read.dimensions}
    for label in ours | set(gold.dims):
        state = "tp" if label in ours and label in gold.dims else "fp" if label in ours else "fn"
        tally.counts["dimensions", state] += 1
        tally.counts[f"dimension {label}", state] += 1
    _note(tally, form, "dimensions", gold, "、".join(sorted(gold.dims)), "、".join(sorted(ours)))


def _score_spans(gold: GoldItem, read: ItemRecord, tally: Tally) -> None:
    """Spans count as found where they overlap a labelled one; edges are loose by definition."""
    for measure, words, spans in (
        ("target spans", gold.target_spans, read.target.spans),
        ("project spans", gold.project_spans, read.project.spans),
        ("measure spans", gold.measure_spans, read.measures.spans),
    ):
        labelled = [(at, at + len(w)) for w in words if (at := read.text.find(w)) >= 0]
        hit = sum(any(a < d and c < b for c, d in labelled) for a, b in spans)
        found = sum(any(a < d and c < b for c, d in spans) for a, b in labelled)
        tally.counts[measure, "tp"] += found
        tally.counts[measure, "fn"] += len(labelled) - found
        tally.counts[measure, "fp"] += len(spans) - hit


def _score_fields(gold: GoldForm, record: FormRecord, tally: Tally) -> None:
    for key, value in gold.fields.items():
        read = record.fields[key].value if key in record.fields else None
        tally.equal("fields", value == read)
        if value != read:
            tally.misses.append(Miss(gold.id, "fields", key, str(value), str(read)))
    for measure, label, ours in (
        ("kind", gold.kind, record.kind),
        ("year", str(gold.year), str(record.year)),
        ("sign date", str(gold.sign_date), str(record.sign.date)),
        ("approval date", str(gold.approval_date), str(record.approval.date)),
    ):
        tally.equal(measure, label == ours)
        if label != ours:
            tally.misses.append(Miss(gold.id, measure, "", label, ours))


def norm_of(record: DeadlineRecord) -> str | None:
    """The deadline's normal form as GUIDELINE.md writes it."""
    return norm(
        Deadline(
            kind=DeadlineKind(record.kind),
            reason=DeadlineReason(record.reason) if record.reason else None,
            phrase=record.phrase,
            start=record.start,
            end=record.end,
            period=Period(record.period) if record.period else None,
            event=record.event,
            source=DeadlineSource(record.source),
        )
    )


def _usable(text: str | None) -> bool:
    return text is not None and not text.startswith("null")


def _note(tally: Tally, form: str, measure: str, gold: GoldItem, label: str, ours: str) -> None:
    if label != ours:
        tally.misses.append(Miss(form, measure, gold.text, label, ours))


def _bare(text: str) -> str:
    """A heading without its ordinal, blanks and final mark: which of them belong to it is open."""
    bare = "".join(text.split()).rstrip("：:。")
    return re.sub(r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十]+[，、])", "", bare)
