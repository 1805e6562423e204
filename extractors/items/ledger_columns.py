"""What the columns of a ledger are for: which counts the rows, which holds the promises, which head them, which stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extractors.counting import counts_promise
from extractors.items import letters
from extractors.items.clauses import complete
from extractors.items.columns import ELEMENTS, Column
from extractors.items.grids import Grid, Header
from extractors.items.headings import names_dimension, names_set, pure_label
from extractors.items.labels import is_label
from extractors.items.ordinals import half_width
from extractors.model import Cell

SHARED = frozenset((Column.DEADLINE, Column.RESPONSIBLE))
"""What one cell may say for several promises: when they are done, and by whom."""
_HEADS_NOTHING = frozenset(ELEMENTS) - {Column.PROJECT}
_BESIDE = SHARED | {Column.OTHER}
_NAMED = r"第?{0}[条项件][、：:，,\s]|第{0}[，,、：:]|(?:承诺|事项|项目|任务|实事){0}[、：:.．\s]"
NUMBERED = re.compile(rf"(?:^|[。；;\s])(?:[（(]?\d{{1,2}}[）)、.．]|[①-⑳]|[（(]?[一二三四五六七八九十][）)、是]|{_NAMED.format('[一二三四五六七八九十]')})|(?:^|\n)[●◆■★▲○◇※➢]", re.MULTILINE)
"""The number of a promise in a cell that lists several."""
_FIRST = re.compile(rf"\s*(?:[（(]?1[）)、.．]|①|⑴|⒈|㈠|[（(]?一[）)、是]|{_NAMED.format('[一1]')}|[●◆■★▲○◇※➢])")


class LedgerColumns:
    """The columns of a ledger by their header and by what stands in them.

    `number` counts the rows and `project` holds the promises (None where none does); `groups` head rows, `results` tell what
    became of promises, `elements` hold parts of a promise, `shared` no more than its time or its name, `saying` more than these.
    `beside` tells that nothing but names of kinds stands beside the promises, `anew` that each cell of them is a list of its own, `by_line` that several of
    them have a promise on each line."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self.grid, self.header = grid, header
        self.below = header.first + header.rows
        self.number = next(iter(header.columns(Column.NUMBER)), None)
        if self.number is None:
            self.number = self._counting()
        self.project = self._promising()
        self.beside = self._only_names()
        self.groups = self._group_columns()
        self.anew = self._begins_anew()
        self.by_line = self._lists_by_line()
        self.results = frozenset(header.columns(Column.RESULT)) - {self.project}
        kinds = [frozenset(k) for k in header.kinds]
        self.elements = frozenset(c for c, k in enumerate(kinds) if not k.isdisjoint(ELEMENTS))
        self.shared = frozenset(c for c, k in enumerate(kinds) if k <= SHARED)
        self.saying = frozenset(c for c, k in enumerate(kinds) if not k <= _BESIDE)

    def head(self, groups: Iterable[int]) -> None:
        """Let these columns head the rows, whatever their cells look like."""
        self.groups = set(groups)

    def kinds(self) -> list[int]:
        """Columns that name the kind of promise row by row: they stay in the row's text and head it as well."""
        return [c for c in self.header.columns(Column.GROUP) if c not in self.groups]

    def cells(self, col: int) -> list[Cell]:
        """The cells of a column from the first row on, one that stands beside several rows once for each."""
        return [c for row in self.grid.at if (c := row[col]) is not None]

    def _promising(self) -> int | None:
        """The column of the promises: the first that is called so, unless its cells stand over several rows of the next one called so."""
        found = [c for c in self.header.columns(Column.PROJECT) if c != self.number]
        found = [c for c in found if not self._only_heads(c, alone=len(found) == 1)]
        if len(found) > 1 and self._spans(found[0]) and not self._spans(found[1]):
            return found[1]
        return next(iter(found), None)

    def _spans(self, col: int) -> bool:
        """Whether a cell of the column stands beside several rows."""
        column = [row[col] for row in self.grid.at[self.below :]]
        return any(a is not None and a is b for a, b in pairwise(column))

    def _counting(self) -> int | None:
        """The column that only names the rows (实事一, 实事二 …)."""
        for col in range(min(2, self.grid.width)):
            rows = range(self.below, len(self.grid.at))
            named = [c.text.strip() for r in rows if (c := self.grid.at[r][col]) is not None]
            if len(named) > 1 and all(map(counts_promise, named)):
                return col
        return None

    def _group_columns(self) -> set[int]:
        """Columns left of the project whose cells head rows; without a project those that are nothing but names."""
        if self.project is None:
            return {c for c in range(self.grid.width) if c != self.number and self._only_heads(c, alone=True)}
        return {c for c in range(self.project) if c != self.number and self._heads(c)}

    def _heads(self, col: int) -> bool:
        """Whether the cells of a column left of the project head rows: they span several, or are names of the set or of kinds."""
        kinds = set(self.header.kinds[col])
        if self._names_dimensions(col) or (self.beside and Column.GROUP in kinds) or (not kinds & _HEADS_NOTHING and self._spans(col)):
            return True
        return Column.PROJECT in kinds and self._only_heads(col, alone=False)

    def _names_dimensions(self, col: int) -> bool:
        """Whether the column is that of the notice's set (五个好, 五带头), by its header or by its cells: each row stands under its own."""
        cell = self.grid.at[self.header.first][col] if self.header.rows else None
        if cell is not None and names_set(cell.text):
            return True
        below = [c.text for row in self.grid.at[self.below :] if (c := row[col]) is not None and c.text.strip()]
        return len(below) > 1 and all(names_dimension(half_width(text)) for text in below)

    def _only_heads(self, col: int, alone: bool) -> bool:
        """Whether the cells of a column called 事项 or 内容 are names of the notice's set, or where another column says what is promised,
        of kinds (学习方面): they head their rows."""
        below = [half_width(c.text.strip()) for row in self.grid.at[self.below :] if (c := row[col]) is not None and c.text.strip()]
        return len(below) > 1 and (all(map(names_dimension, below)) or (not alone and all(map(pure_label, below))))

    def _begins_anew(self) -> bool:
        """Whether each cell of promises is a list that begins with its own first number, some of them with a second."""
        if self.project is None or self.number is not None:
            return False
        said = [c.text for row in self.grid.at[self.below :] if (c := row[self.project]) is not None and c.text.strip()]
        counts = [len(NUMBERED.findall(text)) for text in said]
        return len(said) > 1 and max(counts) > 1 and all(_FIRST.match(text) for text in said)

    def _lists_by_line(self) -> bool:
        """Whether no column counts the rows, kinds stand before them, and several cells hold whole sentences line by line."""
        if self.project is None or self.number is not None or not self.groups:
            return False
        said = [[line.strip() for line in cell.text.split("\n") if line.strip()] for cell in self.cells(self.project)[self.below :]]
        lists = [lines for lines in said if len(lines) > 1]
        return len(lists) > 1 and all(complete(line) and not is_label(line) and not letters.SAYS_MORE.match(line) for lines in lists for line in lines)

    def _only_names(self) -> bool:
        """Whether nothing but the name of a kind stands beside the promises (类别 | 承诺内容): each cell is a text under its name."""
        kinds = {kind for found in self.header.kinds for kind in found}
        return self.number is None and self.header.rows > 0 and kinds == {Column.GROUP, Column.PROJECT}
