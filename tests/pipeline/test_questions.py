"""Doubts about whose a form is: asked in 待确认, answered there, kept for ever after."""

import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from pipeline.batch import BatchResult, Settings, run_batch
from pipeline.ledger.sheets.questions import NAME, OUTSIDE, RIGHT
from pipeline.ledger.workbook import write_workbook
from pipeline.outputs import OutputFolder
from pipeline.questions import read_answers, with_answers
from pipeline.rosters.roster import Roster
from pipeline.status import State
from rules.facts import PersonFacts, UnitFacts
from rules.packs import load_pack

SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"
STRANGER = "机关/招生就业处党支部承诺书.docx"
MEMBER = "机关/教务处/魏试填.docx"
UNITS = (UnitFacts("u1", "就业与招生工作处党支部"), UnitFacts("u2", "教务处党支部"), UnitFacts("u3", "教务处第二党支部"))
PEOPLE = (PersonFacts("p1", "魏试添", "教务处党支部"), PersonFacts("p2", "某别人", "教务处党支部"))
ROSTER = Roster(UNITS, PEOPLE)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "收件"
    folder.mkdir()
    for name in (STRANGER, MEMBER):
        shutil.copy(SAMPLES / name, folder)
    return folder


def run(inbox: Path, roster: Roster = ROSTER) -> tuple[BatchResult, Path, tuple[str, ...]]:
    out = OutputFolder(inbox.parent / "out")
    known, wrong = with_answers(roster, out.root)
    result = run_batch(Settings(inbox, "csust-2012", known, workers=1), out, lambda *_: None)
    book = out.write(
        out.root / "台账.xlsx",
        lambda p: write_workbook(p, result.results, result.status, load_pack("csust-2012"), known, asked=result.asked),
    )
    out.save()
    return result, book, wrong


def fill(book: Path, file: str, **told: str) -> None:
    opened = openpyxl.load_workbook(book)
    sheet = opened[NAME]
    heads = [c.value for c in sheet[1]]
    row = next(r for r in sheet.iter_rows(min_row=2) if file in str(r[1].value))
    for title, value in told.items():
        row[heads.index(title)].value = value
    opened.save(book)


def states(result: BatchResult) -> dict[str, State]:
    return {row.person or row.unit: row.state for row in result.status.rows}


def test_what_is_doubtful_is_asked_and_not_guessed(inbox: Path) -> None:
    result, book, _ = run(inbox)
    assert {(q.form.file, q.why, q.taken, q.maybe) for q in result.asked} == {
        ("招生就业处党支部承诺书.docx", "名册中没有找到这个单位", "", ("就业与招生工作处党支部",)),
        ("魏试填.docx", "名册中没有找到此人", "", ("教务处党支部　魏试添",)),
    }
    assert states(result)["就业与招生工作处党支部"] is State.MISSING
    rows = list(openpyxl.load_workbook(book)[NAME].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 2


def test_an_answer_is_read_back_and_stays(inbox: Path) -> None:
    _, book, _ = run(inbox)
    fill(book, "招生就业处", 正确的单位="就业与招生工作处党支部")
    fill(book, "魏试填", 正确的单位="教务处党支部　魏试添")
    result, second, wrong = run(inbox)
    assert wrong == ()
    assert second.name == "台账(2).xlsx"  # the filled one is a person's work
    assert not any(state is State.EXTRA for state in states(result).values())
    assert states(result)["就业与招生工作处党支部"] is not State.MISSING
    assert states(result)["魏试添"] is not State.MISSING
    assert all(q.answer for q in result.asked)
    for path in (book, second):
        path.unlink()
    again, _, _ = run(inbox)
    assert states(again) == states(result)


def test_outside_the_roster_is_an_answer(inbox: Path) -> None:
    _, book, _ = run(inbox)
    fill(book, "招生就业处", 确认=OUTSIDE)
    result, _, _ = run(inbox)
    (answered,) = [q for q in result.asked if q.answer]
    assert answered.answer is not None
    assert answered.answer.outside
    assert states(result)["招生就业处党支部"] is State.EXTRA


def test_a_likely_match_can_be_confirmed(inbox: Path) -> None:
    near = Roster((UnitFacts("u1", "大学招生就业处党支部"), *UNITS[1:]))
    result, book, _ = run(inbox, near)
    (asked,) = [q for q in result.asked if q.form.kind == "org"]
    assert asked.taken == "大学招生就业处党支部"
    fill(book, "招生就业处", 确认=RIGHT)
    again, _, _ = run(inbox, near)
    (told,) = [f for f in again.forms if f.kind == "org"]
    assert (told.unit, told.match) == ("大学招生就业处党支部", "asked")


def test_an_answer_that_fits_no_row_is_told_and_not_taken(inbox: Path) -> None:
    _, book, _ = run(inbox)
    fill(book, "招生就业处", 正确的单位="没有这个支部")
    result, _, wrong = run(inbox)
    assert any("没有这个支部" in text for text in wrong)
    assert states(result)["招生就业处党支部"] is State.EXTRA
    assert not any(q.answer for q in result.asked)


def test_without_a_roster_nothing_is_asked(inbox: Path) -> None:
    result, book, _ = run(inbox, replace(ROSTER, units=(), people=()))
    assert result.asked == ()
    assert NAME not in openpyxl.load_workbook(book).sheetnames
    assert read_answers(book.parent) == ()


def test_a_row_that_answers_nothing_is_told(inbox: Path) -> None:
    _, book, _ = run(inbox)
    fill(book, "招生就业处", 确认=RIGHT)  # nothing stands under 暂按
    fill(book, "魏试填", 确认="不清楚")
    result, second, wrong = run(inbox)
    assert len(wrong) == 2
    assert any("招生就业处党支部承诺书.docx" in text and "“暂按”一栏是空的" in text for text in wrong)
    assert any("魏试填.docx" in text and "“不清楚”认不出" in text for text in wrong)
    assert not any(q.answer for q in result.asked)
    fill(second, "招生就业处", 确认=f"{OUTSIDE}。")
    fill(second, "魏试填", 正确的单位="教务处党支部　魏试添")
    result, _, wrong = run(inbox)
    assert wrong == ()  # what still stands in the first workbook was answered in the second
    assert all(q.answer for q in result.asked)


def test_an_answer_that_names_the_person_alone_brings_the_form_home(inbox: Path) -> None:
    _, book, _ = run(inbox)
    fill(book, "魏试填", 正确的姓名="魏试添")
    result, _, _ = run(inbox)
    (answered,) = [q for q in result.asked if q.answer]
    assert answered.taken == "教务处党支部　魏试添"
    (form,) = [f for f in result.forms if f.kind == "member"]
    assert (form.unit, form.unit_id) == ("教务处党支部", "u2")
