"""Reading filled tables back, through the readers that forms are read with: a table is known by its headings, a row by the
number in it, else by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.model import Document
from extractors.model.document import Table
from pipeline.answering import heading
from pipeline.pairing import alike
from pipeline.wording import tidy

LIKE = 0.6
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row as it was filled in: cells by heading, blanks for what is not there. `beside` is what stands under other headings, `heads` are
    those of the table that are known."""

    cells: Mapping[str, str]
    beside: Mapping[str, str] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()

    def get(self, heading: str) -> str:
        """The words of a cell, trimmed."""
        return self.cells.get(heading, "").strip()

    @property
    def number(self) -> int | None:
        """The ledger's number of the row, None where it is gone."""
        found = _NUMBER.fullmatch(tidy(self.get("编号")))
        return int(found[0]) if found else None


def filled_rows(document: Document, headings: Sequence[str], key: str) -> Iterator[FilledRow]:
    """The rows of all tables that have these headings (most of them, and `key`), whatever order their columns are in."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from _rows(block, headings, key)


def lacks(document: Document, key: str, needed: str) -> str:
    """What to say where the table is there and a column that is needed is not; empty where all is well."""
    rows = [{tidy(cell.text) for cell in row} for block in document.blocks if isinstance(block, Table) for row in block.rows()]
    heads = [row for row in rows if key in row]
    gone = heads and not any(needed in row for row in heads)
    return f"表里没有“{needed}”一栏，可能被删去了。请在程序生成的表上填写后重新报送。" if gone else ""


def _rows(table: Table, headings: Sequence[str], key: str) -> Iterator[FilledRow]:
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    for row in table.rows():
        words = {cell.col: heading(cell.text) for cell in row}
        named = {col: word for col, word in words.items() if word in headings}
        if key in named.values() and 2 * len(named) > len(headings):
            columns = named  # headings repeat on every page of a PDF
            others = {col: word for col, word in words.items() if word and word not in headings}
        elif columns:
            texts = {columns[cell.col]: cell.text for cell in row if cell.col in columns}
            beside = {others.get(cell.col, ""): cell.text.strip() for cell in row if cell.col not in columns and cell.text.strip()}
            if any(text.strip() for text in texts.values()):
                yield FilledRow(texts, beside, frozenset(columns.values()))


def says_anything(row: FilledRow, key: str, but: Sequence[str] = ("序号",)) -> bool:
    """Whether a row is about something: a line below the table that fills only the first column (填表人：…) is not."""
    return bool(row.get(key) or row.number is not None or any(row.get(name) for name in row.cells if name not in but))


def matched(row: FilledRow, key: str, texts: Mapping[int, str]) -> int | None:
    """The item that a row is about: by its number where the words agree, else the likest one. None where it is unclear."""
    said, number = row.get(key), row.number
    if number is not None and number in texts and (not said or alike(said, texts[number]) >= LIKE):
        return number
    scored = sorted(((alike(said, text), found) for found, text in texts.items()), reverse=True) if said else []
    if not scored or scored[0][0] < LIKE or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1]
