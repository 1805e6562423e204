"""A small ledger, its workbook, and clerks who edit copies of it."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from handmade.stores import put_store

from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Item
from pipeline.ledger.exchange.plan import Plan
from pipeline.ledger.exchange.run import bring_in, export, planned
from pipeline.ledger.store.ledger import Which, open_ledger
from pipeline.outputs import OutputFolder

SHEET = "承诺事项台账"
UNITS = ("甲试支部", "乙试支部")
TEXTS = ("修一条路", "每月走访一户困难群众", "装 36 盏路灯", "=SUM(1,2) 不是公式", "开一次会\n分两天", "建一个图书角")


def who(day: int = 20, by: str = "王试登") -> Who:
    return Who(by, "命令", datetime(2012, 3, day, 9, 30))


def small_ledger(root: Path) -> None:
    """Two units with three items each, all under way."""
    put_store(root)
    with open_ledger(root) as ledger, ledger.act(who(1), "登记") as act:
        for u, name in enumerate(UNITS):
            unit = act.add("unit", {"name": name, "window": False})
            form = act.add("form", {"unit": unit, "kind": "org", "year": 2012, "form_index": 0, "drafts": 1, "file": f"{name}.docx"})
            for n, text in enumerate(TEXTS[3 * u : 3 * u + 3], start=1):
                start = {"state": State.UNDER_WAY, "since": date(2012, 3, 1), "extra": {}}
                due = {"due": date(2012, 6, 30)} if n != 2 else {"due_words": "每月"}
                act.add("item", {"form": form, "n": n, "text": text, **due, **start})


class Clerk:
    """Somebody with an own copy of the workbook."""

    def __init__(self, root: Path, name: str, desk: Path) -> None:
        self.root, self.name, self.desk = root, name, desk
        desk.mkdir(parents=True, exist_ok=True)
        self.book = desk / "承诺台账.xlsx"

    def fetch(self, **which: Any) -> Path:
        """Export anew and take a copy; the export itself is left as it is."""
        with open_ledger(self.root) as ledger:
            made = export(ledger, OutputFolder(self.root), Which(**which), who(by=self.name))
        shutil.copyfile(made.path, self.book)
        return self.book

    def fill(self, row: int, **cells: Any) -> None:
        self.change(lambda sheet, head: [set_cell(sheet, head, row, title, value) for title, value in cells.items()])

    def change(self, edit: Any, sheet: str = SHEET) -> None:
        book = openpyxl.load_workbook(self.book)
        found = book[sheet]
        edit(found, {cell.value: cell.column for cell in found[1]})
        book.save(self.book)

    def plan(self) -> Plan:
        with open_ledger(self.root) as ledger:
            return planned(ledger, self.book, self.name)

    def hand_in(self) -> Plan:
        with open_ledger(self.root) as ledger:
            return bring_in(ledger, self.root, self.book, who(by=self.name))


def set_cell(sheet: Any, head: dict[str, int], row: int, title: str, value: Any) -> None:
    if title not in head:
        head[title] = max(head.values()) + 1
        sheet.cell(1, head[title]).value = title
    sheet.cell(row, head[title]).value = value


def items(root: Path) -> dict[int, Item]:
    with open_ledger(root) as ledger:
        return {item.id: item for item in ledger.all(Item)}


