"""Which cells of a form's table can be the names of a ledger's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.forms.grid import WIDEST, GridCell
from extractors.forms.text import has_ordinal, squeeze, strip_notes
from extractors.forms.vocabulary import vocabulary

Row = Sequence[GridCell]
LONGEST_NAME = 6
"""A column's name has so many letters at most."""
PART_OF_YEAR = re.compile(r"第?[一二三四1-4]季度?|[上下]半年|\d{1,2}(?:[-—~至]\d{1,2})?月份?|第[一二三四]阶段|[上下春秋]季?学期")
"""The name of a column for what is done of a promise in that time."""
_SAYS = re.compile("[,，。;；!！]")
"""Stops that no column's name has."""


def topped(rows: Sequence[Row], r: int) -> int:
    """The header's first row: the one above where tall names in it reach down beside the names in row `r`."""
    above = rows[r - 1] if r else ()
    tall = [c for c in above if c.cell.rows > 1]
    return r - 1 if tall and len(above) > 1 and all(may_head(c.text) for c in above) else r


@lru_cache(maxsize=4096)
def may_head(text: str) -> bool:
    """Whether a cell is short enough for a ledger's header, and no sentence."""
    return len(text) <= WIDEST and 0 < len(squeeze(text)) <= 14 and not has_ordinal(text) and _SAYS.search(strip_notes(text)) is None


@lru_cache(maxsize=4096)
def names_column(text: str) -> bool:
    """Whether words name a column of a ledger (完成时限, 责任人)."""
    return vocabulary().ledger.search(squeeze(text)) is not None
