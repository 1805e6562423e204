"""A small ledger made by hand, and the commands run on it as a clerk would."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from handmade.stores import put_store

from pipeline.cli.main import cli
from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import State
from pipeline.ledger.book.things import Item
from pipeline.ledger.store.acts import Act
from pipeline.ledger.store.ledger import Ledger, open_ledger

START = date(2012, 3, 20)


@dataclass(frozen=True, slots=True)
class Told:
    code: int
    text: str


def run(*words: object) -> Told:
    """One command line; a crash is a crash."""
    done = CliRunner().invoke(cli, [str(word) for word in words], catch_exceptions=True)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Told(done.exit_code, done.output)


def who(day: date = START) -> Who:
    return Who("王试登", "命令", datetime(day.year, day.month, day.day, 9))


def job(root: Path, notice: str = "csust-2012") -> None:
    """A folder of results as `chengnuo run` leaves it."""
    (root / ".chengnuo").mkdir(parents=True, exist_ok=True)
    told = {"inbox": str(root), "notice": notice, "roster": None, "out": str(root), "received": None, "signed_copies": False, "due": None}
    (root / ".chengnuo" / "job.json").write_text(json.dumps(told), "utf-8")


def add_form(act: Act, unit: int, kind: str, texts: list[tuple[str, date | None]], person: int | None = None, **more: Any) -> list[int]:
    """A form with items (text, due); the ids of the items."""
    form = act.add("form", {"unit": unit, "person": person, "kind": kind, "year": 2012, "form_index": 0, "drafts": 1})
    base = {"state": State.UNDER_WAY, "since": START, "extra": {}, **more}
    return [
        act.add("item", {"form": form, "n": n, "text": text, "due": due, "due_words": "" if due else "长期坚持", **base})
        for n, (text, due) in enumerate(texts, start=1)
    ]


def small(root: Path, notice: str = "csust-2012", **more: Any) -> dict[str, list[int]]:
    """Two units; a branch with a window, its secretary and two members; ids of items by whose they are."""
    job(root, notice)
    put_store(root)
    with open_ledger(root) as ledger, ledger.act(who(), "登记") as act:
        first = act.add("unit", {"name": "试后勤支部", "parent": "试总支", "category": "教辅后勤", "secretary": "孙示例", "window": True})
        second = act.add("unit", {"name": "试机电支部", "parent": "试总支", "category": "院部", "secretary": "周示例", "window": False})
        people = [act.add("person", {"unit": first, "name": name, "leader": False}) for name in ("钱样本", "李样本")]
        head = act.add("person", {"unit": first, "name": "孙示例", "post": "党支部书记", "leader": True})
        return {
            "org": add_form(act, first, "org", [("6月底前更换二食堂36盏灯", date(2012, 6, 30)), ("每月公布一次伙食账目", None)], **more),
            "head": add_form(act, first, "secretary", [("9月底前走访20户退休职工，联系电话13800000000", date(2012, 9, 30))], head, **more),
            "钱样本": add_form(act, first, "member", [("全年义务维修4次", date(2012, 12, 31))], people[0], **more),
            "李样本": add_form(act, first, "member", [("结对帮扶1名学生", date(2012, 12, 31))], people[1], **more),
            "other": add_form(act, second, "org", [("4月底前印发支部学习办法", date(2012, 4, 30)), ("年底前修订2门课程大纲", date(2012, 12, 31))], **more),
        }


def item(root: Path, number: int) -> Item:
    with open_ledger(root) as ledger:
        return found(ledger, number)


def found(ledger: Ledger, number: int) -> Item:
    one = ledger.get(Item, number)
    assert one is not None
    return one


def fill_report(path: Path, answers: dict[int, tuple[str, ...]], target: Path | None = None) -> None:
    """Fill a report sheet as a branch does in Word: item id → progress, measures, done, next limit."""
    import docx

    document = docx.Document(str(path))
    table = document.tables[0]
    for row in table.rows[1:]:
        for cell, text in zip(row.cells[3:7], answers.get(int(row.cells[7].text), ()), strict=False):
            cell.text = text
    (target or path).parent.mkdir(parents=True, exist_ok=True)
    document.save(str(target or path))


def fill_book(path: Path, answers: dict[int, tuple[object, ...]], target: Path | None = None) -> None:
    """The same in Excel."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=6):
        number = str(row[7].value or "")
        for cell, said in zip(row[3:7], answers.get(int(number), ()) if number.isdigit() else (), strict=False):
            cell.value = said  # type: ignore[assignment]
    (target or path).parent.mkdir(parents=True, exist_ok=True)
    book.save(target or path)
