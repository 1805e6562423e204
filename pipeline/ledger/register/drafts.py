"""results.jsonl as the ledger takes it: for each owner, kind and year the newest draft with its promises, and all its files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.by_unit import Shelf, records, shelve
from pipeline.records import FormRecord, ItemRecord, from_line
from pipeline.rosters.roster import Answer, Roster
from pipeline.status import summarise
from pipeline.wording import cut_out, due, phrase, tidy
from rules.private import hidden


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose form it is: a unit and, for forms of people, a person, by their rows in the roster where they have one."""

    unit: str
    unit_id: str
    person: str
    person_id: str


@dataclass(frozen=True, slots=True)
class File:
    """A file that came for a form."""

    name: str
    sha256: str
    index: int
    draft: int
    addition: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The newest draft of a form with what adds to it. `items` are fields of items, in their order."""

    owner: Owner
    kind: str
    year: int
    notice: str
    files: tuple[File, ...]
    newest: File
    received: date | None
    signed: date | None
    items: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A form that cannot be registered, and why."""

    file: str
    why: str


def drafts(results: Path, roster: Roster, year: int | None) -> Iterator[Draft | Left]:
    """Unit by unit. `year` is that of the notice, for forms that name none."""
    with results.open("rb") as stream:
        for shelf in shelve(results, roster):
            owned: dict[tuple[Owner, str, int], list[FormRecord]] = defaultdict(list)
            for _, record in records(stream, shelf.entries):
                if isinstance(record, FormRecord):
                    found = _place(record, shelf, roster, year)
                    if isinstance(found, Left):
                        yield found
                    else:
                        owned[found].append(record)
            yield from (_draft(*key, forms) for key, forms in _with_additions(owned).items())


Owned = dict[tuple[Owner, str, int], list[FormRecord]]


def _with_additions(owned: Owned) -> Owned:
    """Few supplements say what kind of form they belong to: one goes to the form of its owner, where there is one."""
    settled: Owned = {key: forms for key, forms in owned.items() if any(f.addition == "no" for f in forms)}
    for key, forms in owned.items():
        if key in settled:
            continue
        owner, kind, year = key
        theirs = [k for k in settled if k[0] == owner]
        home = max(theirs, key=lambda k: (k[1] == kind, k[2] == year, k[2]), default=key)
        settled.setdefault(home, []).extend(forms)
    return settled


def _place(record: FormRecord, shelf: Shelf, roster: Roster, year: int | None) -> tuple[Owner, str, int] | Left:
    told = summarise(record, roster)
    answer = roster.answer(record.sha256, record.form_index)
    person = "" if record.kind == "org" else _person(record, told.person_id, answer, roster)
    of_year = record.year or year or (record.sign.date or record.received or date.min).year
    if not shelf.known and not person:
        return Left(record.file, "表上没有单位，请在“待确认”里填写")
    if record.kind == "member" and not person:
        return Left(record.file, "表上没有姓名，请在“待确认”里填写")
    if of_year == date.min.year:
        return Left(record.file, "看不出是哪一年的")
    return Owner(shelf.name, shelf.unit_id, person, told.person_id or ""), record.kind, of_year


def _person(record: FormRecord, person_id: str | None, answer: Answer | None, roster: Roster) -> str:
    known = roster.person_by_id(person_id)
    return known.name if known else tidy((answer.person if answer else "") or record.person or "")


def _draft(owner: Owner, kind: str, year: int, forms: list[FormRecord]) -> Draft:
    forms = _each_once(sorted(forms, key=lambda f: (f.version, f.file, f.form_index)))
    whole = [f for f in forms if f.addition == "no"] or forms
    last = whole[-1]
    numbers = {id(form): n for n, form in enumerate(whole, start=1)}
    files = tuple(File(f.file, f.sha256, f.form_index, numbers.get(id(f), len(whole)), f.addition) for f in forms)
    counted = [last, *(f for f in forms if f not in whole)]
    items = tuple(_item(n, item) for n, item in enumerate((i for form in counted for i in form.items), start=1))
    newest = files[forms.index(last)]
    return Draft(owner, kind, year, last.notice, files, newest, last.received, last.sign.date, items)


def _each_once(forms: list[FormRecord]) -> list[FormRecord]:
    """The forms without those that came again in a copy of the same file: the last one counts."""
    last = {(f.sha256, f.form_index): f for f in forms}
    return [f for f in forms if last[f.sha256, f.form_index] is f]


class Times:
    """How often a form stands in results.jsonl: a file may come from two owners. Looked for when first asked."""

    def __init__(self, results: Path) -> None:
        self._results = results

    @cached_property
    def _counted(self) -> Counter[tuple[str, int]]:
        with self._results.open("rb") as lines:
            records = (from_line(line) for line in lines)
            return Counter((r.sha256, r.form_index) for r in records if isinstance(r, FormRecord))

    def once(self, file: File) -> bool:
        """Whether that form of that file has one owner only."""
        return self._counted[file.sha256, file.index] == 1


def _item(n: int, item: ItemRecord) -> dict[str, Any]:
    falls = due(item.deadline)
    return {
        "content_id": item.item_id,
        "n": n,
        "ordinal": item.ordinal,
        "text": hidden(item.text),
        "target": hidden(cut_out(item.text, item.target.spans)),
        "project": hidden(cut_out(item.text, item.project.spans)),
        "measures": hidden(cut_out(item.text, item.measures.spans)),
        "phrase": phrase(item.deadline),
        "due": falls if isinstance(falls, date) else None,
        "due_words": "" if isinstance(falls, date) else falls,
        "responsible": "、".join(item.responsible.names),
        "dimensions": "、".join(d.label for d in item.dimensions),
        "part": "其他" if item.part == "other" else item.part,
    }
