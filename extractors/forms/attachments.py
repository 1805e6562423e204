"""Sheets attached to a form (附件：责任分解表) that are no form of their own: its promises once more with their limits, or more of them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.forms.parts import Parts
from extractors.forms.people import same_org
from extractors.forms.segment import Segment
from extractors.forms.text import is_blank, label_key, squeeze
from extractors.forms.titles import title_house, title_unit
from extractors.forms.vocabulary import names_promiser
from extractors.model import Block, Cell, Form, Paragraph, Table

_PAPER = ("书", "卡", "函", "信")
"""A promise of somebody's own is called so, wherever it stands."""
_SAID = 4
"""A cell that names a promise has so many letters at least."""


def attached(segment: Segment, parts: Parts, before: Form | None) -> bool:
    """Whether a segment is a ledger attached to the form before it, without another's name, a field or a signature."""
    if before is None or not segment.attached or not parts.ledger or parts.fields or any(s.rest for s in parts.signs):
        return False
    title = squeeze(segment.title.text)
    unit = title_unit(title) or title_house(title)
    if title.endswith(_PAPER) or (unit and not same_org(unit, before.unit)):
        return False
    heads = (cell for table in _tables(parts.body) for cell in table.cells if cell.row == 0)
    return not any(names_promiser(label_key(cell.text)) for cell in heads)  # the list of many is a paper of its own


def restates(parts: Parts, before: Form) -> bool:
    """Whether most rows of the ledger say again, mostly in fewer words, what the form has promised."""
    told = [squeeze(p.text) for p in before.body if isinstance(p, Paragraph) and not is_blank(p.text)]
    rows = [row for table in _tables(parts.body) for row in table.rows()[1:] if len(row) > 1]
    again = sum(any(_within(cell, line) for cell in row for line in told) for row in rows)
    return bool(told) and again * 2 > len(rows)


def _tables(blocks: Sequence[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def _within(cell: Cell, line: str) -> bool:
    """Whether the letters of a cell come in their order in a line."""
    words, letters = squeeze(cell.text), iter(line)
    return len(words) >= _SAID and all(letter in letters for letter in words)
