"""Ledgers whose header nobody knows: rows that share columns, one of which counts them 1, 2, 3 …."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from extractors.counting import is_number
from extractors.forms.grid import ANSWERED
from extractors.forms.ledger_names import Row, may_head, topped
from extractors.forms.text import squeeze
from extractors.forms.vocabulary import Role
from extractors.numerals import number

_SENTENCE = 6
"""A promise has so many letters at least."""


def counted_rows(rows: Sequence[Row]) -> range | None:
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
    if len(above) < 2 or not all(may_head(c.text) and not ANSWERED.search(c.text) for c in above):
        return first
    labels = [c.exact and c.label is not None and c.label.role is Role.FIELD for c in above]
    if all(labels[::2]) and not any(labels[1::2]):
        return first
    return topped(rows, first - 1)
