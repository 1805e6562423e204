"""What the papers draw from the results, in one reading: status, counts, examples, forms that came again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pipeline.by_unit import Entry, Shelf, records, shelve, told_apart
from pipeline.companions import with_companions
from pipeline.decisions.effect import as_decided
from pipeline.ledger.tally import Tally
from pipeline.paper_copies import with_paper
from pipeline.records import FormRecord, UnreadableRecord, from_line
from pipeline.rosters.roster import Roster
from pipeline.status import FormSummary, Status, reckon, summarise
from rules.packs import Pack

EXAMPLES, SHORTEST, LONGEST = 2, 6, 36
NO_EXAMPLES = ("P", "B", "F", "S", "X")
"""Families whose evidence is private, or is no wording that others could learn from."""


@dataclass(slots=True)
class Round:
    """A round of review. `examples` are short promises by code, without names; `again` pairs the last two versions of a
    form that came again, by the name of its unit."""

    status: Status
    tally: Tally = field(default_factory=Tally)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    again: list[tuple[str, FormRecord, FormRecord]] = field(default_factory=list)


def gather(results: Path, roster: Roster, pack: Pack) -> Round:
    """Read results.jsonl unit by unit; what people dismissed or saw mended is in no paper."""
    found = Round(status_of(results, roster, pack))
    names = [p.name for p in roster.people] + [u.name for u in roster.units]
    named = frozenset(name for name in names if len(name) > 1)
    with results.open("rb") as stream:
        for shelf, name in told_apart(shelve(results, roster), roster):
            for entry, record in records(stream, shelf.entries):
                if isinstance(record, FormRecord):
                    record = as_decided(record)
                    found.tally.add(entry, record, name)
                    if entry.newest:
                        _examples(found, record, named)
            found.again += [(shelf.name, *pair) for pair in _again(stream, shelf)]
    return found


def status_of(results: Path, roster: Roster, pack: Pack) -> Status:
    """The status as the run reckoned it."""
    forms: list[FormSummary] = []
    bad: list[UnreadableRecord] = []
    with results.open("rb") as lines:
        for line in lines:
            record = from_line(line)
            if isinstance(record, FormRecord):
                forms.append(summarise(record, roster))
            else:
                bad.append(record)
    reckoned = with_paper(reckon(forms, bad, roster, pack.last_day, pack.asks_for), roster, pack)
    return with_companions(reckoned, bad, roster, pack)


def _examples(found: Round, record: FormRecord, named: frozenset[str]) -> None:
    """The first few promises that show a fault and name nobody."""
    texts = {item.item_id: "".join(item.text.split()) for item in record.items}
    for finding in record.findings:
        kept = found.examples[finding.code]
        if finding.verdict != "deficient" or finding.code[0] in NO_EXAMPLES or len(kept) >= EXAMPLES:
            continue
        text = texts.get(finding.item_id or "", "")
        if SHORTEST <= len(text) <= LONGEST and "*" not in text and not any(name in text for name in named):
            text = text.strip("。；;")
            if text not in kept:
                kept.append(text)


def _again(stream: BinaryIO, shelf: Shelf) -> Iterator[tuple[FormRecord, FormRecord]]:
    """The last two versions of each form that came more than once."""
    owners: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in shelf.entries:
        if entry.drafts > 1 and entry.addition == "no":
            owners[entry.kind, entry.person].append(entry)
    for entries in owners.values():
        by_year: dict[int | None, list[FormRecord]] = defaultdict(list)
        for _, record in records(stream, tuple(entries)):
            if isinstance(record, FormRecord):
                by_year[record.year].append(as_decided(record))
        yield from _last_two(by_year.values())


def _last_two(groups: Iterable[list[FormRecord]]) -> Iterator[tuple[FormRecord, FormRecord]]:
    for versions in groups:
        ordered = sorted(versions, key=lambda r: (r.version, r.file, r.form_index))
        if len(ordered) > 1:
            yield ordered[-2], ordered[-1]
