"""The stable key of a finding, and what a decision remembers of it.

A finding is known by the content id of its item (of its form, where it is about more), the rule's code, the field, and
the words that show it. All depend on content alone, so the same form gives the same keys on every run."""

from __future__ import annotations

import re

from pipeline.decisions.model import Subject
from pipeline.decisions.text import digest
from pipeline.records import FindingRecord, FormRecord
from pipeline.wording import place, tidy
from rules.private import hidden

_SEALED = re.compile(r"([0-9a-f]{16})-([0-9a-f]{4})")


def finding_key(record: FormRecord, finding: FindingRecord) -> str:
    """Sixteen hexadecimal digits."""
    return digest(finding.item_id or record.form_id, finding.code, finding.field or "", finding.evidence)


def sealed(key: str) -> str:
    """The key as a workbook holds it, with check digits: a cell that was edited or filled down is noticed."""
    return f"{key}-{_check(key)}"


def unsealed(text: str) -> str | None:
    """The key in a workbook's cell; None where it is not one of ours."""
    found = _SEALED.fullmatch(text.strip())
    return found[1] if found and _check(found[1]) == found[2] else None


def subject(record: FormRecord, finding: FindingRecord, unit_name: str = "") -> Subject:
    """What a decision on this finding remembers. `unit_name` is the roster's, else the form's own counts."""
    item = next((item.text for item in record.items if item.item_id == finding.item_id), "")
    return Subject(
        key=finding_key(record, finding),
        notice=record.notice,
        code=finding.code,
        unit=unit_of(record),
        unit_name=unit_name or tidy(record.unit.name),
        person=record.person or "",
        kind=record.kind,
        year=record.year,
        field=finding.field or "",
        evidence=finding.evidence,
        item_text=hidden(item),
        where=place(record, finding),
        message=finding.message,
        file=record.file,
    )


def unit_of(record: FormRecord) -> str:
    """The unit's id in the roster, else its name as the form has it."""
    return record.unit.roster_id or tidy(record.unit.name)


def _check(key: str) -> str:
    return digest("chengnuo", key)[:4]
