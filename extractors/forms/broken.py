"""Dates that the form's maker has cut up: 2013 | 年 | 3 | 月 | 5 | 日 in cells of their own, or a part a line, made whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.model import Block, Cell, Paragraph, Passage, Table
from extractors.numerals import CENTURY, NUMERALS, ZEROS

_NUMBER = rf"(?:\d{{1,4}}|[{ZEROS}{NUMERALS}]{{1,4}})?"
_PART = re.compile(rf"\s*{_NUMBER}\s*(?:[年月日]\s*)?")
_DATE = re.compile(rf"\s*(?:\d{{2,4}}|{CENTURY}\S\S|20)?\s*年\s*{_NUMBER}\s*月\s*{_NUMBER}\s*日?\s*")
_LENGTH = 6
"""Letters of a part of a date at most."""


def whole_dates(table: Table) -> Table:
    """The table with one cell for each date whose parts stand in cells of their own."""
    if not any(_short(cell) and "年" in cell.text for cell in table.cells):
        return table
    rows = [_row(row) if any(_short(c) and "年" in c.text for c in row) else row for row in table.rows()]
    cells = tuple(cell for row in rows for cell in row)
    return table if len(cells) == len(table.cells) else replace(table, cells=cells)


def _short(cell: Cell) -> bool:
    return len(cell.blocks) == 1 and isinstance(block := cell.blocks[0], Paragraph) and len(block.passage.text) <= _LENGTH


def _row(row: list[Cell]) -> list[Cell]:
    found: list[Cell] = []
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and _short(row[end]) and _PART.fullmatch(row[end].text):
            end += 1
        while end > at + 2 and not (row[end - 1].text.strip() and _DATE.fullmatch("".join(c.text for c in row[at:end]))):
            end -= 1
        if end > at + 2:
            found.append(_one(row[at:end]))
            at = end
        else:
            found.append(row[at])
            at += 1
    return found


def _one(cells: Sequence[Cell]) -> Cell:
    first, last = cells[0], cells[-1]
    date = Paragraph(Passage.join([c.passage.strip() for c in cells], ""))
    return Cell(first.row, first.col, (date,), first.rows, last.col + last.cols - first.col)


def whole_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with one line for each date that has its year, month and day on three lines."""
    parts = [b if isinstance(b, Paragraph) and len(b.passage.text) <= 2 * _LENGTH and _PART.fullmatch(b.passage.text.strip()) else None for b in blocks]
    if not any(parts):
        return list(blocks)
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        lines = [p for p in (parts[at : at + 3] if parts[at] is not None else []) if p is not None]
        whole = len(lines) == 3 and _DATE.fullmatch("".join([p.text for p in lines])) is not None
        found.append(replace(lines[0], passage=Passage.join([p.passage.strip() for p in lines], "")) if whole else blocks[at])
        at += 3 if whole else 1
    return found
