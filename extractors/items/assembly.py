"""The body's stretches of text and tables, read one after the other, become numbered items with their frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.counting import counts_promise
from extractors.items import layouts, ledgers, points
from extractors.items.blanks import is_noise
from extractors.items.clauses import amounts, complete, concrete, has_lasting, has_time
from extractors.items.cuts import cuts_of
from extractors.items.drafts import Draft, Reading
from extractors.items.elements import by_element
from extractors.items.headings import pure_label, reports_back, result_behind, tells_result
from extractors.items.labels import is_label
from extractors.items.lines import rows_of
from extractors.items.ordinals import BOXES, OPEN, TICKED, half_width
from extractors.items.outline import grow
from extractors.items.roles import is_promising, is_story
from extractors.items.running_lines import is_title
from extractors.items.sentences import parts
from extractors.items.titles import without_ordinal
from extractors.model import Block, CommitmentItem, Form, Frame, FrameKind, Paragraph, Passage, Place, Table

_EMPTY = re.compile(r"(?<=[。；;])\s*[（(][\s\u3000]*[）)]$")
_TABLE_NAME = 12
"""So many letters has the name of a table."""
_PRINTED = (Place.BODY, Place.TEXT_BOX)


def split(form: Form) -> tuple[CommitmentItem, ...]:
    """The form's promises in reading order, numbered from 1; an empty body gives ()."""
    reading = read(form.body)
    _without_asides(reading)
    title = (Frame(FrameKind.TITLE, form.title),) if form.title.text else ()
    before = _frames(FrameKind.PREAMBLE, reversed(reading.preambles))
    after = _frames(FrameKind.CLOSING, reading.closings)
    for draft in reading.drafts:
        if (told := result_behind(draft.passage.text)) is not None:
            draft.passage = draft.passage.slice(0, told).strip()
    kept = _chosen([d for d in reading.drafts if d.passage.text])
    return tuple(_item(n, d, (*_opening(d, before), *after, *title)) for n, d in enumerate(kept, 1))


def _chosen(drafts: list[Draft]) -> list[Draft]:
    """Of a list to choose from only what is ticked."""
    for draft in drafts:
        if (empty := _EMPTY.search(draft.passage.text)) is not None:  # a place for a mark, behind the words
            draft.passage = draft.passage.slice(0, empty.start()).strip()
        if draft.passage.text[-1:] in BOXES and not (draft.ordinal or draft.columns):  # the box behind its words
            draft.ordinal, draft.passage = draft.passage.text[-1:], draft.passage.slice(0, len(draft.passage) - 1).strip()
    told = [_mark(d.ordinal) for d in drafts]
    ticked = bool(set(told) & TICKED) or "■" in told
    return [d for d, mark in zip(drafts, told, strict=True) if mark not in OPEN] if ticked and set(told) & OPEN else drafts


def _mark(ordinal: str) -> str:
    """The box of an option: (√) is as good as ☑, ( ) as □."""
    if ordinal[:1] in "（(【[" and ordinal[-1:] in "）)】]":
        return ordinal[1:-1].strip() or ("□" if ordinal else "")
    return ordinal


def _opening(draft: Draft, before: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The preambles that speak of the draft: of a second list only its own."""
    return before if draft.scope is None else _frames(FrameKind.PREAMBLE, (draft.scope,))


def read(blocks: Sequence[Block]) -> Reading:
    """Everything that a body says, ledgers and text together."""
    if (told := by_element(blocks, read)) is not None:
        return told
    reading = Reading()
    stretch: list[Paragraph] = []
    has_ledger = False
    past: list[tuple[Table, tuple[Passage, ...]]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.place in _PRINTED and not tells_result(half_width(block.text)):
                stretch.append(block)
            continue
        name = stretch.pop().passage.strip() if stretch and counts_promise(stretch[-1].text) else None
        over = _text(stretch, reading, before_table=True)
        stretch = []
        if over and reports_back(without_ordinal(over[-1])):
            past.append((block, over))
            continue
        if layouts.lists_names(block) and (reading.drafts or any(is_noise(half_width(p.text)) for p in over)):
            continue
        found = _table(block, over)
        if name is not None:
            ledgers.put_under(name, found[0])
        has_ledger = has_ledger or found[1]
        _add(reading, found[0])
    _text(stretch, reading)
    for block, over in past if not reading.drafts else ():  # where nothing else is promised, it is no report of a year before
        _add(reading, _table(block, over)[0])
    if has_ledger:
        _only_points(reading)
    return reading


def _without_asides(reading: Reading) -> None:
    """Reports of a year before and the care taken of the promises are none beside promises; what they say of time is not said of
    these, unless time is what their heading is about (时间安排)."""
    if any(not d.aside for d in reading.drafts):
        reading.closings.extend(d.passage for d in reading.drafts if d.aside and d.headings and "时间" in d.headings[-1].text)
        reading.drafts = [d for d in reading.drafts if not d.aside]


def _text(stretch: list[Paragraph], reading: Reading, before_table: bool = False) -> tuple[Passage, ...]:
    """Reads the paragraphs gathered so far; returns the headings at their end."""
    if not stretch:
        return ()
    found = points.promises(grow(cuts_of(rows_of(stretch)), before_table))
    if before_table and len(found.drafts) == 1 and _names_table(found.drafts[0], stretch[-1]):
        found.open = (found.drafts.pop().passage,)
    if before_table and not reading.drafts and len(found.drafts) == 1 and _speaks_of_all(found.drafts[0].passage.text):
        found.preambles.append(found.drafts.pop().passage)
    _add(reading, found)
    return found.open


def _speaks_of_all(text: str) -> bool:
    """Whether the only line over a table is its title, or a label whose words go for all its promises (承诺期限：2020年4月至12月)."""
    return is_title(text) or is_label(half_width(text))


def _names_table(draft: Draft, last: Paragraph) -> bool:
    """Whether a numbered line right over a table, the only one there, is its name (二、强村富民) and no promise."""
    text = half_width(draft.passage.text)
    if not draft.ordinal or len(text) > _TABLE_NAME or not last.passage.text.rstrip().endswith(draft.passage.text):
        return False
    return not (complete(text) or concrete(text) or amounts(text))


def _add(reading: Reading, found: Reading) -> None:
    reading.drafts.extend(found.drafts)
    reading.preambles.extend(found.preambles)
    reading.closings.extend(found.closings)


def _table(table: Table, headings: tuple[Passage, ...]) -> tuple[Reading, bool]:
    """A table's promises, and whether it is a ledger."""
    ledger = ledgers.read(table, headings, read)
    if ledger is not None:
        return ledger, True
    return layouts.read(table, headings, read), False


def _only_points(reading: Reading) -> None:
    """Beside a ledger, unnumbered text of the body introduces it or closes it, unless a heading (岗位承诺) is over it."""
    kept: list[Draft] = []
    for draft in reading.drafts:
        if draft.columns or draft.ordinal or draft.sure or (draft.headings and pure_label(half_width(draft.headings[-1].text))):
            kept.append(draft)
        else:
            (reading.closings if kept else reading.preambles).append(draft.passage)
    reading.drafts = kept


def _frames(kind: FrameKind, passages: Iterable[Passage]) -> tuple[Frame, ...]:
    return tuple(Frame(kind, sentence) for p in passages for sentence in _lending(p))


def _lending(passage: Passage) -> Iterator[Passage]:
    """The sentences that hold words of time; the story of a life lends none."""
    if not has_time(half_width(passage.text)):
        return
    sentences = parts(passage, "。！") if "。" in passage.text or "！" in passage.text else [passage]
    for sentence in reversed(sentences):
        text = half_width(sentence.text)
        if has_time(text) and not (is_story(text) and not is_promising(text)):
            yield sentence


def _item(n: int, draft: Draft, frames: tuple[Frame, ...]) -> CommitmentItem:
    own = [Frame(FrameKind.ABOVE, draft.above)] if draft.above is not None else []
    own += [Frame(FrameKind.HEADING, draft.near)] if draft.near is not None else []
    over = [Frame(FrameKind.HEADING, h) for h in reversed(draft.headings) if has_time(half_width(h.text)) or has_lasting(h.text)]
    headings = tuple(without_ordinal(h) for h in draft.headings)
    return CommitmentItem(
        n, draft.passage, draft.ordinal, len(headings) + 1, headings, (*own, *over, *frames), dict(draft.columns)
    )
