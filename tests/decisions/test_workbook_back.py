"""The workbook as a clerk leaves it, read back: nothing typed is lost, nothing is taken that nobody typed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from pipeline.decisions.model import Outcome
from pipeline.decisions.view import View
from pipeline.ledger.review.reading import ReviewError
from pipeline.ledger.store.store import open_store
from tests.decisions.office import Office, code, fill, rows


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Office:
    made = Office(tmp_path_factory.mktemp("office"))
    made.work()
    return made


@pytest.fixture
def office(worked: Office, tmp_path: Path) -> Office:
    """A working folder after its first run."""
    shutil.copytree(worked.root, tmp_path / "out")
    return Office(tmp_path, worked.inbox)


def in_force(office: Office) -> View:
    with open_store(office.root) as store:
        return View.of(store.events())


def outcomes(office: Office) -> list[Outcome]:
    with open_store(office.root) as store:
        return [event.outcome for event in store.events()]


def test_each_word_is_heard_once_and_applied(office: Office) -> None:
    fill(office.book(), code("C01"), "不采纳", "已当面核实")
    fill(office.book(), code("C04"), "改写", "请写明几月几日。")
    fill(office.book(), code("W01"), "同意")
    fill(office.book(), code("C03"), "已改")
    fill(office.book(), code("W02"), "待定", "问书记")
    told = office.work()
    assert "读回复核意见 5 条。" in told
    found = {f.code: f.decision for f in office.decided() if f.decision}
    assert {c: d.state for c, d in found.items()} == {
        "C01": "dismissed", "C04": "reworded", "W01": "confirmed", "C03": "mended", "W02": "pending",
    }  # fmt: skip
    assert (found["C01"].reason, found["C01"].words) == ("已当面核实", None)
    assert (found["C04"].reason, found["C04"].words) == ("", "请写明几月几日。")
    assert str(found["C01"].on) == "2012-03-20"
    assert not any("读回" in line for line in office.work())
    assert len(outcomes(office)) == 5


def test_the_new_workbook_shows_what_was_decided_and_the_old_one_is_kept(office: Office) -> None:
    (key,) = fill(office.book(), code("C01"), "不采纳", "已当面核实")
    before = office.book().read_bytes()
    office.work()
    assert office.book().read_bytes() == before
    row = next(r for r in rows(office.book("台账(2).xlsx")) if r["finding_key"] == key)
    assert (row["复核意见"], row["复核说明"], row["适用范围"]) == ("不采纳", "已当面核实", "本项")
    (audit,) = rows(office.book("台账(2).xlsx"), "复核记录")
    assert (audit["复核意见"], audit["复核说明"], audit["状况"]) == ("不采纳", "已当面核实", "生效")
    assert audit["来源"] == "台账.xlsx“问题清单”"


def test_sorted_filtered_moved_renamed_and_widened(office: Office) -> None:
    """A clerk sorts by unit, puts two columns in front and one between, a title above, renames the sheet, splits it."""
    (key,) = fill(office.book(), code("C04"), "不采纳", "年度计划里有")
    book = openpyxl.load_workbook(office.book())
    sheet = book["问题清单"]
    table = [[c.value for c in row] for row in sheet.iter_rows()]
    body = sorted(table[1:], key=lambda r: (str(r[5]), str(r[4])), reverse=True)
    del book["问题清单"]
    for n, part in enumerate((body[: len(body) // 2], body[len(body) // 2 :])):
        made = book.create_sheet(f"我的清单{n}")
        made.append(["审核问题（三月）"])
        made.append(["联系电话", *table[0][:13], "谁去问", *table[0][13:]])
        for row in part:
            made.append(["2618123", *row[:13], "小李", *row[13:]])
        made.auto_filter.ref = made.dimensions
    book.save(office.book())
    assert office.hear().adopted == 1
    (event,) = in_force(office).by_target.values()
    assert key.startswith(event.target)
    assert event.statement.text == "年度计划里有"


def test_formulas_numbers_and_blanks_in_the_columns(office: Office) -> None:
    fill(office.book(), code("C01"), " 不采纳 ", 20120315)
    fill(office.book(), code("W01"), "  ", "   ")
    assert office.hear().adopted == 1
    (event,) = in_force(office).by_target.values()
    assert event.statement.text == "20120315"


def test_for_the_unit_and_for_the_rule(office: Office) -> None:
    unit = "机械工程学院教工第一党支部"
    fill(office.book(), lambda r: r["代码"] == "C03" and r["单位"] == unit, "不采纳", "措施另附", "本单位")
    fill(office.book(), code("W02"), "不采纳", "本通知不查", "本规则")
    office.work()
    for record, finding in office.findings():
        ours = finding.code == "W02" or (finding.code == "C03" and record.unit.name == unit)
        assert (finding.decision is not None) is ours
    assert {f.decision.scope for f in office.decided() if f.decision} == {"unit", "rule"}


def test_one_row_outranks_what_was_decided_for_the_rule(office: Office) -> None:
    fill(office.book(), code("W02"), "不采纳", "本通知不查", "本规则")
    office.work()
    second = office.book("台账(2).xlsx")
    (kept,) = fill(second, code("W02"), "同意", "", "本项")
    (cleared,) = fill(second, lambda r: r["代码"] == "W02" and r["finding_key"] != kept, "")
    office.work()
    states = {r["finding_key"]: (r["复核意见"], r["适用范围"]) for r in rows(office.book("台账(3).xlsx")) if r["代码"] == "W02"}
    assert states.pop(kept) == ("同意", "本项")
    assert states.pop(cleared) == ("待定", "本项"), "clearing one row does not take back what holds for all"
    assert states
    assert set(states.values()) == {("不采纳", "本规则")}


def test_clearing_a_row_takes_its_decision_back(office: Office) -> None:
    (key,) = fill(office.book(), code("C01"), "不采纳", "错了")
    office.work()
    fill(office.book(), lambda r: r["finding_key"] == key, "")
    office.work()
    assert office.decided() == []
    assert outcomes(office) == [Outcome.ADOPTED, Outcome.WITHDRAWN]


def test_two_clerks_with_two_copies(office: Office) -> None:
    """The second copy was made before the first was read back: what differs is asked about, and the first holds."""
    copy = office.book("台账(2).xlsx")
    shutil.copy(office.book(), copy)
    (key,) = fill(office.book(), code("C01"), "不采纳", "已核实")
    fill(copy, lambda r: r["finding_key"] == key, "同意")
    (other,) = fill(copy, code("W01"), "同意")
    heard = office.hear()
    assert heard.adopted == 2
    (note,) = [n for n in heard.notes if "后来已改为" in n]
    assert "台账(2).xlsx" in note
    assert "不采纳：已核实" in note
    assert sorted(outcomes(office)) == sorted([Outcome.ADOPTED, Outcome.ADOPTED, Outcome.CONFLICT])
    assert {f"{t}" for t in in_force(office).by_target} == {key[:16], other[:16]}
    assert office.hear().adopted == 0
    assert len(outcomes(office)) == 3, "a conflict is told once"


def test_both_clerks_said_the_same(office: Office) -> None:
    copy = office.book("台账(2).xlsx")
    shutil.copy(office.book(), copy)
    (key,) = fill(office.book(), code("C01"), "同意")
    fill(copy, lambda r: r["finding_key"] == key, "同意")
    assert office.hear().notes == []
    assert outcomes(office) == [Outcome.ADOPTED]


@pytest.mark.parametrize(
    ("word", "text", "reach", "said"),
    [
        ("不采纳", "", "", "请在复核说明中写上理由"),
        ("改写", "", "", "改写后的话"),
        ("改写", "换句话", "本单位", "只能用于本项"),
        ("研究", "x", "", "认不出"),
        ("同意", "", "全校", "认不出"),
    ],
)
def test_what_is_half_said_stops_everything(office: Office, word: str, text: str, reach: str, said: str) -> None:
    fill(office.book(), code("W01"), "同意")
    fill(office.book(), code("C01"), word, text, reach)
    with pytest.raises(ReviewError, match=said) as stop:
        office.hear()
    assert "第" in str(stop.value)
    assert outcomes(office) == [], "nothing is half applied"


def test_blanks_between_the_letters_of_a_word_do_not_matter(office: Office) -> None:
    fill(office.book(), code("W01"), " 同　意 ", "", "本 单位")
    assert office.hear().adopted == 1
    assert not any("读回" in line for line in office.work())


def test_one_thing_said_in_two_ways_stops(office: Office) -> None:
    fill(office.book(), code("W02"), "不采纳", "不查", "本规则")
    first = {r["finding_key"] for r in rows(office.book()) if r["复核意见"]}
    fill(office.book(), lambda r: r["代码"] == "W02" and r["finding_key"] not in first, "同意", "", "本规则")
    with pytest.raises(ReviewError, match="说的是同一件事"):
        office.hear()


@pytest.mark.parametrize("damage", ["", "0123456789abcdef-0000", "已改"])
def test_an_edited_id_is_noticed_and_what_was_typed_is_kept(office: Office, damage: str) -> None:
    (key,) = fill(office.book(), code("C01"), "不采纳", "已核实")
    book = openpyxl.load_workbook(office.book())
    cell = next(c for row in book["问题清单"].iter_rows() for c in row if c.value == key)
    cell.value = damage or None
    book.save(office.book())
    heard = office.hear()
    assert heard.adopted == 0
    assert "没有采用" in heard.notes[0]
    assert outcomes(office) == [Outcome.UNKNOWN]
    office.work()
    (audit,) = rows(office.book("台账(2).xlsx"), "复核记录")
    assert audit["复核说明"] == "已核实"
    assert audit["状况"].startswith("未采用")


def test_a_key_filled_down_over_others_is_a_contradiction_or_the_same(office: Office) -> None:
    """Excel's fill handle copies the hidden key too when whole rows are filled down."""
    (key,) = fill(office.book(), code("C01"), "不采纳", "已核实")
    book = openpyxl.load_workbook(office.book())
    sheet = book["问题清单"]
    source = next(row for row in sheet.iter_rows() if key in [c.value for c in row])
    for target in sheet.iter_rows(min_row=sheet.max_row - 1):
        for cell, copied in zip(target, source, strict=True):
            cell.value = copied.value
    book.save(office.book())
    assert office.hear().adopted == 1


def test_rows_that_a_clerk_added_without_a_word_do_not_matter(office: Office) -> None:
    book = openpyxl.load_workbook(office.book())
    book["问题清单"].append(["小计", None, None, "共若干"])
    book.create_sheet("备忘").append(["复核意见", "记得打电话"])
    book.save(office.book())
    heard = office.hear()
    assert (heard.adopted, heard.notes) == (0, [])


@pytest.mark.parametrize("how", ["cut", "empty", "text"])
def test_a_half_written_workbook_stops_before_anything(office: Office, how: str) -> None:
    whole = office.book().read_bytes()
    office.book().write_bytes({"cut": whole[: len(whole) // 2], "empty": b"", "text": b"not a workbook"}[how])
    with pytest.raises(ReviewError, match=r"台账\.xlsx"):
        office.hear()
    assert outcomes(office) == []


def test_an_open_workbook_is_said(office: Office) -> None:
    fill(office.book(), code("C01"), "同意")
    office.book("~$台账.xlsx").write_bytes(b"x")
    heard = office.hear()
    assert heard.adopted == 1
    assert "没有保存的请保存后再运行" in heard.notes[0]


def test_an_untouched_workbook_is_not_even_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.decisions.readback.read_book", lambda *_: pytest.fail("was read"))
    assert office.hear().adopted == 0


KILLED = """
import sys, os
from datetime import datetime
from pathlib import Path
import pipeline.ledger.store.store as store
from pipeline.decisions.readback import read_back
from pipeline.outputs import OutputFolder
store.upsert = lambda *_: os._exit(9)
root = Path(sys.argv[1])
read_back(OutputFolder(root), root / "results.jsonl", datetime(2012, 3, 20))
"""


def test_a_killed_import_has_heard_nothing_and_the_next_hears_all(office: Office) -> None:
    fill(office.book(), code("C01"), "不采纳", "已核实", most=5)
    done = subprocess.run([sys.executable, "-c", KILLED, str(office.root)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 9
    assert outcomes(office) == []
    assert office.hear().adopted == 5
    assert outcomes(office) == [Outcome.ADOPTED] * 5


def test_same_decisions_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        office = Office(tmp_path / name)
        office.work()
        fill(office.book(), code("C01"), "不采纳", "已核实", most=3)
        office.work()
        office.work()
        made.append((office.results.read_bytes(), office.book("台账(2).xlsx").read_bytes()))
    assert made[0] == made[1]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_saved_by_libreoffice(office: Office, tmp_path: Path) -> None:
    fill(office.book(), code("C01"), "不采纳", "已核实")
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path), str(office.book())]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shutil.copy(tmp_path / "台账.xlsx", office.book())
    assert office.hear().adopted == 1
    assert office.hear().adopted == 0
