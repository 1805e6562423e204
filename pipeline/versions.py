"""Which forms of an inbox belong to one owner, and what each is among them: a version, or something that adds to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from sys import intern
from typing import BinaryIO

from pipeline.records import Addition, FormRecord, UnreadableRecord, from_line
from pipeline.rosters.roster import Roster
from pipeline.status import FormSummary, summarise
from pipeline.supplements import alone, settled, weigh
from rules.engine import in_time_codes, once_codes


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose form of which kind and year it is; nobody's where both names are empty."""

    unit: str
    person: str
    kind: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """Where a record stands in the file of judged results, what is kept of it (each line is taken apart once), whose form
    it is (None: nobody's, or no form), its day (receipt, else signature) and whether it calls itself an addition."""

    file: str
    form_index: int
    at: int
    told: FormSummary | UnreadableRecord
    owner: Owner | None = None
    day: date = date.min
    addition: Addition = "no"


@dataclass(frozen=True, slots=True)
class Place:
    """A form among the forms of its owner: its version, whether it only adds to another, and whether there is one that
    it adds to. `owner` is one number for all forms of an owner; `newest` is False where a later version came. `met` are
    the codes of the rules on time that the first version met, so that a later one need not, and of those that a supplement meets for
    the form."""

    version: int = 1
    addition: Addition = "no"
    beside: bool = False
    owner: int = -1
    newest: bool = True
    met: frozenset[str] = frozenset()

    @property
    def usual(self) -> bool:
        """Whether it is what every form is taken for at first: version 1 of a form, and no addition."""
        return self.version == 1 and self.addition == "no" and not self.met

    def settle(self, record: FormRecord) -> FormRecord:
        """The record with its place."""
        return settled(record, self.version, self.addition, beside=self.beside, met=self.met)


def lines_of(part: Path, end: str, roster: Roster) -> list[Line]:
    """The lines of a file of judged results behind its first; `end` is the line between two files' records."""
    found: list[Line] = []
    with part.open("rb") as lines:
        at = len(lines.readline())
        for line in lines:
            if line != end.encode():
                found.append(_line(line, at, roster))
            at += len(line)
    return found


def places_of(index: Iterable[Line], part: BinaryIO) -> dict[int, Place]:
    """The place of the form at each offset. Several files of one owner, kind and year are versions of one form, counted
    by the day they came (else were signed), then by name; a supplement has the version of what it adds to."""
    places: dict[int, Place] = {}
    for lines in _owned(sorted(index, key=lambda found: (found.day, found.file, found.form_index))):
        records = _forms(lines, part) if len(lines) > 1 else []
        additions = weigh(records) if records else alone(lines[0].addition)
        met, together = _met(records, additions), _together(records, additions)
        full, version = "no" in additions, 0
        last = max((n for n, addition in enumerate(additions) if addition == "no"), default=len(lines) - 1)
        for n, (line, addition) in enumerate(zip(lines, additions, strict=True)):
            version += addition == "no" or not full
            newest = n == last or (full and addition != "no")
            theirs = (met if version > 1 else frozenset()) | (together if n == last else frozenset())
            places[line.at] = Place(max(version, 1), addition, full and addition != "no", lines[0].at, newest, theirs if addition == "no" else frozenset())
    return places


def _met(records: Sequence[FormRecord], additions: Sequence[Addition]) -> frozenset[str]:
    """The rules on time that the first version of a form is not known to have failed: a later one need not meet them."""
    first = next((r for r, addition in zip(records, additions, strict=False) if addition == "no"), None)
    return in_time_codes() - {f.code for f in first.findings if f.verdict == "deficient"} if first is not None else frozenset()


def _together(records: Sequence[FormRecord], additions: Sequence[Addition]) -> frozenset[str]:
    """The rules that one promise meets and a supplement is not known to fail."""
    added = (r for r, addition in zip(records, additions, strict=False) if addition == "yes" and r.items)
    return frozenset(code for r in added for code in once_codes() - {f.code for f in r.findings})


def _line(line: bytes, at: int, roster: Roster) -> Line:
    record = from_line(line)
    if not isinstance(record, FormRecord):
        return Line(record.file, -1, at, record)
    day = record.received or record.sign.date or date.min
    return Line(record.file, record.form_index, at, summarise(record, roster), _owner(record, roster), day, record.addition)


def _owner(record: FormRecord, roster: Roster) -> Owner | None:
    unit, person = intern(record.unit.roster_id or record.unit.name), _person(record, roster)
    return Owner(unit, person, intern(record.kind), record.year) if unit or person else None


def _person(record: FormRecord, roster: Roster) -> str:
    """The person whose form it is: by what the office answered, else as printed."""
    answer = roster.answer(record.sha256, record.form_index)
    return (answer.person if answer else "") or record.person or ""


def _owned(lines: Iterable[Line]) -> list[list[Line]]:
    """The forms of each owner, in the order given."""
    owned: dict[Owner, list[Line]] = defaultdict(list)
    nobodys: list[list[Line]] = []
    told: list[Line] = []
    for line in lines:
        if line.owner is None:
            nobodys.append([line])
        elif line.addition == "no":
            owned[line.owner].append(line)
        else:
            told.append(line)
    for line in told:
        if line.owner is not None:
            owned[_added_to(line.owner, owned)].append(line)
    return [*nobodys, *owned.values()]


def _added_to(owner: Owner, owned: dict[Owner, list[Line]]) -> Owner:
    """Whose form a supplement adds to. Few supplements print the year or say what kind of form they belong to."""
    theirs = (o for o in owned if (o.unit, o.person) == (owner.unit, owner.person))
    return max(theirs, key=lambda o: (o.kind == owner.kind, o.year == owner.year, o.year or 0), default=owner)


def _forms(lines: Iterable[Line], part: BinaryIO) -> list[FormRecord]:
    records = []
    for line in lines:
        part.seek(line.at)
        records.append(from_line(part.readline()))
    return [record for record in records if isinstance(record, FormRecord)]
