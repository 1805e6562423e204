"""Whatever the roster calls its groups and whatever way the items went: the workbook's numbers are those of the reckoning."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.leaders.grouping import BLANK
from pipeline.leaders.make import Asked, make_summary
from pipeline.ledger.book.history import Who
from pipeline.ledger.book.life import FIELD, MOVES, Need, State
from pipeline.ledger.store.ledger import open_ledger
from pipeline.outputs import OutputFolder
from pipeline.rosters.book import read_roster
from pipeline.rosters.rows import SUMS
from rules.packs import load_pack
from tests.leaders import sheets

START, TODAY = date(2012, 3, 1), date(2012, 12, 31)
ENDS = (date(2012, 3, 31), date(2012, 6, 30), date(2012, 9, 30), date(2012, 12, 31))
TAKEN_UP = ("践诺中", "已兑现", "销号", "未兑现", "限期整改", "转入下年")
LABELS = ("领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好")
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12).filter(lambda text: not SUMS.search(text))
nasty = st.sampled_from(["", "*", "?", "~*", ">1", "<>", "=1+1", "1", "01", "1.0", "TRUE", "a", "A", "'x", "甲总支", "#N/A", "（空白）"])


@dataclass(frozen=True)
class Path_:
    """An item: what it covers, and its steps (days since the last, which move of those that can be made, entered so late)."""

    covers: tuple[str, ...]
    steps: tuple[tuple[int, int, int], ...]


items = st.builds(
    Path_, st.lists(st.sampled_from(LABELS), max_size=3, unique=True).map(tuple),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9), st.sampled_from((0, 0, 10))), max_size=8).map(tuple),
)  # fmt: skip
offices = st.lists(st.tuples(nasty | words, st.lists(items, max_size=5)), min_size=1, max_size=14)


def walk(path: Path_) -> Iterator[tuple[date, date, State, dict[str, object]]]:
    """The moves: when each came about, when it was entered, where to, with which fields."""
    day, state = START, State.WAITING
    for gap, which, late in path.steps:
        day += timedelta(days=gap)
        if day > TODAY:
            return
        forward = [move for move in MOVES if move.frm is state]
        if forward:
            move = forward[which % len(forward)]
            fields = {FIELD[n]: day + timedelta(days=40) if n in (Need.DUE, Need.RECTIFY_BY) else day if n is Need.EVIDENCE_DAY else "有" for n in move.needs if n in FIELD}
            yield day - timedelta(days=late), day, move.to, fields
            state = move.to


def fill(root: Path, office: list[tuple[str, list[Path_]]]) -> None:
    with xlsxwriter.Workbook(str(root / "名册.xlsx"), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("党组织")
        for row, cells in enumerate([("党组织名称", "书记", "片区"), *((f"第{n}试支部", "", value) for n, (value, _) in enumerate(office))]):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text)
    roster = read_roster(root / "名册.xlsx").roster
    numbers = {}
    with open_ledger(root) as ledger:
        with ledger.act(Who("王试登", "命令", datetime(2012, 3, 1, 9)), "登记") as act:
            for n, (unit, (_, paths)) in enumerate(zip(roster.units, office, strict=True)):
                made = act.add("unit", {"name": unit.name, "roster_id": unit.roster_id, "window": False})
                form = act.add("form", {"unit": made, "kind": "org", "year": 2012, "form_index": 0, "drafts": 1})
                for k, path in enumerate(paths):
                    numbers[n, k] = act.add("item", {"form": form, "n": k + 1, "text": "修一条路", "state": State.WAITING, "since": START, "extra": {}, "dimensions": "、".join(path.covers)})
        for (n, k), number in numbers.items():
            for came, entered, to, fields in walk(office[n][1][k]):
                with ledger.act(Who("王试登", "命令", datetime(entered.year, entered.month, entered.day, 9)), "办理") as act:
                    act.move(number, to, "照办", fields, day=came)


def true_numbers(office: list[tuple[str, list[Path_]]]) -> tuple[Counter[tuple[str, str]], list[tuple[int, int]]]:
    """By group and heading; and for each quarter's end how many items were taken up and how many kept."""
    found: Counter[tuple[str, str]] = Counter()
    ends = [(0, 0)] * len(ENDS)
    for value, paths in office:
        for path in paths:
            steps = [(START, State.WAITING), *((came, to) for came, _, to, _ in walk(path))]
            if steps[-1][1] is State.DROPPED:
                continue
            for heading in ("事项", steps[-1][1].value, *path.covers):
                found[value.strip() or BLANK, heading] += 1
                found["合计", heading] += 1
            then = [[state.value for day, state in steps if day <= end][-1] for end in ENDS]
            ends = [(taken + (s in TAKEN_UP), kept + (s in ("已兑现", "销号"))) for (taken, kept), s in zip(ends, then, strict=True)]
    return found, ends


def check(book: object, office: list[tuple[str, list[Path_]]]) -> None:
    numbers, ends = true_numbers(office)
    names = list(dict.fromkeys(value.strip() or BLANK for value, _ in office))
    found = sheets.rows(book["分组情况"])  # type: ignore[index]
    heads = [sheets.head(v) for v in found[0]]
    lines = [dict(zip(heads, row, strict=True)) for row in found[1:]]
    assert sorted(str(line["片区"] or "合计") if line["组号"] else "合计" for line in lines) == sorted([*names, "合计"])
    for line in lines:
        name = str(line["片区"]) if line["组号"] else "合计"
        for heading in ("事项", *(s.value for s in State if s is not State.DROPPED), *LABELS):
            assert line[heading] == numbers[name, heading], (name, heading)
    page = sheets.rows(book["汇总"])  # type: ignore[index]
    quarters = [row for row in page if str(row[10])[1:] == "季度"]
    assert [(row[17], row[18]) for row in quarters] == ends


def summary(root: Path) -> Path:
    book = read_roster(root / "名册.xlsx")
    with open_ledger(root) as ledger:
        return make_summary(ledger, OutputFolder(root), load_pack("csust-2012"), book.roster, book, Asked(TODAY, 2012, ["片区"])).path


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(offices)
@example([("甲", [Path_((), ((10, 1, 0), (10, 0, 0), (10, 0, 0)))])])  # taken up on the last day of a quarter
@example([("甲", [Path_((), ((10, 1, 0), (0, 0, 0), (0, 0, 0), (60, 0, 0)))])])  # several moves in one day
def test_the_numbers_are_those_of_the_histories(office: list[tuple[str, list[Path_]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, office)
        check(sheets.cached(summary(root)), office)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_counts_groups_of_any_name(tmp_path: Path) -> None:
    """Names that formulas take for patterns, numbers, comparisons, errors: each is a group of its own."""
    names = ["*", "?", "~*", ">1", "<>", "=1+1", "1", "01", "TRUE", "a", "A", "'x", "#N/A", "", "甲总支", "甲*"]
    office = [(name, [Path_(LABELS[: n % 3], ((20, 1, 0), (30, 0, 0), (30, n % 3, 0)))] * (n + 1)) for n, name in enumerate(names)]
    fill(tmp_path, office)
    path = summary(tmp_path)
    check(sheets.cached(path), office)
    check(sheets.recalculated(path, tmp_path / "lo"), office)
