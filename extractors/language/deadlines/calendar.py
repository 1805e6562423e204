"""Days of the calendar as seen from the day of writing: which year a month without one belongs to, when a feast falls."""

from __future__ import annotations

import calendar as civil
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache

from extractors.language.deadlines.lexicon import FestivalDay
from extractors.lunar import lunar_day
from extractors.model import NamedEvent

# A day this long past cannot have been meant by somebody who promises something; the next such day is.
_LONG_PAST = timedelta(days=100)
_SPRING_TERM_END, _AUTUMN_TERM_END = (7, 10), (1, 20)
# New-year feasts of the lunar calendar stand alone in their solar year, but 小年 and 腊八 belong to the lunar year before.
_LAST_LUNAR_MONTH = 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """`year` frames dates without one, `reference` is the day of writing; `framed` tells that a title or preamble
    names the year, so that days before the reference stay in it. `period` bounds what the notice covers; `until` is the last
    year of a title that names several."""

    year: int | None = None
    reference: date | None = None
    framed: bool = False
    period: tuple[date, date] | None = None
    until: int | None = None
    events: tuple[NamedEvent, ...] = ()
    called: tuple[str, ...] = field(init=False, compare=False)
    """The events as they are called without 党的 before them: every promise is searched for them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "called", tuple([event.name.removeprefix("党的") for event in self.events]))

    def __hash__(self) -> int:
        """Two of the fields tell calendars apart well enough; hashing the events takes longer than a lookup is worth."""
        return hash((self.year, self.reference))

    @property
    def this_year(self) -> int | None:
        """The year that 今年 and 年底 mean."""
        return self.year or (self.reference.year if self.reference else None)

    def year_of(self, month: int, day: int) -> int | None:
        """The year of a month and day that stand without one; a day not in the calendar takes the year's frame."""
        year = self.this_year
        if year is None or not 1 <= month <= 12:
            return year
        last = min(day, month_length(year, month))
        meant, framed = date(year, month, last), self.framed
        if self.period and not self._covered(meant):
            covered = next((y for y in (year + 1, year - 1) if self._covered(date(y, month, min(last, 28)))), None)
            if covered is not None:
                return covered
            framed = framed and self.period[0].year == self.period[1].year
        past = self.reference - meant if self.reference else timedelta()
        if self.until and year < self.until and past > timedelta():
            return year + 1
        return year + 1 if not framed and past > _LONG_PAST else year

    def festival(self, feast: FestivalDay, year: int | None) -> date | None:
        """The feast of that year; without a year the next one after the day of writing."""
        if year is not None:
            return festival_day(feast, year)
        if self.reference is None:
            return festival_day(feast, self.year) if self.year else None
        days = (festival_day(feast, self.reference.year + n) for n in (-1, 0, 1, 2))
        return next((d for d in days if d >= self.reference), None)

    def term_end(self, ahead: int) -> date | None:
        """The last day of the current term (`ahead` 0), the next (1) or the one before (-1)."""
        if self.reference is None:
            return None
        ends = sorted(
            date(self.reference.year + n, *end)
            for n in range(-2, 4)
            for end in (_SPRING_TERM_END, _AUTUMN_TERM_END)
        )
        current = next(i for i, end in enumerate(ends) if end >= self.reference)
        return ends[current + ahead]

    def _covered(self, day: date) -> bool:
        return self.period is not None and self.period[0] <= day <= self.period[1]


@lru_cache(maxsize=512)
def festival_day(feast: FestivalDay, year: int) -> date:
    """The solar day on which a feast falls in the solar year `year`."""
    match feast.rule:
        case "solar":
            return date(year, feast.month, feast.day)
        case "weekday":
            return _nth_weekday(year, feast)
        case "term":
            return _solar_term(year, feast.name)
        case "eve":
            return lunar_day(year, 1, 1) - timedelta(days=1)
        case _:
            # The twelfth lunar month reaches into the next solar year.
            return lunar_day(year - (feast.month == _LAST_LUNAR_MONTH), feast.month, feast.day)


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    return civil.monthrange(year, month)[1]


def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, month_length(year, month))


def add_months(day: date, months: int) -> date:
    """The same day some months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def _nth_weekday(year: int, feast: FestivalDay) -> date:
    first = date(year, feast.month, 1)
    return first + timedelta(days=(feast.weekday - first.isoweekday()) % 7 + 7 * (feast.day - 1))


@cache
def _solar_term(year: int, name: str) -> date:
    from lunar_python import Solar

    # The table of a mid-year day covers the solar terms from the winter solstice before to the one after.
    table = Solar.fromYmd(year, 7, 1).getLunar().getJieQiTable()
    solar = table["DONG_ZHI" if name == "冬至" else name]
    return date(solar.getYear(), solar.getMonth(), solar.getDay())
