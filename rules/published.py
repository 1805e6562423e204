"""Where a form's text will be published, and hits at the private data in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from extractors.model import Passage, Span
from extractors.model.document import paragraphs
from rules.facts import FormFacts
from rules.model import Hit
from rules.private import LONG, has_long, masked

Finder = Callable[[str], Iterator[Span]]


def hits(facts: FormFacts, finder: Finder, *, fields: bool = False, variant: str = "") -> Iterator[Hit]:
    """A hit for each place that `finder` finds in the promises, and in the fields where `fields`."""
    for index, item in enumerate(facts.items):
        for span in finder(item.text):
            text = item.text[span.start : span.end]
            values = (("masked", masked(text)), ("label", ""))
            yield Hit(item.passage.anchor(*span), text, item=index, variant=variant, values=values)
    for found in facts.form.fields if fields else ():
        for span in finder(found.passage.text):
            text = found.passage.text[span.start : span.end]
            values = (("masked", masked(text)), ("label", found.label))
            yield Hit(found.passage.anchor(*span), text, field=found.key, variant=variant, values=values)


_asked: list[Any] = [None, ""]
"""The form that was asked about last, and all its text but that of its fields."""


def prose(facts: FormFacts) -> str:
    """All text of the form but that of its fields, in which a telephone is due. Nearly no form has anything private there: one
    look at everything spares many at its parts."""
    if _asked[0] is not facts:
        texts = [p.text for p in (*running_text(facts), *margins(facts))]
        _asked[:] = facts, "\n".join([*texts, *(item.text for item in facts.items)])
    text: str = _asked[1]
    return text


def everything(facts: FormFacts) -> str:
    """All text of the form, that of its fields first."""
    return "\n".join([*(f.passage.text for f in facts.form.fields), prose(facts)])


def may_hold_numbers(facts: FormFacts) -> bool:
    """Whether a number as long as those that are private stands anywhere in the form."""
    return has_long(prose(facts)) or any(has_long(f.passage.text) for f in facts.form.fields if len(f.passage.text) >= LONG)


def running_text(facts: FormFacts) -> list[Passage]:
    """Title and body: the promises themselves, and what stands before, between and behind them."""
    return [facts.form.title, *(p.passage for p in paragraphs(facts.form.body))]


def margins(facts: FormFacts) -> list[Passage]:
    """What is printed beside title, fields and promises: signature, opinion, notes."""
    return [facts.form.signing.passage, facts.form.approval.passage, *facts.form.unread]


def text_hits(facts: FormFacts, finder: Finder, passages: Sequence[Passage], *, variant: str = "") -> Iterator[Hit]:
    """A hit for each place in `passages` that is not told of at a promise or a field already."""
    told = {hit.anchor for hit in hits(facts, finder, fields=True)}
    for passage in passages:
        for span in finder(passage.text):
            anchor = passage.anchor(*span)
            if not anchor or anchor not in told:
                told.add(anchor)
                text = passage.text[span.start : span.end]
                yield Hit(anchor, text, variant=variant, values=(("masked", masked(text)), ("label", "")))
