"""The blocks of a document as they are read: frames opened, forms that share a table or a paragraph parted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from extractors.forms.broken import whole_dates
from extractors.forms.text import is_blank, squeeze
from extractors.forms.titles import title_line
from extractors.model import Block, Cell, Table

_CARDS = 12
"""Forms on one sheet at most."""


def expand(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that are read, frames (tables of one column) opened and whole texts in one paragraph cut at the title."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            if block.cells and (all(c.col == 0 for c in block.cells) or _cards(block)):
                found += expand(b for c in block.cells for b in c.blocks)
            elif (titles := _titles_within(block)) and titles[1:]:
                found += _unstacked(block, titles)
            else:
                found.append(whole_dates(block))
        elif "\n" in block.text and _opens_with_title(block.text):
            found += [replace(block, passage=line) for line in block.passage.lines()]
        else:
            found.append(block)
    return found


def _opens_with_title(text: str) -> bool:
    """Whether one of the first lines is a title: the first of any kind, the next two where they say so by themselves."""
    first, *rest = text.split("\n", 3)[:3]
    return title_line(first) is not None or any((t := title_line(line)) is not None and t.strong for line in rest)


def _cards(table: Table) -> bool:
    """Whether every cell that is not empty is a form under its own title."""
    first = next((c for c in table.cells if c.blocks), None)
    if first is None or "诺" not in first.text[:60] or len(table.cells) > _CARDS:
        return False
    return all(_titled(c.text.strip()) for c in table.cells if not is_blank(c.text))


def _titles_within(table: Table) -> list[Cell]:
    """The cells across the whole table that hold nothing but the title of a form: of several, each heads one."""
    wide = [c for c in table.cells if c.col == 0 and c.cols > 1 and len(c.blocks) == 1 and "诺" in c.text]
    wide = [c for c in wide if not any(o.row == c.row and o is not c for o in table.cells)] if len(wide) > 1 else []
    found = [c for c in wide if (t := title_line(c.text.replace("\n", ""))) is not None and t.strong]
    return found if len({squeeze(c.text) for c in found}) == 1 else []


def _unstacked(table: Table, titles: Sequence[Cell]) -> list[Block]:
    """The same forms below one another, each title over the rows of its own."""
    above = tuple(c for c in table.cells if c.row < titles[0].row)
    found: list[Block] = [Table(above, table.place)] if above else []
    for title, below in zip_longest(titles, titles[1:]):
        stop = below.row if below is not None else max(c.row for c in table.cells) + 1
        rows = tuple(replace(c, row=c.row - title.row - 1) for c in table.cells if title.row < c.row < stop)
        found += [*title.blocks, *([whole_dates(Table(rows, table.place))] if rows else [])]
    return found


def _titled(text: str) -> bool:
    head, _, below = text.partition("\n")
    return len(below) > len(head) and (found := title_line(head)) is not None and found.strong
