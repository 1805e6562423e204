"""Values of the program → records of results.jsonl."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.model import Anchor, Annotation, CommitmentItem, Deadline, FormField, Span, Target, Wording, WordPlace
from pipeline import records as r
from rules.facts import FormFacts
from rules.model import Finding


def form_record(
    facts: FormFacts, findings: Sequence[Finding], *, sha256: str, file_format: str, notice: str
) -> r.FormRecord:
    """The record of one judged form; ids depend on content alone."""
    form = facts.form
    ids = item_ids(facts)
    return r.FormRecord(
        file=facts.file_name,
        sha256=sha256,
        format=file_format,
        form_index=form.index,
        form_id=form_id(facts),
        kind=form.kind.value,
        template=form.template,
        notice=notice,
        year=form.year,
        unit=_unit(facts),
        person=form.person or None,
        received=facts.received,
        version=1,
        fields={f.key: _field(f) for f in form.fields},
        sign=r.SignRecord(
            signed=form.signing.signed.value,
            seal=form.signing.seal.value,
            date=form.signing.date.day,
            anchor=anchor_record(form.signing.passage.anchor()),
        ),
        approval=r.ApprovalRecord(
            opinion=form.approval.opinion,
            seal=form.approval.seal.value,
            date=form.approval.date.day,
            anchor=anchor_record(form.approval.passage.anchor()),
        ),
        items=tuple(map(_item, ids, facts.items, facts.annotations)),
        findings=tuple(_finding(f, ids) for f in findings),
    )


def form_id(facts: FormFacts) -> str:
    """A content id: same kind, owner, year and promises, same id."""
    form = facts.form
    return _digest([form.kind.value, form.unit, form.person, str(form.year), *(i.text for i in facts.items)])


def item_ids(facts: FormFacts) -> tuple[str, ...]:
    """Content ids of the items; a promise printed twice in one form gets two."""
    form = facts.form
    owner = [form.kind.value, form.unit, form.person, str(form.year)]
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for item in facts.items:
        text = "".join(item.text.split())
        ids.append(_digest([*owner, text, str(seen[text])]))
        seen[text] += 1
    return tuple(ids)


def anchor_record(anchor: Anchor) -> r.AnchorRecord:
    """An anchor as it is written down."""
    return r.AnchorRecord(
        places=tuple(
            r.WordPlaceRecord(part=p.part, paragraph=p.paragraph, start=p.start, end=p.end)
            if isinstance(p, WordPlace)
            else r.PdfPlaceRecord(page=p.page, boxes=tuple((round(a, 2), round(b, 2), round(c, 2), round(d, 2)) for a, b, c, d in p.boxes))
            for p in anchor.places
        )
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def _unit(facts: FormFacts) -> r.UnitRecord:
    roster_id = facts.unit.roster_id if facts.unit else None
    name = facts.form.unit or (facts.unit.name if facts.unit else "")
    return r.UnitRecord.model_validate({"name": name, "roster_id": roster_id, "match": facts.match})


def _field(f: FormField) -> r.FieldRecord:
    return r.FieldRecord(
        label=f.label, value=f.value, text=f.text, confidence=f.confidence, anchor=anchor_record(f.passage.anchor())
    )


def _item(item_id: str, item: CommitmentItem, note: Annotation) -> r.ItemRecord:
    return r.ItemRecord(
        item_id=item_id,
        n=item.n,
        ordinal=item.ordinal,
        level=item.level,
        headings=item.headings,
        text=item.text,
        anchor=anchor_record(item.passage.anchor()),
        target=_target(note.target),
        project=r.SpansRecord(spans=_spans(note.project.spans)),
        measures=r.SpansRecord(spans=_spans(note.measures.spans)),
        deadline=_deadline(note.deadline),
        responsible=r.ResponsibleRecord(names=note.responsible.names, spans=_spans(note.responsible.spans)),
        dimensions=tuple(
            r.DimensionRecord(label=d.label, evidence=_spans(d.evidence), confidence=round(d.confidence, 2))
            for d in note.dimensions
        ),
        part=note.part.value,
        topics=note.topics,
        wording=_wording(note.wording),
    )


def _spans(spans: Iterable[Span]) -> tuple[r.SpanPair, ...]:
    return tuple((s.start, s.end) for s in spans)


def _target(target: Target) -> r.TargetRecord:
    values = tuple(
        r.ValueRecord(number=_plain(v.number), unit=v.unit, relation=v.relation, baseline=_plain(v.baseline))
        for v in target.values
    )
    return r.TargetRecord(kind=target.kind.value, spans=_spans(target.spans), values=values, hedged=target.hedged)


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _deadline(deadline: Deadline) -> r.DeadlineRecord:
    return r.DeadlineRecord(
        kind=deadline.kind.value,
        reason=deadline.reason.value if deadline.reason else None,
        phrase=deadline.phrase,
        span=(deadline.span.start, deadline.span.end) if deadline.span else None,
        start=deadline.start,
        end=deadline.end,
        period=deadline.period.value if deadline.period else None,
        event=deadline.event,
        source=deadline.source.value,
        ambiguous=deadline.ambiguous,
    )


def _wording(wording: Wording) -> r.WordingRecord:
    evidence: dict[str, tuple[r.SpanPair, ...]] = {}
    for name in ("vague", "routine", "overpromise", "copied"):
        if getattr(wording, name):
            evidence[name] = _spans(getattr(wording, f"{name}_evidence"))
    return r.WordingRecord.model_validate(
        {
            "vague": wording.vague,
            "routine": wording.routine,
            "overpromise": wording.overpromise,
            "copied": wording.copied,
            "evidence": evidence,
        }
    )


def _finding(finding: Finding, ids: tuple[str, ...]) -> r.FindingRecord:
    return r.FindingRecord.model_validate(
        {
            "code": finding.code,
            "verdict": finding.verdict.value,
            "severity": finding.severity.value,
            "scope": finding.scope.value,
            "item_id": None if finding.item is None else ids[finding.item],
            "field": finding.field,
            "evidence": finding.evidence,
            "clause": {"notice": finding.clause.notice, "ref": finding.clause.ref, "id": finding.clause.id},
            "message": finding.message,
            "suggestion": finding.suggestion,
            "anchor": anchor_record(finding.anchor),
        }
    )
