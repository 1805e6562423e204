"""Tables that are only a layout: a heading beside its promises, or a frame around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.counting import counts_promise, is_number
from extractors.items.blanks import is_noise
from extractors.items.clauses import acts, has_time
from extractors.items.columns import Column, kinds_of
from extractors.items.drafts import Draft, Reading
from extractors.items.elements import labelled_cells
from extractors.items.grids import Grid, grid_of
from extractors.items.headings import names_time, pure_label
from extractors.items.ordinals import half_width
from extractors.model import Block, Cell, Passage, Span, Table

_LONGEST_HEADING = 24
_LIST_COLUMNS = 3
_WHEN = 10
"""A cell that only says when has so many letters at most."""
_ALWAYS = re.compile("(?:全年|常年|长期|随时|年[底末内]|每[日天周月季年])(?:坚持|[一二两三四1-4]次)?")
_BARE = re.compile("[上下]半?[年旬月]|[上下]学期")
"""Words of time that hold a letter of something done."""


def read(table: Table, headings: tuple[Passage, ...], body: Callable[[Sequence[Block]], Reading]) -> Reading:
    """The promises of the cells, each cell read by `body` as a text of its own."""
    grid = grid_of(table)
    if (own := labelled_cells(table, grid, headings)) is not None:
        return own
    reading = Reading()
    tops = _tops(grid)
    if not tops and _people(grid):
        for row in range(len(grid.at)):
            said = (c.passage.strip() for c in grid.cells(row))
            reading.drafts.append(Draft(Passage.join(p for p in said if p.text), "", headings))
        return reading
    named = _over_persons(grid)
    for row in range(1 if tops or named else 0, len(grid.at)):
        cells = [c for c in grid.cells(row) if c.row == row and c.text.strip()]
        over = headings
        if 0 not in tops and (_headed(grid, row, named) or (tops and len(cells) > 1)):
            first = grid.at[row][0]
            cells = [c for c in cells if c is not first]
            over = (*headings, first.passage.strip()) if first is not None else headings
        if len(cells) == 2 and not tops and _times(cells[1]) and not _times(cells[0]):
            reading.drafts.append(_timed(cells[0], cells[1], over))
            continue
        for cell in cells:
            _cell(cell, over if cell.col not in tops else (*over, tops[cell.col]), reading, body)
    return reading


def _people(grid: Grid) -> bool:
    """Whether the table is a list of people without a header: a name, what he is, what he promises."""
    rows = [grid.cells(r) for r in range(len(grid.at))]
    if grid.width < _LIST_COLUMNS or len(rows) < 2 or any(len(cells) != grid.width or any("\n" in c.text.strip() for c in cells) for cells in rows):
        return False
    names = ["".join(cells[0].text.split()) for cells in rows]
    if len(set(names)) < len(names) or not all(map(_NAME.fullmatch, names)) or any(map(pure_label, names)):
        return False
    most = max(range(1, grid.width), key=lambda col: sum(len(cells[col].text) for cells in rows))
    return all(len(cells[most].text.strip()) > len(cells[0].text.strip()) for cells in rows) and not any(kinds_of(c.text) for c in rows[0])


def _times(cell: Cell) -> bool:
    """Whether a cell says nothing but when."""
    text = half_width("".join(cell.text.split()))
    return 0 < len(text) <= _WHEN and (_ALWAYS.fullmatch(text) is not None or (has_time(text) and not acts(_BARE.sub("", text))))


def _timed(said: Cell, when: Cell, headings: tuple[Passage, ...]) -> Draft:
    """A promise beside its time, in a table that names no columns."""
    words, time = said.passage.strip(), when.passage.strip()
    spans: dict[str, tuple[Span, ...]] = {Column.PROJECT.value: (Span(0, len(words)),), Column.DEADLINE.value: (Span(len(words) + 1, len(words) + 1 + len(time)),)}
    return Draft(Passage.join((words, time)), "", headings, spans)


def _numbers(text: str) -> bool:
    """Whether a cell only counts the promise beside or below it."""
    return is_number(text) or counts_promise(text)


_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")


def lists_names(table: Table) -> bool:
    """Whether the cells hold nothing but names of people, as those of many who sign one promise."""
    said: list[str] = []
    for cell in table.cells:
        words = "".join(cell.text.split())
        if words and not _NAME.fullmatch(words):
            return False
        if words:
            said.append(words)
    return len(said) > 3 and not any(map(pure_label, said))


def _tops(grid: Grid) -> dict[int, Passage]:
    """The names over columns of promises (一季度 | 二季度, 承诺一 | 承诺二), by the column; none where the first row has others."""
    if len(grid.at) < 2 or grid.width < 2:
        return {}
    heads = grid.cells(0)
    named = [c for c in heads if _names_column(c)]
    if len(named) < 2 or len(named) < len([c for c in heads[1:] if c.text.strip()]) or heads[-1].rows > 1:
        return {}
    return {c.col: c.passage.strip() for c in named}


def _over_persons(grid: Grid) -> bool:
    """Whether the first row is the header of a list of promisers or themes and their words (党员 | 承诺语, 内容 | 我的承诺)."""
    first = grid.cells(0) if grid.width == 2 and len(grid.at) > 1 else []
    if len(first) != 2 or Column.PROJECT not in kinds_of(first[1].text):
        return False
    return _PERSONS.fullmatch("".join(first[0].text.split())) is not None or (Column.PROJECT in kinds_of(first[0].text) and len(grid.at) > _LIST_COLUMNS)


_PERSONS = re.compile("党员|(?:党员)?(?:姓名|岗位)|承诺(?:人|党员|支部)|(?:党?支部|党组织|单位)(?:名称)?")


def _names_column(cell: Cell) -> bool:
    text = "".join(half_width(cell.text).split())
    return 0 < len(text) <= _LONGEST_HEADING and (names_time(text) or pure_label(text) or counts_promise(text))


def _headed(grid: Grid, row: int, named: bool) -> bool:
    """Whether the row's first cell heads the one beside it; an organisation's name does where the column is `named` so."""
    first, beside = (grid.at[row][0], grid.at[row][-1]) if grid.width > 1 else (None, None)
    if first is None or beside is None or first is beside or not beside.text.strip():
        return False
    text = "".join(half_width(first.text).split())
    return 0 < len(text) <= _LONGEST_HEADING and len(text) < max(8, len(beside.text)) and (named or not is_noise(text))


def _cell(cell: Cell, headings: tuple[Passage, ...], reading: Reading, body: Callable[[Sequence[Block]], Reading]) -> None:
    found = body(cell.blocks)
    if headings and _numbers(headings[-1].text):
        if len(found.drafts) == 1 and not found.drafts[0].ordinal:
            found.drafts[0].ordinal = headings[-1].text
        headings = headings[:-1]
    for draft in found.drafts:
        draft.headings = (*headings, *draft.headings)
    reading.drafts.extend(found.drafts)
    reading.preambles.extend(found.preambles)
    reading.closings.extend(found.closings)
