"""Whose each date of a form is: the nearest label says it.

A date is looked at with what stands, in this order, before it on its line, over it in its cell, beside it on the left, over it in
its column, before it in reading order, and behind it. The promises end every search."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence

from extractors.forms.claims import Claim, Claimant, claims
from extractors.forms.dates import DateHit, find_dates, may_be_dated
from extractors.forms.near_labels import (
    SIGNED,
    asks_signature,
    dealt,
    labels_around,
    labels_of,
    labels_of_cell,
    opens,
    same_cell,
    undated,
)
from extractors.forms.places import Line
from extractors.forms.standing import label_behind, names_day, stands, told
from extractors.forms.text import has_ordinal
from extractors.forms.vocabulary import vocabulary
from extractors.model import Block, Passage, Table
from extractors.model.document import paragraphs
from extractors.model.value_class import value_class

_OPINION = re.compile("意见|[批评]语")
"""What opens a part of its own: the day over it is not its day."""
_BACK = 14
"""Lines that a search goes back."""
COMMITTEE = 2
"""The level of a superior committee."""


@value_class
class Owned:
    """A date and whose it is: `claim` is the label, `under` the one whose part of the form it stands in; `rank` is 2 for a
    date that stands by itself, 1 for one told in a sentence."""

    hit: DateHit
    line: Line
    at: int
    claim: Claim | None
    under: Claim | None = None
    rank: int = 2

    @property
    def who(self) -> Claimant:
        return self.claim.who if self.claim is not None else Claimant.NOBODY

    @property
    def level(self) -> int:
        """How high the superior stands: a superior committee, the Party organisation, anybody below it."""
        keys = "".join(c.key for c in (self.claim, self.under) if c is not None)
        return COMMITTEE if vocabulary().superior.search(keys) else 1 if "支部" in keys or "党组织" in keys else 0


def _place(passage: Passage) -> Hashable:
    """Where a line stands in the file: one from which a signature was cut off is another."""
    return (passage.pieces[0].source, passage.pieces[0].at, len(passage.text)) if passage.pieces else passage.text


class _Stretch:
    """Blocks that can tell which lines are theirs."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._paragraphs = paragraphs(tuple(blocks))
        self._texts = {line for p in self._paragraphs for line in p.passage.text.split("\n")}
        self._places: set[Hashable] = set()

    def __contains__(self, line: Line) -> bool:
        text = line.passage.text
        if text not in self._texts:
            return False
        if not may_be_dated(text):
            return True
        if not self._places:  # the same day may be printed twice, here and under the signature
            self._places = {_place(part) for p in self._paragraphs for part in p.passage.lines()}
        return _place(line.passage) in self._places


class Owners:
    """Finds the dates that stand by themselves and whose they are."""

    def __init__(self, lines: Sequence[Line], body: Sequence[Block]) -> None:
        self.lines = lines
        self.body = _Stretch(body)
        self.ledger = _Stretch([b for b in body if isinstance(b, Table)])
        first = next((i for i in range(len(lines)) if self._numbered(i)), len(lines))
        last = next((i for i in range(len(lines) - 1, first - 1, -1) if self._numbered(i)), first - 1)
        self.promises = range(first, last + 1)
        self.taken: set[tuple[int, int]] = set()

    def _numbered(self, i: int) -> bool:
        """Whether a line is a numbered one of the promises."""
        line = self.lines[i]
        return has_ordinal(line.passage.text) and line in self.body

    def read(self, dated: Iterable[int]) -> list[Owned]:
        """The dates in reading order; `dated` are the places of the lines that may hold any."""
        return [owned for i in dated for owned in self._dates(i, self.lines[i].text)]

    def _dates(self, i: int, text: str) -> list[Owned]:
        hits = [h for h in find_dates(text) if h.month is not None or "月" in text[h.start : h.end]]
        found: list[Owned] = []
        for n, hit in enumerate(hits):
            if names_day(text, hit):
                continue
            if not stands(text, hit):
                if i not in self.promises and (claim := told(text, hit)) is not None:
                    found.append(Owned(hit, self.lines[i], i, claim, rank=1))
                continue
            low = hits[n - 1].end if n else 0
            own = [c for c in claims(text) if low <= c.start < hit.start]
            if not any(c.who is not Claimant.NOBODY for c in own) and (columns := self._columns(i, hits)):
                found.append(Owned(hit, self.lines[i], i, columns[n]))
            elif (owned := self._owned(i, hit)) is not None:
                found.append(owned)
        return found

    def _owned(self, i: int, hit: DateHit) -> Owned | None:
        """The date with its owner; None for one among the promises that no label takes out of them."""
        line, text = self.lines[i], self.lines[i].text
        inside = (i in self.promises or line in self.ledger or self._numbered(i)) and not self._closes(i)
        if (claim := label_behind(text, hit)) is not None:
            return Owned(hit, self.lines[i], i, claim)
        nearest: Claim | None = None
        side: Claim | None = None  # the label of the row in which a name or an organisation stands
        for claim, place in self._near(i, hit.start) if not inside else ((c, (i, c.start)) for c in reversed(claims(text)) if c.start < hit.start):
            if claim.who is Claimant.NOBODY:
                continue
            if nearest is not None and not claim.sure:
                side = claim if place[0] < 0 and side is None else side
                continue
            if nearest is None and place in self.taken and (other := self._behind(i, hit) or self._between(place[0], i)) is not None:
                return Owned(hit, self.lines[i], i, other)
            if nearest is None:
                self.taken.add(place)
            if claim.sure:
                return Owned(hit, self.lines[i], i, nearest or claim, (side if claim.who is Claimant.OWN and side else claim) if nearest else None)
            nearest = claim
        nearest = nearest or self._behind(i, hit)
        bare = nearest is None and line in self.body
        return Owned(hit, self.lines[i], i, nearest, side, rank=1 if bare else 2) if nearest is not None or not inside else None

    def _closes(self, i: int) -> bool:
        """Whether a line among the promises stands beside a label of signing or approval, or under the place of a seal or a
        signature that ends a cell, with more promises after it."""
        seat = self.lines[i].seat
        if seat is None:
            return False
        if i and same_cell(over := self.lines[i - 1], line := self.lines[i]) and (
            asks_signature(over.text) or (claims(over.text) and over not in self.body and line not in self.body)
        ):
            return True
        beside = next((found for cell in seat.left() if (found := labels_of_cell(cell.text)) and found[-1].who is not Claimant.NOBODY), ())
        return any(c.who in (Claimant.OWN, Claimant.UPPER, Claimant.SEES) and SIGNED.search(c.key) for c in beside)

    def _near(self, i: int, start: int) -> Iterator[tuple[Claim, tuple[int, int]]]:
        """The labels before a place, the nearest first."""
        lines = self.lines
        yield from (((c, (i, c.start))) for c in reversed(claims(lines[i].text)) if c.start < start)
        j = i - 1
        while j >= 0 and same_cell(lines[j], lines[i]) and lines[j] not in self.body:
            yield from ((c, (j, c.start)) for c in reversed(labels_of(lines[j].text)) if c.who is not Claimant.OTHER or opens(lines, j, i))
            j -= 1
        seat = lines[i].seat
        while seat is not None:
            yield from ((c, (-1, id(seat))) for c in labels_around(seat))
            seat = seat.outer
        yield from self._earlier(i, j)

    def _earlier(self, i: int, last: int) -> Iterator[tuple[Claim, tuple[int, int]]]:
        """The labels of the lines from `last` upwards, to the promises; what is not about signing must stand right above."""
        for j in range(last, max(i - _BACK, -1), -1):
            text = self.lines[j].text
            if self.lines[j].seat is not None and self.lines[i].seat is None:
                return  # what a table opens it also closes
            found = labels_of(text) if self.lines[j].seat is None else labels_of(text, whole="章" in text or "签" in text)
            if self.lines[j] in self.body and (has_ordinal(text) or not found):
                return
            yield from ((c, (j, c.start)) for c in reversed(found) if c.who is not Claimant.OTHER or opens(self.lines, j, i))

    def _behind(self, i: int, hit: DateHit) -> Claim | None:
        """The label behind a date, on its line or alone on the next one."""
        for claim in claims(self.lines[i].text):
            if claim.start > hit.end and claim.who is not Claimant.NOBODY:
                return claim
        after = self.lines[i + 1 : i + 3]
        if not after or may_be_dated(after[0].text) or after[0] in self.body or (len(after) > 1 and find_dates(after[1].text)):
            return None
        below = next((c for c in claims(after[0].text) if c.who is not Claimant.NOBODY), None)
        if below is None or below.who is Claimant.OTHER:  # what is headed there (填写说明：) comes behind the day
            return None
        return None if below.who is Claimant.UPPER and _OPINION.search(below.key) else below

    def _between(self, above: int, i: int) -> Claim | None:
        """The label of what is no signature (党员大会评议意见：……) between a label that has its day already and line `i`."""
        lines = self.lines[above + 1 : i] if above >= 0 else ()
        return next((c for line in reversed(lines) for c in claims(line.text) if c.who is Claimant.OTHER), None)

    def _columns(self, i: int, hits: Sequence[DateHit]) -> list[Claim]:
        """The labels side by side on a line above, one for each date of this line."""
        line = self.lines[i]
        for j in range(i - 1, max(i - 4, -1), -1):
            text = self.lines[j].text
            if (self.lines[j].seat is not line.seat and not same_cell(self.lines[j], line)) or (j == i - 1 and any(c.who is not Claimant.NOBODY for c in labels_of(line.text))):
                return []
            found = undated([c for c in claims(text) if c.who is not Claimant.NOBODY], text)
            if len(found) > 1 and len({c.key for c in found}) == 1:
                continue  # 代表：某 | 代表：某 says nothing of whose they are
            if found or self.lines[j] in self.body:
                return dealt(found, text, hits, self.lines[i].text)
        return []
