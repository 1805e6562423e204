"""The JSON Schemas in docs/: of one line of results.jsonl, and of a pack."""

from __future__ import annotations

import json
from typing import Any

from pipeline.records import RECORD, SCHEMA_VERSION
from rules.packs import Pack


def results_schema() -> str:
    """The schema as JSON text."""
    schema = RECORD.json_schema(mode="serialization")
    return _text(schema, f"One line of results.jsonl, version {SCHEMA_VERSION}")


def pack_schema() -> str:
    """The schema of pack.yaml, without what the loader fills in. A pack that extends another need not repeat what that has."""
    schema = Pack.model_json_schema()
    del schema["properties"]["copied_shingles"]
    schema["properties"]["own_rules"]["additionalProperties"] = False  # pydantic only says what fits the codes
    return _text(schema, "pack.yaml: one notice as data")


def _text(schema: dict[str, Any], title: str) -> str:
    named = {**schema, "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return json.dumps(named, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
