"""A form's table → its parts: labels beside, above or in one cell with their values; promises; opinions; signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.boards import keep_cells, records, without_persons
from extractors.forms.cells import (
    field,
    heading_of,
    is_photograph,
    joint,
    leftover,
    line_of,
    only_dates,
    over_value,
    own_field,
    own_opinion,
    own_pairs,
    own_part,
    own_signature,
    said_beside,
    sign_cells,
    signs_only,
    too_much,
    with_limits,
)
from extractors.forms.choices import chosen, numbered
from extractors.forms.endings import cut_ending
from extractors.forms.grid import (
    PROMISER,
    GridCell,
    cut_table,
    grid_rows,
    header_over_values,
    heads_columns,
    is_number,
    signature_columns,
    signed_for,
)
from extractors.forms.ledgers import ledger_rows
from extractors.forms.lines import is_note, read_lines
from extractors.forms.pairs import read_pairs
from extractors.forms.parts import UNIT, Opinion, Parts
from extractors.forms.text import counts_promise, is_blank, is_sheet_line, label_key, squeeze
from extractors.forms.titles import org_name, title_line
from extractors.forms.vocabulary import Label, Role, vocabulary
from extractors.model import Cell, Paragraph, Passage, Table

Row = Sequence[GridCell]

_NAMED = re.compile(r"(?:公开|重点)?(?:承诺|实事|项目|事项)(?:事项|项目|内容)?(?:[一二三四五六七八九十]{1,2}|\d{1,2})")
"""A label that counts the promises (承诺项目一)."""
_SUPERIOR = re.compile("(?:党委|总支|支部|党组|工委|上级|组织部?|学院|单位)|审|批准|意见")
"""Who signs beside the promiser as his superior; witnesses and partners (监督人, 乙方代表) are none."""

_UNIT_LABEL = re.compile("(?<![监督示审核管级])(?:名称|单位|窗口|组织|科室|支部)$|(?<![镇乡县市局级])(?:党委|党工委|总支)$")
"""How a label of the form's own invention calls an organisation."""
_DUTIES = re.compile("职责$|职责范围|岗位要求|岗位标准")
"""What the post asks for anyway, beside the place of the promises."""
_LABEL, _SENTENCE = 16, 8
"""A label has so many letters at most, a promise so many at least."""


def read_table(table: Table, section: Role | None = None) -> Parts:
    """Everything that a table says, whether it is a form's table or a bare ledger; `section` is what a table before
    it has left open, which its first rows may continue."""
    return _TableReader(table, section).read()


class _TableReader:
    """Walks the rows; `section` is the part that a row without a label of its own continues."""

    def __init__(self, table: Table, section: Role | None) -> None:
        self.table = table
        self.rows = grid_rows(table)
        self.ledger = ledger_rows(self.rows) or range(0)
        self.parts = Parts()
        self.section = section
        self.until = 0
        self.run: list[Cell] = []
        self.joined: Table | None = None
        self.numbered = False
        self.strange: list[Cell] = []

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
        if self.ledger and r == self.ledger.start and not (len(self.ledger) == 2 and row[0].label is not None and heads_columns(row, self.rows[r + 1])):
            return self._read_ledger(row)
        if r + 1 < len(self.rows) and header_over_values(row, self.rows[r + 1]):
            for label, value in zip(row, self.rows[r + 1], strict=True):
                if label.exact:
                    field(self.parts, label, value)
                elif not value.blank:
                    self.parts.keep(Passage.join((label.cell.passage.strip(), value.cell.passage.strip()), "："))
            self.section = None
            return r + 2
        if r + 1 < len(self.rows) and heads_columns(row, self.rows[r + 1]):
            self._columns(row, self.rows[r + 1])
            return r + 2
        if signature_columns(row):
            return self._signatures(r, row)
        if any(not c.blank for c in row):
            self._read_row(r, row)
        return r + 1

    def _columns(self, heads: Row, below: Row) -> None:
        """Promises side by side, each column under its own heading."""
        self.parts.promised = True
        self.section = None
        if all(counts_promise(h.text) for h in heads):
            self.parts.body.append(cut_table(self.table, [c.cell for c in (*heads, *below)]))
            return
        duties = any("承诺" in head.key for head in heads)
        for head, cell in zip(heads, below, strict=True):
            if duties and _DUTIES.search(head.key):
                self.parts.keep(cell.cell.passage)
                continue
            self.parts.body.append(heading_of(head))
            self._promises([cell])

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
                self.parts.signs += cut_ending(blocks).lines
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
        if len(row) == 1 and self._title(row[0]):
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
            if (cell.key == "承诺人" and self.parts.promised) or (i + 1 < len(row) and self._signed_here(cell, row[i + 1])):
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
            self.parts.opinions.append(Opinion(label.key, tuple(b for c in values for b in c.cell.blocks)))
        else:
            self._sign_row(r, row[at:])

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

    def _open_promises(self, r: int, label: GridCell, values: Row) -> None:
        self.parts.promised = True
        named = _NAMED.fullmatch(label.key) is not None
        heading = (named or self._heads(label.key)) and not (self.ledger and label.cell.rows > 2)
        if heading and (named or any(not v.blank for v in values)):
            self.parts.body.append(heading_of(label))
        if self.ledger and r < self.ledger.start < self.until:
            return
        if len(values) > 1 and is_number(values[0].text):
            self._ledger_row(values)
            return
        at = next((i for i, c in enumerate(values) if i and c.label is not None and (c.exact or c.label.role is Role.OTHER)), len(values))
        self._promises(with_limits(values[:at]))
        if at < len(values):  # 年初承诺 | …… | 年中进度 | ……
            section = self.section
            self._read_cells(values[at:])
            self.section = section

    def _heads(self, key: str) -> bool:
        """Whether a label of promises says more than that they stand here: one of several, the name of a kind,
        or what stands behind promises under a name of their own or behind a ledger."""
        words = vocabulary()
        if words.generic.search(key):
            return any(isinstance(b, Paragraph) and b.head for b in self.parts.body)
        return self._places() > 1 or words.kinds.search(key) is not None or any(isinstance(b, Table) for b in self.parts.body)

    def _places(self) -> int:
        """How many labels of promises the table has outside its ledger."""
        rows = (row for r, row in enumerate(self.rows) if r not in self.ledger)
        return sum(c.label is not None and c.label.role is Role.COMMITMENT for row in rows for c in row)

    def _ledger_row(self, row: Row) -> None:
        """A row of promises in columns without a header; rows that follow one another become one table."""
        cells = [c.cell for c in row]
        if self.run and self.run[-1].row == cells[0].row - 1 and self.parts.body[-1:] == [self.joined]:
            self.parts.body.pop()
            cells = self.run + cells
        self.run, self.joined = cells, cut_table(self.table, cells)
        self.parts.body.append(self.joined)

    def _continue(self, row: Row) -> None:
        """A row that belongs to the part above it, or a row of running text across the table."""
        if self.section is Role.APPROVAL:
            last = self.parts.opinions.pop() if self.parts.opinions else Opinion("", ())
            self.parts.opinions.append(replace(last, blocks=last.blocks + tuple(b for c in row for b in c.cell.blocks)))
        elif self.section is Role.COMMITMENT:
            self._more_promises(row)
        else:
            self._running(row[0])

    def _more_promises(self, row: Row) -> None:
        filled = [c for c in row if not c.blank]
        if len(filled) == 2 and not is_number(filled[0].text) and len(squeeze(filled[0].text)) <= 16:
            self._sub_row(filled[0], filled[1])
        elif len(filled) > 1:
            self._ledger_row(row)
        elif not (len(row) == 1 and own_opinion(self.parts, row[0])):
            self._promises(filled)

    def _sub_row(self, label: GridCell, value: GridCell, apart: bool = False) -> None:
        """A label of the form's own invention beside promises; a short value stays on the label's line, unless it stands `apart`."""
        if value.long or apart or said_beside(self.parts, label, value):
            self.parts.body.append(heading_of(label))
            self._promises([value])
        else:
            self.parts.body.append(line_of(label, value))

    def _promises(self, cells: Row) -> None:
        """The blocks of commitment cells, their signature lines taken off, hints on filling in left out."""
        for cell in cells:
            ending = cut_ending(cell.cell.blocks)
            self.parts.signs += ending.lines
            for block in ending.blocks:
                if isinstance(block, Table) and signs_only(inside := read_table(block)):
                    self.parts.add(inside)
                elif isinstance(block, Paragraph) and is_note(block.text):
                    self.parts.keep(block.passage)
                elif isinstance(block, Table) or not (is_blank(block.text) or is_sheet_line(block.text)):
                    self.parts.body.append(block)

    def _running(self, cell: GridCell) -> None:
        """A cell across the table outside any part: a title, fields in one line, or promises under their own label."""
        if not over_value(self.parts, cell):
            self.parts.add(read_lines(cell.cell.blocks))

    def _title(self, cell: GridCell) -> bool:
        """Whether a cell across the table is the form's title, which is then taken."""
        found = title_line(cell.text.replace("\n", "")) if len(cell.text) < 60 and not self.parts.title else None
        if found is None or not (found.strong or cell.cell.row == 0):
            return False
        self.parts.title = Passage.join([p for p in cell.cell.passage.lines() if p.text.strip()], "").strip()
        return True

    def _read_cells(self, row: Row) -> None:
        """A row of fields: label, value, label, value …; a cell may hold both."""
        self.section = None if any(c.exact for c in row) else self.section
        pending: GridCell | None = None
        for cell in row:
            if "片" in cell.key and is_photograph(cell):
                continue
            if len(cell.cell.blocks) == 1 and isinstance(cell.cell.blocks[0], Table) and self._fields_inside(cell):
                continue
            if pending is not None and pending.label is not None and pending.label.role is not Role.OTHER and not too_much(pending, cell):
                self._value(pending, cell)
                pending = None
            elif cell.exact or (cell.label is not None and pending is None):
                if pending is not None:
                    self.parts.keep(pending.cell.passage)
                pending = cell
            elif pending is None and (own_pairs(self.parts, cell) or own_part(self.parts, cell) or own_signature(self.parts, cell)):
                continue
            elif pending is not None:
                if not own_part(self.parts, cell):
                    self._unknown(pending, cell)
                else:
                    self.parts.keep(pending.cell.passage)
                pending = None
            elif not cell.blank:
                pending = cell
        if pending is not None:
            leftover(self.parts, pending)

    def _fields_inside(self, cell: GridCell) -> bool:
        """Whether a table within a cell (基本情况 | 姓名 …) holds fields of the form, which are then added."""
        inside = [read_table(b) for b in cell.cell.blocks if isinstance(b, Table)]
        found = [parts for parts in inside if parts.fields and not (parts.ledger or parts.body)]
        for parts in found:
            self.parts.add(parts)
        return bool(found)

    def _value(self, label: GridCell, value: GridCell) -> None:
        assert label.label is not None
        if label.label.role is Role.FIELD:
            field(self.parts, label, value)
        else:
            sign_cells(self.parts, [label, value])

    def _unknown(self, label: GridCell, value: GridCell) -> None:
        """A row that the vocabulary does not know: fields of their own, promises where it is long and the form has opened
        them, else kept."""
        if len(read_pairs(value.cell.passage)) > 1 and own_pairs(self.parts, value):
            return
        if ("/" in label.text or "／" in label.text) and joint(self.parts, label, value):
            return
        if _UNIT_LABEL.search(label.key) and org_name(value.text):
            self.parts.add_field(Label(Role.FIELD, UNIT, 0.85), label.text, value.cell.passage, value.cell.passage)
            return
        other = (label.label is not None and not too_much(label, value)) or vocabulary().other.search(label.key) is not None
        other = other or (_DUTIES.search(label.key) is not None and self._places() > 0)
        row_word, kind = vocabulary().ledger_row.search(label.key), vocabulary().kinds.search(label.key)
        if not other and chosen(label, value):
            self.parts.promised = True
            self._sub_row(label, value, apart=True)
        elif (self.parts.promised or "承诺" in label.key) and not other and (row_word or kind or numbered(value)):
            self._sub_row(label, value, apart=kind is not None)
        elif value.long and not other and numbered(value):
            self.parts.promise_rows()
            self._sub_row(label, value)
            self.numbered = True
        elif self.numbered and not other and len(squeeze(value.text)) >= _SENTENCE:
            self._sub_row(label, value)
        elif not other and len(squeeze(label.text)) <= _LABEL and len(squeeze(value.text)) >= _SENTENCE:
            self._strange(label, value)
        else:
            self.parts.keep(Passage.join((label.cell.passage.strip(), value.cell.passage.strip()), "："))

    def _strange(self, label: GridCell, value: GridCell) -> None:
        """Such rows that follow one another are one table."""
        cells = [label.cell, value.cell]
        if self.strange and self.strange[-1].row == label.cell.row - 1:
            self.parts.rows.pop()
            cells = self.strange + cells
        self.strange = cells
        self.parts.rows.append(cut_table(self.table, cells))
