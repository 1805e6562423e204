"""Which year a form is of, and which of the notice's days hold for it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from extractors.model import Form, FormKind
from rules.facts import FormFacts
from rules.packs import Pack

_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d|[二一][〇○零Ｏ0九][〇○零一二三四五六七八九0][〇○零一二三四五六七八九0])\s*年")
_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")


def title_year(form: Form) -> int | None:
    """The year that the title prints, None where it prints none."""
    return _year_in(form.title.text)


@lru_cache(maxsize=256)
def _year_in(text: str) -> int | None:
    found = _YEAR.search(text)
    if not found:
        return None
    digits = found[1].translate(_DIGITS)
    return int(digits) if digits.isdecimal() else None


def signing_clashes(form: Form) -> bool:
    """Whether the day of signing cannot belong to the title's year."""
    year, day = title_year(form), form.signing.date.day
    return year is not None and day is not None and not within(day, year)


def within(day: date, year: int) -> bool:
    """Whether a form of that year may have been signed on that day. In the last quarter before it and the first two
    months after it, too: forms are written early, and late."""
    return date(year - 1, 10, 1) <= day < date(year + 1, 3, 1)


def hand_in(facts: FormFacts, pack: Pack) -> date | None:
    """The last day for this form; None for a form of another year than the notice speaks of."""
    return pack.hand_in(facts.form.year)


def due_here(facts: FormFacts) -> bool:
    """Whether the roster expects the form at this office; True where it says nothing."""
    owner = facts.person or facts.unit
    return owner is None or (owner.due_here and not owner.exempt)


def owner_known(facts: FormFacts) -> bool:
    """Whether the roster tells whose form it is: of a member's form the person, else the unit or the person."""
    return facts.person is not None or (facts.unit is not None and facts.form.kind is not FormKind.MEMBER)


def last_day(facts: FormFacts, pack: Pack) -> date | None:
    """The last day for handing this form in, also where it is of another year than the notice asks for, which F08 says."""
    return pack.last_day(title_year(facts.form) or facts.form.year)
