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
from extractors.formats.ooxml.tree import leading, switched_on
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


def read_table(table: etree._Element, place: Place, read: Callable[[etree._Element, bool], list[Block]]) -> Table:
    """The table's cells. `read(cell, merged)` gives a cell's blocks; `merged` is True for the lower parts of a
    vertically merged cell, whose text (Word hides it, other programs write it) is added to the cell above."""
    drafts: list[_Draft] = []
    above: dict[int, _Draft] = {}
    for row, tr in enumerate(_rows(table)):
        above = _read_row(tr, row, above, drafts, read)
    cells = (Cell(d.row, d.col, tuple(d.blocks), d.rows, d.cols) for d in drafts)
    return Table(tuple(cells), place)


def _read_row(
    tr: etree._Element,
    row: int,
    above: dict[int, _Draft],
    drafts: list[_Draft],
    read: Callable[[etree._Element, bool], list[Block]],
) -> dict[int, _Draft]:
    """Add the row's cells; returns those by column that a cell below may continue."""
    open_: dict[int, _Draft] = {}
    last: _Draft | None = None
    col = _number(tr, TRPR, _BEFORE, 0)
    for tc in _wrapped(tr, TC):
        span, down, right, gone = _merging(tc)
        if gone:
            continue
        draft = above.get(col) if down == "continue" else None
        if right == "continue" and last is not None:
            draft, last.cols = last, last.cols + (span if last.row == row else 0)
        elif draft is not None:
            draft.rows = row - draft.row + 1
        if draft is None:
            draft = _Draft(row, col, read(tc, False), cols=span)
            drafts.append(draft)
        else:
            draft.blocks += read(tc, True)
        if down:
            open_.setdefault(draft.col, draft)
        last, col = draft, col + span
    return open_


def _merging(tc: etree._Element) -> tuple[int, str, str, bool]:
    """A cell's columns, its vertical and horizontal merge (restart, continue or ""), and whether it was deleted."""
    span, down, right = 1, "", ""
    props = leading(tc, TCPR)
    for prop in props if props is not None else ():
        tag = prop.tag
        if tag == _SPAN:
            span = _bounded(prop.get(VAL), 1)
        elif tag == _VMERGE:
            down = prop.get(VAL, "continue")
        elif tag == _HMERGE:
            right = prop.get(VAL, "continue")
        elif tag == _CELL_DEL:
            return span, down, right, True
    return max(span, 1), down, right, False


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for tr in _wrapped(table, TR):
        props = next(tr.iterchildren(TRPR), None)
        if props is None or not (props.find(DEL) is not None or switched_on(props.find(_HIDDEN))):
            yield tr


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


def _number(node: etree._Element, props: str, prop: str, default: int) -> int:
    found = next(node.iterchildren(props), None)
    value = found.find(prop) if found is not None else None
    return default if value is None else _bounded(value.get(VAL), default)


def _bounded(value: str | None, default: int) -> int:
    return min(int(value), _MOST_COLUMNS) if value and value.isdecimal() else default
