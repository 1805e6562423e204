"""Which year a form is of, and which of the notice's days hold for it."""

from __future__ import annotations

from datetime import date

from extractors.model import Form, FormKind
from extractors.years import title_years
from rules.facts import FormFacts
from rules.packs import Pack


def signing_clashes(form: Form) -> bool:
    """Whether the day of signing cannot belong to the title's years."""
    years, day = title_years(form.title.text), form.signing.date.day
    return years is not None and day is not None and not within(day, years.first, years.last)


def within(day: date, first: int, last: int) -> bool:
    """Whether a form of those years may have been signed on that day. In the last quarter before them and the first two
    months after them, too: forms are written early, and late."""
    return date(first - 1, 10, 1) <= day < date(last + 1, 3, 1)


def counted_year(form: Form, pack: Pack) -> int | None:
    """The year that a form counts for: its own; where the title has another than the notice asks for and cannot go with the day of
    signing, which does (last year's file filled in anew), that of the signature."""
    day, wanted = form.signing.date.day, pack.rule("F08").params.get("notice_years", ())
    if day and day.year in wanted and form.year not in wanted and signing_clashes(form):
        return day.year
    return form.year


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
    years, wanted = title_years(facts.form.title.text), pack.rule("F08").params.get("notice_years", ())
    if years is None:
        return pack.last_day(facts.form.year)
    return pack.last_day(next((year for year in wanted if year in years), years.first))
