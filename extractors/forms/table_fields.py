"""Rows of fields in a table: labels with their values, and rows that the vocabulary does not know."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.forms.cells import (
    field,
    is_photograph,
    joint,
    leftover,
    own_pairs,
    own_part,
    own_signature,
    sign_cells,
    too_much,
)
from extractors.forms.choices import chosen, numbered
from extractors.forms.cutting import RowsTogether, cut_table
from extractors.forms.endings import cut_ending
from extractors.forms.grid import GridCell
from extractors.forms.pairs import read_pairs
from extractors.forms.parts import UNIT, Opinion, Parts
from extractors.forms.signlines import PERSON
from extractors.forms.table_promises import LONGEST_LABEL, Reader, Row, TablePromises
from extractors.forms.text import has_ordinal, is_blank, label_key, squeeze
from extractors.forms.titles import org_name
from extractors.forms.vocabulary import Label, Role, vocabulary
from extractors.model import Cell, Paragraph, Passage, Table

_UNIT_LABEL = re.compile("(?<![监督示审核管级])(?:名称|单位|窗口|组织|科室|支部)$|(?<![镇乡县市局级])(?:党委|党工委|总支)$")
"""How a label of the form's own invention calls an organisation."""
_HANZI = re.compile("[一-鿿]")
"""A value without any such letter (学号 | 20190317) promises nothing."""
_SENTENCE = 8
"""A promise has so many letters at least."""
_LINES = 3
"""So many sentences without a label are promises, at least."""
_STOPPED = re.compile(r"[。！；!;]\s*$")


class TableFields:
    """Adds to `parts` the fields of a table's rows; a row that no label explains may be one of its promises."""

    def __init__(self, table: Table, parts: Parts, promises: TablePromises, read: Reader) -> None:
        self.table, self.parts, self.promises, self.read = table, parts, promises, read
        self.numbered = False
        self.strange: RowsTogether | None = None
        self.rows: list[tuple[GridCell | None, GridCell]] = []
        """Those of `strange` with their labels, where it began below the label of all promises; one that goes on has none."""
        self.said: Cell | None = None

    def add(self, row: Row) -> None:
        """A row of fields: label, value, label, value …; a cell may hold both."""
        pending: GridCell | None = None
        for cell in row:
            if "片" in cell.key and is_photograph(cell):
                continue
            if len(cell.cell.blocks) == 1 and isinstance(cell.cell.blocks[0], Table) and self._fields_inside(cell):
                continue
            if pending is not None and pending.label is not None and pending.label.role is not Role.OTHER and not too_much(pending, cell):
                self._value(pending, cell, row[0].exact and pending is not row[0])
                pending = None
            elif cell.exact or (cell.label is not None and pending is None):
                if pending is not None:
                    self.parts.keep(pending.cell.passage)
                pending = cell
            elif pending is None and self._alone(cell):
                continue
            elif pending is not None:
                if own_part(self.parts, cell):
                    self.parts.keep(pending.cell.passage)
                elif self._whose(cell, row):
                    self.parts.add_field(Label(Role.FIELD, "name", 0.85), pending.text, cell.cell.passage, cell.cell.passage)
                else:
                    self._unknown(pending, cell)
                pending = None
            elif not cell.blank:
                pending = cell
        if pending is not None and not self._loose(pending):
            leftover(self.parts, pending)

    def _whose(self, value: GridCell, row: Row) -> bool:
        """Whether beside a label that nobody knows stands the name of whoever promises: 性别 follows (店主 | 谷某 | 性别 | 女)."""
        behind = row[row.index(value) + 1 :][:1]
        gender = any(c.label is not None and c.label.key == "gender" for c in behind)
        return gender and PERSON.fullmatch(squeeze(value.text)) is not None and all(f.key != "name" for f in self.parts.fields)

    def _alone(self, cell: GridCell) -> bool:
        """Whether a cell without a label before it says by itself what it is; then it is read."""
        return own_pairs(self.parts, cell) or own_part(self.parts, cell) or own_signature(self.parts, cell) or self._list(cell)

    def _list(self, cell: GridCell) -> bool:
        """A cell of a board that is a list of promises by itself, under a heading of its own in the cell; it is added."""
        lines = [line for line in cell.text.split("\n") if not is_blank(line)]
        if cell.label is not None or len(lines) < _LINES or sum(map(has_ordinal, lines)) < len(lines) - 1 or self.promises.asked_anyway(label_key(lines[0])):
            return False
        self.parts.promise_rows()
        self.promises.add([cell])
        return True

    def _loose(self, cell: GridCell) -> bool:
        """Sentences line by line that no label explains (beside the photograph of whoever promises), over a signature or not: the
        promises of a form that has no others."""
        ending = cut_ending(cell.cell.blocks)
        told = [b for b in ending.blocks if not (isinstance(b, Paragraph) and is_blank(b.text))]
        if cell.label is not None or len(told) < _LINES or not all(isinstance(b, Paragraph) and _STOPPED.search(b.text) for b in told):
            return False
        self.parts.signs += ending.lines
        self.parts.rows.append(cut_table(self.table, [replace(cell.cell, row=n, blocks=(b,)) for n, b in enumerate(told)]))
        return True

    def under_labels(self, labels: Row, values: Row) -> None:
        """A row of values below a row of labels, one a column."""
        for label, value in zip(labels, values, strict=True):
            if label.exact:
                field(self.parts, label, value)
            elif not value.blank:
                self._keep(label, value)

    def _keep(self, label: GridCell, value: GridCell) -> None:
        self.parts.keep(Passage.join((label.cell.passage.strip(), value.cell.passage.strip()), "："))

    def _fields_inside(self, cell: GridCell) -> bool:
        """Whether a table within a cell (基本情况 | 姓名 …) holds fields of the form, which are then added."""
        inside = [self.read(b) for b in cell.cell.blocks if isinstance(b, Table)]
        found = [parts for parts in inside if parts.fields and not (parts.ledger or parts.body)]
        for parts in found:
            self.parts.add(parts)
        return bool(found)

    def _value(self, label: GridCell, value: GridCell, fielded: bool) -> None:
        """What stands beside a known label, in a row that begins with a field or not."""
        assert label.label is not None
        if label.label.role is Role.FIELD:
            field(self.parts, label, value)
        elif label.label.role is Role.COMMITMENT and fielded:  # to the right of the fields (姓名 | 张某 | 承诺事项1 | ……)
            self.promises.open(label, [value], False)
        elif label.label.role is Role.APPROVAL and fielded:
            self.parts.opinions.append(Opinion(label.key, value.cell.blocks))
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
        other = _HANZI.search(value.text) is None or (label.label is not None and not too_much(label, value)) or vocabulary().other.search(label.key) is not None
        other = other or self.promises.asked_anyway(label.key)
        row_word, kind = vocabulary().ledger_row.search(label.key), vocabulary().kinds.search(label.key)
        if not other and chosen(label, value):
            self.parts.promised = True
            self._named(label, value, apart=True)
        elif (self.parts.promised or "承诺" in label.key) and not other and (row_word or kind or numbered(value)):
            self._named(label, value, apart=kind is not None)
        elif value.long and not other and numbered(value):
            self.parts.promise_rows()
            self._named(label, value)
            self.numbered = True
        elif self.numbered and not other and len(squeeze(value.text)) >= _SENTENCE:
            self._named(label, value)
        elif not other and len(squeeze(label.text)) <= LONGEST_LABEL and len(squeeze(value.text)) >= _SENTENCE:
            self._strange(label, value)
        else:
            self._keep(label, value)

    def _named(self, label: GridCell, value: GridCell, apart: bool = False) -> None:
        """A row of promises under their name; rows like it right above, below the label of all promises, are so too."""
        if self.rows and self.strange is not None and self.strange.reaches(label.cell.row) and self._last(self.strange):
            self.parts.rows.pop()
            for above, said in self.rows:
                if above is None:
                    self.promises.add([said])
                else:
                    self.promises.add_named(above, said, apart)
        self.strange, self.rows = None, []
        self.promises.add_named(label, value, apart)
        self.said = value.cell

    def _strange(self, label: GridCell, value: GridCell) -> None:
        """Such rows that follow one another are one table; right below promises under a name they are promises."""
        if self.parts.promised and self.said is not None and self.said.row == label.cell.row - 1 and label.cell.col < self.said.col <= value.cell.col:
            self._named(label, value)
            return
        cells = [label.cell, value.cell]
        if self.strange is not None and self.strange.reaches(label.cell.row) and self._last(self.strange):
            self._add_to(self.strange, cells)
            self.rows += [(label, value)] if self.rows else []
        else:
            self.strange = RowsTogether(self.table, cells)
            self.parts.rows.append(self.strange.cut)
            self.rows = [(label, value)] if self.parts.promised else []

    def _last(self, strange: RowsTogether) -> bool:
        return bool(self.parts.rows) and self.parts.rows[-1] is strange.cut

    def _add_to(self, strange: RowsTogether, cells: list[Cell]) -> None:
        strange.add(cells)
        self.parts.rows[-1] = strange.cut

    def goes_on(self, row: Row) -> bool:
        """Whether a row goes on with the words of the row above it, whose label is merged down to it or left out here; it is added there."""
        filled = [c for c in row if not c.blank]
        if len(filled) != 1:
            return False
        cell = filled[0].cell
        if self.said is not None and row[0].blank and (cell.row, cell.col) == (self.said.row + 1, self.said.col):
            self.promises.add(filled)
            self.said = cell
            return True
        strange = self.strange
        if strange is None or not (strange.reaches(cell.row) and cell.col == strange.cells[-1].col and self._last(strange)):
            return False
        merged = any(c.col < cell.col and c.row + c.rows > cell.row for c in strange.cells)
        if not (merged or row[0].blank) or len(squeeze(cell.text)) < _SENTENCE // 2:
            return False
        self._add_to(strange, [cell])
        self.rows += [(None, filled[0])] if self.rows else []
        return True
