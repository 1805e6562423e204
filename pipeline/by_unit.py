"""results.jsonl seen unit by unit without holding it: where the records of each unit stand in the file."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from pipeline.records import Addition, FormRecord, UnreadableRecord, from_line
from pipeline.rosters.roster import Roster, plain
from pipeline.wording import UNKNOWN_UNIT, tidy

ORDER = {"org": 0, "secretary": 1, "member": 2, "unknown": 3, "unreadable": 4}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of results.jsonl: `at` is its byte offset. `newest` is False for a form that the same owner handed in
    again for the same year; `drafts` counts how many came. What only adds to a form (`addition`) replaces nothing and
    is not counted."""

    at: int
    file: str
    index: int
    kind: str
    person: str
    version: int
    format: str
    newest: bool = True
    drafts: int = 1
    addition: Addition = "no"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A unit's entries: the organisation's form first, then the secretary's, the members', what could not be read."""

    unit: str
    unit_id: str
    entries: tuple[Entry, ...]

    @property
    def known(self) -> bool:
        return bool(self.unit)

    @property
    def name(self) -> str:
        """The unit's name, or that it is not known."""
        return self.unit or UNKNOWN_UNIT


@dataclass(frozen=True, slots=True)
class _Found:
    owner: tuple[str, ...]
    entry: Entry


def shelve(results: Path, roster: Roster) -> tuple[Shelf, ...]:
    """The units of a results.jsonl, those of the roster first and in its order, forms of no known unit last.

    A form belongs to its unit in the roster, else to the unit that it names itself; an unreadable file to the unit
    whose name stands in its path."""
    found: dict[str, list[_Found]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    with results.open("rb") as lines:
        at = 0
        for line in lines:
            record = from_line(line)
            name, unit_id = _unit(record, roster)
            key = unit_id or plain(name)
            names.setdefault(key, (name, unit_id))
            found[key].append(_found(record, at, key))
            at += len(line)
    ranks = {unit.roster_id: rank for rank, unit in enumerate(roster.units)}
    order = sorted(found, key=lambda k: (not names[k][0], ranks.get(names[k][1], len(ranks)), names[k][0]))
    return tuple(Shelf(*names[key], _settled(found[key])) for key in order)


def told_apart(shelves: Iterable[Shelf], roster: Roster) -> Iterator[tuple[Shelf, str]]:
    """The shelves with their names, those of namesakes with their superior's (第一党支部（机电学院党总支）)."""
    shelves = tuple(shelves)
    often = Counter(shelf.name for shelf in shelves)
    for shelf in shelves:
        unit = roster.unit_by_id(shelf.unit_id)
        yield shelf, f"{shelf.name}（{unit.parent}）" if often[shelf.name] > 1 and unit and unit.parent else shelf.name


def records(stream: BinaryIO, entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, FormRecord | UnreadableRecord]]:
    """The entries with their records, read one at a time from the opened results.jsonl."""
    for entry in entries:
        stream.seek(entry.at)
        yield entry, from_line(stream.readline())


def _unit(record: FormRecord | UnreadableRecord, roster: Roster) -> tuple[str, str]:
    if isinstance(record, UnreadableRecord):
        unit = roster.unit_in(record.file)
        return (unit.name, unit.roster_id) if unit else ("", "")
    known = roster.unit_by_id(record.unit.roster_id)
    return (known.name, known.roster_id) if known else (tidy(record.unit.name), "")


def _found(record: FormRecord | UnreadableRecord, at: int, key: str) -> _Found:
    if isinstance(record, UnreadableRecord):
        return _Found((str(at),), Entry(at, record.file, 0, "unreadable", "", 1, record.format))
    entry = Entry(
        at, record.file, record.form_index, record.kind, record.person or "", record.version, record.format,
        addition=record.addition,
    )  # fmt: skip
    nobody = not (key or record.person)
    return _Found((str(at),) if nobody else (record.kind, entry.person, str(record.year)), entry)


def _settled(found: list[_Found]) -> tuple[Entry, ...]:
    drafts: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for one in found:
        drafts[one.owner].append(one.entry)
    entries: list[Entry] = []
    for group in drafts.values():
        full = [e for e in group if e.addition == "no"]
        if not full and group[0].addition == "unsure":
            full = group  # alone, a supplement stands for the form
        last = max(full, key=lambda e: (e.version, e.file, e.index), default=None)
        entries += (replace(e, newest=e is last, drafts=len(full), addition="no") for e in full)
        entries += (e for e in group if e not in full)
    return tuple(sorted(entries, key=lambda e: (ORDER[e.kind], e.person, e.file, e.index)))
