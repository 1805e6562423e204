"""Running lines → parts of a form: fields at the head, promises, opinions, signature and notes at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.feet import drop_foot, drop_notes
from extractors.forms.heads import read_head
from extractors.forms.opinions import is_promise_label, opinions
from extractors.forms.parts import Parts
from extractors.forms.sides import take_sides
from extractors.forms.tails import read_tail
from extractors.forms.text import has_ordinal, is_blank
from extractors.model import Block, Paragraph


def read_lines(blocks: Sequence[Block]) -> Parts:
    """The parts of a stretch of text without a form's table; a table in it is a ledger of promises."""
    parts = Parts()
    _body(read_tail(opinions(read_head(_without_foot(blocks, parts), parts), parts), parts), parts)
    return parts


def read_below(blocks: Sequence[Block]) -> Parts:
    """The parts of a stretch of text under a form's table: whoever signs there is no head of what stands between."""
    parts = Parts()
    _body(read_head(read_tail(opinions(_without_foot(blocks, parts), parts), parts), parts), parts)
    return parts


def _without_foot(blocks: Sequence[Block], parts: Parts) -> list[Block]:
    return take_sides(drop_foot(drop_notes(blocks, parts), parts), parts)


def _body(blocks: Sequence[Block], parts: Parts) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            if is_blank(block.text):
                continue
            if not has_ordinal(block.text) and is_promise_label(block.text):
                parts.promised = True
                if not any(isinstance(b, Paragraph) and has_ordinal(b.text) for b in parts.body):
                    continue
                block = replace(block, head=True)  # behind others, it names promises of its own
        else:
            parts.ledger = True
        parts.body.append(block)
