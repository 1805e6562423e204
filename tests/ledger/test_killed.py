"""Writers that are killed at any moment, with real processes on a real database: the ledger is as before or as after, and the
same command run again comes to the same end. `CHENGNUO_KILLS` sets how often each is killed."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from pipeline.ledger.exchange.run import bring_in, export
from pipeline.ledger.store.ledger import Which, open_ledger
from pipeline.ledger.store.ledger_tables import THINGS, change
from pipeline.outputs import OutputFolder
from pipeline.year.office import at_work
from pipeline.year.report_take import take
from rules.packs import load_pack
from tests.ledger.clerks import SHEET, Clerk, items, set_cell, small_ledger, who
from tests.year.hand import fill_report, run, small

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the writers are forked")
KILLS = int(os.environ.get("CHENGNUO_KILLS", "5"))
FORK = multiprocessing.get_context("fork") if os.name != "nt" else None
State = tuple[list[Any], ...]


def state(root: Path) -> State:
    """All that the ledger holds and everything that happened, but for the numbers of acts, which a database may skip."""
    logged = [c for c in change.c if c.name not in ("number", "act")]
    with open_ledger(root) as ledger, ledger.store.reading() as connection:
        things = [[tuple(map(str, row)) for row in connection.execute(select(t).order_by(t.c.id))] for t in THINGS.values()]
        return (*things, [tuple(map(str, row)) for row in connection.execute(select(*logged).order_by(change.c.number))])


def killed(job: Callable[..., object], *told: object, after: float) -> bool:
    """Run in a process of its own and kill it after so many seconds; whether it was still at work."""
    assert FORK is not None
    process = FORK.Process(target=job, args=told, daemon=True)
    process.start()
    process.join(after)
    process.kill()
    process.join()
    return process.exitcode != 0


def moments(job: Callable[..., object], *told: object, seed: str) -> list[float]:
    """Random moments within the time that the job takes when nobody kills it."""
    assert FORK is not None
    start = time.monotonic()
    process = FORK.Process(target=job, args=told)
    process.start()
    process.join()
    assert process.exitcode == 0
    dice, whole = random.Random(seed), time.monotonic() - start
    return [dice.uniform(0, whole) for _ in range(KILLS)]


def import_(clerk: Clerk) -> None:
    with open_ledger(clerk.root) as ledger:
        bring_in(ledger, clerk.root, clerk.book, who(by=clerk.name))


def typed(clerk: Clerk, mark: str) -> None:
    """The clerk gets a new workbook and fills every row, and one more."""
    clerk.fetch()

    def fill(sheet: Any, head: dict[str, int]) -> None:
        last = sheet.max_row
        for row in range(2, last + 1):
            number = sheet.cell(row, head["编号"]).value
            set_cell(sheet, head, row, "进展情况", f"编号{number}已办（{mark}）")
            set_cell(sheet, head, row, "我的记号", mark)
        for title, value in (("单位", "甲试支部"), ("年度", 2012), ("承诺事项", f"另装{mark}号楼道灯若干盏")):
            set_cell(sheet, head, last + 1, title, value)

    clerk.change(fill)


def test_an_import_that_is_killed_is_done_or_not(office_root: Path, tmp_path: Path) -> None:
    small_ledger(office_root)
    clerk = Clerk(office_root, "王试登", tmp_path / "王")
    typed(clerk, "零")
    at_work_still = 0
    for n, moment in enumerate(moments(import_, clerk, seed=office_root.parent.name)):
        mark = "甲乙丙丁戊己庚辛壬癸"[n % 10] * (n // 10 + 1)
        typed(clerk, mark)
        before = state(office_root)
        at_work_still += killed(import_, clerk, after=moment)
        now = state(office_root)
        import_(clerk)
        end = state(office_root)
        assert now in (before, end)
        import_(clerk)
        assert state(office_root) == end
        held = items(office_root)
        assert all(held[i].progress == f"编号{i}已办（{mark}）" and held[i].extra == {"我的记号": mark} for i in range(1, 7))
        assert sum(f"另装{mark}号楼道灯" in one.text for one in held.values()) == 1
    assert at_work_still


def export_(root: Path) -> None:
    with open_ledger(root) as ledger:
        export(ledger, OutputFolder(root), Which(), who())


def test_an_export_that_is_killed_leaves_the_old_workbook_or_the_new_one(office_root: Path) -> None:
    small_ledger(office_root)
    book = office_root / "承诺台账.xlsx"
    for mark, moment in enumerate(moments(export_, office_root, seed=office_root.parent.name)):
        with open_ledger(office_root) as ledger, ledger.act(who(), "办理") as act:
            act.change("item", 1, {"progress": f"第{mark}次"})
        before = state(office_root)
        killed(export_, office_root, after=moment)
        assert state(office_root) == before
        sheet = openpyxl.load_workbook(book)[SHEET]  # whole, whichever it is
        assert sheet.max_row >= 7
        export_(office_root)
        assert any(f"第{mark}次" in row for row in openpyxl.load_workbook(book)[SHEET].iter_rows(values_only=True))
    assert [path.name for path in office_root.glob("承诺台账*.xlsx")] == [book.name]  # it knew its own file every time


def take_(root: Path, folder: Path, day: date) -> None:
    with at_work(root, load_pack("csust-2012"), day, "王试登") as office:
        take(office, folder, day)


def test_a_registration_of_reports_that_is_killed_goes_on(office_root: Path, tmp_path: Path) -> None:
    ids = small(office_root)
    run("report", "open", "2012Q2", "--out", office_root, "--today", "2012-06-25")
    sheets = office_root / "文书" / "季度报告" / "2012Q2"
    mine, theirs = ids["org"], ids["other"]

    def filled(mark: str) -> Path:
        folder = tmp_path / mark
        fill_report(sheets / "试后勤支部.docx", {n: (f"已办{mark}件，编号{n}", "专人负责", "", "2012年9月30日") for n in mine}, folder / "甲.docx")
        fill_report(sheets / "试机电支部.docx", {n: (f"已办{mark}件，编号{n}", "专人负责", "", "2012年9月30日") for n in theirs}, folder / "乙.docx")
        return folder

    day = date(2012, 6, 28)
    take_(office_root, filled("零"), day)  # what is read and loaded once is so before the clock runs
    for n, moment in enumerate(moments(take_, office_root, filled("一"), day, seed=office_root.parent.name)):
        folder = filled(f"{n + 2}")
        before = state(office_root)
        killed(take_, office_root, folder, day, after=moment)
        now = state(office_root)
        take_(office_root, folder, day)
        end = state(office_root)
        assert now in (before, end) or _first_only(office_root, now, before, end)
        take_(office_root, folder, day)
        assert state(office_root) == end
        held = items(office_root)
        assert all(held[i].progress == f"已办{n + 2}件，编号{i}" for i in (*mine, *theirs))
    shutil.rmtree(tmp_path / "零")


def _first_only(root: Path, now: State, before: State, end: State) -> bool:
    """One of the two reports was registered, whole: what was logged goes on where it stopped, and no report is half there."""
    del root
    log, first, last = now[-1], before[-1], end[-1]
    return len(first) < len(log) < len(last) and log == last[: len(log)] and last[len(log)][0] == "report"
