"""The promises of a table: beside their label, in columns of their own, in rows that continue them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from extractors.counting import counts_promise, is_number
from extractors.forms.cells import heading_of, line_of, own_opinion, said_beside, signs_only, with_limits
from extractors.forms.cutting import RowsTogether, cut_table
from extractors.forms.endings import cut_ending
from extractors.forms.feet import is_note
from extractors.forms.grid import GridCell
from extractors.forms.parts import Parts
from extractors.forms.text import is_blank, is_sheet_line, squeeze
from extractors.forms.vocabulary import Role, vocabulary
from extractors.model import Paragraph, Table
from extractors.numerals import NUMERALS

Row = Sequence[GridCell]
Reader = Callable[[Table], Parts]
"""Reads a table that stands within a cell."""

_NAMED = re.compile(rf"(?:公开|重点)?(?:承诺|实事|项目|事项)(?:事项|项目|内容)?(?:[{NUMERALS}]{{1,2}}|\d{{1,2}})")
"""A label that counts the promises (承诺项目一)."""
_DUTIES = re.compile("职责$|职责范围|岗位要求|岗位标准")
"""What the post asks for anyway, beside the place of the promises."""
LONGEST_LABEL = 16
"""A label has so many letters at most."""


class TablePromises:
    """Adds to the body of `parts` what a table promises; `ledger` are the rows of its ledger, if it has one."""

    def __init__(self, table: Table, rows: Sequence[Row], ledger: range, parts: Parts, read: Reader) -> None:
        self.table, self.rows, self.ledger, self.parts, self.read = table, rows, ledger, parts, read
        self.columns: RowsTogether | None = None

    def in_columns(self, heads: Row, below: Row) -> None:
        """Promises side by side, each column under its own heading."""
        self.parts.promised = True
        if all(counts_promise(h.text) for h in heads):
            self.parts.body.append(cut_table(self.table, [c.cell for c in (*heads, *below)]))
            return
        duties = any("承诺" in head.key for head in heads)
        for head, cell in zip(heads, below, strict=True):
            if duties and _DUTIES.search(head.key):
                self.parts.keep(cell.cell.passage)
                continue
            self.parts.body.append(heading_of(head))
            self.add([cell])

    def open(self, label: GridCell, values: Row, over_ledger: bool) -> Row:
        """The place of the promises beside their label, which may stand over the ledger; the cells behind them that say something else."""
        self.parts.promised = True
        named = _NAMED.fullmatch(label.key) is not None
        if counts_promise(label.text) and len(values) == 1 and not over_ledger:
            if not values[0].blank:
                self.add_row([label, *values])  # the label is the promise's number
            return ()
        heading = (named or self._heads(label.key)) and not (self.ledger and label.cell.rows > 2)
        if heading and (named or any(not v.blank for v in values)):
            self.parts.body.append(heading_of(label))
        if over_ledger:
            self.add(values)
            return ()
        if len(values) > 1 and is_number(values[0].text):
            self.add_row(values)
            return ()
        at = next((i for i, c in enumerate(values) if i and c.label is not None and (c.exact or c.label.role is Role.OTHER)), len(values))
        self.add(with_limits(values[:at]))
        return values[at:]  # 年初承诺 | …… | 年中进度 | ……

    def _heads(self, key: str) -> bool:
        """Whether a label of promises says more than that they stand here: one of several, the name of a kind,
        or what stands behind promises under a name of their own or behind a ledger."""
        words = vocabulary()
        if words.generic.search(key):
            return any(isinstance(b, Paragraph) and b.head for b in self.parts.body)
        return self.places > 1 or words.kinds.search(key) is not None or any(isinstance(b, Table) for b in self.parts.body)

    @cached_property
    def places(self) -> int:
        """How many labels of promises the table has outside its ledger."""
        rows = (row for r, row in enumerate(self.rows) if r not in self.ledger)
        return sum(c.label is not None and c.label.role is Role.COMMITMENT for row in rows for c in row)

    def asked_anyway(self, name: str) -> bool:
        """Whether something is called the duties of a post, beside the place of the promises."""
        return _DUTIES.search(name) is not None and self.places > 0

    def add_row(self, row: Row) -> None:
        """A row of promises in columns without a header; rows that follow one another become one table."""
        cells = [c.cell for c in row]
        body = self.parts.body
        if self.columns is not None and body and body[-1] is self.columns.cut and self.columns.reaches(cells[0].row):
            self.columns.add(cells)
            body[-1] = self.columns.cut
        else:
            self.columns = RowsTogether(self.table, cells)
            body.append(self.columns.cut)

    def go_on(self, row: Row) -> None:
        """A row that continues the promises above it: under a name of its own, in columns, or as it stands."""
        filled = [c for c in row if not c.blank]
        if len(filled) == 2 and not is_number(filled[0].text) and len(squeeze(filled[0].text)) <= LONGEST_LABEL:
            self.add_named(filled[0], filled[1])
        elif len(filled) > 1:
            self.add_row(row)
        elif not (len(row) == 1 and own_opinion(self.parts, row[0])):
            self.add(filled)

    def add_named(self, label: GridCell, value: GridCell, apart: bool = False) -> None:
        """A label of the form's own invention beside promises; a short value stays on the label's line, unless it stands `apart`."""
        if value.long or apart or said_beside(self.parts, label, value):
            self.parts.body.append(heading_of(label))
            self.add([value])
        else:
            self.parts.body.append(line_of(label, value))

    def add(self, cells: Row) -> None:
        """The blocks of commitment cells, their signature lines taken off, hints on filling in left out."""
        for cell in cells:
            ending = cut_ending(cell.cell.blocks)
            self.parts.signs += ending.lines
            for block in ending.blocks:
                if isinstance(block, Table) and signs_only(inside := self.read(block)):
                    self.parts.add(inside)
                elif isinstance(block, Paragraph) and is_note(block.text):
                    self.parts.keep(block.passage)
                elif isinstance(block, Table) or not (is_blank(block.text) or is_sheet_line(block.text)):
                    self.parts.body.append(block)
