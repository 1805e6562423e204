"""Ledger-like tables: the row is the promise and its columns are the elements (GUIDELINE, Item)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.items import records
from extractors.items.blanks import is_blank, is_noise
from extractors.items.columns import ELEMENTS, Column, kinds_of
from extractors.items.drafts import Draft, Reading
from extractors.items.grids import Grid, Header, counted_header, flipped, grid_of, header_of, is_number, named_header
from extractors.items.headings import names_dimension, names_set
from extractors.items.ordinals import candidates, half_width, is_counted_name
from extractors.items.roles import is_closing
from extractors.items.sections import Section, sections
from extractors.items.sentences import without_turn
from extractors.items.stacks import unstacked
from extractors.items.unfolding import unfolded
from extractors.model import Block, Cell, Passage, Span, Table

Body = Callable[[Sequence[Block]], Reading]

_DITTO = re.compile(r"\s*(?:[同如]上(?:行|一?项|条|述)?|[〃″＂\"”“]{1,2}|同前|同左|同)\s*[。.]?\s*")
_SHARED = frozenset((Column.DEADLINE, Column.RESPONSIBLE))
_HEADS_NOTHING = frozenset(ELEMENTS) - {Column.PROJECT}
_BESIDE = _SHARED | {Column.OTHER}
_NUMBERED = re.compile(r"(?:^|[。；;\s])(?:[（(]?\d{1,2}[）)、.．]|[①-⑳]|[（(]?[一二三四五六七八九十][）)、是])")
_FIRST = re.compile(r"\s*(?:[（(]?1[）)、.．]|①|⑴|⒈|㈠|[（(]?一[）)、是])")
_PROMISE = 6
"""A promise has so many letters at least."""
_TOTAL = re.compile(r"(?:合|总|小)\s*计[：:]?")


@dataclass(slots=True)
class _Record:
    """A row as it is gathered: the passages of each column, its number, and the headings over it."""

    ordinal: str
    headings: tuple[Passage, ...]
    values: dict[int, list[Passage]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)


def read(table: Table, headings: tuple[Passage, ...], body: Body) -> Reading | None:
    """The promises of a ledger, None where the table is none. `body` reads a cell that holds a list of promises."""
    grid = grid_of(table)
    if not grid.at:
        return None
    below = records.read(grid, headings)
    if below is not None:
        return below
    if (stacked := unstacked(table, grid)) is not None:
        return _stacked(grid_of(stacked), headings, body)
    if (named := _named(grid)) is not None:
        return _under_name(named, table, headings, body)
    header = header_of(grid)
    if header is not None and (parts := sections(table, grid, header)):
        return _one_below_another(parts, headings, body)
    if header is not None and (sides := _sides(grid, header)):
        return _side_by_side(table, sides, headings, body)
    if header is not None and (other := unfolded(table, grid, header)) is not None:
        return read(other, headings, body)
    if header is None:
        header = counted_header(grid)
    if header is None or not _below(grid, header) or (header.first and _named_down(grid)):
        turned = flipped(grid)
        found = header_of(turned)
        if found is not None and _below(turned, found):
            grid, header = turned, found
    return None if header is None else _Ledger(grid, header, headings, body).read()


def _stacked(grid: Grid, headings: tuple[Passage, ...], body: Body) -> Reading:
    """The promises of blocks laid out as rows; the themes of blocks without a count head them."""
    ledger = _Ledger(grid, named_header(grid), headings, body)
    ledger.groups = set(ledger.header.columns(Column.GROUP))
    return ledger.read()


def _named(grid: Grid) -> Cell | None:
    """The first row's only cell where it counts or names the promise below it (承诺卡第1号)."""
    first = grid.cells(0)
    if len(first) != 1 or grid.width < 2 or len(grid.at) < 2 or first[0].rows > 1:
        return None
    return first[0] if counts(first[0].passage) else None


def counts(passage: Passage) -> bool:
    """Whether a line or a cell does no more than count the promise below it."""
    return is_counted_name(half_width(passage.text.strip()).rstrip("：: "))


def _under_name(named: Cell, table: Table, headings: tuple[Passage, ...], body: Body) -> Reading | None:
    """The ledger without that row: its one promise has it for its ordinal, several stand under it."""
    rest = tuple(replace(c, row=c.row - 1) for c in table.cells if c is not named)
    name = named.passage.strip()
    found = read(Table(rest, table.place), headings, body)
    if found is not None:
        put_under(name, found)
    return found


def put_under(name: Passage, found: Reading) -> None:
    """One promise below a name that counts it has that for its ordinal, several stand under it."""
    if len(found.drafts) == 1 and not found.drafts[0].ordinal:
        found.drafts[0].ordinal = name.text
        return
    for draft in found.drafts:
        draft.headings = (name, *draft.headings)


def _sides(grid: Grid, header: Header) -> int:
    """How many columns each of several ledgers side by side has, whose headers are the same; 0 where there is one."""
    titles = ["".join(c.text.split()) if (c := cell) is not None else "" for cell in grid.at[header.first]]
    for width in range(2, grid.width // 2 + 1):
        if grid.width % width == 0 and titles == titles[:width] * (grid.width // width):
            return width
    return 0


def _one_below_another(parts: Sequence[Section], headings: tuple[Passage, ...], body: Body) -> Reading:
    reading = Reading()
    outer = headings if parts[0].name else headings[:-1]  # the first one's name may stand over the table
    for part in parts:
        over = (*outer, part.name) if part.name else headings
        reading.take(read(part.table, over, body))
    return reading


def _side_by_side(table: Table, width: int, headings: tuple[Passage, ...], body: Body) -> Reading:
    """Ledgers beside one another are read from left to right."""
    reading = Reading()
    for left in range(0, max(c.col + c.cols for c in table.cells), width):
        part = tuple(replace(c, col=c.col - left) for c in table.cells if left <= c.col < left + width and c.col + c.cols <= left + width)
        found = read(Table(part, table.place), headings, body)
        reading.take(found)
    return reading


def _named_down(grid: Grid) -> bool:
    """Whether the first column holds nothing but names of elements below its first cell: a row in which they stand is no header."""
    named = [kinds_of(row[0].text)[:1] if row[0] is not None else () for row in grid.at[1:]]
    return all(named) and len(set(named)) > 1


def _below(grid: Grid, header: Header) -> bool:
    return header.first + header.rows < len(grid.at)


class _Ledger:
    """Reads row after row; `above` is the time cell that a 同上 in the next row means."""

    def __init__(self, grid: Grid, header: Header, headings: tuple[Passage, ...], body: Body) -> None:
        self.grid, self.header, self.headings, self.body = grid, header, headings, body
        self.number = next(iter(header.columns(Column.NUMBER)), None)
        if self.number is None:
            self.number = self._counting()
        self.project = self._promising()
        self.beside = self._only_names()
        self.groups = self._group_columns()
        self.anew = self._begins_anew()
        self.results = frozenset(header.columns(Column.RESULT)) - {self.project}
        kinds = [frozenset(k) for k in header.kinds]
        self.elements = frozenset(c for c, k in enumerate(kinds) if not k.isdisjoint(ELEMENTS))
        self.shared = frozenset(c for c, k in enumerate(kinds) if k <= _SHARED)
        self.saying = frozenset(c for c, k in enumerate(kinds) if not k <= _BESIDE)
        self.records: list[_Record] = []
        self.reading = Reading()

    def read(self) -> Reading:
        top = [self.grid.at[self.header.first][c] for c in range(self.grid.width)] if self.header.rows else []
        titles = [c.text for c in top if c is not None]
        for row in range(self.header.first):
            self._around(row, self.reading.preambles)
        heading: Passage | None = None
        for row in range(self.header.first + self.header.rows, len(self.grid.at)):
            cells = self.grid.cells(row)
            if titles and [c.text for c in self.grid.at[row] if c is not None] == titles:
                continue
            if self._binds(cells):
                self.reading.closings.append(Passage.join((c.passage.strip() for c in cells), "："))
                continue
            whole = self._whole(row, cells)
            if whole is None:
                self._row(row, heading)
            elif is_closing(half_width(whole.text)):
                self.reading.closings.append(whole)
            elif whole.text and not is_noise(half_width(whole.text)):
                heading = whole
        above: Passage | None = None
        for record in self.records:
            above = self._draft(record, above)
        return self.reading

    def _promising(self) -> int | None:
        """The column of the promises: the first that is called so, unless its cells stand over several rows of the next one called so."""
        found = [c for c in self.header.columns(Column.PROJECT) if c != self.number]
        if len(found) > 1 and self._spans(found[0]) and not self._spans(found[1]):
            return found[1]
        return next(iter(found), None)

    def _spans(self, col: int) -> bool:
        """Whether a cell of the column stands beside several rows."""
        column = [row[col] for row in self.grid.at[self.header.first + self.header.rows :]]
        return any(a is not None and a is b for a, b in pairwise(column))

    def _counting(self) -> int | None:
        """The column that only names the rows (实事一, 实事二 …)."""
        for col in range(min(2, self.grid.width)):
            rows = range(self.header.first + self.header.rows, len(self.grid.at))
            named = [c.text.strip() for r in rows if (c := self.grid.at[r][col]) is not None]
            if len(named) > 1 and all(map(is_counted_name, named)):
                return col
        return None

    def _around(self, row: int, place: list[Passage]) -> None:
        place.extend(p for c in self.grid.cells(row) if (p := c.passage.strip()).text)

    def _whole(self, row: int, cells: list[Cell]) -> Passage | None:
        """The text of a row that is one cell over all columns; None for an ordinary row."""
        if len(cells) == 1 and self.grid.width > 1:
            return cells[0].passage.strip()
        if len(cells) == 2 and self.number == 0 and cells[1].cols == self.grid.width - 1 > 1 and self._counts_apart(cells[0]):
            return cells[1].passage.strip()
        filled = [c for c in cells if c.text.strip()]
        if len(filled) == 1 and self.grid.begins(row, 0) and max(c.cols for c in filled) > self.grid.width // 2 + 1:
            return filled[0].passage.strip()
        return None

    def _binds(self, cells: list[Cell]) -> bool:
        """Whether a row says in one cell when all is done, or by whom, its name where the rows are counted (完成时限 | 年底前)."""
        apart = len(cells) == 2 and self.number == 0 and cells[1].cols == self.grid.width - 1
        return apart and bool(kinds := kinds_of(cells[0].text)) and _SHARED.issuperset(kinds)

    def _counts_apart(self, cell: Cell) -> bool:
        """Whether a cell of the number column counts parts (一, 二) where the promises have digits."""
        numbers = [c.text.strip() for c in self._column(0) if c is not cell]
        return not any(map(str.isdigit, half_width(cell.text))) and is_number(cell.text) and any(n.isdigit() for n in numbers)

    def _group_columns(self) -> set[int]:
        """Columns left of the project whose cells span several rows: they head those rows."""
        limit = self.project if self.project is not None else 0
        found: set[int] = set()
        for col in range(limit):
            kinds = set(self.header.kinds[col])
            named = self._names_dimensions(col) or (self.beside and Column.GROUP in kinds)
            if col != self.number and (named or (not kinds & _HEADS_NOTHING and self._spans(col))):
                found.add(col)
        return found

    def _names_dimensions(self, col: int) -> bool:
        """Whether the column is that of the notice's set (五个好, 五带头), by its header or by its cells: each row stands under its own."""
        cell = self.grid.at[self.header.first][col] if self.header.rows else None
        if cell is not None and names_set(cell.text):
            return True
        below = [c.text for row in self.grid.at[self.header.first + self.header.rows :] if (c := row[col]) is not None and c.text.strip()]
        return len(below) > 1 and all(names_dimension(half_width(text)) for text in below)

    def _begins_anew(self) -> bool:
        """Whether each cell of promises is a list that begins with its own first number, some of them with a second."""
        if self.project is None or self.number is not None:
            return False
        said = [c.text for row in self.grid.at[self.header.first + self.header.rows :] if (c := row[self.project]) is not None and c.text.strip()]
        counts = [len(_NUMBERED.findall(text)) for text in said]
        return len(said) > 1 and max(counts) > 1 and all(_FIRST.match(text) for text in said)

    def _only_names(self) -> bool:
        """Whether nothing but the name of a kind stands beside the promises (类别 | 承诺内容): each cell is a text under its name."""
        kinds = {kind for found in self.header.kinds for kind in found}
        return self.number is None and self.header.rows > 0 and kinds == {Column.GROUP, Column.PROJECT}

    def _row(self, row: int, heading: Passage | None) -> None:
        cells = self.grid.at[row]
        anchor = self.number if self.number is not None else self.project
        goes_on = bool(self.records) and (
            (anchor is not None and not self.grid.begins(row, anchor)) or self._continued(row)
        )
        if not goes_on:
            over = (*self.headings, *([heading] if heading is not None else []), *self._groups(cells))
            number = cells[self.number] if self.number is not None else None
            self.records.append(_Record(number.text.strip() if number is not None else "", over))
        record = self.records[-1]
        for col, cell in enumerate(cells):
            if cell is None or col == self.number or col in self.groups or col in self.results or any(cell is c for c in record.cells):
                continue
            record.cells.append(cell)
            passage = without_turn(cell.passage.strip()).strip()
            if passage.text:
                record.values.setdefault(col, []).append(passage)

    def _groups(self, cells: Sequence[Cell | None]) -> list[Passage]:
        """The cells that head a row, each once: one of them may cover several columns of the grid."""
        found: list[Cell] = []
        for col in (*sorted(self.groups), *self._kinds()):
            cell = cells[col]
            if cell is not None and cell.text.strip() and all(cell is not f for f in found):
                found.append(cell)
        return [c.passage.strip() for c in found]

    def _kinds(self) -> list[int]:
        """Columns that name the kind of promise row by row: they stay in the row's text and head it as well."""
        return [c for c in self.header.columns(Column.GROUP) if c not in self.groups]

    def _continued(self, row: int) -> bool:
        """A row that a page's edge cut off: neither number nor project of its own."""
        if self.number is None or self.project is None:
            return False
        number, project = self.grid.at[row][self.number], self.grid.at[row][self.project]
        empty = [c is None or not c.text.strip() for c in (number, project)]
        times = [self.grid.at[row][c] for c in self.header.columns(Column.DEADLINE)]
        return empty[0] and (empty[1] or (bool(times) and not any(t is not None and t.text.strip() for t in times)))

    def _draft(self, record: _Record, above: Passage | None) -> Passage | None:
        """Adds the record's promise; returns the time that a 同上 below it means."""
        values = {col: Passage.join(found) for col, found in sorted(record.values.items())}
        time = next((values[c] for c in self.header.columns(Column.DEADLINE) if c in values), None)
        ditto = time is not None and _DITTO.fullmatch(time.text) is not None
        if self._empty(record.ordinal, values):
            return above if ditto or time is None else time
        if self._list(record, values, time):
            return time
        ordinal = record.ordinal
        if not ordinal and self.project in values and self.project is not None:
            ordinal, values[self.project] = _typed(values[self.project])
        draft = Draft(Passage.join(values.values()), ordinal, record.headings, self._columns(values))
        draft.above = above if ditto else None
        self.reading.drafts.append(draft)
        return above if ditto or time is None else time

    def _list(self, record: _Record, values: dict[int, Passage], time: Passage | None) -> bool:
        """A cell with a numbered list of promises, where nothing but a time and a name stands beside the whole list."""
        elements = [c for c in values if c in self.elements and c != self.project]
        if not self.shared.issuperset(elements):
            return False
        cell = next((c for c in record.cells if self.project is not None and c in self._column(self.project)), None)
        if cell is None:
            return False
        strict = bool(elements) and len(self.records) > 1
        least = 1 if self.anew else 2
        if strict and len(_NUMBERED.findall(cell.text)) < least:
            return False
        found = self.body(cell.blocks)
        if not (_lists(found, strict, least) or (self.beside and found.drafts)):
            return False
        over = [values[c] for c in sorted(values) if self.project is not None and c < self.project and c not in (*elements, *self._kinds())]
        own = _times(time, found.drafts)
        for n, draft in enumerate(found.drafts):
            draft.headings, draft.near, draft.sure = (*record.headings, *over, *draft.headings), own[n], True
        self.reading.drafts.extend(found.drafts)
        self.reading.preambles.extend(found.preambles)
        self.reading.closings.extend(found.closings)
        return True

    def _column(self, col: int) -> list[Cell]:
        return [c for row in self.grid.at if (c := row[col]) is not None]

    def _empty(self, ordinal: str, values: dict[int, Passage]) -> bool:
        """No promise: nothing but blanks, a sum, or only a time or a name waits for the words."""
        if _TOTAL.fullmatch(ordinal.strip()):
            return True
        said = [v for c, v in values.items() if c in self.saying and c not in self._kinds()]
        if not any(Column.PROJECT in k for k in self.header.kinds):
            said = list(values.values())
        if not said or all(is_blank(half_width(v.text)) or is_noise(half_width(v.text)) for v in said):
            return True
        return _TOTAL.fullmatch(said[0].text.strip()) is not None

    def _columns(self, values: dict[int, Passage]) -> dict[str, tuple[Span, ...]]:
        found: dict[str, list[Span]] = {}
        at = 0
        for col, value in values.items():
            for kind in self.header.kinds[col]:
                if kind in ELEMENTS:
                    found.setdefault(kind.value, []).append(Span(at, at + len(value)))
            at += len(value) + 1
        times = self.header.columns(Column.DEADLINE)
        if times and Column.DEADLINE.value not in found:
            found[Column.DEADLINE.value] = [Span(at - 1, at - 1)]  # the place is printed and nothing is written there
        return {name: tuple(spans) for name, spans in found.items()}


def _lists(found: Reading, strict: bool, least: int = 2) -> bool:
    """Whether a cell's text is a list of promises, `least` of them at least; a strict one has nothing before its first number."""
    numbered = sum(1 for d in found.drafts if d.ordinal)
    return numbered >= least and not (strict and (numbered < len(found.drafts) or found.preambles or any(len(d.passage) < _PROMISE for d in found.drafts)))


def _times(time: Passage | None, drafts: Sequence[Draft]) -> list[Passage | None]:
    """The time of each promise of a list: its own where the time's cell has as many lines."""
    lines = [line for line in time.lines() if line.text.strip()] if time is not None else []
    return list(lines) if len(lines) == len(drafts) > 1 else [time] * len(drafts)


def _typed(passage: Passage) -> tuple[str, Passage]:
    """An ordinal typed into the cell itself, and the rest."""
    text = half_width(passage.text)
    ordinal = next((o for o in candidates(text, 0, passage.text) if not o.weak), None)
    if ordinal is None or ordinal.end >= len(text):
        return "", passage
    return ordinal.printed, passage.slice(ordinal.end)
