"""Whose each date of a form is: the nearest label says it.

A date is looked at with what stands, in this order, before it on its line, over it in its cell, beside it on the left, over it in
its column, before it in reading order, and behind it. The promises end every search."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.forms.claims import Claim, Claimant, claimant, claims
from extractors.forms.dates import DateHit, find_dates, may_be_dated
from extractors.forms.grid import ANSWERED
from extractors.forms.places import Line, Seat
from extractors.forms.signlines import PERSON
from extractors.forms.text import has_ordinal, is_blank, label_key, printed_width, squeeze
from extractors.forms.vocabulary import Role, exact, vocabulary
from extractors.model import Block, Cell, Passage, Table
from extractors.model.document import paragraphs
from extractors.model.value_class import value_class

_LIMIT = re.compile(r"\s*(?:[前底起至到止—~～\-－–]|之?[前内后]|以[前内来]|期间|[,，、])")
_RANGE = re.compile(r"\s*(?:[前底起至到止—~～\-－–]|之?[前内后]|以[前内来])")
_AFTER = re.compile(r"[\s_]*(?:[上下]午|[(（]?(?:星期|周)[一二三四五六日天][)）]?)?[\s_]*(?:[立签订书写敬谨]{0,2}$|[。.;；)）】\]/／]|于|[(（【\[])")
_BEFORE = frozenset(":：。；;！!，,)）(（【[/／_于在")
_SAID = re.compile("同意|属实|合格|通过|批准|可行|[已审核]阅|准予|符合|认可|无异议|可以")
_PROSE = re.compile("[。；;！!，,？?]")
_APPROVED = re.compile("经[^。；;]{0,24}(?:审[核批定查议]|研究|讨论|同意|批准|通过)|审[核批定查][^。；;]{0,12}(?:同意|通过|合格)")
_PROMISED = re.compile("[^。；;]{0,8}(?:作出|做出|签[名字订署]|立下|郑重|宣读|承诺)")
_SIGNED_ON = re.compile("(?:签[名字订署]|宣读|承诺(?!期|时限))[^。；;]{0,6}(?:时间|日期)?[是为于在:：]?$")
"""What a sentence says around the day on which its promises were given."""
_SIGNED = re.compile("签|章|意见|审|人$|(?:承诺|填[表报])(?:时间|日期)")
_OPINION = re.compile("意见|[批评]语")
"""What opens a part of its own: the day over it is not its day."""
_BACK, _SHORT, _NEAR = 14, 30, 8
"""Lines that a search goes back, letters of a line that is no sentence, of a label's cell; letters by which a column may be missed."""


_NAME = 14
"""The name of a day has fewer letters."""
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
            if _names(text, hit):
                continue
            if not _stands(text, hit):
                found += self._told(i, text, hit)
                continue
            low = hits[n - 1].end if n else 0
            own = [c for c in claims(text) if low <= c.start < hit.start]
            if not any(c.who is not Claimant.NOBODY for c in own) and (columns := self._columns(i, hits)):
                found.append(Owned(hit, self.lines[i], i, columns[n]))
            elif (owned := self._owned(i, hit)) is not None:
                found.append(owned)
        return found

    def _told(self, i: int, text: str, hit: DateHit) -> list[Owned]:
        """A date within a sentence that tells of signing or approval."""
        if hit.day is None or has_ordinal(text) or i in self.promises or _RANGE.match(text, hit.end):
            return []
        before, after = re.split("[。；;]", text[: hit.start])[-1], re.split("[。；;]", text[hit.end :])[0]
        if _SIGNED_ON.search(before) or _PROMISED.match(after):
            return [Owned(hit, self.lines[i], i, Claim(Claimant.OWN, "", 0), rank=1)]
        if _APPROVED.search(f"{before} {after}"):
            return [Owned(hit, self.lines[i], i, Claim(Claimant.UPPER, squeeze(before + after), 0), rank=1)]
        return []

    def _owned(self, i: int, hit: DateHit) -> Owned | None:
        """The date with its owner; None for one among the promises that no label takes out of them."""
        line, text = self.lines[i], self.lines[i].text
        inside = (i in self.promises or line in self.ledger or self._numbered(i)) and not self._closes(i)
        if (claim := _bracketed(text, hit)) is not None:
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
        if i and _same(over := self.lines[i - 1], line := self.lines[i]) and (
            _sealed(over.text) or (claims(over.text) and over not in self.body and line not in self.body)
        ):
            return True
        beside = next((found for cell in seat.left() if (found := _of_cell(cell.text)) and found[-1].who is not Claimant.NOBODY), ())
        return any(c.who in (Claimant.OWN, Claimant.UPPER, Claimant.SEES) and _SIGNED.search(c.key) for c in beside)

    def _near(self, i: int, start: int) -> Iterator[tuple[Claim, tuple[int, int]]]:
        """The labels before a place, the nearest first."""
        lines = self.lines
        yield from (((c, (i, c.start))) for c in reversed(claims(lines[i].text)) if c.start < start)
        j = i - 1
        while j >= 0 and _same(lines[j], lines[i]) and lines[j] not in self.body:
            yield from ((c, (j, c.start)) for c in reversed(_labels(lines[j].text)) if c.who is not Claimant.OTHER or _opens(lines, j, i))
            j -= 1
        seat = lines[i].seat
        while seat is not None:
            yield from ((c, (-1, id(seat))) for c in _beside(seat))
            seat = seat.outer
        yield from self._earlier(i, j)

    def _earlier(self, i: int, last: int) -> Iterator[tuple[Claim, tuple[int, int]]]:
        """The labels of the lines from `last` upwards, to the promises; what is not about signing must stand right above."""
        for j in range(last, max(i - _BACK, -1), -1):
            text = self.lines[j].text
            if self.lines[j].seat is not None and self.lines[i].seat is None:
                return  # what a table opens it also closes
            found = _labels(text) if self.lines[j].seat is None else _labels(text, whole="章" in text or "签" in text)
            if self.lines[j] in self.body and (has_ordinal(text) or not found):
                return
            yield from ((c, (j, c.start)) for c in reversed(found) if c.who is not Claimant.OTHER or _opens(self.lines, j, i))

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
            if (self.lines[j].seat is not line.seat and not _same(self.lines[j], line)) or (j == i - 1 and any(c.who is not Claimant.NOBODY for c in _labels(line.text))):
                return []
            found = _undated([c for c in claims(text) if c.who is not Claimant.NOBODY], text)
            if len(found) > 1 and len({c.key for c in found}) == 1:
                continue  # 代表：某 | 代表：某 says nothing of whose they are
            if found or self.lines[j] in self.body:
                return _dealt(found, text, hits, self.lines[i].text)
        return []


def _names(text: str, hit: DateHit) -> bool:
    """Whether an empty date is the label of one (出生年月, 年月日：)."""
    if hit.state == "blank" and text[hit.end : hit.end + 1] in (":", "："):
        return True
    if hit.state != "blank" or len(squeeze(text)) >= _NAME:
        return False
    known = exact(label_key(text))
    return "年月" in text[hit.start : hit.end] or (known is not None and known.role is Role.FIELD)


def _bracketed(text: str, hit: DateHit) -> Claim | None:
    """The label in brackets right behind a date (2012年3月5日（某支部公章）) that has none before it."""
    if text[hit.end : hit.end + 1] not in ("(", "（") or any(c.start < hit.start and c.who is not Claimant.NOBODY for c in claims(text)):
        return None
    return next((c for c in claims(text) if c.start >= hit.end and c.who is not Claimant.NOBODY), None)


def _sealed(text: str) -> bool:
    """Whether a line is the place of a signature or seal and no more (（盖章）)."""
    found = claims(text)
    return bool(found) and len(text.strip()) < _NAME and all(c.who is Claimant.NOBODY for c in found)


def _same(one: Line, other: Line) -> bool:
    return one.seat is not None and other.seat is not None and one.seat.cell is other.seat.cell


def _dealt(found: Sequence[Claim], above: str, hits: Sequence[DateHit], text: str) -> list[Claim]:
    """One label a date; a single date under two labels is the one's under which it is set, else the promiser's."""
    if len(found) < 2:
        return []
    if len(found) == len(hits):
        return list(found)
    if len(hits) > 1:
        return []
    at = printed_width(text[: hits[0].start])
    under = [c for c in found if at >= max(printed_width(above[: c.start]) - _NEAR, _NEAR)]
    own = next((c for c in found if c.who is Claimant.OWN), None)
    return [under[-1]] if under and at > _NEAR else [own] if own is not None else []


def _undated(found: Sequence[Claim], text: str) -> list[Claim]:
    """The labels of a line, of several without those that have their date on it where all but one have."""
    if len(found) < 2 or not may_be_dated(text):
        return list(found)
    starts = [h.start for h in find_dates(text)]
    ends = [*(c.start for c in found[1:]), len(text)]
    bare = [c for c, end in zip(found, ends, strict=True) if not any(c.start < at < end for at in starts)]
    return bare if len(bare) == 1 else list(found)


def _opens(lines: Sequence[Line], j: int, i: int) -> bool:
    """Whether line `j` is a label right above line `i` and no more."""
    return j == i - 1 and lines[j].seat is None and lines[j].text.rstrip().endswith(("：", ":"))


def _labels(text: str, whole: bool = True) -> tuple[Claim, ...]:
    """The labels of a line, or the `whole` line as a label."""
    found = claims(text)
    if found or len(text) > _SHORT or _PROSE.search(text) or find_dates(text):
        return found
    answered = ANSWERED.search(text)
    key = label_key(text[: answered.start()] if answered is not None else text)  # 投诉电话：12345　意见箱在门口 is no opinion
    who = claimant(key, marked=whole)
    return (Claim(who, key, 0),) if who is not None else ()


def _beside(seat: Seat) -> Iterator[Claim]:
    """The labels to the left of a cell, then those over it; a cell with a date of its own, or with a long text, ends the way. Whose
    a bare 日期 is tells the place of signature right above it."""
    if (day := next(seat.left(), None)) is not None and (bare := _of_cell(day.text)) and all(c.who is Claimant.NOBODY for c in bare):
        over = next(replace(seat, cell=day).above(), None)
        yield from (c for c in (_of_cell(over.text) if over is not None else ()) if c.who is not Claimant.NOBODY and _SIGNED.search(c.key))
    yield from _along(seat.left())
    first = next((c for c in seat.left() if c.col == 0), None)
    if first is not None and is_blank(first.text):  # the row goes on with the one above
        yield from _along(c for c in replace(seat, cell=first).above() if not is_blank(c.text))
    for cell in seat.above():
        found = _of_cell(cell.text)
        yield from reversed(found)
        if found and all(c.who is Claimant.NOBODY for c in found):  # 日期 beside the one whose it is
            yield from _along(replace(seat, cell=cell).left())
        if _ends(cell.text, found):
            return


def _along(cells: Iterable[Cell]) -> Iterator[Claim]:
    for cell in cells:
        found = _of_cell(cell.text)
        yield from reversed(found)
        if _ends(cell.text, found):
            return


def _ends(text: str, found: Sequence[Claim]) -> bool:
    return len(text) > _SHORT or (not found and bool(find_dates(text)))


def _of_cell(text: str) -> tuple[Claim, ...]:
    """The labels of a cell; one that is nothing else may be printed a letter a line."""
    key = label_key(text) if len(text) <= _SHORT and not _PROSE.search(text) and not ANSWERED.search(text) else ""
    whole = claimant(key, marked="章" in text or "签" in text)
    if whole is not None:
        return (Claim(whole, key, 0),)
    return tuple(c for line in text.split("\n") for c in claims(line)) if len(text) <= _SHORT and not find_dates(text) else ()


def _stands(text: str, hit: DateHit) -> bool:
    """Whether a date stands by itself: no time limit, and no part of a sentence."""
    if _LIMIT.match(text, hit.end) or (hit.start and text[hit.start - 1] in "至到自从以—~～"):
        return False
    before, rest = text[: hit.start].rstrip(" _\t\u3000"), text[hit.end :]
    parted = not before or len(before) < hit.start or before[-1] in _BEFORE or _SAID.search(before[-4:]) is not None
    short = len(squeeze(text)) <= _SHORT and not _PROSE.search(text.rstrip("。；; "))
    ends = _AFTER.match(rest) is not None or PERSON.fullmatch(squeeze(rest)) is not None or rest[:1] in " \t\u3000_"
    return ends and (parted or short)


