"""Seals and signatures that were seen on the page → presence at the signing and the approval place of a form.

Present where a mark stands at the place; absent only on a page that was looked at as a picture, shows colour (for a
seal) and has nothing unexplained anywhere near; else nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.model import (
    Approval,
    Document,
    Form,
    FormField,
    Mark,
    MarkKind,
    Paragraph,
    Passage,
    PdfPlace,
    Presence,
    ScanState,
    Signing,
    WordPlace,
)
from extractors.model.document import paragraphs
from extractors.model.passage import Box
from extractors.model.value_class import value_class

_AT, _NEAR = 30.0, 75.0
"""Points around a place within which a mark belongs to it, and within which it leaves room for doubt: seals are set
beside the date as often as on it."""
_LEFT, _RIGHT = 120.0, 200.0
"""Points by which a signing place reaches beyond what is printed of it: people sign before （签名） and behind 承诺人：."""
_PARAGRAPH, _TRIFLE, _NOWHERE = 25.0, 0.001, 1e9
_WORD = re.compile(r"[一-鿿]{1,4}")
_BESIDE = 160.0
"""Points to the right of a blank place in which its writing would stand."""
DOUBT = 0.5
"""How sure a blank is at which unread ink stands."""


@value_class
class _Spot:
    """Where a part of the form stands: boxes by page, or paragraphs of a Word part."""

    boxes: tuple[tuple[int, Box], ...]
    lines: tuple[WordPlace, ...]

    @classmethod
    def of(cls, passage: Passage) -> _Spot:
        places = passage.anchor().places
        boxes = tuple((p.page, (x0 - _LEFT, y0, x1 + _RIGHT, y1)) for p in places if isinstance(p, PdfPlace) for x0, y0, x1, y1 in p.boxes)
        return cls(boxes, tuple(p for p in places if isinstance(p, WordPlace)))

    def away(self, mark: Mark) -> float:
        """Points between the mark and the place; (nearly) 0 where they touch or share a paragraph. Of two places that a
        seal touches, the one nearer to its middle is nearer by a trifle."""
        place = mark.place
        if isinstance(place, WordPlace):
            return min((_PARAGRAPH * abs(line.paragraph - place.paragraph) for line in self.lines if line.part == place.part), default=_NOWHERE)
        pairs = ((box, other) for page, box in self.boxes if page == place.page for other in place.boxes)
        return min((_gap(a, b) + _TRIFLE * abs(a[1] + a[3] - b[1] - b[3]) for a, b in pairs), default=_NOWHERE)

    def pages(self) -> set[int]:
        return {page for page, _ in self.boxes}


def with_marks(form: Form, document: Document) -> Form:
    """The form with what the document's marks say of its signature and seals."""
    if not document.marks and not document.sights:
        return form
    own, upper = _Spot.of(form.signing.passage), _Spot.of(form.approval.passage)
    mine = [m for m in document.marks if own.away(m) <= upper.away(m)]
    theirs = [m for m in document.marks if upper.away(m) < own.away(m)]
    look = _Look(document, _overlapping(own, upper, document.marks))
    signing = replace(form.signing, signed=look.signed(form.signing, own, mine), seal=look.seal(form.signing.seal, own, mine))
    approval: Approval = replace(form.approval, seal=look.seal(form.approval.seal, upper, theirs))
    fields = tuple(_doubted(f, document) for f in form.fields)
    return replace(form, signing=signing, approval=approval, fields=fields, scan=_state(own, upper, form, document))


def _state(own: _Spot, upper: _Spot, form: Form, document: Document) -> ScanState | None:
    """What the rules must know of a form that was read from pictures."""
    pages = {p.page for p in _everything(form).anchor().places if isinstance(p, PdfPlace)}
    if pages.isdisjoint(sight.page for sight in document.sights):
        return None
    inks = [m for m in document.marks if m.kind is not MarkKind.SEAL and isinstance(m.place, PdfPlace) and m.place.page in pages]
    ends = [m for m in inks if min(own.away(m), upper.away(m)) <= _NEAR]
    return ScanState(bool(ends), len(ends) < len(inks))


def _everything(form: Form) -> Passage:
    body = (p.passage for p in paragraphs(form.body))
    return Passage.join((form.title, *body, form.signing.passage, *(f.passage for f in form.fields)))


def _overlapping(own: _Spot, upper: _Spot, marks: Iterable[Mark]) -> bool:
    """Whether a mark may belong to either place, or a seal to neither."""
    ways = [(own.away(m), upper.away(m), m.kind) for m in marks]
    return any((a < _NEAR and b < _NEAR) or (kind is MarkKind.SEAL and min(a, b) > _AT) for a, b, kind in ways)


class _Look:
    """Judges the places of one form."""

    def __init__(self, document: Document, unclear: bool) -> None:
        self._sights = {sight.page: sight for sight in document.sights}
        self._marks = document.marks
        self._unclear = unclear
        words = (b.passage for b in document.blocks if isinstance(b, Paragraph) and _WORD.fullmatch(b.text.strip()))
        self._words = [place for word in words for place in word.anchor().places if isinstance(place, PdfPlace)]

    def seal(self, known: Presence, spot: _Spot, marks: Sequence[Mark]) -> Presence:
        """Whether a seal stands there."""
        if known is Presence.PRESENT or any(m.kind is MarkKind.SEAL and spot.away(m) <= _AT for m in marks):
            return Presence.PRESENT
        return Presence.ABSENT if self._bare(spot, colour=True) else known

    def signed(self, signing: Signing, spot: _Spot, marks: Sequence[Mark]) -> Presence:
        """Whether somebody signed: in type, which the text told already, or in ink. A word beside the place that nobody reads
        as a part of it may be a name in a fair hand."""
        if signing.signed is Presence.PRESENT or any(m.kind is MarkKind.INK and spot.away(m) <= _AT for m in marks):
            return Presence.PRESENT
        named = any(spot.away(Mark(MarkKind.TRACE, word)) <= _NEAR for word in self._words)
        return Presence.ABSENT if not named and self._bare(spot, colour=False) else signing.signed

    def _bare(self, spot: _Spot, *, colour: bool) -> bool:
        """Whether the page can tell that nothing was put there."""
        seen = [self._sights.get(page) for page in spot.pages()]
        if not seen or self._unclear or any(sight is None or (colour and not sight.colour) for sight in seen):
            return False
        return all(spot.away(mark) > _NEAR for mark in self._marks)


def _doubted(field: FormField, document: Document) -> FormField:
    """A blank beside which there is ink that nobody could read is no sure blank."""
    if field.value is not None:
        return field
    spot = _Spot.of(field.passage)
    at = any(_gap((x0, y0, x1 + _BESIDE, y1), other) <= 0 for page, (x0, y0, x1, y1) in spot.boxes for other in _inks(document, page))
    return replace(field, confidence=min(field.confidence, DOUBT)) if at else field


def _inks(document: Document, page: int) -> Iterable[Box]:
    for mark in document.marks:
        if isinstance(mark.place, PdfPlace) and mark.place.page == page:
            yield from mark.place.boxes


def _gap(a: Box, b: Box) -> float:
    """The distance between two boxes, 0 where they touch."""
    dx = max(a[0] - b[2], b[0] - a[2], 0.0)
    dy = max(a[1] - b[3], b[1] - a[3], 0.0)
    return max(dx, dy)
