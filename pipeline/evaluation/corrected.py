"""Labels out of a line of results.jsonl: what `chengnuo run` wrote and a person then put right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pipeline.evaluation.due import norm_of
from pipeline.records import FormRecord, ItemRecord, SpanPair


def labels_of(data: dict[str, Any]) -> dict[str, Any]:
    """The labels as tests/gold/FORMAT.md names them. Raises pydantic.ValidationError where the line lacks the shape of results."""
    record = FormRecord.model_validate(data)
    return {
        "file": record.file,
        "form_index": record.form_index,
        "kind": record.kind,
        "year": record.year,
        "fields": {key: field.value for key, field in record.fields.items()},
        "sign_date": record.sign.date,
        "approval_date": record.approval.date,
        "items": [_item(item) for item in record.items],
    }


def _item(item: ItemRecord) -> dict[str, Any]:
    def words(spans: Iterable[SpanPair]) -> list[str]:
        return [item.text[start:end] for start, end in spans]

    return {
        "text": item.text,
        "ordinal": item.ordinal,
        "headings": list(item.headings),
        "target": "none" if item.target.kind == "unknown" else item.target.kind,
        "target_spans": words(item.target.spans),
        "project_spans": words(item.project.spans),
        "measure_spans": words(item.measures.spans),
        "deadline_kind": item.deadline.kind,
        "deadline_norm": norm_of(item.deadline),
        "deadline_phrase": item.deadline.phrase or None,
        "deadline_source": item.deadline.source,
        "responsible": list(item.responsible.names),
        "dims": [d.label for d in item.dimensions],
        "part": item.part,
        "vague": item.wording.vague,
        "routine": item.wording.routine,
    }
