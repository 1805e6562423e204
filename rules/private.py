"""Finding private data in texts that will be published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from extractors.model import Passage, Span
from extractors.model.document import paragraphs
from rules.facts import FormFacts
from rules.model import Hit
from rules.values import MOBILE

_IDENTITY = re.compile(r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])")
_LONG = re.compile(r"\d{11}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_DOOR = r"\d+(?:号|栋|幢|座|单元|室|弄|组|队)"
_HOME = re.compile(
    r"(?:家庭住址|家庭地址|住址)(?:[:：]|[为是在])\s*[^，。；;\n]{4,40}"
    rf"|(?:家住|现住)[:：]?[^，。；;\n]{{0,30}}?{_DOOR}(?:[^，。；;\s\d]{{0,3}}{_DOOR})*"
    r"|[^，。；;\s]{2,20}\d+[号栋幢座]楼?[^，。；;\s]{0,4}\d+单元\d+[室号]?"
)
_HOME_WORDS = ("单元", "住址", "家住", "现住", "家庭地址")  # each reading of _HOME has one of them
_SHOWN_FIRST, _SHOWN_LAST = 3, 2

Finder = Callable[[str], Iterator[Span]]


def identity_numbers(text: str) -> Iterator[Span]:
    """Eighteen-digit identity numbers whose check digit (GB 11643) is right."""
    for match in _IDENTITY.finditer(text) if _has_long(text) else ():
        total = sum(int(digit) * weight for digit, weight in zip(match[0][:17], _WEIGHTS, strict=True))
        if _CHECK_DIGITS[total % 11] == match[0][17].upper():
            yield Span(*match.span())


def mobiles(text: str) -> Iterator[Span]:
    """Mobile numbers. Office lines are public by nature."""
    for match in MOBILE.finditer(text) if _has_long(text) else ():
        yield Span(*match.span())


def homes(text: str) -> Iterator[Span]:
    """Words that give somebody's home: a label with an address, or building, unit and door."""
    for match in _HOME.finditer(text) if any(word in text for word in _HOME_WORDS) else ():
        yield Span(*match.span())


@lru_cache(maxsize=8)
def _has_long(text: str) -> bool:
    """Whether there is a number as long as those that are private; several rules ask it of the same text."""
    return _LONG.search(text) is not None


def masked(text: str) -> str:
    """A private datum fit to be handed out: the first letters, of a number the last two as well."""
    last = _SHOWN_LAST if text[-1:].isascii() else 0
    if len(text) <= _SHOWN_FIRST + last:
        return text[:1] + "*" * (len(text) - 1)
    return text[:_SHOWN_FIRST] + "*" * (len(text) - _SHOWN_FIRST - last) + text[len(text) - last :]


def hidden(text: str) -> str:
    """The text with every private datum in it masked: what is printed or sent to people. An identity number is hidden
    even where its check digit is wrong: a slip of the pen leaves it private."""
    if _LONG.search(text):
        text = _IDENTITY.sub(lambda found: masked(found[0]), text)
        text = MOBILE.sub(lambda found: masked(found[0]), text)
    for start, end in sorted(homes(text), reverse=True):
        text = text[:start] + masked(text[start:end]) + text[end:]
    return text


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


def everything(facts: FormFacts) -> str:
    """All text of the form. Nearly no form has anything private in it: one look at everything spares many at its parts."""
    passages = [*running_text(facts), *margins(facts)]
    fields = [f.passage.text for f in facts.form.fields]
    return "\n".join([*(p.text for p in passages), *fields, *(item.text for item in facts.items)])


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
