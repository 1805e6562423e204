"""The end of running lines: the signature, fields printed among its lines, and what stands below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.endings import cut_ending
from extractors.forms.feet import is_hotline
from extractors.forms.pairs import read_pairs
from extractors.forms.parts import Parts
from extractors.forms.signblock import take_bare_name, take_sign_block
from extractors.forms.signlines import sign_line
from extractors.forms.text import has_ordinal, is_blank, squeeze
from extractors.forms.titles import org_name
from extractors.forms.vocabulary import UNITS, Role
from extractors.model import Block, Paragraph, Table

_REMARKS, _REMARK = 3, 60
"""Lines below a signature that are no promises, letters of each, at most."""
_WIDEST, _FIELDS = 160, 80
"""A line of fields has so many letters at most, with and without its blanks."""


def read_tail(blocks: list[Block], parts: Parts) -> list[Block]:
    """Signature lines, and fields printed among them (联系电话 under the date)."""
    rest = list(blocks)
    while rest:
        ending = cut_ending(rest)
        parts.signs[:0] = ending.lines
        rest = list(ending.blocks)
        if taken := take_sign_block(rest, parts):
            del rest[-taken:]
        elif rest and (above := _without_fields(rest[-1], parts, foot=_stands_below_table(rest))) is not None:
            rest[-1:] = above
        elif below := _below_signature(rest):
            for block in rest[-below:]:
                parts.keep_block(block)
            del rest[-below:]
        else:
            break
    if not parts.signs and (taken := take_bare_name(rest, parts)):
        del rest[-taken:]
    return rest


def _below_signature(blocks: Sequence[Block]) -> int:
    """How many lines at the end stand below a dated signature and are no promises: what a witness, a printer or the office adds."""
    for count in range(1, min(_REMARKS, len(blocks) - 2) + 1):
        block = blocks[-count]
        if isinstance(block, Table) or has_ordinal(block.text) or len(block.text) > _REMARK:
            return 0
        above = blocks[-count - 1]
        line = sign_line(list(above.passage.lines())[-1]) if isinstance(above, Paragraph) and not is_blank(above.text) else None
        if line is not None and any(h.day or h.state == "blank" for h in line.dates) and (line.label or line.mark or line.rest or _names_signer(blocks[: -count - 1])):
            numbered = sum(isinstance(b, Table) or has_ordinal(b.text) for b in blocks[: -count - 1])
            return count if numbered else 0
    return 0


def _names_signer(blocks: Sequence[Block]) -> bool:
    """Whether the last line says who signs, over a day alone."""
    last = next((b for b in reversed(blocks) if isinstance(b, Table) or not is_blank(b.text)), None)
    line = sign_line(last.passage) if isinstance(last, Paragraph) else None
    return line is not None and bool(line.label or line.mark or org_name(line.rest))


def _stands_below_table(blocks: Sequence[Block]) -> bool:
    """Whether the last line stands right below a table."""
    return next((isinstance(b, Table) for b in reversed(blocks[:-1]) if isinstance(b, Table) or not is_blank(b.text)), False)


def _without_fields(block: Block, parts: Parts, foot: bool) -> list[Block] | None:
    """The block without its last line where that is one of fields only; None where it is none. `foot` as `_tail_fields` has it."""
    if isinstance(block, Table) or "\n" not in block.text:
        return [] if _tail_fields(block, parts, foot) else None
    at = block.text.rstrip().rfind("\n")
    last = block.passage.slice(at + 1)
    if not _tail_fields(replace(block, passage=last), parts, foot):
        return None
    return [replace(block, passage=block.passage.slice(0, at))] if at > 0 else []


def foot_fields(blocks: Sequence[Block], parts: Parts) -> bool:
    """Whether a cell across the foot of a ledger is a line of fields only, which are then added."""
    block = blocks[0] if len(blocks) == 1 else None
    if not isinstance(block, Paragraph) or (":" not in block.text and "：" not in block.text):
        return False
    pairs = read_pairs(block.passage)
    return bool(pairs) and pairs[0].label.role is Role.FIELD and _tail_fields(block, parts, foot=True)


def _tail_fields(block: Block, parts: Parts, foot: bool) -> bool:
    """Whether the block is a line of fields only, which are then added. `foot` tells that it is the foot of a table: of several
    fields there none belongs to a promise."""
    if isinstance(block, Table) or len(block.text) > _WIDEST or len(squeeze(block.text)) > _FIELDS or has_ordinal(block.text) or "。" in block.text:
        return False
    pairs = read_pairs(block.passage)
    if pairs and pairs[0].first and len(pairs) == 1 and pairs[0].label.role is Role.SIGN_DATE:
        parts.keep(block.passage)  # a time that is no day (承诺时间：2014年3月起)
        return True
    # 岗位：…… and 负责人：…… may belong to a promise; behind a name, and a unit that stands alone by its name, they do not.
    named = bool(pairs) and ((pairs[0].label.key == "name" and pairs[0].value.text != "") or (foot and len(pairs) > 1))
    known = [p for p in pairs if p.label.role is Role.FIELD and (named or (p.label.key not in ("head", "post") and (p.label.key not in UNITS or org_name(p.value.text))))]
    days = [day for p in pairs if p.label.role is Role.SIGN_DATE and (day := sign_line(p.value)) is not None and day.dates]
    if not known or not pairs[0].first or len(known) + len(days) < len(pairs):
        return False
    parts.signs[:0] = days
    parts.keep(block.passage.slice(0, pairs[0].start))
    for pair in known:
        if pair.label.key == "phone" and is_hotline(pair.text):
            parts.keep(block.passage.slice(pair.start, block.passage.text.find(pair.value.text, pair.start) + len(pair.value)))
            continue
        parts.add_field(pair.label, pair.text, pair.value, block.passage.strip())
        parts.keep(pair.rest)
    return True
