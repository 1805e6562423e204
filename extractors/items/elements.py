"""Promises in one row of a form and what is said of them in the rows below: 承诺事项, 工作措施, 完成时限, 责任人, each beside its own list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractors.items.columns import ELEMENTS, Column, kinds_of
from extractors.items.drafts import Draft, Reading
from extractors.items.grids import Grid
from extractors.items.labels import is_label
from extractors.items.ordinals import half_width
from extractors.model import Block, Cell, Paragraph, Passage, Span, Table

_OF_PROMISES = frozenset((Column.MEASURES, Column.DEADLINE, Column.RESPONSIBLE))
_NAME, _LIMIT = 8, 14
"""The name of such a row has so many letters at most, a limit without a number so many."""


def by_element(blocks: Sequence[Block], body: Callable[[Sequence[Block]], Reading]) -> Reading | None:
    """The promises above the first such row, each with what a list of as many points says of it, a single one with the whole row;
    what speaks of all of them closes the text. None where the body has no such rows, or others among them."""
    rows = [i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.head]
    if not rows:
        return None
    at = next((i for i in rows if _element(blocks[i]) is not None), 0)
    later = [i for i in rows if i >= at]
    if not at or any(_element(blocks[i]) is None for i in later):
        return None
    reading = body(blocks[:at])
    if not reading.drafts:
        return None
    for start, end in zip(later, [*later[1:], len(blocks)], strict=True):
        _tell(reading, blocks[start], blocks[start + 1 : end], body, alone=len(later) == 1)
    return reading


def labelled_cells(table: Table, grid: Grid, headings: tuple[Passage, ...]) -> Reading | None:
    """The promises of a table whose cells hold their own labels (项目：…… | 时限：…… | 责任人：……), a label left of them aside; the next
    one begins where the first label comes again. None where a cell holds anything else."""
    second = next((c for c in table.cells if c.col), None)
    if second is None or _own_element(second) is None:
        return None  # nearly every table
    cells = [c for c in table.cells if c.text.strip()]
    said = [(kind, c) for c in cells if (kind := _own_element(c)) is not None]
    if len(said) < len([c for c in cells if c.col or ("：" in c.text or ":" in c.text)]) or len({kind for kind, _ in said}) < 2:
        return None
    records: list[list[Cell]] = []
    for kind, cell in said:
        if kind is said[0][0]:
            records.append([])
        records[-1].append(cell)
    return Reading([Draft(Passage.join(c.passage.strip() for c in record), headings=(*headings, *_beside(grid, record[0]))) for record in records])


def _beside(grid: Grid, cell: Cell) -> list[Passage]:
    """The theme left of a promise; the label of all promises is none."""
    first = grid.at[cell.row][0]
    return [first.passage.strip()] if first is not None and first is not cell and first.text.strip() and not kinds_of(first.text) else []


def _own_element(cell: Cell) -> Column | None:
    """What a cell is about by the label before its own words."""
    name, colon, value = cell.text.strip().replace(":", "：").partition("：")
    kinds = kinds_of(name) if colon and value.strip() and len(name) <= _NAME and "\n" not in cell.text.strip() else ()
    return kinds[0] if len(kinds) == 1 and kinds[0] in ELEMENTS else None


def _element(block: Block) -> Column | None:
    """What a row is about, where its name tells."""
    name = block.text.strip().rstrip("：:") if isinstance(block, Paragraph) else ""
    kinds = kinds_of(name) if len(name) <= _NAME else ()
    return kinds[0] if len(kinds) == 1 and kinds[0] in _OF_PROMISES else None


def _tell(reading: Reading, name: Block, blocks: Sequence[Block], body: Callable[[Sequence[Block]], Reading], alone: bool) -> None:
    """Puts what a row says to the promises that it speaks of; limits that are all that is said besides only frame them."""
    kind = _element(name)
    assert kind is not None
    said = [b for b in blocks if not _labelled(b)]
    found = body(said).drafts
    parts = [d.passage for d in found] if len(found) == len(reading.drafts) and all(d.ordinal for d in found) else []
    limits = (parts if alone else []) or (_one_each(said, len(reading.drafts)) if not parts else [])
    if kind is Column.DEADLINE and limits and len(reading.drafts) > 1:
        for draft, limit in zip(reading.drafts, limits, strict=True):
            draft.near = limit
        return
    if len(reading.drafts) == 1:
        parts = [Passage.join(_passages(said))]
    for draft, part in zip(reading.drafts, parts, strict=False):
        _append(draft, kind, part)
    reading.closings.extend(_passages([*([] if parts else said), *(b for b in blocks if _labelled(b))]))


def _one_each(blocks: Sequence[Block], count: int) -> list[Passage]:
    """The lines of a row where there is a short one without a stop for each promise; else []."""
    lines = [line.strip() for p in _passages(blocks) for line in p.lines() if line.text.strip()]
    return lines if len(lines) == count and all(len(line) <= _LIMIT and line.text[-1:] not in "。；;" for line in lines) else []


def _labelled(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_label(half_width(block.text.strip()))


def _passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    return (p for b in blocks for p in ([b.passage.strip()] if isinstance(b, Paragraph) else [c.passage.strip() for c in b.cells]) if p.text)


def _append(draft: Draft, kind: Column, part: Passage) -> None:
    if not part.text:
        return
    at = len(draft.passage)
    draft.columns.setdefault(Column.PROJECT.value, (Span(0, at),))
    draft.passage = Passage.join((draft.passage, part))
    draft.columns[kind.value] = (*draft.columns.get(kind.value, ()), Span(at + 1, at + 1 + len(part)))
