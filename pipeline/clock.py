"""The office's clock, in one place: tests of a whole year set it."""

from __future__ import annotations

from datetime import date, datetime


def now() -> datetime:
    """This moment, local time."""
    return datetime.now()


def today() -> date:
    """The day of `now`."""
    return now().date()
