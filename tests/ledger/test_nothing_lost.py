"""Two clerks edit copies at random, fetch new ones, hand in in any order: whatever anybody typed stands in the ledger, in its
history, or in a question; and the tables are what the changes add up to."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
import openpyxl
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pipeline.ledger.book.things import Item, Question
from pipeline.ledger.exchange.columns import BY_TITLE
from pipeline.ledger.store.ledger import open_ledger
from pipeline.ledger.store.past import past
from tests.ledger.clerks import SHEET, Clerk, small_ledger

COLUMNS = ("进展情况", "备注", "自加列")
ITEMS = (1, 5)
"""Few cells, so that the two often meet in one."""
NAMES = ("王", "李")


class Office(RuleBasedStateMachine):
    @initialize()
    def start(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="lg-"))
        self.root = self.home / "结果"
        self.root.mkdir()
        small_ledger(self.root)
        self.clerks = {name: Clerk(self.root, name, self.home / name) for name in NAMES}
        self.typed: dict[str, list[tuple[int, str, str]]] = {name: [] for name in NAMES}
        self.handed: list[tuple[int, str, str]] = []
        self.words = 0
        held = self._held()
        self.seen = {name: dict(held) for name in NAMES}
        self.copy = {name: dict(held) for name in NAMES}
        for clerk in self.clerks.values():
            clerk.fetch()

    def teardown(self) -> None:
        if hasattr(self, "home"):
            shutil.rmtree(self.home, ignore_errors=True)

    @rule(name=st.sampled_from(NAMES), cells=st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(COLUMNS)), min_size=1, max_size=4, unique=True))
    def type_something(self, name: str, cells: list[tuple[int, str]]) -> None:
        """New words, never typed before, into some cells."""
        for number, title in cells:
            self.words += 1
            self._write(name, number, title, f"{name}写的第{self.words}句")

    @rule(name=st.sampled_from(NAMES), number=st.sampled_from(ITEMS), title=st.sampled_from(COLUMNS))
    def clear_a_cell(self, name: str, number: int, title: str) -> None:
        self._write(name, number, title, "")

    @rule(name=st.sampled_from(NAMES))
    def turn_round(self, name: str) -> None:
        """The rows in the other order."""

        def turned(sheet, head):  # type: ignore[no-untyped-def]
            rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=2, max_row=7)]
            for n, values in enumerate(reversed(rows), start=2):
                for c, value in enumerate(values, start=1):
                    sheet.cell(n, c).value = value

        self.clerks[name].change(turned)

    @rule(name=st.sampled_from(NAMES))
    def hand_in(self, name: str) -> None:
        before = self._held()
        expected = dict(before)
        for cell, said in self.copy[name].items():
            if said not in (self.seen[name][cell], before[cell]) and self.seen[name][cell] == before[cell]:
                expected[cell] = self.seen[name][cell] = said
        self.clerks[name].hand_in()
        assert self._held() == expected  # nobody's words are replaced by somebody who had not seen them
        self.handed += self.typed[name]

    @rule(name=st.sampled_from(NAMES))
    def fetch(self, name: str) -> None:
        """What was handed in is safe; a clerk hands in before taking a new copy."""
        self.hand_in(name)
        self.clerks[name].fetch()
        self.typed[name] = []
        self.seen[name], self.copy[name] = self._held(), self._held()

    @invariant()
    def nothing_is_lost(self) -> None:
        if not getattr(self, "handed", None):
            return
        with open_ledger(self.root) as ledger:
            told = {(c.id, str(v)) for c in ledger.changes() if c.thing == "item" for v in _values(c.after)}
            asked = {(q.item, q.said) for q in ledger.questions(open_only=False)}
        lost = [t for t in self.handed if (t[0], t[2]) not in told and (t[0], t[2]) not in asked]
        assert lost == []

    @invariant()
    def the_tables_are_what_the_changes_say(self) -> None:
        if not hasattr(self, "root"):
            return
        with open_ledger(self.root) as ledger:
            then = past(ledger.store)
            assert then.all(Item) == ledger.all(Item)
            assert then.all(Question) == ledger.all(Question)

    def _write(self, name: str, number: int, title: str, said: str) -> None:
        clerk = self.clerks[name]
        clerk.fill(self._row(clerk, number), **{title: said or None})
        self.copy[name][number, title] = said
        self.typed[name] = [t for t in self.typed[name] if t[:2] != (number, title)] + ([(number, title, said)] if said else [])

    def _held(self) -> dict[tuple[int, str], str]:
        with open_ledger(self.root) as ledger:
            found = [(i, t, BY_TITLE[t].name if t in BY_TITLE else "") for i in ledger.all(Item) if i.id in ITEMS for t in COLUMNS]
        return {(i.id, t): getattr(i, name) if name else i.extra.get(t, "") for i, t, name in found}

    def _row(self, clerk: Clerk, number: int) -> int:
        sheet = openpyxl.load_workbook(clerk.book, read_only=True)[SHEET]
        return next(n for n, (value,) in enumerate(sheet.iter_rows(max_col=1, values_only=True), start=1) if value == number)


def _values(after: dict[str, object]) -> list[object]:
    return [v for value in after.values() for v in (value.values() if isinstance(value, dict) else [value])]


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=6, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
