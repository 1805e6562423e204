"""Which year a form is of, and which of the notice's days hold for it."""

from __future__ import annotations

from datetime import date

from extractors.model import Form, FormKind
from extractors.years import title_years
from rules.facts import FormFacts
from rules.packs import Pack


def signing_clashes(form: Form) -> bool:
    """Whether the day of signing cannot belong to the title's years. The last quarter before them and the first two
    months after them can: forms are written early, and late."""
    years, day = title_years(form.title.text), form.signing.date.day
    if years is None or day is None:
        return False
    return not date(years.first - 1, 10, 1) <= day < date(years.last + 1, 3, 1)


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
    """The last day for handing this form in. One that bears another year than the notice asks for, which F08 says, came in
    this round all the same: the notice's latest day holds for it."""
    years, wanted = title_years(facts.form.title.text), pack.rule("F08").params.get("notice_years", ())
    if not years or not wanted or any(year in years for year in wanted):
        return hand_in(facts, pack)
    days = [day for day in (pack.calendar.hand_in, *pack.calendar.hand_in_by_year.values()) if day]
    return max(days, default=None)
