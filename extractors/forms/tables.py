"""A form's table → its parts: labels beside, above or in one cell with their values; promises; opinions; signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.counting import is_number
from extractors.forms.boards import keep_cells, records, without_persons
from extractors.forms.cells import only_dates, over_value, own_field, own_signature, sign_cells, told_beside
from extractors.forms.cutting import cut_table
from extractors.forms.grid import (
    PROMISER,
    GridCell,
    grid_rows,
    header_over_values,
    heads_columns,
    signature_columns,
    signed_for,
)
from extractors.forms.ledgers import ledger_rows
from extractors.forms.lines import read_below, read_lines
from extractors.forms.opinions import by_promiser
from extractors.forms.parts import Opinion, Parts
from extractors.forms.table_fields import TableFields
from extractors.forms.table_promises import Row, TablePromises
from extractors.forms.tails import foot_fields, read_tail
from extractors.forms.text import label_key
from extractors.forms.titles import title_line
from extractors.forms.vocabulary import Role
from extractors.model import Block, Paragraph, Passage, Table

_SUPERIOR = re.compile("(?:党委|总支|支部|党组|工委|上级|组织部?|学院|单位)|审|批准|意见")
"""Who signs beside the promiser as his superior; witnesses and partners (监督人, 乙方代表) are none."""


def read_table(table: Table, section: Role | None = None) -> Parts:
    """Everything that a table says, whether it is a form's table or a bare ledger; `section` is what a table before
    it has left open, which its first rows may continue."""
    return _TableReader(table, section).read()


def _signer(blocks: Sequence[Block]) -> Parts:
    """The promiser's column: his signature with the fields among its lines (电话：…… under his name), the rest unread."""
    parts = Parts()
    for block in read_tail(list(blocks), parts):
        parts.keep_block(block)
    return parts


class _TableReader:
    """Walks the rows; `section` is the part that a row without a label of its own continues."""

    def __init__(self, table: Table, section: Role | None) -> None:
        self.table = table
        self.rows = grid_rows(table)
        self.ledger = ledger_rows(self.rows) or range(0)
        self.parts = Parts()
        self.section = section
        self.until = 0
        self.promises = TablePromises(table, self.rows, self.ledger, self.parts, read_table)
        self.fields = TableFields(table, self.parts, self.promises, read_table)

    def read(self) -> Parts:
        r = 0
        while r < len(self.rows):
            r = self._step(r)
        if self.ledger and not self.parts.promised:
            self.parts.ledger = True
        without_persons(self.parts, self.rows)
        self.parts.section = self.section
        return self.parts

    def _step(self, r: int) -> int:
        """Reads row `r` and whatever belongs to it; the next row to read."""
        row = self.rows[r]
        below = self.rows[r + 1] if r + 1 < len(self.rows) else ()
        if self.ledger and r == self.ledger.start and not (len(self.ledger) == 2 and row[0].label is not None and heads_columns(row, below)):
            return self._read_ledger(row)
        if below and header_over_values(row, below):
            self.fields.under_labels(row, below)
            self.section = None
            return r + 2
        if below and heads_columns(row, below):
            self.promises.in_columns(row, below)
            self.section = None
            return r + 2
        if signature_columns(row):
            return self._signatures(r, row)
        if any(not c.blank for c in row):
            self._read_row(r, row)
        return r + 1

    def _signatures(self, r: int, row: Row) -> int:
        """Two who sign side by side: the promiser on the left, or where it says so; the other one is his superior."""
        rows = [self.rows[r]]
        while r + len(rows) < len(self.rows) and only_dates(self.rows[r + len(rows)], row):
            rows.append(self.rows[r + len(rows)])
        own = next((i for i, c in enumerate(row) if PROMISER.search(c.text)), 0)
        for i, head in enumerate(row):
            blocks = tuple(b for cells in rows for b in cells[i].cell.blocks)
            label = re.split("[：:\n]", head.text.strip(), maxsplit=1)[0]
            if i == own:
                self.parts.add(_signer(blocks))
            elif not _SUPERIOR.search(label):
                self.parts.keep(Passage.join(b.passage for b in blocks if isinstance(b, Paragraph)))
            else:
                self.parts.opinions.append(Opinion(label_key(label), blocks))
        self.section = None
        return r + len(rows)

    def _read_ledger(self, row: Row) -> int:
        first = row[0]
        if self.section is Role.OTHER:  # a record of what was done
            keep_cells(self.parts, [c for r in self.ledger for c in self.rows[r]])
            return self.ledger.stop
        aside = first.cell.rows > 2 and len(row) > 1 and first.cell.rows >= len(self.ledger) - 1
        cells = [c.cell for r in self.ledger for c in self.rows[r] if not (aside and c is first)]
        self.parts.body.append(cut_table(self.table, cells))
        if aside:
            self.parts.promised = True
        self.section, self.until = Role.COMMITMENT, self.ledger.stop
        return self.ledger.stop

    def _read_row(self, r: int, row: Row) -> None:
        if (len(row) == 1 and self._title(row[0])) or (self.section in (None, Role.COMMITMENT) and self.fields.goes_on(row)):
            return
        opener = self._opener(row)
        if opener is not None:
            self._open(r, row, opener)
        elif records(row, self.section):
            self.section = Role.OTHER
            keep_cells(self.parts, row)
        elif (len(row) == 1 and not row[0].exact) or (r < self.until and self.section is not None):
            self._continue(row)
        elif self.section is not None and row[0].blank and len(row) > 1:
            self._continue(row[1:])
        elif self.section is Role.COMMITMENT and len(row) > 1 and is_number(row[0].text):
            self._continue(row)
        else:
            self._read_cells(row)

    def _opener(self, row: Row) -> int | None:
        """The cell that opens the promises, an opinion or the signature."""
        for i, cell in enumerate(row):
            if cell.label is not None and cell.label.role in (Role.COMMITMENT, Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE):
                before = row[:i]
                if all(c.blank or is_number(c.text) or (c.label is None and c.cell.rows > 1) for c in before):
                    return i
            if (cell.key == "承诺人" and (self.parts.promised or (self.parts.rows and not self.promises.places))) or (i + 1 < len(row) and self._signed_here(cell, row[i + 1])):
                return i
            if cell.exact and cell.label is not None and cell.label.role is Role.FIELD:
                return None
        return None

    def _signed_here(self, label: GridCell, value: GridCell) -> bool:
        """Whether the promiser's name with his seal or day stands below the promises; a person's branch does not promise."""
        theirs = label.label is not None and label.label.key == "branch" and any(f.key == "name" for f in self.parts.fields)
        return bool(self.parts.body) and not theirs and signed_for(label, value)

    def _open(self, r: int, row: Row, at: int) -> None:
        label = row[at]
        assert label.label is not None
        role = Role.SIGNING if label.label.role is Role.FIELD else label.label.role
        self.section, self.until = role, r + label.cell.rows
        values = row[at + 1 :]
        if role is Role.COMMITMENT:
            self._open_promises(r, label, values)
        elif role is Role.APPROVAL:
            self._open_opinion(r, row, at)
        else:
            self._sign_row(r, row[at:])

    def _open_opinion(self, r: int, row: Row, at: int) -> None:
        """The opinion beside its label, up to the label of the next one."""
        later = (i for i in range(at + 2, len(row)) if row[i].exact and (label := row[i].label) is not None and label.role is Role.APPROVAL)
        end = next(later, len(row))
        self.parts.opinions.append(Opinion(row[at].key, told_beside(row[at + 1 : end])))
        if end < len(row):
            self._open(r, row, end)

    def _open_promises(self, r: int, label: GridCell, values: Row) -> None:
        over_ledger = bool(self.ledger) and r < self.ledger.start < self.until
        behind = self.promises.open(label, values, over_ledger)
        if behind:
            section = self.section
            self._read_cells(behind)
            self.section = section

    def _sign_row(self, r: int, row: Row) -> None:
        """The signature's cells up to the label of an opinion beside it."""
        self.section = None
        beside = (i for i, c in enumerate(row) if i and c.label is not None and (c.label.role is Role.APPROVAL or own_field(c)))
        at = next(beside, len(row))
        sign_cells(self.parts, row[:at])
        if at < len(row) and own_field(row[at]):
            self._read_cells(row[at:])
        elif at < len(row):
            self._open(r, row, at)

    def _continue(self, row: Row) -> None:
        """A row that belongs to the part above it, or a row of running text across the table."""
        if self.section is Role.APPROVAL and not (len(row) == 1 and by_promiser(row[0].text)):
            last = self.parts.opinions.pop() if self.parts.opinions else Opinion("", ())
            self.parts.opinions.append(replace(last, blocks=last.blocks + tuple(b for c in row for b in c.cell.blocks)))
        elif self.section is Role.COMMITMENT and not (self.ledger and len(row) == 1 and foot_fields(row[0].cell.blocks, self.parts)):
            self.promises.go_on(row)
        elif self.section is not Role.COMMITMENT:
            self.section = None
            self._running(row[0])

    def _running(self, cell: GridCell) -> None:
        """A cell across the table outside any part: a title, a signature, fields in one line, or promises under their own label."""
        if self.promises.asked_anyway(label_key(cell.text.partition("\n")[0])):
            self.parts.keep(cell.cell.passage)
        elif not (own_signature(self.parts, cell) or over_value(self.parts, cell)):
            read = read_below if self.parts.body else read_lines
            self.parts.add(read(cell.cell.blocks))

    def _title(self, cell: GridCell) -> bool:
        """Whether a cell across the table is the form's title, which is then taken."""
        found = title_line(cell.text.replace("\n", "")) if len(cell.text) < 60 and not self.parts.title else None
        if found is None or not (found.strong or cell.cell.row == 0):
            return False
        self.parts.title = Passage.join([p for p in cell.cell.passage.lines() if p.text.strip()], "").strip()
        return True

    def _read_cells(self, row: Row) -> None:
        """A row of fields; one with a label that is known for certain ends the part above it."""
        if any(c.exact for c in row):
            self.section = None
        self.fields.add(row)
