"""The forms that count in a batch, and their promises read one form at a time: 150,000 forms are never held."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from pydantic_core import from_json

from pipeline.copies import Piece
from pipeline.rosters.roster import Roster, plain
from pipeline.status import FormSummary
from pipeline.versions import Line, Place


@dataclass(frozen=True, slots=True)
class Standing:
    """A form that no later version replaced: where its record stands, its owner's number, and what is known of it."""

    at: int
    owner: int
    told: FormSummary

    @property
    def whose(self) -> str:
        """As people would say it: 教务处党支部魏试填."""
        told = self.told
        return f"{told.unit}{told.person or ''}" if told.unit or told.person else told.file


def standing(index: Iterable[Line], places: Mapping[int, Place]) -> list[Standing]:
    """The newest form of every owner and what adds to it, an owner's one after the other, in the order of `index`."""
    owners: dict[int, list[Standing]] = {}
    for line in index:
        if isinstance(line.told, FormSummary) and places[line.at].newest:
            key = places[line.at].owner
            owners.setdefault(key, []).append(Standing(line.at, len(owners) - (key in owners), line.told))
    return [form for forms in owners.values() for form in forms]


def related(a: FormSummary, b: FormSummary, roster: Roster) -> str:
    """How two forms belong together so that one may well take up the other's words; "" where they don't. A branch carries
    out what its superior promised, a secretary or member what the branch did; a person may sign two forms."""
    same_unit = bool(a.unit) and (a.unit_id, plain(a.unit)) == (b.unit_id, plain(b.unit))
    if same_unit and a.person and a.person == b.person:
        return "同一人"
    if same_unit and "org" in (a.kind, b.kind):
        return "本组织与成员" if a.kind != b.kind else "同一组织"
    parents = [plain(u.parent) if (u := roster.unit_by_id(f.unit_id)) else None for f in (a, b)]
    if plain(b.unit) == parents[0] or plain(a.unit) == parents[1]:
        return "上下级"
    return ""


@dataclass(slots=True)
class Promises:
    """The promises of standing forms. Reading them through fills the numbers: of promise `n`, `form[n]` is the index in
    `forms`, `item[n]` its index in the record."""

    forms: list[Standing]
    records: BinaryIO
    form: array[int] = field(default_factory=lambda: array("q"))
    item: array[int] = field(default_factory=lambda: array("q"))

    def pieces(self) -> Iterator[Piece]:
        """All promises, those of one owner one after the other."""
        for number, form in enumerate(self.forms):
            for item, text in enumerate(self.texts(form.at)):
                self.form.append(number)
                self.item.append(item)
                yield Piece(form.owner, text)

    def texts(self, at: int) -> list[str]:
        """The promises of the record at an offset. Our own lines are taken as they are: to check them again would cost
        more than all the rest."""
        self.records.seek(at)
        return [str(item["text"]) for item in from_json(self.records.readline())["items"]]
