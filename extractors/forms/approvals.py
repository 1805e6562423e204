"""The superior's opinion of a form with its day; those of others are kept as unread text."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.forms.days import Days
from extractors.forms.endings import all_sign_lines
from extractors.forms.parts import Opinion, Parts
from extractors.forms.signing import without_day, yearless_day
from extractors.forms.text import label_key
from extractors.forms.vocabulary import vocabulary
from extractors.model import Approval, Paragraph, Passage, Presence, PrintedDate
from extractors.model.document import paragraphs


def approval_of(parts: Parts) -> Approval:
    """The superior's opinion; those of others are kept as unread text."""
    if not parts.opinions:
        return Approval()
    best = max(range(len(parts.opinions)), key=lambda i: (_height(parts.opinions[i]), i))
    for i, other in enumerate(parts.opinions):
        if i != best:
            parts.keep(Passage.join([Passage(other.label), *(p.passage for p in paragraphs(other.blocks))]))
    return _opinion(parts.opinions[best])


def _height(opinion: Opinion) -> int:
    """How high an opinion's author stands: a superior committee, the Party organisation, anybody below it."""
    key = label_key(opinion.label)
    return 2 if vocabulary().superior.search(key) else 1 if "支部" in key or "党组织" in key else 0


def with_day(approval: Approval, told: Days) -> Approval:
    """The approval with the highest superior's day."""
    return approval if told.approved is None else replace(approval, date=told.approved, printed=True)


def in_year(approval: Approval, year: int | None) -> Approval:
    """The approval with the day that it prints without a year, in the form's year."""
    if not approval.printed or approval.date.state != "none":
        return approval
    found = (yearless_day(line, year) for line in reversed(list(approval.passage.lines())))
    day = next((day for day in found if day.day is not None), None)
    return approval if day is None else replace(approval, opinion=without_day(approval.opinion), date=day)


def _opinion(place: Opinion) -> Approval:
    place = _unlabelled(place)
    ending = all_sign_lines(place.blocks)
    text = "\n".join(p.text.strip() for p in paragraphs(ending.blocks) if p.text.strip())
    passage = Passage.join(p.passage for p in paragraphs(place.blocks))
    return Approval(text, Presence.UNKNOWN, PrintedDate(), passage, True)


def _unlabelled(place: Opinion) -> Opinion:
    """Without the label at the head of its own cell."""
    first = place.blocks[0] if place.blocks else None
    if not isinstance(first, Paragraph):
        return place
    line = next(first.passage.lines(), Passage())
    printed = re.split("[：:]", line.text, maxsplit=1)[0]
    if label_key(printed) != place.label:
        return place
    behind = first.passage.slice(min(len(printed) + 1, len(line.text))).strip()
    rest = place.blocks[1:]
    return replace(place, blocks=(replace(first, passage=behind), *rest) if behind.text else rest)
