"""The batch looked at as a whole, once every form was judged alone: what it shows of which form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from extractors.model import FormKind
from pipeline.feedback.remarks import to_anchor
from pipeline.recording import finding_record
from pipeline.records import FormRecord
from pipeline.rosters.roster import OpenLine, Roster
from pipeline.together.alike import AlikeRow, find_alike
from pipeline.together.open_items import looked_up
from pipeline.together.standing import Promises, Standing, standing
from pipeline.versions import Line, Place
from pipeline.wording import concrete
from rules.engine import judge_batch
from rules.facts import BatchFacts, Peer, PromiseFacts
from rules.packs import Pack

LEFT_OPEN, LEADERS = "B06", "B07"


@dataclass(slots=True)
class Seen:
    """What the batch shows of one form, before its record is read again."""

    peers: list[Peer] = field(default_factory=list)
    items: Mapping[int, list[Peer]] = field(default_factory=dict)
    left_open: tuple[OpenLine, ...] = ()
    beside: tuple[int, ...] = ()
    others: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """`facts` by the offset of the form's record, for the forms of which the batch shows something."""

    facts: dict[int, Seen]
    alike: tuple[AlikeRow, ...]
    promises: Promises
    pack: Pack

    def judged(self, at: int, record: FormRecord) -> FormRecord:
        """The record with the findings that the batch brings to it, in the order of the codes."""
        seen = self.facts.get(at)
        found = judge_batch(self._facts(record, seen), self.pack) if seen else ()
        if not found:
            return record
        ids = [item.item_id for item in record.items]
        added = [*record.findings, *(finding_record(f, ids) for f in found)]
        return record.model_copy(update={"findings": tuple(sorted(added, key=lambda f: f.code))})

    def _facts(self, record: FormRecord, seen: Seen) -> BatchFacts:
        texts = [item.text for item in record.items] + [t for other in seen.beside for t in self.promises.texts(other)]
        return BatchFacts(
            kind=FormKind(record.kind),
            promises=tuple(
                PromiseFacts(item.n, item.text, to_anchor(item.anchor), tuple(seen.items.get(n, ())))
                for n, item in enumerate(record.items)
            ),
            peers=tuple(seen.peers),
            left_open=tuple(looked_up(line, texts) for line in seen.left_open),
            concrete=concrete(record),
            others=seen.others,
            file_name=record.file,
        )


def look_together(
    index: Iterable[Line], places: Mapping[int, Place], records: BinaryIO, roster: Roster, pack: Pack
) -> Together:
    """What the batch shows of its forms. `index` is in the order of the results; `records` is open for reading."""
    forms = standing(index, places)
    promises = Promises(forms, records)
    alike = find_alike(promises, roster, pack)
    facts: dict[int, Seen] = defaultdict(Seen)
    for at, peers in alike.forms.items():
        facts[at].peers = peers
    for at, items in alike.items.items():
        facts[at].items = items
    if pack.rule(LEFT_OPEN).on and roster.left_open:
        _add_left_open(facts, forms, roster)
    if pack.rule(LEADERS).on:
        _add_leaders(facts, forms, roster)
    return Together(dict(facts), alike.rows, promises, pack)


def _add_left_open(facts: dict[int, Seen], forms: list[Standing], roster: Roster) -> None:
    """Open items go to the form of their owner; what adds to it is searched too."""
    additions: dict[int, list[int]] = defaultdict(list)
    for form in forms:
        if form.told.addition != "no":
            additions[form.owner].append(form.at)
    for form in forms:
        told, own = form.told, form.told.kind == "org"
        lines = roster.left_open_of(told.unit_id if own else told.person_id, told.unit or "", "" if own else told.person or "")
        if told.addition == "no" and lines:
            facts[form.at].left_open = lines
            facts[form.at].beside = tuple(additions[form.owner])


def _add_leaders(facts: dict[int, Seen], forms: list[Standing], roster: Roster) -> None:
    """A leader's form beside those of the ordinary members of the branch. Who is one, the roster says."""
    members: dict[str, list[int]] = defaultdict(list)
    leaders: list[tuple[Standing, str]] = []
    for form in forms:
        person = roster.person_by_id(form.told.person_id)
        if person is None or form.told.addition != "no":
            continue
        if person.leader:
            leaders.append((form, person.home or person.branch))
        elif form.told.kind == "member" and not person.applicant:
            members[person.home or person.branch].append(form.told.concrete)
    for form, branch in leaders:
        facts[form.at].others = tuple(sorted(members[branch]))
