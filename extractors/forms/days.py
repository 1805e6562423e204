"""The days of a form: that of signing and that of the highest approval, among all the dates and their owners.

A label that speaks of the promiser, of a superior or of a witness decides by itself; an office or an organisation (书记, 某支部（盖章）)
is the promiser's or his superior's as the other dates tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.claims import SURE, Claimant
from extractors.forms.dates import may_be_dated
from extractors.forms.owners import COMMITTEE, Owned, Owners
from extractors.forms.places import lines_of
from extractors.forms.signing import countersigns
from extractors.forms.text import squeeze
from extractors.model import Block, FormKind, PrintedDate
from extractors.model.value_class import value_class


@value_class
class Days:
    """The day of signing and that of the highest approval."""

    signed: PrintedDate = PrintedDate()
    approved: PrintedDate | None = None
    level: int = 0


def days(blocks: Sequence[Block], body: Sequence[Block], kind: FormKind, person: str = "") -> Days:
    """The days of a form whose promises are `body`, given by `person` where a person gives them."""
    lines = lines_of(blocks)
    dated = [i for i, line in enumerate(lines) if may_be_dated(line.passage.text)]
    if not dated:
        return Days()
    owners = Owners(lines, body)
    found = [_own(o, person) if person else o for o in owners.read(dated)]
    return _told_apart(_without_issue(found, owners.promises), kind)


_OFFICES = frozenset({Claimant.LEADS, Claimant.STRANGER})


def _own(owned: Owned, person: str) -> Owned:
    """A date beside the promiser's own name is his, whatever office stands before it (书记签名：张某　2012年3月20日)."""
    if owned.claim is None or owned.who not in _OFFICES or person not in squeeze(owned.line.text):
        return owned
    return replace(owned, claim=replace(owned.claim, who=Claimant.OWN))


_OWN_BODY = re.compile("承诺|(?<!上级)(?<!上一级)(?:支部|党组织|本单位)")
"""Who promises, in the label of an opinion."""
_PAPER = re.compile("填[表报写]|[上呈申]报|报送|[提递]交")
"""When the paper was filled in or handed in (填表日期, 报送日期): the day of signing only where no other day is."""
_OWN = frozenset({Claimant.OWN, Claimant.UNIT, Claimant.STRANGER})


def _without_issue(found: list[Owned], promises: range) -> list[Owned]:
    """Without a bare day between title and promises, where a day that is the promiser's stands below them: the paper was put
    up on the one, and signed on the other."""
    below = any(o.at >= promises.stop and o.hit.state == "day" and o.who in _OWN for o in found)
    over = [o for o in found if o.at < promises.start and o.who is Claimant.NOBODY]
    return [o for o in found if o not in over] if promises and below else found


def _told_apart(found: Sequence[Owned], kind: FormKind) -> Days:
    """Whose the dates of offices and organisations are, and the days that count."""
    sealed = _sealed_below(found) if kind is FormKind.ORG else []
    placed = [o if o in sealed else _within(o) for o in found]
    own = [o for o in placed if o.who is Claimant.OWN and o.rank == 2]
    upper = [o for o in placed if o.who is Claimant.UPPER and o.rank == 2]
    unsure = [o for o in placed if o.who not in SURE]
    if (paper := [o for o in own if o.claim is not None and _PAPER.search(o.claim.key)]):
        signed = [o for o in placed if o not in paper and (o in own or (o in unsure and _at_promises(o)))]
        own = signed if any(o.hit.state == "day" for o in signed) else own
        unsure = [o for o in unsure if o not in own]
    if not own and (maybe := [o for o in unsure if not _countersigned(o, kind)]):
        own = _promisers(maybe)
        unsure = [o for o in unsure if o not in own]
    if not own and kind is FormKind.ORG and (said := _own_opinion(upper)):
        own, upper = said, [o for o in upper if o not in said]
    floor, last = max((o.level for o in own), default=0), max((o.at for o in own), default=0)
    for o in unsure:
        signs = o.who in (Claimant.LEADS, Claimant.UNIT) and o.at >= last
        if signs and (kind is not FormKind.ORG or o.level > min(floor, COMMITTEE - 1)):
            upper.append(o)
    own = own or [o for o in placed if o.who is Claimant.OWN] or [o for o in placed if o.who is Claimant.SEES]
    upper = upper or [o for o in placed if o.who is Claimant.UPPER and (kind is not FormKind.ORG or o.level >= COMMITTEE)]
    return Days(_day(own), _day(_highest(upper)) if upper else None, max((o.level for o in upper), default=0))


def _at_promises(owned: Owned) -> bool:
    """Whether a date that says nothing of whose it is stands where the promiser signs."""
    return owned.rank == 2 and (owned.who is Claimant.NOBODY or (owned.under is not None and owned.under.who is Claimant.OWN))


def _countersigned(owned: Owned, kind: FormKind) -> bool:
    """Whether the secretary signs (党支部书记签字：) where a member promises."""
    claim = owned.claim
    return claim is not None and claim.who is Claimant.LEADS and countersigns(claim.key, kind)


def _sealed_below(found: Sequence[Owned]) -> list[Owned]:
    """The days beside the promising organisation's own seal (党支部（签章） | 2012年3月5日) below the opinion of a committee that has
    its day already: it is no part of that opinion."""
    above = [o for o in found if o.who is Claimant.UPPER and o.rank == 2 and o.level == COMMITTEE and o.hit.state == "day"]
    seals = [o for o in found if o.claim is not None and o.who is Claimant.UNIT and o.rank == 2 and _OWN_BODY.search(o.claim.key)]
    return [o for o in seals if any(o.at > a.at and (o.line.seat is None or a.line.seat is not o.line.seat) for a in above)]


def _within(owned: Owned) -> Owned:
    """An office or organisation that signs in a part of the superior's is the superior."""
    claim, under = owned.claim, owned.under
    if claim is None or claim.sure or under is None or under.who is not Claimant.UPPER:
        return owned
    return replace(owned, claim=replace(claim, who=Claimant.UPPER))


def _own_opinion(upper: Sequence[Owned]) -> list[Owned]:
    """The dates of the opinion that an organisation gives on its own promises (承诺单位意见, 支部意见) below that of a committee."""
    low = [o for o in upper if o.level < COMMITTEE and _OWN_BODY.search("".join(c.key for c in (o.claim, o.under) if c is not None))]
    above = [o for o in upper if o.level == COMMITTEE]
    return low if low and above and max(o.at for o in low) < min(o.at for o in above) else []


def _promisers(unsure: Sequence[Owned]) -> list[Owned]:
    """Whose date is the promiser's where no label says so: nobody's before anybody's, the lowest organisation's of several."""
    bare = [o for o in unsure if o.who is Claimant.NOBODY]
    if alone := [o for o in bare if o.rank == 2] or (bare if len(bare) == len(unsure) else []):
        return alone
    signed = [o for o in unsure if o.rank == 2]
    low = min(o.level for o in signed)
    first = next(o for o in signed if o.level == low)
    return [o for o in signed if o.claim == first.claim]


def _highest(found: Sequence[Owned]) -> list[Owned]:
    level = max(o.level for o in found)
    return [o for o in found if o.level == level]


def _day(found: Sequence[Owned]) -> PrintedDate:
    """The last whole date, else the last place for one."""
    whole = [o for o in found if o.hit.state == "day"] or list(found)
    return whole[-1].hit.printed(whole[-1].line.passage) if whole else PrintedDate()
