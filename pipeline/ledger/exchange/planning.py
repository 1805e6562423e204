"""Comparing a workbook that came back with the ledger, cell by cell.

Each cell is held against what the copy knew (the item as it went out, or as this copy was last read) and what is now: only
what a person changed counts; where somebody else changed the same cell meanwhile, both values are kept for a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pipeline.clock import today
from pipeline.ledger.book.life import Illegal, State, check_closed, move
from pipeline.ledger.book.questions import ANSWERS, CONFLICT, meant_answer
from pipeline.ledger.book.things import held
from pipeline.ledger.exchange.added import Adding
from pipeline.ledger.exchange.columns import BY_TITLE, ENTRIES, EXTRA, STATE, TOKEN, title_of
from pipeline.ledger.exchange.known import Known, Place
from pipeline.ledger.exchange.plan import Answered, Conflict, Edit, ItemEdits, Plan, Refused, Row
from pipeline.ledger.exchange.reading import ExchangeError, Read, SheetRow, own_value
from pipeline.ledger.exchange.sheet_xml import Odd
from pipeline.ledger.exchange.tokens import numbers_in
from pipeline.ledger.exchange.values import number_in, value_of, words
from pipeline.ledger.exchange.writing import own_sheets
from pipeline.ledger.store.snapshot import Snapshot

PAST = ("progress_on", "done_on", "evidence_day")
"""Days of what was done."""


def make_plan(read: Read, snapshot: Snapshot, by: str, source: str) -> Plan:
    """What reading `read` in would do. Raises ExchangeError where the workbook is another ledger's."""
    plan = Plan(snapshot.last_change(), notes=list(read.notes))
    _same_ledger(read, snapshot.tag())
    known = Known(read, snapshot, by, source)
    adding = Adding(plan, snapshot, known)
    for row in known.strangers:
        adding.take(row, read.extra)
    known.remember()
    for number, rows in known.by_item.items():
        _Comparing(plan, known, number, read.extra).rows(rows)
    for row, why in known.unknown:
        plan.refused.append(Refused(0, 0, "", _content(row), why, row.where))
    _answers(plan, read, snapshot)
    _deleted(plan, read, snapshot, known)
    kept = own_sheets(snapshot.kept_sheets())
    plan.sheets = [sheet for sheet in read.sheets if sheet.key not in kept or kept[sheet.key].cells != sheet.cells]
    if read.missing:
        plan.notes.append(f"工作簿里没有这几列，没有改动它们：{'、'.join(read.missing)}。")
    return plan


def _same_ledger(read: Read, tag: str) -> None:
    told = read.about.get("台账", "")
    if told and told != tag:
        raise ExchangeError(f"“{read.name}”是另一个台账导出的（{told}，这里是 {tag or '新台账'}），可能是别的单位或往年的。请核对文件和结果文件夹。什么也没有改动。")


class _Comparing:
    """The rows of one item: usually one, more where rows were copied."""

    def __init__(self, plan: Plan, known: Known, number: int, extra: list[str]) -> None:
        self._plan, self._known, self._extra = plan, known, extra
        self._now = known.items[number]
        self._number = number
        self._owner = known.owner(self._now)
        self._year = known.forms[self._now["form"]].year
        self._told: set[Conflict] = set()

    def rows(self, places: list[Place]) -> None:
        edits: dict[str, dict[Any, tuple[Edit, Place]]] = defaultdict(dict)
        for place in places:
            for edit in self._row(place):
                edits[edit.field].setdefault(_key(edit.after), (edit, place))
        taken: dict[str, Edit] = {}
        for name, said in edits.items():
            if len(said) > 1:
                for edit, place in said.values():
                    self._conflict(edit, place)
            else:
                ((edit, place),) = said.values()
                if self._free(edit, place):
                    taken[name] = edit
        if taken:
            self._take(taken)

    def _row(self, place: Place) -> Iterator[Edit]:
        """What the row says that its copy did not know, and that is not so already."""
        row, base, now = place.row, place.base, self._now
        for field in ENTRIES:
            if field.title not in row.cells:
                continue
            if why := row.odd.get(field.title):
                self._odd(place, field.name, words(row.cells[field.title]), why)
                continue
            raw, was = row.cells[field.title], held(base, field.name)
            if ("" if raw is None else raw) == was:  # nearly always: not touched
                continue
            said = words(raw)
            if said in (was, shown_as(base, field.name), shown_as(now, field.name)) or (field.name == "note" and _note_of_before(place, said)):
                continue
            if not said and field.kind == STATE and not place.version:
                continue  # a row that somebody typed in, and left the state to the program
            value = value_of(raw, field.kind, self._year)
            if why := value.wrong or _to_come(field.name, value.plain):
                self._refuse(place, field.name, said or "（清空）", why)
                continue
            plain = value.plain or ""
            if plain != was and plain != held(now, field.name):
                yield Edit(field.name, held(now, field.name), plain, row.where, value.took)
        for title in self._extra:
            if title in row.cells and title not in row.odd:
                said, before = own_value(row.cells[title]), (base.get("extra") or {}).get(title)
                if said != before and said != now["extra"].get(title):
                    yield Edit(EXTRA + title, now["extra"].get(title), said, row.where)
        self._protected(place)

    def _free(self, edit: Edit, place: Place) -> bool:
        """Whether nobody else changed the cell since; else a person is asked."""
        if _key(_was(place.base, edit.field)) == _key(edit.before):
            return True
        if not edit.before and not place.version:
            return True  # the copy does not say what it knew, and there is nothing to overwrite
        self._conflict(edit, place)
        return False

    def _conflict(self, edit: Edit, place: Place) -> None:
        found = Conflict(self._number, self._owner, edit.field, _text(edit.before), _text(edit.after), place.version, place.row.where)
        if not self._known.asked(found.item, CONFLICT, found.field, found.said, found.seen) and found not in self._told:
            self._told.add(found)
            self._plan.conflicts.append(found)

    def _take(self, taken: dict[str, Edit]) -> None:
        one = ItemEdits(self._now, self._owner)
        state, note = taken.pop("state", None), taken.get("note")
        after = {**self._now, **{name: edit.after for name, edit in taken.items()}}
        if state is not None:
            one.note = note.after if note else ""
            try:
                move(State(self._now["state"]), State(state.after), after, one.note)
                one.to = State(state.after)
                taken.pop("note", None)
                one.edits.append(state)
            except Illegal as why:
                self._plan.refused.append(Refused(self._number, self._now["version"], "state", state.after, str(why), state.where))
        try:
            check_closed({**after, "state": one.to or self._now["state"]}, taken)
        except Illegal as why:
            for name, edit in list(taken.items()):
                if not edit.after:
                    self._plan.refused.append(Refused(self._number, self._now["version"], name, "（清空）", str(why), edit.where))
                    del taken[name]
        one.edits += taken.values()
        if one.edits:
            self._plan.items[self._number] = one

    def _odd(self, place: Place, name: str, said: str, why: str) -> None:
        """A cell that cannot be taken as it stands: nothing is cleared for it."""
        if why == Odd.MERGED and not said:
            self._plan.merged.append(f"{place.row.where}“{title_of(name)}”")
        else:
            self._refuse(place, name, said or "（公式）", why)

    def _refuse(self, place: Place, name: str, said: str, why: str) -> None:
        if said:
            self._plan.refused.append(Refused(self._number, place.version, name, said, why, place.row.where))

    def _protected(self, place: Place) -> None:
        """Columns that the program fills in: what was changed there is not read, but said and kept."""
        cells = place.row.cells
        for title, told in self._known.printed(self._number):
            if (raw := cells.get(title)) is None or raw == told:  # nearly always
                continue
            said = words(raw)
            if BY_TITLE[title].name == "unit" and self._known.called_before(self._number, said):
                continue
            if said and said != told and said != words(place.printed.get(BY_TITLE[title].name)) and title not in place.row.odd:
                self._plan.protected[title] += 1
                self._refuse(place, BY_TITLE[title].name, said, "这一列由程序填写")


def _to_come(name: str, plain: str | None) -> str:
    """Why a day cannot be right of what is over (a slip of the year, mostly); empty where it can."""
    now = today().isoformat()
    return f"晚于今天（{now}），请核对年份" if name in PAST and (plain or "") > now else ""


def _note_of_before(place: Place, said: str) -> bool:
    """Whether a cell still has the note that went out in it and that a move, read from this copy, took away."""
    return place.base.get("state") != place.printed.get("state") and not place.base.get("note") and said == shown_as(place.printed, "note")


def shown_as(row: Row, name: str) -> str:
    """The same as it stands in a cell that was written: without what no cell can hold."""
    return words(held(row, name))


def _was(base: Row, name: str) -> Any:
    return (base.get("extra") or {}).get(name.removeprefix(EXTRA)) if name.startswith(EXTRA) else held(base, name)


def _key(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else "" if value is None else value


def _text(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) and value else "" if value is None else str(value)


def _content(row: SheetRow) -> str:
    told = (f"{title}：{words(value)}" for title, value in row.cells.items() if title != TOKEN and words(value))
    return "；".join(told)


def _answers(plan: Plan, read: Read, snapshot: Snapshot) -> None:
    for number, said, where in read.answers:
        question = snapshot.question(number)
        said = meant_answer(said, question["kind"]) if question else said
        if question is None:
            plan.refused.append(Refused(0, 0, "", f"问题{number}：{said}", "没有这个问题", where))
        elif said not in ANSWERS[question["kind"]]:
            plan.refused.append(Refused(0, 0, "", f"问题{number}：{said}", f"可选的答复是：{'、'.join(ANSWERS[question['kind']])}", where))
        elif not question["answer"]:
            plan.answers.append(Answered(question, said, where))
        elif question["answer"] != said:
            why = f"{question['answered_by']}已答复“{question['answer']}”"
            plan.refused.append(Refused(0, 0, "", f"问题{number}：{said}", why, where))


def _deleted(plan: Plan, read: Read, snapshot: Snapshot, known: Known) -> None:
    """Rows that went out and did not come back; nothing is deleted for it."""
    number = number_in(read.about.get("导出", ""))
    if number is not None:
        gone = sorted(set(numbers_in(snapshot.exported(number))) - known.by_item.keys() - known.told)
        alive = snapshot.items(gone)
        plan.deleted = [n for n in gone if n in alive and alive[n]["same_as"] is None and alive[n]["state"] != State.DROPPED]

