"""Rows that people added: new items, with whose they are; or items of an earlier reading of the same row."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from pipeline.answering import bare
from pipeline.decisions.text import plain as letters
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Unit
from pipeline.ledger.exchange.columns import BY_NAME, ENTRIES, EXTRA
from pipeline.ledger.exchange.known import Known
from pipeline.ledger.exchange.plan import Added, Plan, Refused, Row
from pipeline.ledger.exchange.reading import SheetRow, own_value
from pipeline.ledger.exchange.values import fields_of, number_in, value_of, words
from pipeline.ledger.register.matching import match
from pipeline.ledger.store.snapshot import Snapshot
from pipeline.rosters.roster import plain
from pipeline.wording import KIND

KINDS = {word: kind for kind, word in KIND.items()}
YEARS = range(1990, 2100)


class Wrong(Exception):
    """Why a row cannot become an item."""


class Adding:
    """Takes rows without a token. Those that are items already (the same row was read before) are handed to `known`."""

    def __init__(self, plan: Plan, snapshot: Snapshot, known: Known) -> None:
        self._plan, self._snapshot, self._known = plan, snapshot, known
        self._adopted: set[int] = set()
        self._new: Counter[tuple[int, str]] = Counter()

    @cached_property
    def _units(self) -> dict[str, list[Unit]]:
        named: dict[str, list[Unit]] = defaultdict(list)
        for unit in self._snapshot.units().values():
            named[plain(unit.name)].append(unit)
        return named

    def take(self, row: SheetRow, extra: list[str]) -> None:
        """One row; what is empty but for blanks or sums is none."""
        text = words(row.cells.get(BY_NAME["text"].title))
        if not text and not words(row.cells.get(BY_NAME["unit"].title)):
            if content := "；".join(words(v) for v in row.cells.values() if words(v)):
                self._plan.refused.append(Refused(0, 0, "", content, "没有单位和承诺事项，不知道是什么", row.where))
            return
        try:
            if added := self._added(row, text, extra):
                self._plan.added.append(added)
        except Wrong as why:
            content = "；".join(f"{t}：{words(v)}" for t, v in row.cells.items() if words(v))
            self._plan.refused.append(Refused(0, 0, "", content, str(why), row.where))

    def _added(self, row: SheetRow, text: str, extra: list[str]) -> Added | None:
        def cell(name: str) -> str:
            return words(row.cells.get(BY_NAME[name].title))

        if not text:
            raise Wrong("没有写承诺事项")
        named = self._units.get(plain(cell("unit")), [])
        if len(named) != 1:
            raise Wrong(f"台账里没有“{cell('unit')}”这个单位" if not named else f"台账里不止一个“{cell('unit')}”")
        person = cell("person")
        year = number_in(bare(cell("year")).removesuffix("度").removesuffix("年"))
        if year is None or year not in YEARS:
            raise Wrong("年度要写四位数字")
        kind = KINDS.get(cell("kind"), "member" if person else "org")
        people = [p for p in self._snapshot.people_of(named[0].id) if plain(p.name) == plain(person)] if person else []
        if len(people) > 1:
            raise Wrong(f"“{named[0].name}”里不止一个“{person}”")
        who = people[0].id if people else None
        form, items = self._snapshot.items_of(named[0].id, who, kind, year) if who or not person else (None, [])
        free = [i for i in items if i["same_as"] is None and i["id"] not in self._adopted]
        if read_before := next((i for i in free if letters(i["text"]) == letters(text)), None):
            self._adopted.add(read_before["id"])  # rows of the same words are as many items, in their order
            self._known.adopt(row, read_before)
            return None
        alive = {i["id"]: i["text"] for i in free}
        found = match(alive, [text])
        near = [*found.same, *found.doubtful]
        alike = (near[0][0], alive[near[0][0]]) if near else None
        self._new[named[0].id, person] += 1
        number = max((i["n"] for i in items), default=0) + self._new[named[0].id, person]
        fields = {"text": text, **self._fields(row, year), "extra": _extra(row, extra)}
        return Added(named[0].id, who, person, kind, year, form, number, fields, row.where, f"{named[0].name}{person}", alike)

    def _fields(self, row: SheetRow, year: int) -> Row:
        """What was filled in; the state is `待审`, whatever was written there."""
        fields: Row = {}
        for field in ENTRIES:
            raw = row.cells.get(field.title)
            value = value_of(raw, field.kind, year)
            said, why = words(raw), value.wrong or row.odd.get(field.title, "")
            if field.name == "state":
                why = "新增的事项从“待审”开始，请导入后再改状态" if said and said != State.WAITING else ""
            if why and said:
                self._plan.refused.append(Refused(0, 0, field.name, said, why, row.where))
            elif value.plain and field.name != "state":
                fields |= fields_of(field.name, value.plain)
        return fields


def _extra(row: SheetRow, titles: list[str]) -> Row:
    found = ((title.removeprefix(EXTRA), own_value(row.cells.get(title))) for title in titles)
    return {title: value for title, value in found if value is not None}
