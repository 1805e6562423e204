"""A form that comes back mended is not late for that; one of another year is told."""

import shutil
from datetime import date
from pathlib import Path

import docx
import pytest

from pipeline.batch import BatchResult, Settings, run_batch
from pipeline.by_unit import shelve
from pipeline.ledger.tally import Tally
from pipeline.outputs import OutputFolder
from pipeline.records import FormRecord, from_line
from pipeline.rosters.roster import Receipt, Roster
from pipeline.status import State
from rules.facts import PersonFacts, UnitFacts

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
BRANCH = "车辆工程系教师党支部"
FIRST = "冯拟稿.docx"
SECOND = "冯拟稿（改）.docx"
MENDED = {"2013年2月30日前": "2012年12月31日前", "2012年2月30日": "2012年3月20日", "2012年3月13日": "2012年3月21日"}


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "收件"
    folder.mkdir()
    return folder


def run(inbox: Path, roster: Roster) -> tuple[BatchResult, dict[str, FormRecord]]:
    result = run_batch(Settings(inbox, "csust-2012", roster, workers=1), OutputFolder(inbox.parent / "out"), lambda *_: None)
    records = (from_line(line) for line in result.results.read_text("utf-8").splitlines())
    return result, {r.file: r for r in records if isinstance(r, FormRecord)}


def mended(inbox: Path, first: date | None) -> tuple[BatchResult, set[str]]:
    source = next(SAMPLES.rglob(FIRST))
    shutil.copy(source, inbox)
    form = docx.Document(str(source))
    for paragraph in (p for t in form.tables for row in t.rows for cell in row.cells for p in cell.paragraphs):
        text = paragraph.text
        for old, new in MENDED.items():
            text = text.replace(old, new)
        if text != paragraph.text:
            paragraph.text = text
    form.save(str(inbox / SECOND))
    receipts = (*([Receipt(FIRST, first)] if first else []), Receipt(SECOND, date(2012, 3, 22)))
    roster = Roster((UnitFacts("u1", BRANCH),), (PersonFacts("p1", "冯拟稿", BRANCH),), receipts)
    result, found = run(inbox, roster)
    assert found[SECOND].version == 2
    assert found[SECOND].sign.date == date(2012, 3, 20)
    return result, {f.code for f in found[SECOND].findings}


def state(result: BatchResult) -> State:
    return next(row.state for row in result.status.rows if row.person == "冯拟稿")


def test_a_form_that_came_in_time_and_comes_back_mended_is_not_late(inbox: Path) -> None:
    result, codes = mended(inbox, date(2012, 3, 14))
    assert not codes & {"B02", "S09"}
    assert state(result) is State.ON_TIME


def test_nobody_knows_whether_a_form_without_a_receipt_was_late(inbox: Path) -> None:
    result, codes = mended(inbox, None)
    assert not codes & {"B02", "S09"}
    assert state(result) is State.UNDATED


def test_a_form_that_was_late_at_first_stays_late(inbox: Path) -> None:
    result, codes = mended(inbox, date(2012, 3, 16))
    assert "B02" in codes  # it was signed in time, and need not be again
    assert state(result) is State.LATE


@pytest.mark.parametrize(
    ("signed", "note", "doubts"),
    [("2011年3月8日", "收到2011年度的承诺书，请核对是否误交", ["unknown"]), ("2011年12月20日", "", []), ("2012年3月8日", "", [])],
)
def test_a_form_of_last_year_is_not_on_time(inbox: Path, signed: str, note: str, doubts: list[str]) -> None:
    made = docx.Document()
    for line in (f"{BRANCH}公开承诺书", "1、6月底前走访困难群众12户。", "2、每季度集中学习一次。", f"承诺单位：{BRANCH}", signed):
        made.add_paragraph(line)
    made.save(str(inbox / "承诺书.docx"))
    result, found = run(inbox, Roster((UnitFacts("u1", BRANCH),)))
    (row,) = result.status.rows
    assert (row.state, row.note) == (State.UNDATED, note)
    assert [f.verdict for f in found["承诺书.docx"].findings if f.code == "F08"] == doubts


def test_several_blanks_in_one_form_are_one_form_with_blanks(inbox: Path) -> None:
    shutil.copy(next(SAMPLES.rglob("郑模板.docx")), inbox)
    roster = Roster((UnitFacts("u1", BRANCH),))
    result, found = run(inbox, roster)
    (record,) = found.values()
    assert sum(f.code == "F07" for f in record.findings) > 1
    (shelf,) = shelve(result.results, roster)
    tally = Tally()
    tally.add(shelf.entries[0], record, shelf.unit)
    (blanks,) = [fault for fault in tally.faults() if fault.code == "F07"]
    assert (blanks.count, blanks.of, blanks.on_items) == (1, 1, False)
