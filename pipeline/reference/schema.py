"""docs/results.schema.json: the JSON Schema of one line of results.jsonl."""

from __future__ import annotations

import json

from pipeline.records import RECORD, SCHEMA_VERSION


def results_schema() -> str:
    """The schema as JSON text."""
    schema = RECORD.json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"One line of results.jsonl, version {SCHEMA_VERSION}"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
