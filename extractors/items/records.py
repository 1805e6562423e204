"""Promises that run downwards one below the other: 承诺一, 完成时限, 责任人, 承诺二, 完成时限, 责任人 beside their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractors.counting import counts_promise
from extractors.items.columns import ELEMENTS, Column, kinds_of
from extractors.items.drafts import Draft, Reading
from extractors.items.grids import Grid
from extractors.model import Cell, Passage, Span
from extractors.model.value_class import value_class

_LABEL = 20
"""A label with its blanks has so many letters at most."""
_NAME = 6
"""So has the name of a column."""


@value_class
class _Pair:
    """A label cell and the cell of its words."""

    label: Cell
    value: Cell
    kinds: tuple[Column, ...]

    @property
    def begins(self) -> bool:
        """Whether a record may begin here."""
        return Column.PROJECT in self.kinds


def read(grid: Grid, headings: tuple[Passage, ...]) -> Reading | None:
    """The promises of such records; None where the table is made otherwise. What stands before the first record
    introduces them."""
    if grid.width < 2 or len(grid.at) * grid.width < 8:
        return None
    pairs: list[_Pair] = []
    for row in range(len(grid.at)):
        found = _pairs(grid.cells(row), first=not row)
        if found is None:
            return None
        pairs += found
    if not _again(pairs) and not _single(grid, pairs):
        return None
    reading = Reading()
    records: list[list[_Pair]] = []
    for pair in pairs:
        if pair.begins:
            records.append([])
        if records:
            records[-1].append(pair)
        elif pair.value.text.strip():
            reading.preambles.append(pair.value.passage.strip())
    reading.drafts.extend(_draft(record, headings) for record in records)
    return reading


def _pairs(cells: list[Cell], first: bool) -> list[_Pair] | None:
    """A row's labels and words in turn; None where it holds something else."""
    if len(cells) % 2 or any(len(c.text) > _LABEL for c in cells[::2]):
        return None
    pairs = [_Pair(a, b, _kinds(a.text)) for a, b in zip(cells[::2], cells[1::2], strict=True)]
    if first and all(_kinds(c.text) and len(c.text.strip()) <= _NAME for c in cells):
        return []  # 项目 | 内容 over the two columns
    return pairs if all(p.kinds for p in pairs) else None


def _kinds(label: str) -> tuple[Column, ...]:
    named = counts_promise(label)
    return (Column.PROJECT,) if named else kinds_of(label)


def _again(pairs: Iterable[_Pair]) -> bool:
    """Whether several records have the same labels: the promise and an element of it come at least twice."""
    seen = Counter(kind for pair in pairs for kind in set(pair.kinds))
    return seen[Column.PROJECT] > 1 and any(seen[kind] > 1 for kind in ELEMENTS if kind is not Column.PROJECT)


def _single(grid: Grid, pairs: list[_Pair]) -> bool:
    """Whether the table is one promise: its name first, then elements of it, some of them two in a row (时限 | 8月 | 责任人 | 张某)."""
    kinds = [kind for pair in pairs for kind in pair.kinds if kind in ELEMENTS]
    paired = any(len(grid.cells(r)) > 2 for r in range(len(grid.at)))
    twice = [kind for kind in kinds if kind is not Column.DEADLINE]  # 节点安排 and 完成时限 are both of its time
    return paired and len(kinds) > 2 and len(set(twice)) == len(twice) and pairs[0].begins


def _draft(record: list[_Pair], headings: tuple[Passage, ...]) -> Draft:
    label = record[0].label.passage.strip()
    columns: dict[str, list[Span]] = {}
    values: list[Passage] = []
    at = 0
    for pair in record:
        value = pair.value.passage.strip()
        if not value.text:
            continue
        for kind in pair.kinds:
            if kind in ELEMENTS:
                columns.setdefault(kind.value, []).append(Span(at, at + len(value)))
        values.append(value)
        at += len(value) + 1
    named = counts_promise(label.text)
    spans = {name: tuple(found) for name, found in columns.items()}
    return Draft(Passage.join(values), label.text if named else "", headings, spans)
