"""Promises one below the other, each a block of rows whose labels come again: 承诺一 beside 做什么, 怎么做, 谁负责, and so on.

Which rows of a form's table they are: known labels and themes must keep them apart from the fields around. `items.stacks` reads a
table of nothing else by the labels that come again, whether a form held it or not; the two ask different things of a cell."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.counting import counts_promise, is_number
from extractors.forms.grid import ANSWERED, GridCell
from extractors.forms.text import squeeze
from extractors.forms.vocabulary import Role, vocabulary
from extractors.model.value_class import value_class

Row = Sequence[GridCell]

_LABEL = 8
"""A label inside a block has so many letters at most."""
_THEME = 16
"""So many has the name of a block."""
_LABELS = 2
"""So many labels at least has a block."""


@value_class
class _Block:
    """The labels of a block that begins in some row, and the row after its last."""

    labels: tuple[str, ...]
    end: int


def stacked_rows(rows: Sequence[Row]) -> range | None:
    """The rows of such blocks, two of them at least."""
    for r, row in enumerate(rows):
        if not row or (len(row) > 1 and row[0].cell.rows == row[1].cell.rows == 1):
            continue  # nearly every row
        if (first := _block(rows, r)) is None:
            continue
        end = first.end
        while (after := _block(rows, end)) is not None and after.labels == first.labels:
            end = after.end
        if end > first.end:
            return range(r, end)
    return None


def _block(rows: Sequence[Row], r: int) -> _Block | None:
    """The block that begins in row `r`: its count or its theme as tall as its rows, or a count across the table over them."""
    row = rows[r] if r < len(rows) else ()
    at = next((i for i, c in reversed(list(enumerate(row[:2]))) if _counts(c.text)), None)
    at = next((i for i in range(len(row[:2])) if _theme(row, i)), None) if at is None else at
    if at is None or (at and row[0].cell.rows < row[1].cell.rows):
        return None
    tall = row[at].cell.rows
    if tall > 1:
        found = _labelled([row[at + 1 :], *rows[r + 1 : r + tall]], r + tall)
        known = found is not None and (_counts(row[at].text) or all(map(vocabulary().ledger.search, found.labels)))
        return found if known else None
    if len(row) > at + 1:
        return None
    end = r + 1
    while end < len(rows) and _pairs(rows[end]):
        end += 1
    return _labelled(rows[r + 1 : end], end)


def _theme(row: Row, i: int) -> bool:
    """Whether a cell may name what the rows beside it are about: a label of the form's own fields does not."""
    cell = row[i]
    if cell.cell.rows < 2 or i + 2 >= len(row) or row[i + 1].cell.rows > 1 or not 1 < len(squeeze(cell.text)) <= _THEME:
        return False
    return not cell.exact or (cell.label is not None and cell.label.role is Role.COMMITMENT)


def _counts(text: str) -> bool:
    """Whether a cell is the number of a promise, or counts it in words."""
    return is_number(text) or counts_promise(text)


def _labelled(rows: Sequence[Row], end: int) -> _Block | None:
    if not all(map(_pairs, rows)):
        return None
    labels = tuple(squeeze(c.text).rstrip(":") for row in rows for c in row[::2])
    return _Block(labels, end) if len(set(labels)) == len(labels) >= _LABELS else None


def _pairs(row: Row) -> bool:
    """Whether a row holds labels and what stands beside them, none of them a person's own field or a place of signature."""
    if not row or len(row) % 2 or any(_counts(c.text) for c in row):
        return False
    return all(_names(c) for c in row[::2])


def _names(cell: GridCell) -> bool:
    if not 1 < len(squeeze(cell.text).rstrip(":")) <= _LABEL or ANSWERED.search(cell.text):
        return False
    return cell.label is None or (cell.label.role not in (Role.APPROVAL, Role.SIGNING, Role.SIGN_DATE) and not (cell.exact and cell.label.role is Role.FIELD))
