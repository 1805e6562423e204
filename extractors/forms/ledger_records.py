"""Ledgers without a row of names over them: records that run downwards, promises from left to right, parts of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.counting import counts_promise
from extractors.forms.ledger_names import LONGEST_NAME, PART_OF_YEAR, Row, may_head, names_column
from extractors.forms.text import squeeze
from extractors.forms.vocabulary import Role

_TASK = 4
"""The name of a promise beside the parts of the year has so many letters at least."""
_RECORD = 3
"""So many names with their words make a record that runs downwards."""


def named_by_line(row: Row) -> bool:
    """Whether a row is nothing but the short name of an element and its words: of such rows the first is no header."""
    return len(row) == 2 and len(squeeze(row[0].text)) <= LONGEST_NAME


_PROMISED = re.compile("事项|内容|项目|任务|承诺|实事")


def record_rows(rows: Sequence[Row]) -> range | None:
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


def turned_rows(rows: Sequence[Row]) -> range | None:
    """Promises that run from left to right: 承诺一, 承诺二 … or their names over the columns, what is said of each beside 做什么
    and 怎么做."""
    for r, row in enumerate(rows):
        if len(row) < 3 or counts_promise(row[0].text):
            continue
        counted = all(counts_promise(c.text) for c in row[1:])
        if not (counted or (_PROMISED.search(squeeze(row[0].text)) and names_column(row[0].text) and _only_values(row))):
            continue
        end = r + 1
        while end < len(rows) and [c.cell.col for c in rows[end]] == [c.cell.col for c in row] and names_column(rows[end][0].text) and (counted or _only_values(rows[end])):
            end += 1
        if end > r + 2:
            return range(r, end)
    return None


def _only_values(row: Row) -> bool:
    """Whether no cell behind a row's first is a label."""
    return not any(c.label is not None or (len(squeeze(c.text)) <= LONGEST_NAME and names_column(c.text)) for c in row[1:])


def timed_rows(rows: Sequence[Row]) -> range | None:
    """Promises on the left and what is done of each in parts of the year beside it: 承诺项目 | 一季度 | 二季度."""
    for r, row in enumerate(rows):
        if len(row) < 3 or not _PROMISED.search(squeeze(row[0].text)) or not all(PART_OF_YEAR.fullmatch(squeeze(c.text)) for c in row[1:]):
            continue
        end = r + 1
        while end < len(rows) and [c.cell.col for c in rows[end]] == [c.cell.col for c in row] and len(squeeze(rows[end][0].text)) >= _TASK:
            end += 1
        if end > r + 2 and not any(c.exact for below in rows[r + 1 : end] for c in below):
            return range(r, end)
    return None


def _names_value(row: Row) -> bool:
    """Whether a row is the name of a ledger's column and its words."""
    if len(row) != 2 or row[0].exact or not may_head(row[0].text) or not names_column(row[0].text):
        return False
    return not any(c.label is not None and c.label.role in (Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE, Role.OTHER) for c in row[:1])


def _names_promise(row: Row) -> bool:
    """Whether a row is the label of promises beside a few words, as the name of one promise is."""
    label = row[0].label if len(row) == 2 or (len(row) == 4 and may_head(row[2].text) and names_column(row[2].text)) else None
    if label is None or label.role is not Role.COMMITMENT or row[0].cell.rows > 1:
        return False
    return not (row[1].blank or row[1].long or "\n" in row[1].text.strip())


def _names_values(row: Row) -> bool:
    """Whether a row holds the names of two columns, each before its words (时限 | 8月25日 | 责任人 | 张某)."""
    if len(row) != 4 or not all(may_head(c.text) and names_column(c.text) for c in row[::2]):
        return False
    return not any(c.label is not None and c.label.role is not Role.FIELD for c in row[::2]) and not any(len(squeeze(c.text)) <= LONGEST_NAME and names_column(c.text) for c in row[1::2])
