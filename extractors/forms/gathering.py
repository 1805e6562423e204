"""The parts of a segment: its tables with the lines above and below them, or running text alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.bylines import signed_byline
from extractors.forms.feet import is_hotline
from extractors.forms.lines import read_below, read_lines
from extractors.forms.parts import Parts
from extractors.forms.segment import ReadTable, Segment
from extractors.forms.text import SERIAL, has_ordinal, label_key, squeeze
from extractors.forms.vocabulary import vocabulary
from extractors.model import Block, Paragraph, Table
from extractors.model.document import paragraphs

_ELSEWHERE = re.compile(r"^[(（]?(?:详?见|附|另)[^。]{0,14}(?:附|后|页|纸|表)[^。]{0,6}[)）]?。?$")


def gather(segment: Segment) -> Parts:
    """The parts of a segment: its tables with the lines above and below them, or running text alone."""
    forms = [t for t in segment.tables if t.parts.promised or t.parts.fields]
    if not forms:
        return _free(segment)
    first = segment.content.index(forms[0])
    parts = _above(segment.content[:first])
    below: list[Block] = []
    for block in segment.content[first:]:
        if isinstance(block, ReadTable):
            parts.add(block.parts)
        else:
            below.append(block)
    found = _below(parts, below)
    titled = segment.title or found.title
    if titled and found.fields and not found.promised and sum(len(t.rows()) for t in found.rows) > 1 and not _said(found):
        found.promise_rows()
    found.keep_rows()
    return found


def _said(parts: Parts) -> bool:
    """Whether there is text that may be promises."""
    return any(has_ordinal(p.text) or len(squeeze(p.text)) >= 12 for p in paragraphs(tuple(parts.body)))


def _free(segment: Segment) -> Parts:
    parts = read_lines([c.table if isinstance(c, ReadTable) else c for c in segment.content if not (isinstance(c, ReadTable) and _inside(c) == [])])
    if (at := signed_byline(parts)) is not None and isinstance(block := parts.body.pop(at), Paragraph):
        parts.subtitles.append(block.passage)
    for table in segment.tables:
        table.parts.keep_rows()
        parts.unread += table.parts.unread
        parts.title = parts.title or table.parts.title
        parts.signs += table.parts.signs
        parts.opinions += table.parts.opinions
        inside = _inside(table)
        parts.body = [b for block in parts.body for b in (inside if block is table.table and inside is not None else [block])]
    parts.ledger = any(isinstance(b, Table) for b in parts.body)
    return parts


def _inside(table: ReadTable) -> Sequence[Block] | None:
    """What the body has instead of a table: its promises; nothing where it only holds signatures; None where it stands as it is."""
    found = table.parts
    signed = found.signs or found.opinions or _aside(table)
    return found.body if found.body or (signed and not found.rows) else None


def _aside(table: ReadTable) -> bool:
    """Whether the rows of a table speak of what comes after the promises (践诺情况, 评议)."""
    heads = [label_key(row[0].text) for row in table.table.rows() if row]
    return not table.parts.ledger and bool(heads) and all(len(k) <= 12 and vocabulary().other.search(k) for k in heads)


def _above(blocks: Sequence[Paragraph | ReadTable]) -> Parts:
    """Lines between title and table: fields, and a preamble that the promises keep."""
    parts = read_lines([b.table if isinstance(b, ReadTable) else b for b in blocks])
    kept = [b for b in parts.body if isinstance(b, Table) or (_sentence(b.text) and SERIAL.fullmatch(squeeze(b.text)) is None)]
    for block in parts.body:
        if block not in kept and isinstance(block, Paragraph):
            parts.keep(block.passage)
    parts.body = kept
    return parts


def _below(parts: Parts, blocks: Sequence[Block]) -> Parts:
    """Lines under the table: signature, notes, and promises where the table has none of its own."""
    lines = read_below(blocks)
    _keep_hotlines(lines)
    text = "\n".join(p.text for p in paragraphs(tuple(parts.body)))
    open_end = not text.strip() or _ELSEWHERE.match(squeeze(text)) is not None
    if open_end:
        parts.unread += [p.passage for p in paragraphs(tuple(parts.body))]
        parts.body = []
    for block in lines.body if not open_end else []:
        if isinstance(block, Paragraph) and not (_sentence(block.text) or has_ordinal(block.text)):
            lines.keep(block.passage)
    if not open_end:
        lines.body = [b for b in lines.body if isinstance(b, Table) or _sentence(b.text) or has_ordinal(b.text)]
    parts.add(lines)
    return parts


def _keep_hotlines(lines: Parts) -> None:
    """Takes out the telephones that the public may call: below everything else they are nobody's field."""
    for field in [f for f in lines.fields if f.key == "phone" and is_hotline(f.label)]:
        lines.fields.remove(field)
        lines.keep(field.passage)


def _sentence(text: str) -> bool:
    plain = squeeze(text)
    return len(plain) >= 12 or (len(plain) > 4 and plain[-1] in "：:。；")
