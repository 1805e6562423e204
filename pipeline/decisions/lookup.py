"""Findings of a results.jsonl by their keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.decisions.keys import finding_key, subject
from pipeline.decisions.model import Subject
from pipeline.records import FindingRecord, FormRecord, from_line

_FORM = re.compile(rb'"form_id":"([0-9a-f]+)"')


def findings(results: Path, forms: set[str] | None = None) -> Iterator[tuple[FormRecord, FindingRecord, str]]:
    """All findings with their records and keys; only of the forms of those ids, where given."""
    wanted = None if forms is None else {form.encode() for form in forms}
    with results.open("rb") as lines:
        for line in lines:
            found = _FORM.search(line[:2000])
            if found is None or (wanted is not None and found[1] not in wanted):
                continue
            record = from_line(line)
            if isinstance(record, FormRecord):
                yield from ((record, f, finding_key(record, f)) for f in record.findings)


def subjects(results: Path, keys: set[str], forms: set[str], name: Callable[[FormRecord], str] | None = None) -> dict[str, Subject]:
    """What a decision on each of these keys would remember; keys that no finding has are left out. `forms` are the ids of
    the forms where they probably stand; the rest is looked through only for what is not there."""
    found: dict[str, Subject] = {}
    if not results.exists():
        return found
    for where in (forms, None):
        missing = keys - found.keys()
        if not missing:
            break
        for record, finding, key in findings(results, where):
            if key in missing:
                found.setdefault(key, subject(record, finding, name(record) if name else ""))
    return found
