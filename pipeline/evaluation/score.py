"""Compare a labelled form with what was read of it, measure by measure (definitions: tests/gold/GUIDELINE.md)."""

from __future__ import annotations

import re

from pipeline.evaluation.due import norm_of, same_norm
from pipeline.evaluation.gold import GoldForm, GoldItem
from pipeline.evaluation.match import pair_up
from pipeline.evaluation.tally import Miss, Tally
from pipeline.records import FormRecord, ItemRecord

CONFUSED = ("target kind", "deadline kind", "deadline source", "part")
"""The measures that get a confusion table."""


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
        "deadline source": (gold.deadline_source, read.deadline.source),
        "part": (gold.part, read.part),
        "responsible names": ("、".join(sorted(gold.responsible)), "、".join(sorted(read.responsible.names))),
        "headings": (" › ".join(map(_bare, gold.headings)), " › ".join(map(_bare, read.headings))),
    }
    for measure, (text, other) in values.items():
        tally.equal(measure, text == other)
        _note(tally, form, measure, gold, text, other)
        if measure in CONFUSED:
            tally.confused[measure, text, other] += 1
    _score_due(form, gold, read, tally)
    _score_labels(form, gold, read, tally)
    _score_spans(gold, read, tally)


def _score_due(form: str, gold: GoldItem, read: ItemRecord, tally: Tally) -> None:
    """The normal form of the deadline, all together and by the kind that the label gives."""
    wanted, ours = gold.deadline_norm or "", norm_of(read.deadline) or ""
    right = same_norm(wanted, ours)
    tally.equal("deadline norm", right)
    tally.equal(f"deadline norm:{gold.deadline_kind}", right)
    if not right:
        tally.misses.append(Miss(form, "deadline norm", gold.text, wanted, ours))


def _score_labels(form: str, gold: GoldItem, read: ItemRecord, tally: Tally) -> None:
    ours = {d.label for d in read.dimensions}
    tally.labels("dimensions", gold.dims, ours)
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
        if measure.replace(" ", "_") in gold.unasked:
            continue
        tally.equal(measure, label == ours)
        if label != ours:
            tally.misses.append(Miss(gold.id, measure, "", label, ours))


def _usable(text: str | None) -> bool:
    return text is not None and not text.startswith("null")


def _note(tally: Tally, form: str, measure: str, gold: GoldItem, label: str, ours: str) -> None:
    if label != ours:
        tally.misses.append(Miss(form, measure, gold.text, label, ours))


def _bare(text: str) -> str:
    """A heading without its ordinal, blanks and final mark: which of them belong to it is open."""
    bare = "".join(text.split()).rstrip("：:。")
    return re.sub(r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十]+[，、])", "", bare)
