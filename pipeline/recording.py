"""Values of the program → records of results.jsonl."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic_core import to_json

from extractors.model import (
    Anchor,
    Annotation,
    CommitmentItem,
    Deadline,
    Elements,
    FormField,
    Passage,
    PdfPlace,
    Span,
    Target,
    Wording,
    WordPlace,
)
from pipeline.records import SCHEMA_VERSION, SUPPLEMENTS, FindingRecord, FormRecord
from pipeline.supplements import says_so
from rules.facts import FormFacts
from rules.model import Finding
from rules.packs import Pack
from rules.years import counted_year

_Plain = dict[str, object]


def form_line(facts: FormFacts, findings: Sequence[Finding], *, sha256: str, file_format: str, pack: Pack) -> str:
    """One line of results.jsonl, byte for byte that of `form_record`.

    Written without a record in between: the values are our own, and whoever reads the line checks it. To check them
    here too would more than double what the line costs."""
    return to_json(_form(facts, findings, sha256, file_format, pack)).decode()


def form_record(
    facts: FormFacts, findings: Sequence[Finding], *, sha256: str, file_format: str, pack: Pack
) -> FormRecord:
    """The record of one judged form; ids depend on content alone."""
    return FormRecord.model_validate(_form(facts, findings, sha256, file_format, pack))


def _form(facts: FormFacts, findings: Sequence[Finding], sha256: str, file_format: str, pack: Pack) -> _Plain:
    """The form as plain values, keys in the order of `FormRecord`."""
    form = facts.form
    ids = item_ids(facts)
    anchors = [_anchor(item.anchor) for item in facts.items]
    return {
        "schema_version": SCHEMA_VERSION,
        "record": "form",
        "file": facts.file_name,
        "sha256": sha256,
        "format": file_format,
        "form_index": form.index,
        "form_id": form_id(facts),
        "kind": form.kind.value,
        "template": SUPPLEMENTS.get(says_so(form, facts.file_name), form.template),
        "notice": pack.id,
        "year": counted_year(form, pack),
        "unit": _unit(facts),
        "person": form.person or None,
        "received": facts.received,
        "version": 1,
        "fields": {f.key: _field(f) for f in form.fields},
        "sign": {
            "signed": form.signing.signed.value,
            "seal": form.signing.seal.value,
            "date": form.signing.date.day,
            "anchor": _place(form.signing.passage),
        },
        "approval": {
            "opinion": form.approval.opinion,
            "seal": form.approval.seal.value,
            "date": form.approval.date.day,
            "anchor": _place(form.approval.passage),
        },
        "items": tuple(map(_item, ids, facts.items, facts.annotations, anchors)),
        "findings": tuple([_finding(f, facts, ids, anchors) for f in findings]),
    }


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


def _place(passage: Passage) -> _Plain:
    return _anchor(passage.anchor())


def _anchor(anchor: Anchor) -> _Plain:
    """An anchor as it is written down."""
    return {"places": tuple([_word_place(p) if isinstance(p, WordPlace) else _pdf_place(p) for p in anchor.places])}


def _word_place(place: WordPlace) -> _Plain:
    return {"part": place.part, "paragraph": place.paragraph, "start": place.start, "end": place.end}


def _pdf_place(place: PdfPlace) -> _Plain:
    boxes = [(round(a, 2), round(b, 2), round(c, 2), round(d, 2)) for a, b, c, d in place.boxes]
    return {"page": place.page, "boxes": boxes}


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def _unit(facts: FormFacts) -> _Plain:
    roster_id = facts.unit.roster_id if facts.unit else None
    name = facts.form.unit or (facts.unit.name if facts.unit else "")
    return {"name": name, "roster_id": roster_id, "match": facts.match}


def _field(f: FormField) -> _Plain:
    return {"label": f.label, "value": f.value, "text": f.text, "confidence": f.confidence, "anchor": _place(f.passage)}


def _item(item_id: str, item: CommitmentItem, note: Annotation, anchor: _Plain) -> _Plain:
    return {
        "item_id": item_id,
        "n": item.n,
        "ordinal": item.ordinal,
        "level": item.level,
        "headings": item.headings,
        "text": item.text,
        "anchor": anchor,
        "target": _target(note.target),
        "project": _elements(note.project),
        "measures": _elements(note.measures),
        "deadline": _deadline(note.deadline),
        "responsible": {"names": note.responsible.names, "spans": _spans(note.responsible.spans)},
        "dimensions": tuple(
            {"label": d.label, "evidence": _spans(d.evidence), "confidence": round(d.confidence, 2)} for d in note.dimensions
        ),
        "part": note.part.value,
        "topics": note.topics,
        "wording": _wording(note.wording),
    }


def _spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """As plain pairs: a tuple with names is written fifteen times as slowly."""
    return [(start, end) for start, end in spans]


def _elements(elements: Elements) -> _Plain:
    return {"spans": _spans(elements.spans)}


def _target(target: Target) -> _Plain:
    values = tuple(
        {"number": _plain(v.number), "unit": v.unit, "relation": v.relation, "baseline": _plain(v.baseline)}
        for v in target.values
    )
    return {"kind": target.kind.value, "spans": _spans(target.spans), "values": values, "hedged": target.hedged}


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _deadline(deadline: Deadline) -> _Plain:
    return {
        "kind": deadline.kind.value,
        "reason": deadline.reason.value if deadline.reason else None,
        "phrase": deadline.phrase,
        "span": deadline.span and tuple(deadline.span),
        "start": deadline.start,
        "end": deadline.end,
        "period": deadline.period.value if deadline.period else None,
        "event": deadline.event,
        "source": deadline.source.value,
        "ambiguous": deadline.ambiguous,
    }


def _wording(wording: Wording) -> _Plain:
    found = (
        ("vague", wording.vague, wording.vague_evidence),
        ("routine", wording.routine, wording.routine_evidence),
        ("overpromise", wording.overpromise, wording.overpromise_evidence),
        ("copied", wording.copied, wording.copied_evidence),
    )
    plain: _Plain = {name: there for name, there, _ in found}
    plain["evidence"] = {name: _spans(spans) for name, there, spans in found if there}
    return plain


def finding_record(finding: Finding, item_ids: Sequence[str]) -> FindingRecord:
    """The record of a finding that was made after its form was written down; `item_ids` are those of the form."""
    return FindingRecord.model_validate(_said(finding, item_ids, _anchor(finding.anchor)))


def _finding(finding: Finding, facts: FormFacts, ids: Sequence[str], anchors: Sequence[_Plain]) -> _Plain:
    n = finding.item
    at_item = n is not None and finding.anchor is facts.items[n].anchor  # most are about a whole promise
    return _said(finding, ids, anchors[n] if n is not None and at_item else _anchor(finding.anchor))


def _said(finding: Finding, ids: Sequence[str], anchor: _Plain) -> _Plain:
    n = finding.item
    return {
        "code": finding.code,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "scope": finding.scope.value,
        "item_id": None if n is None else ids[n],
        "field": finding.field,
        "evidence": finding.evidence,
        "clause": {"notice": finding.clause.notice, "ref": finding.clause.ref, "id": finding.clause.id},
        "message": finding.message,
        "suggestion": finding.suggestion,
        "decision": None,
        "anchor": anchor,
    }
