"""Promises in one row of a form and what is said of them in the rows below: 承诺事项, 工作措施, 完成时限, 责任人, each beside its own list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractors.items import roles
from extractors.items.columns import Column, kinds_of
from extractors.items.drafts import Draft, Reading
from extractors.items.ordinals import half_width
from extractors.model import Block, Paragraph, Passage, Span

_OF_PROMISES = frozenset((Column.MEASURES, Column.DEADLINE, Column.RESPONSIBLE))
_NAME = 8
"""The name of such a row has so many letters at most."""


def by_element(blocks: Sequence[Block], body: Callable[[Sequence[Block]], Reading]) -> Reading | None:
    """The promises above the first such row, each with what a list of as many points says of it, a single one with the whole row;
    what speaks of all of them closes the text. None where the body has no such rows, or others among them."""
    rows = [i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.head]
    at = next((i for i in rows if _element(blocks[i]) is not None), 0)
    later = [i for i in rows if i >= at]
    if not at or any(_element(blocks[i]) is None for i in later):
        return None
    reading = body(blocks[:at])
    if not reading.drafts:
        return None
    for start, end in zip(later, [*later[1:], len(blocks)], strict=True):
        _tell(reading, blocks[start], blocks[start + 1 : end], body)
    return reading


def _element(block: Block) -> Column | None:
    """What a row is about, where its name tells."""
    name = block.text.strip().rstrip("：:") if isinstance(block, Paragraph) else ""
    kinds = kinds_of(name) if len(name) <= _NAME else ()
    return kinds[0] if len(kinds) == 1 and kinds[0] in _OF_PROMISES else None


def _tell(reading: Reading, name: Block, blocks: Sequence[Block], body: Callable[[Sequence[Block]], Reading]) -> None:
    """Puts what a row says to the promises that it speaks of."""
    kind = _element(name)
    assert kind is not None
    said = [b for b in blocks if not _labelled(b)]
    found = body(said).drafts
    parts = [d.passage for d in found] if len(found) == len(reading.drafts) and all(d.ordinal for d in found) else []
    if len(reading.drafts) == 1:
        parts = [Passage.join(_passages(said))]
    for draft, part in zip(reading.drafts, parts, strict=False):
        _append(draft, kind, part)
    reading.closings.extend(_passages([*([] if parts else said), *(b for b in blocks if _labelled(b))]))


def _labelled(block: Block) -> bool:
    return isinstance(block, Paragraph) and roles.is_label(half_width(block.text.strip()))


def _passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    return (p for b in blocks for p in ([b.passage.strip()] if isinstance(b, Paragraph) else [c.passage.strip() for c in b.cells]) if p.text)


def _append(draft: Draft, kind: Column, part: Passage) -> None:
    if not part.text:
        return
    at = len(draft.passage)
    draft.columns.setdefault(Column.PROJECT.value, (Span(0, at),))
    draft.passage = Passage.join((draft.passage, part))
    draft.columns[kind.value] = (*draft.columns.get(kind.value, ()), Span(at + 1, at + 1 + len(part)))
