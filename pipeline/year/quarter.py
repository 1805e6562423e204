"""A quarter: 2012Q1, 2012年第一季度."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from pipeline.year.office import YearError

_WRITTEN = re.compile(r"(20\d\d)\s*(?:[Qq]\s*([1-4])|年?第?([一二三四1-4])季度?)")
_NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """The `n`-th quarter (1 to 4) of a year."""

    year: int
    n: int

    @classmethod
    def of(cls, text: str) -> Self:
        """From 2012Q1, 2012年第一季度, 2012年1季度. Raises YearError."""
        found = _WRITTEN.fullmatch(text.strip())
        if not found:
            raise YearError(f"“{text}”不是季度，请写成 2012Q1 的样子（2012年第一季度）。")
        said = found[2] or found[3]
        return cls(int(found[1]), int(said) if said.isdigit() else _NUMERALS.index(said) + 1)

    @property
    def start(self) -> date:
        return date(self.year, 3 * self.n - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return self.after.start - timedelta(days=1)

    @property
    def after(self) -> Quarter:
        return Quarter(self.year + self.n // 4, self.n % 4 + 1)

    @property
    def before(self) -> Quarter:
        return Quarter(self.year - (self.n == 1), 4 if self.n == 1 else self.n - 1)

    @property
    def words(self) -> str:
        """2012年第一季度."""
        return f"{self.year}年第{_NUMERALS[self.n - 1]}季度"

    @property
    def short(self) -> str:
        """一季度, where the year is said above."""
        return f"{_NUMERALS[self.n - 1]}季度"

    def __str__(self) -> str:
        return f"{self.year}Q{self.n}"
