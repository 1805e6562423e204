"""Days of the lunar calendar, by the tables of the library."""

from __future__ import annotations

from datetime import date
from functools import cache


@cache
def lunar_day(year: int, month: int, day: int) -> date:
    """The civil day of a day of the lunar calendar; a leap month is negative. Raises what the library raises (a bare Exception)
    for a day that the month does not have."""
    # 75 ms to import: only for forms that name such a day.
    from lunar_python import Lunar

    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())
