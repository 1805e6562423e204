"""Ledgers inside a form's table: rows that share columns under a header, rows that count, and records that run downwards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.counted_rows import counted_rows
from extractors.forms.grid import ANSWERED, BOXES, GridCell, signature_columns, signed_row
from extractors.forms.ledger_names import PART_OF_YEAR, Row, may_head, names_column, topped
from extractors.forms.ledger_records import named_by_line, record_rows, timed_rows, turned_rows
from extractors.forms.stacks import stacked_rows
from extractors.forms.text import squeeze, strip_notes
from extractors.forms.titles import is_generic, org_name
from extractors.forms.vocabulary import Role, names_promiser, vocabulary

_COLUMNS, _NUMBER = 3, 2
"""A ledger has so many columns at least, the number of its row so many letters at most."""
_ASIDE = 16
"""A label below a ledger has so many letters at most."""


def ledger_rows(rows: Sequence[Row]) -> range | None:
    """The rows of a ledger with its header: 序号 | 承诺事项 | 完成时限 | 责任人 above rows of the same columns."""
    if (stacked := stacked_rows(rows)) is not None:
        return stacked
    if (record := record_rows(rows)) is not None and all(named_by_line(rows[r]) for r in record):
        return record
    for r, row in enumerate(rows):
        header = _header(row)
        first = _first_row(rows, r + _height(header)) if header else len(rows)
        if first < len(rows) and _fits(rows[first], header):
            return range(topped(rows, r), _ledger_end(rows, r + 1, header))
    return counted_rows(rows) or record or turned_rows(rows) or timed_rows(rows)


def _height(header: Row) -> int:
    """Rows of the header: two where a name stands over the names of several columns and the others are as tall as both."""
    tall = max(c.cell.rows for c in header)
    return tall if any(c.cell.cols > 1 and c.cell.rows < tall for c in header) else 1


def _first_row(rows: Sequence[Row], start: int) -> int:
    """The first row from `start` on that is not one cell across the table: a section's name (一、饮食服务) opens many a ledger."""
    return next((r for r in range(start, len(rows)) if len(rows[r]) > 1), len(rows))


_POSTS = frozenset(("岗位", "党员岗位", "单位"))
"""What may stand over those who promise besides their names."""
_BESIDE = frozenset(("签名", "签字", "职务", "部门", "班组", "科室"))
"""What may stand over more of theirs."""


def _header(row: Row) -> list[GridCell]:
    """The header cells of a ledger among a row's cells; a tall label to their left stands aside."""
    cells = [c for c in row if not (c.cell.rows > 2 and c is row[0]) and not (c.blank and c is not row[0])]
    if len(cells) < 2 or not all(may_head(c.text) and not ANSWERED.search(c.text) for c in cells):
        return []
    if all(c.exact and c.label is not None and c.label.role is Role.FIELD for c in cells):
        return []  # labels over the values of one person
    if row[0].exact and any(map(_written, cells[1:])):
        return []  # labels beside the values of one person
    if all(c.label is not None and c.label.role is Role.OTHER for c in cells):
        return []  # places for what becomes of the promises (一季度践诺情况 | 二季度践诺情况)
    names = [strip_notes(c.text) for c in cells]
    times = [PART_OF_YEAR.fullmatch(name) is not None for name in names]
    several = sum(times) > 1
    known, fields, others = [], [], []
    for n, (cell, name) in enumerate(zip(cells, names, strict=True)):
        if names_column(cell.text) or (several and times[n]):
            known.append(cell)
            continue
        if cell.label and cell.label.role is Role.FIELD:
            fields.append(cell)
        if not _promises(name) and name not in _BESIDE:
            others.append(n)
    strange = len(cells) - len(known) - len(fields)
    if _promises(names[0]) and known and (not others or (len(others) == 1 < len(known) and (others[0] > 1 or len(known) > 2))):
        return cells
    closing = any(c.label and c.label.role in (Role.SIGNING, Role.SIGN_DATE, Role.APPROVAL) for c in cells[1:])
    named = fields or any(c.exact and c.label and c.label.role is Role.FIELD for c in known)
    if any(c.blank for c in row) and strange:
        return []  # labels of one promise, a value of which is missing
    mixed = strange > 0 and (named or len(known) * 3 < len(cells) * 2)
    return cells if len(known) >= 2 and not closing and not mixed else []


def _promises(name: str) -> bool:
    """Whether a column is that of those who promise, beside the one of their promises."""
    return name in _POSTS or names_promiser(name)


def _written(cell: GridCell) -> bool:
    """Whether a cell is what somebody wrote beside a label: a box to tick, the name of an organisation."""
    return cell.text[:1] in BOXES or (org_name(cell.text) != "" and not is_generic(cell.text))


def _fits(row: Row, header: Row) -> bool:
    """Whether a row stands in the header's columns and is no row of labels itself."""
    starts = {c.cell.col for c in header}
    inside = [c for c in row if c.cell.col in starts]
    return len(inside) >= max(2, len(header) - 2) and not _closes(row) and sum(c.exact for c in inside) * 2 <= len(inside)


def _closes(row: Row) -> bool:
    """Whether a row opens another part of the form: an opinion, a signature."""
    first = next((c for c in row if not c.blank), None)
    if signature_columns(row) or signed_row(row):
        return True
    if first is None or first.label is None:
        return False
    return first.label.role in (Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE) or (first.label.role is Role.OTHER and len(row) == 2)


def _ledger_end(rows: Sequence[Row], start: int, header: Row) -> int:
    end = start
    for r in range(start, len(rows)):
        row = rows[r]
        if _closes(row) or _names_fields(row, header) or _tells_more(row, header):
            break
        if _row_of(row, header):
            end = r + 1
    return end


_FURTHER = re.compile("(?:其[他它余]|另外的?|补充|个人|共性|个性|廉[洁政]|纪律|特色|创新)(?:方面)?的?(?:公开)?承诺(?:事项|内容)?")
"""Promises beside those of a ledger."""


def _tells_more(row: Row, header: Row) -> bool:
    """Whether a row below a ledger of several columns is a label of its own (公示情况 | ……, 其他承诺 | ……) beside one cell over all of
    them."""
    if len(row) != 2 or len(header) < _COLUMNS or row[0].cell.rows > 1 or row[1].cell.cols < len(header) - 1:
        return False
    if not _NUMBER < len(squeeze(row[0].text)) <= _ASIDE or row[1].blank:
        return False
    return _FURTHER.fullmatch(row[0].key) is not None or vocabulary().other.search(row[0].key) is not None


def _names_fields(row: Row, header: Row) -> bool:
    """Whether a row below a ledger holds the form's own fields (承诺党组织 | 某支部 | 电话 | ……): its cells are not the ledger's."""
    if not row or not row[0].exact or row[0].label is None or row[0].label.role is not Role.FIELD:
        return False
    return len(row) < len(header) or [c.cell.col for c in row] != [c.cell.col for c in header]


def _row_of(row: Row, header: Row) -> bool:
    """A row with two or more of the columns, or the start of a merged cell in one of them with words in it."""
    starts = {c.cell.col for c in header}
    return sum(c.cell.col in starts for c in row) >= 2
