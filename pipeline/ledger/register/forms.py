"""A draft into the ledger: its form, its files, and each promise onto the item that it was before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from pipeline.decisions.text import plain
from pipeline.ledger.book.life import State
from pipeline.ledger.book.questions import CHANGED, CONFLICT, GONE, SAME
from pipeline.ledger.book.things import held, plain_fields
from pipeline.ledger.register.drafts import Draft, Times
from pipeline.ledger.register.matching import match
from pipeline.ledger.register.origins import link_origins
from pipeline.ledger.store.acts import Act

Row = dict[str, Any]
NAME = "登记"
"""What an act of registering is called; other acts are people's, and what they put into an item stays."""
EARLY = (State.WAITING, State.RETURNED)
NOT_THERE, ELSEWHERE = "新报的稿子里没有这一项", "这份承诺书已改归别的单位或个人"
"""Why the program drops a promise: one that a newer draft has again comes back with all that was typed into it."""
READ = ("text", "target", "project", "measures", "phrase", "due", "due_words", "responsible", "dimensions", "part")
"""Fields that come from the form."""
BOUND = ("due", "due_words")
"""Two of them that say one thing: by when, as a day or in words."""
PLACE = ("n", "ordinal", "content_id")


class Registrar:
    """Takes drafts of one unit after the other; counts what became of them. `times` tells which forms came from one owner only."""

    def __init__(self, act: Act, times: Times | None = None) -> None:
        self._act, self._times = act, times
        self.counts: Counter[str] = Counter()

    @cached_property
    def _files_before(self) -> bool:
        """Whether anything was registered before this act; asked before it adds anything."""
        return self._act.any_files()

    def take(self, draft: Draft, unit: int, person: int | None) -> None:
        """One draft."""
        forms = self._act.rows("form", unit=unit, person=person, kind=draft.kind, year=draft.year)
        if strays := self._strays(draft, forms):
            forms = self._brought_home(strays, forms, {"unit": unit, "person": person, "kind": draft.kind, "year": draft.year})
        form = self._meant(forms, draft) if forms else self._new(draft, unit, person)
        if not forms or self._known(draft, form):
            self.counts["接续去年的事项"] += link_origins(self._act, form)

    def _strays(self, draft: Draft, mine: list[Row]) -> list[Row]:
        """Forms of others whose newest draft is one of these very files: it was taken for theirs before somebody said whose it
        is, or before the program read it better."""
        if not self._files_before:
            return []
        files = {(f.sha256, f.index): f for f in draft.files}
        numbers = {n for key in files for n in self._act.forms_of(*key)} - {f["id"] for f in mine}
        heads = [(files.get((f["sha256"], f["form_index"])), f) for f in self._act.rows("form", id=sorted(numbers))] if numbers else []
        return [form for file, form in heads if file and self._times and self._times.once(file)]

    def _brought_home(self, strays: list[Row], mine: list[Row], owner: Row) -> list[Row]:
        """The form with all that was typed into it goes to its owner; where that has one already, its promises are there anew."""
        before = self._act.changes
        if not mine:
            self._act.change("form", strays[0]["id"], owner, "改正归属", known=strays[0])
        for form in strays if mine else strays[1:]:
            for row in self._act.rows("item", form=form["id"], same_as=None):
                if row["state"] != State.DROPPED:
                    self.gone(row, ELSEWHERE)
        self.counts["改正归属的表"] += self._act.changes > before
        return mine or strays[:1]

    def _meant(self, forms: list[Row], draft: Draft) -> Row:
        """Which form a draft is of; a unit that others went into may have several of a kind: the one that has a file of the
        draft, else that of the unit of that name, else the first."""
        if len(forms) == 1:
            return forms[0]
        files = {(f.sha256, f.index) for f in draft.files}
        if known := [f for f in forms if files & self._act.files_of(f["id"]).keys()]:
            return known[0]
        units = {u["id"]: u for u in self._act.rows("unit", id=[self._act.first("form", f["id"])["unit"] for f in forms])}
        named = (f for f in forms if plain(units[self._act.first("form", f["id"])["unit"]]["name"]) == plain(draft.owner.unit))
        return next(named, forms[0])

    def _known(self, draft: Draft, form: Row) -> bool:
        """A draft of a form that the ledger has; whether it was taken."""
        newest, known = (draft.newest.sha256, draft.newest.index), self._act.files_of(form["id"])
        held = (form["sha256"], form["form_index"])
        newer = newest != held
        if newer and newest in known and held not in {(f.sha256, f.index) for f in draft.files}:
            self.counts["旧稿"] += 1  # an inbox that lacks the newest draft must not undo it
            return False
        count = self._files(form["id"], draft, known)
        self._act.change("form", form["id"], _head(draft, count), known=form)
        self.counts["更新的表"] += newer
        self._items(draft, form["id"], newer=newer)
        return True

    def _new(self, draft: Draft, unit: int, person: int | None) -> Row:
        owner = {"unit": unit, "person": person, "kind": draft.kind, "year": draft.year}
        form = self._act.add("form", {**owner, **_head(draft, sum(f.addition == "no" for f in draft.files))})
        self._files(form, draft, {})
        self.counts["新登记的表"] += 1
        for fields in draft.items:
            self._add(form, fields)
        return {"id": form, **owner}

    def _files(self, form: int, draft: Draft, known: Mapping[tuple[str, int], str]) -> int:
        """Note the files that are new; returns how many whole drafts there are now."""
        count = sum(addition == "no" for addition in known.values())
        for file in draft.files:
            if (file.sha256, file.index) not in known:
                count += file.addition == "no"
                self._act.came(form, file.name, file.sha256, file.index, count, file.addition)
        return count

    def _add(self, form: int, fields: Row) -> int:
        self.counts["新事项"] += 1
        return self._act.add("item", {**fields, "form": form, "state": State.WAITING, "since": self._act.day, "extra": {}})

    def _items(self, draft: Draft, form: int, *, newer: bool) -> None:
        every = [r for r in self._act.rows("item", form=form) if r["same_as"] is None]
        rows = {r["id"]: r for r in every if r["state"] != State.DROPPED}
        found = match({number: row["text"] for number, row in rows.items()}, [f["text"] for f in draft.items], again=True)
        for number, place in found.same:
            self._again(rows[number], draft.items[place], newer=newer)
        back = self._back([r for r in every if r["id"] not in rows], draft, found.new, newer=newer)
        made = {place: self._add(form, draft.items[place]) for place in found.new if place not in back}
        for number, place in ((n, p) for n, p in found.doubtful if p in made):
            self._ask(SAME, made[place], other=number, now=rows[number]["text"], said=draft.items[place]["text"])
        asked = {q["other"] for q in self._act.rows("question", kind=SAME, answer="", other=found.gone)} if found.gone else set()
        for number in found.gone:
            if number not in asked:
                self.gone(rows[number])

    def _back(self, dropped: list[Row], draft: Draft, places: list[int], *, newer: bool) -> set[int]:
        """Bring back what the program dropped and the draft has again, word for word; the places of those promises."""
        gone = {plain(row["text"]): row for row in dropped if row["note"] in (NOT_THERE, ELSEWHERE)}
        found = set()
        for place in places:
            if row := gone.pop(plain(draft.items[place]["text"]), None):
                self._act.move(row["id"], State.WAITING, "新报的稿子里又有这一项", known=row)
                self._again(row, draft.items[place], newer=newer)
                found.add(place)
        return found

    def _again(self, row: Row, fields: Row, *, newer: bool) -> None:
        """A promise that stands in the new draft too."""
        said = plain_fields({name: fields[name] for name in READ})
        differs = {name: value for name, value in said.items() if row[name] != value}
        if State(row["state"]) not in EARLY:
            if "text" in differs and plain(row["text"]) != plain(fields["text"]):
                self._ask(CHANGED, row["id"], now=row["text"], said=json.dumps(differs, ensure_ascii=False))
            differs = {}  # what was approved stays as it was approved
        typed = self._typed(row["id"], differs)
        for name in sorted(typed - {"due_words"}):
            self._ask(CONFLICT, row["id"], field=name, now=held(row, name), said=held(said, name))
        read = {name: value for name, value in differs.items() if name not in typed}
        self._act.change("item", row["id"], {**{name: fields[name] for name in PLACE}, **read}, known=row)
        self.counts["更新的事项"] += bool(read)
        if newer and row["state"] == State.RETURNED:
            self._act.move(row["id"], State.WAITING, "重新报送")

    def _typed(self, item: int, differs: Row) -> set[str]:
        """The fields of these that people put into the item."""
        typed = self._act.typed_fields(item, NAME) if differs else set()
        bound = set(BOUND) if typed & set(BOUND) and differs.keys() & set(BOUND) else set()
        return typed & differs.keys() | bound

    def gone(self, row: Row, why: str = NOT_THERE) -> None:
        """A promise that the newest draft has not."""
        if State(row["state"]) in EARLY:
            self._act.move(row["id"], State.DROPPED, why)
            self.counts["撤下的事项"] += 1
        elif State(row["state"]) not in (State.CLOSED, State.CARRIED):
            self._ask(GONE, row["id"], now=row["text"])

    def _ask(self, kind: str, item: int, **said: Any) -> None:
        """Ask once: what was asked and answered, or is open, is not asked again."""
        wanted = {"other": None, "field": "", "said": "", **said}
        same = (q for q in self._act.rows("question", item=item, kind=kind) if all(q[n] == wanted[n] for n in ("other", "field", "said")))
        if next(same, None) is None:
            self._act.add("question", {"kind": kind, "item": item, "seen": 0, "by": self._act.who.by, "source": self._act.who.source, **said})
            self.counts["待确认"] += 1


def _head(draft: Draft, count: int) -> Row:
    newest = draft.newest
    return {
        "notice": draft.notice, "file": newest.name, "sha256": newest.sha256, "form_index": newest.index, "drafts": count,
        "received": draft.received, "signed": draft.signed,
    }  # fmt: skip
