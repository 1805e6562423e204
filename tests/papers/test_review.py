"""The review sheet: what the program saw on each point of the notice, and room for the person who judges."""

from pathlib import Path

import docx
import pytest
from handmade.forms import Made, gold, make
from handmade.inbox import small_inbox
from handmade.pack import small_pack

from extractors.model import FormKind
from papers.test_papers import finding, text_of
from pipeline.outputs import OutputFolder
from pipeline.papers.make import make_papers
from pipeline.papers.review import NOTHING, PERSON, TICK, seen
from pipeline.records import FormRecord
from rules.packs import Pack, PackError, ReviewPoint, load_pack

LIMITS, WISHES = ReviewPoint(name="有完成时限", rules=("C04",)), ReviewPoint(name="符合群众意愿")
POINTS = (LIMITS, ReviewPoint(name="切实可行", rules=("W01", "C01")), WISHES)


def pack() -> Pack:
    return small_pack().model_copy(update={"review": POINTS})


def form(*findings: tuple[str, int, str]) -> FormRecord:
    made: Made = make(gold()[0], unit="甲支部", unit_id=None, file="甲.docx", codes=False)
    found = tuple(finding(made.record, code, n, verdict) for code, n, verdict in findings)
    return made.record.model_copy(update={"findings": found})


def test_faults_are_told_with_their_places_and_doubts_apart() -> None:
    record = form(("C04", 1, "deficient"), ("C04", 2, "deficient"), ("C04", 3, "unknown"), ("C01", 1, "deficient"))
    assert seen(LIMITS, record, pack()) == "查出：没有完成时限（第1、2项）。无法判定：没有完成时限（第3项）"
    assert seen(POINTS[1], record, pack()) == "查出：没有明确目标（第1项）"


def test_a_point_without_a_finding_is_not_said_to_be_met() -> None:
    assert seen(LIMITS, form(), pack()) == NOTHING
    assert seen(WISHES, form(), pack()) == PERSON


def test_what_no_rule_looks_at_is_left_to_the_person() -> None:
    off = pack().model_copy(update={"rules": {**pack().rules, "C04": pack().rules["C04"].model_copy(update={"on": False})}})
    assert seen(LIMITS, form(("C04", 1, "deficient")), off) == PERSON
    others = pack().rules["C04"].model_copy(update={"kinds": (FormKind.SECRETARY,)})
    assert seen(LIMITS, form(), pack().model_copy(update={"rules": {**pack().rules, "C04": others}})) == PERSON


def test_a_sheet_for_each_unit_with_all_its_forms_that_count(tmp_path: Path) -> None:
    inbox = small_inbox(tmp_path, files=False)
    made = make_papers(OutputFolder(tmp_path), inbox.roster, pack(), None, names=False, review=True)
    folder = tmp_path / "文书" / "审核表"
    assert made.reviews == len(list(folder.glob("*.docx"))) == 5
    text = text_of(folder / "机关第三党支部.docx")
    assert "承诺书（改）.docx" in text
    assert "（承诺书.docx）" not in text, "the earlier version"
    table = docx.Document(str(folder / "机械工程学院教工第一党支部.docx")).tables[0]
    members = sum(m.record.kind == "member" for m in inbox.made)
    assert len(table.rows) == 1 + 4 * (1 + members)
    assert {row.cells[3].text for row in table.rows[1:] if row.cells[0].text.isdigit()} == {TICK}
    again = {p.name: p.read_bytes() for p in folder.glob("*.docx")}
    make_papers(OutputFolder(tmp_path), inbox.roster, pack(), None, names=False, review=True)
    assert again == {p.name: p.read_bytes() for p in folder.glob("*.docx")}


def test_a_notice_without_points_has_no_sheets(tmp_path: Path) -> None:
    inbox = small_inbox(tmp_path, files=False)
    assert make_papers(OutputFolder(tmp_path), inbox.roster, small_pack(), None, names=False, review=True).reviews == 0
    assert not (tmp_path / "文书" / "审核表").exists()


def test_sheets_that_were_not_asked_for_this_time_are_not_said_to_be_stale(tmp_path: Path) -> None:
    inbox = small_inbox(tmp_path, files=False)
    make_papers(OutputFolder(tmp_path), inbox.roster, pack(), None, names=False, review=True)
    assert make_papers(OutputFolder(tmp_path), inbox.roster, pack(), None, names=False).left_over == ()


@pytest.mark.parametrize(("name", "points"), [("csust-2012", 5), ("xinbei-2010", 5), ("campus-2010", 5), ("henu-2010", 0)])
def test_the_notices_name_their_points(name: str, points: int) -> None:
    found = load_pack(name).review
    assert len(found) == points
    assert all(p.ref and p.id for p in found)
    assert all(any(load_pack(name).rule(code).on for code in p.rules) for p in found), "a point whose rules are all off"


def test_a_point_that_names_no_rule_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: x\ntitle: 通知\nextends: base\nreview:\n  - {name: 先进, rules: [C04, Z99]}\n", "utf-8")
    with pytest.raises(PackError, match=r"第.*行.*没有规则 Z99"):
        load_pack(str(tmp_path))
