"""A table as rows of labelled cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from functools import lru_cache
from itertools import pairwise

from extractors.counting import counts_promise
from extractors.forms.dates import find_dates
from extractors.forms.text import has_ordinal, is_blank, label_key, squeeze, strip_notes
from extractors.forms.vocabulary import UNITS, Label, Role, exact, meaning, misread
from extractors.model import Cell, Paragraph, Passage, Table
from extractors.model.value_class import value_class

ANSWERED = re.compile(r"[：:]\s*\S")
"""A label with words behind it."""
_SIGNERS = re.compile(r"[许立承]诺[人者]|审[核批定查]人|批准人")
_NAMED = re.compile(r"[^：:]{0,8}(?:签名|签字|签章|盖章)\s*[：:]")
_OPINION = re.compile(r"(?P<label>[^\n：:]{2,24})(?:[：:]\s*\S|\s*\n)")
_PROMISERS = UNITS | {"name"}
_SEALED = re.compile(r"[(（]?\s*(?:[^()（）]{0,6}章|印)\s*[)）]")
_FIRST = 2
"""A date that begins among so many letters stands first."""
_SIGNED = re.compile("[签章：:]")
"""A letter of every place of signature."""
_SIGN_NOTE = re.compile(r"[(（][^)）]*(?:[签章]|手印)")


BOXES = frozenset("☑☒☐□")
"""Boxes to tick."""
WIDEST = 60
"""A label, a name or a number is printed with so many letters at most, its blanks counted."""
_BRACKET = re.compile(r"[^\s:：]{2,6}[(（]([一-鿿]{2,8})[)）]\s*$")
_CLOSES = frozenset(")）")
_CLAUSES = re.compile(r"^[^：:（(]{4,}[，,][^：:（(]{3,}$")
"""Words with a comma between them say something, whatever they end in (一次合格，组长签字)."""
_STOPS = frozenset(("。", "；", ";", "！", "!"))
_PLAIN = re.compile("[一-鿿]{2,5}")
_JUDGED = re.compile("评议|测评|评价|评诺|通过|表决|审议|讨论")
_ASIDE = 16
"""A label of what others say has so many letters at most."""
_BELOW, _SAID = 3, 40
"""Rows below the labels of signatures, letters of a cell in them."""


@value_class
class GridCell:
    """A cell with its text and what it means as a label; `label` is None for values and unknown labels."""

    cell: Cell
    text: str
    key: str
    label: Label | None
    blank: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "blank", is_blank(self.text))  # asked for again and again

    @property
    def exact(self) -> bool:
        return self.label is not None and self.label.exact and self.label.role is not Role.OTHER

    @property
    def long(self) -> bool:
        """Whether the cell holds promises rather than a field's value: long, numbered or several lines."""
        text = self.text.strip()
        return len(text) > 30 or text.count("\n") > 2 or (has_ordinal(text) and len(text) > 8)


def grid_rows(table: Table) -> list[list[GridCell]]:
    """The cells that begin in each row, empty rows kept so that indexes are grid rows."""
    return _signed_below([_sealed(_unfolded([_grid_cell(cell) for cell in row])) for row in table.rows()])


def _unfolded(row: list[GridCell]) -> list[GridCell]:
    """Several labels one a line in a cell, beside as many values one a line in the next, as cells of their own."""
    if not any("\n" in c.text for c in row[:-1]):
        return row
    at = 0
    while at + 1 < len(row):
        cells = _line_by_line(row[at], row[at + 1]) if "\n" in row[at].text else []
        row[at : at + 2] = cells or row[at : at + 2]
        at += max(len(cells), 1)
    return row


def _line_by_line(labels: GridCell, values: GridCell) -> list[GridCell]:
    names, said = (list(c.cell.passage.lines()) for c in (labels, values))
    known = [exact(label_key(name.text)) for name in names]
    if len(names) != len(said) or len({k.key for k in known if k is not None and k.role is Role.FIELD}) < len(names):
        return []
    return [_grid_cell(replace(c.cell, blocks=(Paragraph(line),))) for pair in zip(names, said, strict=True) for c, line in zip((labels, values), pair, strict=True)]


def _sealed(row: list[GridCell]) -> list[GridCell]:
    """An organisation's label that asks for a seal is the place of it where no name stands beside it (党组织（盖章） | （章）2017年3月15日)."""
    for i, (cell, beside) in enumerate(pairwise(row)):
        named = cell.label is not None and cell.label.key in UNITS and _SIGN_NOTE.search(cell.text) is not None
        if named and (beside.blank or _SEALED.match(beside.text.strip()) or any(h.start < _FIRST for h in find_dates(beside.text.strip()))):
            row[i] = replace(cell, label=Label(Role.SIGNING))
    return row


def _signed_below(rows: list[list[GridCell]]) -> list[list[GridCell]]:
    """Labels of signatures and opinions side by side take in what stands below them (承诺人签字 | 支部意见 over names and dates),
    whose rows are left empty."""
    for r, row in enumerate(rows):
        if len(row) < 2 or not all(_place(c) or _aside(c) for c in row) or all(map(_aside, row)):
            continue
        below: list[list[GridCell]] = []
        while len(below) < _BELOW and r + len(below) + 1 < len(rows) and _ends(rows[r + len(below) + 1], row):
            below.append(rows[r + len(below) + 1])
            if any(find_dates(c.text) for c in below[-1]):
                break
        if any(find_dates(c.text) for cells in below for c in cells):
            rows[r] = [_over(c, [cells[i] for cells in below]) for i, c in enumerate(row)]
            rows[r + 1 : r + 1 + len(below)] = [[] for _ in below]
    return rows


def _place(cell: GridCell) -> bool:
    """Whether a cell is nothing but the label of a signature, a seal or an opinion."""
    if len(cell.text) > 30 or "\n" in (text := cell.text.strip()) or ANSWERED.search(text):
        return False
    role = cell.label.role if cell.label is not None else None
    if role in (Role.SIGNING, Role.SIGN_DATE, Role.APPROVAL) or _SIGNERS.fullmatch(cell.key):
        return True
    return _SIGN_NOTE.search(cell.text) is not None


def _aside(cell: GridCell) -> bool:
    """Whether a cell is the label of what others say beside an opinion (党员大会评议)."""
    return cell.label is not None and cell.label.role is Role.OTHER and len(cell.text) <= _ASIDE and _JUDGED.search(cell.key) is not None


def _ends(row: Sequence[GridCell], above: Sequence[GridCell]) -> bool:
    """Whether a row stands in the columns of the labels above with what people write there: an opinion, a name, a date."""
    same = [c.cell.col for c in row] == [c.cell.col for c in above]
    return same and any(not c.blank for c in row) and not any(c.exact or has_ordinal(c.text) or len(c.text) > _SAID for c in row)


def _over(label: GridCell, below: Sequence[GridCell]) -> GridCell:
    """One cell of a label, a colon behind it, and the cells below."""
    colon = "" if label.text.rstrip().endswith(("：", ":")) else "："
    head = Paragraph(Passage.join((label.cell.passage.strip(), Passage(colon)), ""))
    blocks = (head, *(b for c in below for b in c.cell.blocks))
    cell = Cell(label.cell.row, label.cell.col, blocks, sum(c.cell.rows for c in (label, *below)), label.cell.cols)
    return GridCell(cell, cell.text, "", None)


def _grid_cell(cell: Cell) -> GridCell:
    text = cell.text
    if "意见\n" in text[:24]:
        cell = _opened(cell)
        text = cell.text
    key, label = _label_of(text) if len(text) <= WIDEST else ("", None)
    if label is None and key and cell.passage.sure() < 1.0 and (known := misread(key)) is not None:
        label = known
    return GridCell(cell, text, key, label)


def _opened(cell: Cell) -> Cell:
    """A cell whose first line is the label of an opinion, with the colon that it goes without."""
    first = cell.blocks[0]
    line = first.text.partition("\n")[0] if isinstance(first, Paragraph) else ""
    label = meaning(label_key(line)) if 2 <= len(line) <= 22 else None
    if label is None or label.role is not Role.APPROVAL or not label.exact:
        return cell
    assert isinstance(first, Paragraph)
    opened = Passage.join((first.passage.slice(0, len(line)), Passage("："), first.passage.slice(len(line))), "")
    return replace(cell, blocks=(replace(first, passage=opened), *cell.blocks[1:]))


@lru_cache(maxsize=8192)
def _label_of(text: str) -> tuple[str, Label | None]:
    """A short cell's label key and meaning; 承诺人（签字） is the place of a signature."""
    key = label_key(text)
    if text.rstrip()[-1:] in _STOPS or (("，" in text or "," in text) and _CLAUSES.search(text) is not None):
        return key, None
    if "\n" in text and "\n" in text.strip() and exact(key) is None and exact(label_key(text.strip().split("\n")[0])) is not None:
        return key, None  # a label over its value
    both = ("：" in text or ":" in text) and ":" in strip_notes(text).rstrip(":")
    label = meaning(key) if key and not both else None
    if label is None and text.rstrip()[-1:] in _CLOSES and (inner := _BRACKET.search(text)) and (named := exact(label_key(inner[1]))) and named.role is Role.FIELD:
        label = replace(named, confidence=0.85)  # 首席代表（支部书记）
    if label is not None and label.key in ("name", "head") and _SIGN_NOTE.search(text):
        label = Label(Role.SIGNING)
    return key, label


def header_over_values(row: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    """Whether a row of labels, most of them known, stands over a row of values."""
    named = [c for c in row if not c.blank]
    fields = {id(c) for c in named if c.exact and c.label and c.label.role is Role.FIELD}
    beside = len(fields) > 1 and any(id(a) in fields and id(b) in fields for a, b in pairwise(row))
    if not beside or row[0].blank or len(fields) * 2 <= len(named) or not all(id(c) in fields or _PLAIN.fullmatch(squeeze(c.text)) for c in named):
        return False
    columns = [c.cell.col for c in row]
    return [c.cell.col for c in below] == columns and not any(c.exact for c in below)


def heads_columns(row: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    """Whether short headings stand side by side over cells of numbered promises (学习 | 工作 | 生活)."""
    if len(row) < 2 or len(below) != len(row):
        return False
    counted = all(counts_promise(c.text) for c in row)
    if not counted and not ((row[0].label is None or _promise_kinds(row)) and any(c.long for c in below)):
        return False
    if [c.cell.col for c in row] != [c.cell.col for c in below]:
        return False
    named = all(0 < len(squeeze(c.text)) <= 10 and not has_ordinal(c.text) and ":" not in c.key for c in row)
    known = any(c.label is not None and c.label.role in (Role.FIELD, Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE) for c in row)
    listed = [has_ordinal(c.text) and ("\n" in c.text.strip() or len(c.text) > 8) for c in below]
    return named and not known and (counted or sum(listed) * 2 > len(listed))


def _promise_kinds(row: Sequence[GridCell]) -> bool:
    """Whether every cell of a row is a label of promises, no two alike (党组织承诺 | 党员承诺)."""
    return all(c.label is not None and c.label.role is Role.COMMITMENT for c in row) and len({c.key for c in row}) == len(row)


def signature_columns(row: Sequence[GridCell]) -> bool:
    """Whether two or more cells of a row are signature places, each with its own mark."""
    return len(row) > 1 and any(_signs(c.text) for c in row) and all(_signs(c.text) or _approves(c.text) for c in row)


def signed_row(row: Sequence[GridCell]) -> bool:
    """Whether somebody's signature stands before its day (承诺人签字：张某 | 2012年3月5日)."""
    return len(row) > 1 and _signs(row[0].text) and ANSWERED.search(row[0].text) is not None and all(c.blank or _only_day(c.text) for c in row[1:])


def _only_day(text: str) -> bool:
    found = find_dates(text)
    return len(found) == 1 and is_blank(text[: found[0].start]) and is_blank(text[found[0].end :])


@lru_cache(maxsize=4096)
def _approves(text: str) -> bool:
    """Whether a cell is an opinion under its own label: 县委组织部审定意见 over 同意 and a date."""
    head = _OPINION.match(text.strip()) if len(text) <= 120 else None
    label = meaning(label_key(head["label"])) if head is not None else None
    return label is not None and label.exact and label.role is Role.APPROVAL


@lru_cache(maxsize=4096)
def _signs(text: str) -> bool:
    """Whether a cell is a place of signature or seal and no more: label, mark, name, date."""
    if len(text) > 60 or _SIGNED.search(text) is None:
        return False
    first = text.strip().split("\n")[0]
    place = _SIGN_NOTE.search(first) or _NAMED.match(first) or re.match(r"(?:承\s*诺\s*(?:人|者|党\s*员)|监督人|见证人|[^：:]{0,8}(?:审[核批定]人|代表|负责人)|[^：:]{0,8}书记)\s*[：:]", first)
    return place is not None and not re.search("[。；;]", text)


def signed_for(label: GridCell, value: GridCell) -> bool:
    """Whether the name of who promises stands beside his seal or the day of it, below the promises (承诺党组织 | 某支部（章） 2019年3月2日)."""
    if label.label is None or label.label.key not in _PROMISERS or len(value.text) > _SAID:
        return False
    marked = _SIGN_NOTE.search(value.text) is not None or (_SIGN_NOTE.search(label.text) is not None and value.blank)
    return marked or any(h.month is not None or h.state == "blank" for h in find_dates(value.text))


PROMISER = re.compile(r"承诺|本人|党员(?!大会)")
"""Whose signature it is where two stand side by side."""
