"""The parts of a segment → a Form, or more of the form before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.approvals import approval_of, in_year, with_day
from extractors.forms.days import Days, days
from extractors.forms.fields import form_fields
from extractors.forms.parts import Parts
from extractors.forms.people import Promiser, promiser, speaks_alone
from extractors.forms.segment import ReadTable, Segment
from extractors.forms.signed_fields import add_signed_fields
from extractors.forms.signing import day_of_year, signer_line, signing, year_of
from extractors.forms.templates import FREE, choose
from extractors.forms.text import label_key, squeeze
from extractors.forms.titles import is_generic, org_name
from extractors.forms.years import form_year
from extractors.model import Form, FormField, FormKind


def assemble(segment: Segment, parts: Parts, index: int) -> Form:
    """The form of a segment."""
    title = segment.title or parts.title
    who = _promiser(segment, parts, title.text)
    telling = parts.fields if len(parts.fields) > 1 or parts.promised else []
    template = choose({f.key: label_key(f.label) for f in telling}, who.kind)
    kind = template.kind if who.kind is FormKind.UNKNOWN and template.id != FREE else who.kind
    fields = form_fields(parts, kind)
    told = _days(segment, parts, kind, who.person)
    year = form_year(parts, title.text) or _year_of(told)
    signed = told.signed if told.signed.state != "none" else day_of_year(parts.signs, year)
    return Form(
        kind=kind, template=template.id, index=index, title=title, year=year, fields=fields, body=tuple(parts.body),
        signing=signing(parts.signs, signed, kind, who.person), approval=in_year(with_day(approval_of(parts), told), year), unit=_unit(who.unit, fields), person=who.person,
        continued=segment.continuation, unread=(*segment.page, *parts.subtitles, *parts.unread),
    )


def _year_of(told: Days) -> int | None:
    """The year of the signature, else that of the approval."""
    return next((day.day.year for day in (told.signed, told.approved) if day is not None and day.day is not None), None)


def _promiser(segment: Segment, parts: Parts, title: str) -> Promiser:
    """Whoever promises; where nothing else names an organisation, the one right over the title does."""
    house = org_name(segment.page[-1].text) if segment.page else ""
    if house and squeeze(title).startswith("关于") and not speaks_alone(parts):
        return promiser(parts, house + title)  # a letterhead, and what it writes about
    who = promiser(parts, title)
    if who.unit or who.person or who.kind not in (FormKind.UNKNOWN, FormKind.ORG) or any(f.key in _NAMES for f in parts.fields):
        return who
    return promiser(parts, house + title) if house else who


_NAMES = frozenset(("name", "org_name", "unit", "branch"))
"""The fields that say whose form it is."""


def _days(segment: Segment, parts: Parts, kind: FormKind, person: str) -> Days:
    return days([c.table if isinstance(c, ReadTable) else c for c in segment.content], parts.body, kind, person)


def _unit(named: str, fields: Sequence[FormField]) -> str:
    """The organisation: one that only a sentence names stands in where nothing else does, and one that a secretary's office names."""
    printed = named or next((f.value for f in fields if f.key in ("org_name", "branch") and f.value), "")
    office = next((org_name(f.value.removesuffix("书记")) for f in fields if f.key == "post" and f.value), "") if not printed else ""
    return printed or ("" if is_generic(office) else office)


def continues(segment: Segment, parts: Parts, before: Form | None) -> bool:
    """Whether a segment goes on with the form before it: a 续页, or promises under a repeated title without anybody's fields."""
    if before is None or parts.fields or segment.again:
        return False
    if segment.continuation:
        return True
    same = squeeze(segment.title.text) == squeeze(before.title.text) and bool(segment.title)
    unsigned = before.signing.date.state in ("none", "blank") and not before.signing.signer
    return (same and unsigned) or (not segment.title and parts.promised)


def append(form: Form, segment: Segment, parts: Parts) -> Form:
    """The form with a continuation sheet behind it."""
    told = _days(segment, parts, form.kind, form.person)
    signs = signing(parts.signs, told.signed, form.kind, form.person)
    better = signs if signs.date.day is not None or (signer_line(parts.signs) and not form.signing.signer) else form.signing
    approval = form.approval if form.approval.printed else with_day(approval_of(parts), told)
    add_signed_fields(parts, form.kind)
    more = tuple(f for f in parts.fields if not any(o.key == f.key for o in form.fields))
    return replace(
        form, fields=form.fields + more, body=form.body + tuple(parts.body), signing=better, approval=approval, continued=True,
        year=form.year or year_of(parts.signs), unread=form.unread + tuple(parts.unread),
    )


def put_aside(form: Form, segment: Segment, parts: Parts) -> Form:
    """The form with a sheet behind it that promises nothing new: its words are kept as unread."""
    for block in parts.body:
        parts.keep_block(block)
    return replace(form, unread=(*form.unread, segment.title, *parts.unread))
