"""What is handed in later to add to a form never makes the form look superseded."""

import shutil
from datetime import date
from pathlib import Path

import docx
import pytest

from pipeline.batch import BatchResult, Settings, run_batch
from pipeline.by_unit import shelve
from pipeline.outputs import OutputFolder
from pipeline.records import FormRecord, from_line
from pipeline.rosters.roster import Receipt, Roster
from pipeline.status import State
from rules.facts import UnitFacts

SAMPLE = Path(__file__).parents[2] / "samples" / "inbox" / "后勤集团" / "水电维修中心支部.docx"
UNIT = "水电维修中心党支部"
ADDED = ("1、4月底前把报修电话印成小卡片2000张，发到每个寝室。", "2、换季检修在五一、十一假期完成。")


def plain(path: Path, title: str, items: tuple[str, ...] = ADDED, day: str = "2012年3月16日") -> None:
    made = docx.Document()
    for line in (title, *items, f"承诺单位：{UNIT}", day):
        made.add_paragraph(line)
    made.save(str(path))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "收件"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "承诺书.docx")
    return folder


def run(inbox: Path, *later: str, first: date = date(2012, 3, 12)) -> tuple[BatchResult, dict[str, FormRecord]]:
    receipts = (Receipt("承诺书.docx", first), *(Receipt(name, date(2012, 3, 19)) for name in later))
    roster = Roster((UnitFacts("u1", UNIT, level="党支部"),), receipts=receipts)
    result = run_batch(Settings(inbox, "csust-2012", roster, workers=1), OutputFolder(inbox.parent / "out"), lambda *_: None)
    records = (from_line(line) for line in result.results.read_text("utf-8").splitlines())
    found = {r.file: r for r in records if isinstance(r, FormRecord)}
    assert {r.unit.roster_id for r in found.values()} == {"u1"}
    return result, found


def test_a_supplement_adds_and_replaces_nothing(inbox: Path) -> None:
    plain(inbox / "维修时限表.docx", f"{UNIT}2012年度公开承诺书（补充）")
    result, found = run(inbox, "维修时限表.docx")
    assert [(found[f].version, found[f].addition) for f in ("承诺书.docx", "维修时限表.docx")] == [(1, "no"), (1, "yes")]
    row = result.status.rows[0]
    assert row.state is State.ON_TIME
    assert row.received == date(2012, 3, 12)
    assert "是补充，与原表一并计，不代替原表" in row.note
    assert "以最后一份为准" not in row.note
    assert all(e.newest and e.drafts == 1 for shelf in shelve(result.results, Roster((UnitFacts("u1", UNIT),))) for e in shelf.entries)


def test_a_supplement_is_not_held_to_what_is_asked_of_a_whole_form(inbox: Path) -> None:
    plain(inbox / "补充.docx", f"{UNIT}公开承诺书")
    _, found = run(inbox, "补充.docx")
    assert found["补充.docx"].addition == "yes"
    assert not {f.code for f in found["补充.docx"].findings} & {"K01", "K03", "B02", "S09", "C08"}


def test_a_bare_file_with_other_promises_is_kept_and_said_to_be_unsure(inbox: Path) -> None:
    plain(inbox / "再报.docx", f"{UNIT}公开承诺书")
    result, found = run(inbox, "再报.docx")
    assert found["再报.docx"].addition == "unsure"
    assert "可能是补充，也可能是新稿" in result.status.rows[0].note


def test_a_bare_file_with_the_same_promises_is_a_new_version(inbox: Path) -> None:
    _, before = run(inbox)
    texts = tuple(f"{n}、{i.text}" for n, i in enumerate(before["承诺书.docx"].items, 1))
    plain(inbox / "再报.docx", f"{UNIT}公开承诺书", texts)
    result, found = run(inbox, "再报.docx")
    assert (found["再报.docx"].version, found["再报.docx"].addition) == (2, "no")
    assert "以最后一份为准" in result.status.rows[0].note


def test_a_whole_form_named_补报_is_a_version(inbox: Path) -> None:
    (inbox / "补报.docx").write_bytes((inbox / "承诺书.docx").read_bytes())
    _, found = run(inbox, "补报.docx")
    assert (found["补报.docx"].version, found["补报.docx"].addition) == (2, "no")


def test_a_supplement_alone_stands_for_the_form_and_is_asked_about(inbox: Path) -> None:
    (inbox / "承诺书.docx").unlink()
    plain(inbox / "补充.docx", f"{UNIT}公开承诺书（补充）")
    result, found = run(inbox, "补充.docx")
    assert found["补充.docx"].addition == "unsure"
    assert "没有收到原表" in result.status.rows[0].note
    assert "K03" in {f.code for f in found["补充.docx"].findings}


def test_a_supplement_without_a_year_adds_to_its_owners_form(inbox: Path) -> None:
    plain(inbox / "补充.docx", f"{UNIT}公开承诺书（补充）", day="")
    result, found = run(inbox)
    assert found["补充.docx"].year is None
    assert (found["补充.docx"].version, found["补充.docx"].addition) == (1, "yes")
    (shelf,) = shelve(result.results, Roster((UnitFacts("u1", UNIT),)))
    assert {(e.file, e.newest, e.drafts, e.addition) for e in shelf.entries} == {
        ("承诺书.docx", True, 1, "no"), ("补充.docx", True, 1, "yes"),
    }  # fmt: skip


@pytest.mark.parametrize(("first", "late"), [(date(2012, 3, 12), set()), (date(2012, 3, 17), {"B02"})])
def test_a_mended_form_is_late_only_where_its_first_version_was(inbox: Path, first: date, late: set[str]) -> None:
    _, before = run(inbox)
    texts = tuple(f"{n}、{i.text}" for n, i in enumerate(before["承诺书.docx"].items, 1))
    plain(inbox / "再报.docx", f"{UNIT}公开承诺书", texts)
    _, found = run(inbox, "再报.docx", first=first)
    told = {f.code for f in found["再报.docx"].findings if f.verdict == "deficient"}
    assert (found["再报.docx"].version, told & {"B02", "S09"}) == (2, late)
