"""Random histories of a year's ledger, many acts on many days: whatever happens, a state is reached by legal moves alone, the
tables are what the changes add up to, and a past day once looked at never looks otherwise."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pipeline.ledger.acting import revise
from pipeline.ledger.book.history import ADDED, MOVED, Who
from pipeline.ledger.book.life import FIELD, MOVES, PROOF, Illegal, Need, State
from pipeline.ledger.book.things import Form, Item, Person, Question, Unit
from pipeline.ledger.book.year import Publication
from pipeline.ledger.store.ledger import Ledger, Which, open_ledger
from pipeline.ledger.store.past import Past, past
from pipeline.ledger.units import merge, part, rename
from tests.year.hand import small

KINDS = (Unit, Person, Form, Item, Question, Publication)
LEGAL = {(move.frm.value, move.to.value): move for move in MOVES}
NAMES = ("试后勤支部", "试机电支部", "试新名支部", "试另名支部")
ITEMS = st.integers(1, 7)
GIVEN = {
    "due": date(2012, 12, 1), "rectify_by": date(2012, 9, 30), "evidence": "验收单", "evidence_day": date(2012, 6, 20),
    "evidence_file": "卷一", "reviewer": "李试核",
}  # fmt: skip


class Course(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="yr-"))
        small(self.home, state=State.WAITING)
        self.day = date(2012, 3, 21)
        self.looked: dict[date, Past] = {}

    def teardown(self) -> None:
        if hasattr(self, "home"):
            shutil.rmtree(self.home, ignore_errors=True)

    def who(self) -> Who:
        return Who("王试登", "命令", datetime(self.day.year, self.day.month, self.day.day, 9))

    @rule(days=st.integers(1, 40))
    def time_goes_by(self, days: int) -> None:
        """The day that ends is looked at, and kept for comparison."""
        with open_ledger(self.home) as ledger:
            self.looked[self.day] = past(ledger.store, self.day)
        self.day += timedelta(days=days)

    @rule(number=ITEMS, to=st.sampled_from(list(State)), note=st.sampled_from(["", "原因"]), given=st.booleans())
    def move(self, number: int, to: State, note: str, given: bool) -> None:
        """Any move, sensible or not: it succeeds where the table allows it and all that it needs is there, else nothing changes."""
        with open_ledger(self.home) as ledger:
            before, count = ledger.get(Item, number), len(ledger.changes())
            assert before is not None
            values: dict[str, Any] = dict(GIVEN) if given else {}
            wanted = LEGAL.get((before.state.value, to.value))
            held = {name: values.get(name) or getattr(before, name) for name in FIELD.values()}
            allowed = wanted is not None and all(note if need is Need.NOTE else held[FIELD[need]] for need in wanted.needs)
            try:
                with ledger.act(self.who(), "办理") as act:
                    act.move(number, to, note, values)
            except Illegal:
                assert not allowed
                assert (ledger.get(Item, number), len(ledger.changes())) == (before, count)
            else:
                assert allowed

    @rule(number=ITEMS, text=st.sampled_from(["改写的承诺", "再改写的承诺"]))
    def reword(self, number: int, text: str) -> None:
        with open_ledger(self.home) as ledger:
            try:
                revise(ledger, number, self.who(), "变更", {"text": text, "due": date(2012, 11, 30)})
            except Illegal:
                return
            found = ledger.get(Item, number)
            assert found is not None
            assert found.text == text

    @rule(number=ITEMS, field=st.sampled_from(["progress", "remark", *(FIELD[need] for need in PROOF)]), filled=st.booleans())
    def fill_in(self, number: int, field: str, filled: bool) -> None:
        """Fields come and go; what proves a closed item may not go."""
        empty = None if field == "evidence_day" else ""
        value = GIVEN.get(field, "已开工") if filled else empty
        with open_ledger(self.home) as ledger:
            try:
                with ledger.act(self.who(), "填写") as act:
                    act.change("item", number, {field: value})
            except Illegal:
                found = ledger.get(Item, number)
                assert found is not None
                assert (found.state, filled) == (State.CLOSED, False)

    @staticmethod
    def of(ledger: Ledger, name: str) -> set[int]:
        """The items of the one unit that an order about this name would be about; none where there is no such unit."""
        living = [unit for unit in ledger.all(Unit) if unit.merged_into is None]
        found = [unit.id for unit in living if unit.name == name] or [u.id for u in living if name in u.former.splitlines()]
        return set(ledger.ids(Which(units=found, all_states=True))) if len(found) == 1 else set()

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES), how=st.sampled_from([rename, merge, part]))
    def units_change(self, old: str, new: str, how: Any) -> None:
        with open_ledger(self.home) as ledger:
            before, meant = ledger.ids(Which(all_states=True)), self.of(ledger, old)
            try:
                how(ledger, old, self.who()) if how is part else how(ledger, old, new, self.who())
            except Illegal:
                return
            assert sorted(ledger.ids(Which(all_states=True))) == sorted(before)
            if how is not part:  # a name may have been another unit's before: then more is found, never less
                assert meant <= set(ledger.ids(Which(unit=old, all_states=True)))
                assert meant <= set(ledger.ids(Which(unit=new, all_states=True)))

    @invariant()
    def the_view_is_the_replay_of_the_events(self) -> None:
        if hasattr(self, "home"):
            with open_ledger(self.home) as ledger:
                now = past(ledger.store)
                for kind in KINDS:
                    assert now.all(kind) == ledger.all(kind)

    @invariant()
    def every_state_was_reached_by_legal_moves(self) -> None:
        if not hasattr(self, "home"):
            return
        with open_ledger(self.home) as ledger:
            held = {item.id: item.state.value for item in ledger.all(Item)}
            walked: dict[int, str] = {}
            for change in ledger.changes():
                if change.thing != "item" or "state" not in change.after:
                    continue
                if change.what == MOVED:
                    assert change.before["state"] == walked[change.id]
                    assert (walked[change.id], change.after["state"]) in LEGAL
                else:
                    assert change.what == ADDED
                walked[change.id] = change.after["state"]
            assert walked == held
            closed = [item for item in ledger.all(Item) if item.state is State.CLOSED]
            assert all(getattr(item, FIELD[need]) for item in closed for need in PROOF)

    @invariant()
    def past_days_stay(self) -> None:
        if getattr(self, "looked", None):
            with open_ledger(self.home) as ledger:
                for day, seen in self.looked.items():
                    assert past(ledger.store, day) == seen


TestCourse = Course.TestCase
TestCourse.settings = settings(max_examples=8, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
