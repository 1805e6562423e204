"""Two who sign side by side in running lines: 承诺人：张某　　　支部审核：李某 over one date each.

The promiser's column stays where it was, his superior's becomes an opinion, a witness's is kept as unread text; without this the
later date of the two would be taken for the day of signing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.dates import DateHit, find_dates
from extractors.forms.parts import Opinion, Parts
from extractors.forms.signlines import MARK, SEES
from extractors.forms.text import half, has_ordinal, is_blank, label_key, printed_width
from extractors.forms.vocabulary import Role, exact
from extractors.houses import SIGNS
from extractors.model import Block, Paragraph, Passage
from extractors.model.value_class import value_class

_OWN, _UPPER, _WITNESS, _PERSON, _UNIT = "own", "upper", "witness", "person", "unit"
_HINT = re.compile(r"(?:审|意见|上级|上一级|批准|监督|见证|监诺|章|签|书记|负责人|领导|主任|长\s*[:：(（])")
_HEAD = re.compile(rf"(?P<label>[^\s:。;,]{{1,24}}?)\s*(?:(?P<mark>{MARK})\s*:?|:)")
_PROMISES = re.compile("承诺|本人|^签[名字]|^党员(?:签[名字])?$")
_ABOVE = re.compile("审[核批定查](?:人|单位|部门|机关)?$|^(?:上级|上一级)|批准人?$")
_HIGHER = re.compile("上级|上一级|党委|党工委|总支|党组(?!织)|组织部|机关工委")
_BODY = re.compile(f"{SIGNS}|[村居]委会")
_LEADS = re.compile("书记|负责人|领导|校长|院长|主任|组长")
_WHO = re.compile("人|本人|签[名字]|党员")
_GAP = re.compile(r"[\s；;]")
_COLUMNS = re.compile(r"[ \u3000]{2,}|[ \u3000]*\t[ \u3000\t]*")
_ROWS, _WIDTH, _SHORT, _NEAR = 4, 140, 24, 8
"""Lines of a signature, letters of a line with several of them, of one column; letters by which a column may be missed."""


@value_class
class _Side:
    """One signer's part of a line from `start` on; `says` is where the words behind the label begin."""

    kind: str
    key: str
    start: int
    says: int


def take_sides(blocks: Sequence[Block], parts: Parts) -> list[Block]:
    """The blocks with only the promiser's column where two sign side by side; the others' columns go to the parts."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        sides = _sides(block.text) if isinstance(block, Paragraph) and "\n" not in block.text else []
        rows = _rows(blocks[at:], sides) if sides else []
        if rows:
            kept += _given(blocks[at : at + len(rows)], rows, sides, parts)
        else:
            kept.append(block)
        at += len(rows) or 1
    return kept


def _sides(line: str) -> list[_Side]:
    """Who signs on a line, from left to right: two or more, one of them the promiser; else none."""
    if len(line) > _WIDTH or has_ordinal(line) or _GAP.search(line) is None or _HINT.search(line) is None:
        return []
    text = half(line)
    found: list[_Side] = []
    for token in re.finditer(r"[^\s;]+", text):
        side = _side(text, token.start())
        if side is not None:
            found.append(side)
        elif not found:
            return []
    return _told_apart(found)


def _side(text: str, start: int) -> _Side | None:
    """The signature or approval place that begins here, if any."""
    head = _HEAD.match(text, start)
    if head is None:
        return None
    key = label_key(head["label"])
    known = exact(key)
    kind = ""
    if SEES.search(key):
        kind = _WITNESS
    elif (known is not None and known.role is Role.APPROVAL) or _ABOVE.search(key):
        kind = _UPPER
    elif _PROMISES.search(key):
        kind = _OWN
    elif _LEADS.search(key):
        kind = _PERSON
    elif head["mark"] and _BODY.search(key):
        kind = _UNIT
    return _Side(kind, key, start, head.end()) if kind else None


def _told_apart(found: list[_Side]) -> list[_Side]:
    """The sides with everybody as promiser, superior or witness; none where they cannot be told apart."""
    own = next((s for s in found if s.kind == _OWN), next((s for s in found[:1] if s.kind in (_UNIT, _PERSON)), None))
    if own is None or len(found) < 2:
        return []
    person = _WHO.search(own.key) is not None and own.kind == _OWN
    sides: list[_Side] = []
    for side in found:
        above = side.kind == _UNIT and (person or _HIGHER.search(side.key))
        leads = side.kind == _PERSON and (person or (_HIGHER.search(side.key) and not _HIGHER.search(own.key)))
        kind = _OWN if side is own else _UPPER if above or leads else _OWN if side.kind in (_UNIT, _PERSON) else side.kind
        if not (sides and sides[-1].kind == kind):
            sides.append(replace(side, kind=kind))
    return sides if len(sides) > 1 and sum(s.kind == _OWN for s in sides) == 1 else []


def _rows(blocks: Sequence[Block], sides: Sequence[_Side]) -> list[list[Passage]]:
    """The lines of the signers' columns, each cut into one part a signer; none where a signer beside the promiser has neither
    an opinion nor a date of his own."""
    first = blocks[0]
    assert isinstance(first, Paragraph)
    ends = [*(s.start for s in sides[1:]), len(first.text)]
    rows = [[_part(first.passage, s.start, end) for s, end in zip(sides, ends, strict=True)]]
    while len(rows) < min(_ROWS, len(blocks)) and not all(find_dates(part.text) for part in rows[-1]):
        block = blocks[len(rows)]
        cut = _cut(block.passage, first.text, sides) or _last_day(block.passage, rows) if isinstance(block, Paragraph) else None
        if cut is None:
            break
        rows.append(cut)
    dated = all(any(find_dates(row[i].text) for row in rows) for i in range(len(sides)))
    said = any(s.kind == _UPPER and _opens(s) for s in sides)
    return rows if dated or said else []


def _part(line: Passage, start: int, end: int) -> Passage:
    """One signer's part of a line, without the semicolon before the next."""
    part = line.slice(start, end).strip()
    return part.slice(0, len(part) - 1) if part.text[-1:] in ("；", ";") else part


def _opens(side: _Side) -> bool:
    known = exact(side.key)
    return known is not None and known.role is Role.APPROVAL


def _cut(line: Passage, above: str, sides: Sequence[_Side]) -> list[Passage] | None:
    """A line below in the signers' columns; one part alone belongs to the column under which it is set by blanks."""
    if is_blank(line.text):
        return [Passage() for _ in sides]
    if "\n" in line.text or has_ordinal(line.text):
        return None
    dates = find_dates(line.text)
    if len(dates) == len(sides) and is_blank("".join(_COLUMNS.split(_between(line.text, dates)))):
        return [line.slice(d.start, d.end) for d in dates]
    gaps = [*(g.span() for g in _COLUMNS.finditer(line.text)), (len(line.text), len(line.text))]
    starts = [0, *(end for _, end in gaps)]
    spans = [(start, gap[0]) for start, gap in zip(starts, gaps, strict=False) if start < gap[0]]
    if any(end - start > _SHORT for start, end in spans):
        return None
    if len(spans) == len(sides):
        return [line.slice(*span) for span in spans]
    if len(spans) == 1 and printed_width(line.text[: spans[0][0]]) >= max(printed_width(above[: sides[-1].start]) - _NEAR, _NEAR):
        return [*(Passage() for _ in sides[1:]), line.slice(*spans[0])]
    return None


def _last_day(line: Passage, rows: Sequence[Sequence[Passage]]) -> list[Passage] | None:
    """A day alone on its line: that of the only signer who has none yet. A page's reader may have lost the blanks before it."""
    dates = find_dates(line.text)
    if len(dates) != 1 or not is_blank(line.text[: dates[0].start] + line.text[dates[0].end :]):
        return None
    without = [i for i in range(len(rows[0])) if not any(find_dates(row[i].text) for row in rows)]
    return [line if i == without[0] else Passage() for i in range(len(rows[0]))] if len(without) == 1 else None


def _between(text: str, dates: Sequence[DateHit]) -> str:
    """The text without its dates."""
    for date in reversed(dates):
        text = text[: date.start] + text[date.end :]
    return text


def _given(blocks: Sequence[Block], rows: Sequence[Sequence[Passage]], sides: Sequence[_Side], parts: Parts) -> list[Block]:
    """Hands the columns out: the promiser's lines are given back, the others go to the parts."""
    paragraphs = [b for b in blocks if isinstance(b, Paragraph)]
    kept: list[Block] = []
    for i, side in enumerate(sides):
        lines = [(p, row[i]) for p, row in zip(paragraphs, rows, strict=True) if not is_blank(row[i].text)]
        if side.kind == _OWN:
            kept += [replace(p, passage=line) for p, line in lines]
        elif side.kind == _UPPER:
            head, label = lines[0]
            behind = label.slice(side.says - side.start).strip() if _opens(side) else label
            said = [(head, behind), *lines[1:]] if not is_blank(behind.text) else lines[1:]
            parts.opinions.append(Opinion(side.key, tuple(replace(p, passage=line) for p, line in said)))
        else:
            parts.keep(Passage.join(line for _, line in lines))
    return kept
