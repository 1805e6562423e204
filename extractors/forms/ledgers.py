"""Ledgers inside a form's table: rows that share columns under a header, rows that count, and records that run downwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from extractors.counting import counts_promise, is_number
from extractors.forms.grid import ANSWERED, BOXES, WIDEST, GridCell, signature_columns, signed_row
from extractors.forms.stacks import stacked_rows
from extractors.forms.text import has_ordinal, squeeze, strip_notes
from extractors.forms.titles import is_generic, org_name
from extractors.forms.vocabulary import Role, names_promiser, vocabulary
from extractors.numerals import number

Row = Sequence[GridCell]

_SENTENCE = 6
"""A promise has so many letters at least."""
_TASK = 4
"""So many has its name beside the parts of the year."""
_NAME = 6
"""A column's name has so many at most."""
_COLUMNS, _NUMBER = 3, 2
"""A ledger has so many columns at least, the number of its row so many letters at most."""
_ASIDE = 16
"""A label below a ledger has so many letters at most."""
_RECORD = 3
"""So many names with their words make a record that runs downwards."""


def ledger_rows(rows: Sequence[Row]) -> range | None:
    """The rows of a ledger with its header: 序号 | 承诺事项 | 完成时限 | 责任人 above rows of the same columns."""
    if (stacked := stacked_rows(rows)) is not None:
        return stacked
    if (record := _record(rows)) is not None and all(_named_by_line(rows[r]) for r in record):
        return record
    for r, row in enumerate(rows):
        header = _header(row)
        first = _first_row(rows, r + _height(header)) if header else len(rows)
        if first < len(rows) and _fits(rows[first], header):
            return range(_topped(rows, r), _ledger_end(rows, r + 1, header))
    return _counted(rows) or record or _turned(rows) or _timed(rows)


def _named_by_line(row: Row) -> bool:
    """Whether a row is nothing but the short name of an element and its words: of such rows the first is no header."""
    return len(row) == 2 and len(squeeze(row[0].text)) <= _NAME


def _topped(rows: Sequence[Row], r: int) -> int:
    """The header's first row: the one above where tall names in it reach down beside the names in row `r`."""
    above = rows[r - 1] if r else ()
    tall = [c for c in above if c.cell.rows > 1]
    return r - 1 if tall and len(above) > 1 and all(_may_head(c.text) for c in above) else r


def _counted(rows: Sequence[Row]) -> range | None:
    """Rows of the same columns of which one counts 1, 2, 3 …, whatever their header calls them, with that header."""
    for r, row in enumerate(rows):
        for cell in row:
            if len(row) > 1 and is_number(cell.text) and _place(cell.text) == 1:
                end = _counts_to(rows, r, cell.cell.col)
                if end > r + 1 and _promising(rows[r:end], cell.cell.col):
                    return range(_headed_from(rows, r), end)
    return None


def _place(text: str) -> int | None:
    """What a number cell counts: 3 of （三）, ③ and 3."""
    return number(unicodedata.normalize("NFKC", squeeze(text)).strip("().、"))


def _counts_to(rows: Sequence[Row], first: int, col: int) -> int:
    """The row after the last of those that go on counting in the column."""
    r = first
    while r < len(rows):
        number = next((c for c in rows[r] if c.cell.col == col), None)
        if number is None or not is_number(number.text) or _place(number.text) != r - first + 1 or len(rows[r]) < 2:
            break
        r += 1
    return r


def _promising(rows: Sequence[Row], col: int) -> bool:
    """Whether most rows hold words enough for a promise beside their number, and none a label of the form's own fields."""
    said = [max((len(squeeze(c.text)) for c in row if c.cell.col != col), default=0) >= _SENTENCE for row in rows]
    return sum(said) * 2 > len(rows) and not any(c.exact for row in rows for c in row)


def _headed_from(rows: Sequence[Row], first: int) -> int:
    """The first of the rows of short words right above; one person's labels beside their values head no column."""
    above = rows[first - 1] if first else ()
    if len(above) < 2 or not all(_may_head(c.text) and not ANSWERED.search(c.text) for c in above):
        return first
    labels = [c.exact and c.label is not None and c.label.role is Role.FIELD for c in above]
    if all(labels[::2]) and not any(labels[1::2]):
        return first
    return _topped(rows, first - 1)


_PROMISED = re.compile("事项|内容|项目|任务|承诺|实事")


def _record(rows: Sequence[Row]) -> range | None:
    """One promise that runs downwards: 事项, 标准, 责任人, 期限 in the left column, each beside its words."""
    for r in range(len(rows)):
        end = r + (_names_promise(rows[r]) or (_PROMISED.search(squeeze(rows[r][0].text)) is not None and _names_values(rows[r])) if rows[r] else 0)
        while end < len(rows) and (_names_value(rows[end]) or (end > r and (_names_values(rows[end]) or _again(rows, r, end)))):
            end += 1
        if sum(len(row) // 2 for row in rows[r:end]) >= _RECORD and any(_PROMISED.search(squeeze(row[0].text)) for row in rows[r:end]):
            return range(r, end)
    return None


_CONTENT = frozenset(("承诺内容", "承诺事项"))
"""What may stand below the name of one promise (承诺题目)."""


def _again(rows: Sequence[Row], first: int, r: int) -> bool:
    """Whether the label of row `first` stands in row `r` again and begins the next record, or says what the name above it stands for."""
    if not rows[r] or not _names_promise(rows[r]):
        return False
    begun, label = squeeze(rows[first][0].text), squeeze(rows[r][0].text)
    counted = all(map(counts_promise, (begun, label))) and not counts_promise(rows[r - 1][0].text)
    return counted or label == begun or (label in _CONTENT and _names_promise(rows[first]) and not counts_promise(begun))


def _turned(rows: Sequence[Row]) -> range | None:
    """Promises that run from left to right: 承诺一, 承诺二 … or their names over the columns, what is said of each beside 做什么
    and 怎么做."""
    for r, row in enumerate(rows):
        if len(row) < 3 or counts_promise(row[0].text):
            continue
        counted = all(counts_promise(c.text) for c in row[1:])
        if not (counted or (_PROMISED.search(squeeze(row[0].text)) and _names_column(row[0].text) and _only_values(row))):
            continue
        end = r + 1
        while end < len(rows) and [c.cell.col for c in rows[end]] == [c.cell.col for c in row] and _names_column(rows[end][0].text) and (counted or _only_values(rows[end])):
            end += 1
        if end > r + 2:
            return range(r, end)
    return None


def _only_values(row: Row) -> bool:
    """Whether no cell behind a row's first is a label."""
    return not any(c.label is not None or (len(squeeze(c.text)) <= _NAME and _names_column(c.text)) for c in row[1:])


_PART_OF_YEAR = re.compile(r"第?[一二三四1-4]季度?|[上下]半年|\d{1,2}(?:[-—~至]\d{1,2})?月份?|第[一二三四]阶段|[上下春秋]季?学期")


def _timed(rows: Sequence[Row]) -> range | None:
    """Promises on the left and what is done of each in parts of the year beside it: 承诺项目 | 一季度 | 二季度."""
    for r, row in enumerate(rows):
        if len(row) < 3 or not _PROMISED.search(squeeze(row[0].text)) or not all(_PART_OF_YEAR.fullmatch(squeeze(c.text)) for c in row[1:]):
            continue
        end = r + 1
        while end < len(rows) and [c.cell.col for c in rows[end]] == [c.cell.col for c in row] and len(squeeze(rows[end][0].text)) >= _TASK:
            end += 1
        if end > r + 2 and not any(c.exact for below in rows[r + 1 : end] for c in below):
            return range(r, end)
    return None


def _names_value(row: Row) -> bool:
    """Whether a row is the name of a ledger's column and its words."""
    if len(row) != 2 or row[0].exact or not _may_head(row[0].text) or not _names_column(row[0].text):
        return False
    return not any(c.label is not None and c.label.role in (Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE, Role.OTHER) for c in row[:1])


def _names_promise(row: Row) -> bool:
    """Whether a row is the label of promises beside a few words, as the name of one promise is."""
    label = row[0].label if len(row) == 2 or (len(row) == 4 and _may_head(row[2].text) and _names_column(row[2].text)) else None
    if label is None or label.role is not Role.COMMITMENT or row[0].cell.rows > 1:
        return False
    return not (row[1].blank or row[1].long or "\n" in row[1].text.strip())


def _names_values(row: Row) -> bool:
    """Whether a row holds the names of two columns, each before its words (时限 | 8月25日 | 责任人 | 张某)."""
    if len(row) != 4 or not all(_may_head(c.text) and _names_column(c.text) for c in row[::2]):
        return False
    return not any(c.label is not None and c.label.role is not Role.FIELD for c in row[::2]) and not any(len(squeeze(c.text)) <= _NAME and _names_column(c.text) for c in row[1::2])


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
    if len(cells) < 2 or not all(_may_head(c.text) and not ANSWERED.search(c.text) for c in cells):
        return []
    if all(c.exact and c.label is not None and c.label.role is Role.FIELD for c in cells):
        return []  # labels over the values of one person
    if row[0].exact and any(map(_written, cells[1:])):
        return []  # labels beside the values of one person
    if all(c.label is not None and c.label.role is Role.OTHER for c in cells):
        return []  # places for what becomes of the promises (一季度践诺情况 | 二季度践诺情况)
    names = [strip_notes(c.text) for c in cells]
    times = [_PART_OF_YEAR.fullmatch(name) is not None for name in names]
    several = sum(times) > 1
    known, fields, others = [], [], []
    for n, (cell, name) in enumerate(zip(cells, names, strict=True)):
        if _names_column(cell.text) or (several and times[n]):
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


_SAYS = re.compile("[,，。;；!！]")
"""Stops that no column's name has."""


@lru_cache(maxsize=4096)
def _may_head(text: str) -> bool:
    """Whether a cell is short enough for a ledger's header, and no sentence."""
    return len(text) <= WIDEST and 0 < len(squeeze(text)) <= 14 and not has_ordinal(text) and _SAYS.search(strip_notes(text)) is None


@lru_cache(maxsize=4096)
def _names_column(text: str) -> bool:
    return vocabulary().ledger.search(squeeze(text)) is not None


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
