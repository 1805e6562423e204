"""Tables: from rows and cells with spans to cells at grid positions, each merged cell once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from extractors.formats.ooxml.drawings import branch
from extractors.formats.ooxml.names import (
    ALTERNATE,
    DEL,
    SDT,
    SDT_CONTENT,
    TC,
    TCPR,
    TR,
    TRANSPARENT,
    TRPR,
    VAL,
    W,
)
from extractors.formats.ooxml.prompts import written_content
from extractors.formats.ooxml.tree import leading, switched_on, whole
from extractors.model import Block, Cell, Place, Table

_SPAN, _VMERGE, _HMERGE, _CELL_DEL = W + "gridSpan", W + "vMerge", W + "hMerge", W + "cellDel"
_BEFORE, _HIDDEN = W + "gridBefore", W + "hidden"
_MOST_COLUMNS = 1000


@dataclass(slots=True)
class _Draft:
    """A cell that may still grow to the right and downwards."""

    row: int
    col: int
    blocks: list[Block]
    rows: int = 1
    cols: int = 1


Reader = Callable[[etree._Element, Place, bool], list[Block]]
Told = Callable[[str], None]


def read_table(table: etree._Element, place: Place, read: Reader, told: Told) -> Table:
    """The table's cells. `read(cell, place, merged)` gives a cell's blocks; `merged` is True for the lower parts of a
    vertically merged cell, whose text (Word hides it, other programs write it) is added to the cell above. `told` gets the
    prompts of controls around cells."""
    grid = _Grid(place, read, told)
    for tr in _wrapped(table, TR):
        before, gone, hidden = _row_properties(tr)
        if not gone:
            grid.add_row(tr, before, hidden)
    return Table(tuple([Cell(d.row, d.col, tuple(d.blocks), d.rows, d.cols) for d in grid.drafts]), place)


class _Grid:
    """A table that grows row by row; `above` are those cells by column that a cell of the next row may continue."""

    __slots__ = ("above", "drafts", "place", "read", "row", "told")

    def __init__(self, place: Place, read: Reader, told: Told) -> None:
        self.place, self.read, self.told, self.row = place, read, told, 0
        self.drafts: list[_Draft] = []
        self.above: dict[int, _Draft] = {}

    def add_row(self, tr: etree._Element, col: int, hidden: bool) -> None:
        """The row's cells; the first stands in that column. A row whose end is hidden is gone if all its text is hidden."""
        row, open_, so_far = self.row, dict[int, _Draft](), len(self.drafts)
        last: _Draft | None = None
        for tc in _wrapped(tr, TC):
            span, down, right, gone = _merging(tc)
            if gone:
                continue
            draft = self.above.get(col) if down == "continue" else None
            if right == "continue" and last is not None:
                draft, last.cols = last, last.cols + (span if last.row == row else 0)
            elif draft is not None:
                draft.rows = row - draft.row + 1
            if draft is None:
                draft = _Draft(row, col, self._blocks(tc, False), 1, span)
                self.drafts.append(draft)
            else:
                draft.blocks += self._blocks(tc, True)
            if down:
                open_.setdefault(draft.col, draft)
            last, col = draft, col + span
        if hidden and not any(draft.blocks for draft in self.drafts[so_far:]):
            del self.drafts[so_far:]
        else:
            self.above, self.row = open_, row + 1

    def _blocks(self, tc: etree._Element, merged: bool) -> list[Block]:
        """What the cell holds: nothing where a control around it shows a prompt."""
        content = tc.getparent()
        control = content.getparent() if content is not None and content.tag == SDT_CONTENT else None
        if control is not None and written_content(control, self.told) is None:
            return []
        return self.read(tc, self.place, merged)


def _merging(tc: etree._Element) -> tuple[int, str, str, bool]:
    """A cell's columns, its vertical and horizontal merge (restart, continue or ""), and whether it was deleted."""
    span, down, right = 1, "", ""
    props = leading(tc, TCPR)
    for prop in props if props is not None else ():
        tag = prop.tag
        if tag == _SPAN:
            span = min(whole(prop.get(VAL), 1), _MOST_COLUMNS)
        elif tag == _VMERGE:
            down = prop.get(VAL, "continue")
        elif tag == _HMERGE:
            right = prop.get(VAL, "continue")
        elif tag == _CELL_DEL:
            return span, down, right, True
    return max(span, 1), down, right, False


def _row_properties(tr: etree._Element) -> tuple[int, bool, bool]:
    """How many grid columns the row leaves free before its first cell, whether it is deleted, whether its end is hidden."""
    before, gone, hidden = 0, False, False
    for prop in next(tr.iterchildren(TRPR), ()):
        tag = prop.tag
        if tag == _BEFORE:
            before = min(whole(prop.get(VAL), 0), _MOST_COLUMNS)
        elif tag == DEL:
            gone = True
        elif tag == _HIDDEN:
            hidden = switched_on(prop)
    return before, gone, hidden


def _wrapped(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The wanted children, those inside content controls and the like too."""
    for node in parent:
        tag = node.tag
        if tag == wanted:
            yield node
        elif tag == SDT:
            content = next(node.iterchildren(SDT_CONTENT), None)
            if content is not None:
                yield from _wrapped(content, wanted)
        elif tag in TRANSPARENT:
            yield from _wrapped(node, wanted)
        elif tag == ALTERNATE:
            chosen = branch(node)
            if chosen is not None:
                yield from _wrapped(chosen, wanted)
