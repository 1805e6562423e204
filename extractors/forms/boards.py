"""Tables that are more than one person's form: several people one below the other, and a record of what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.grid import GridCell
from extractors.forms.parts import Parts
from extractors.forms.vocabulary import Role

_PERSONAL = frozenset({"name", "post", "gender", "birth", "joined", "education", "ethnicity", "phone"})
"""Fields of one person."""
_RECORD = re.compile("(?:承诺)?(?:践诺|履诺|兑现|完成|落实)(?:情况)?(?:记录|记载|登记|台账)")


def records(row: Sequence[GridCell], section: Role | None) -> bool:
    """Whether a row opens a record of what was done below the promises (践诺记录 across the table), or goes on with one, which lasts
    to the next known label."""
    if section is Role.COMMITMENT:
        return len(row) == 1 and _RECORD.fullmatch(row[0].key) is not None
    return section is Role.OTHER and not any(c.exact for c in row)


def keep_cells(parts: Parts, cells: Sequence[GridCell]) -> None:
    """Keeps what the cells of a record say as text that means nothing to the program."""
    for cell in cells:
        parts.keep(cell.cell.passage)


def without_persons(parts: Parts, rows: Sequence[Sequence[GridCell]]) -> None:
    """Takes out the fields of one person where the table goes on from his promises to the next person's: they are nobody's alone
    and mean nothing for the form."""
    if not (parts.promised and any(f.key == "name" for f in parts.fields)):
        return
    cells = [c for row in rows for c in row if c.label is not None and (c.label.key == "name" or c.label.role is Role.COMMITMENT)]
    turns = [c.label is not None and c.label.role is Role.COMMITMENT for c in cells]  # a title over the first may look like a label
    labels = {c.key for c, promise in zip(cells, turns, strict=True) if not promise}
    again = any(promise and not later for promise, later in pairwise(turns))
    if len(labels) == 1 and again and turns[-1] and turns.count(False) > 1:
        for field in parts.fields:
            if field.key in _PERSONAL:
                parts.keep(field.passage)
        parts.fields = [f for f in parts.fields if f.key not in _PERSONAL]
