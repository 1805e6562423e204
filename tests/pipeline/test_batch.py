"""A whole inbox: every file accounted for, the same bytes every time, a stopped run goes on."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from pipeline import batch
from pipeline.batch import BatchResult, Settings, finish, run_batch
from pipeline.outputs import OutputFolder
from pipeline.records import FormRecord, from_line
from pipeline.rosters.roster import Receipt, Roster
from pipeline.status import FormSummary, State, reckon
from rules.facts import UnitFacts
from tests.gold.render import render

GOLD = Path(__file__).parents[1] / "gold" / "tune"
SAMPLES = Path(__file__).parents[2] / "samples" / "inbox"


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("收件")
    for path in sorted(GOLD.glob("t00[1-5].yaml")):
        render(yaml.safe_load(path.read_bytes()), folder / f"{path.stem}.docx")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "空.pdf").write_bytes(b"")
    (folder / "~$t001.docx").write_bytes(b"\x00" * 162)
    return folder


def run(inbox: Path, out: Path, roster: Roster | None = None) -> BatchResult:
    settings = Settings(inbox, "csust-2012", roster or Roster(), workers=1)
    return run_batch(settings, OutputFolder(out), lambda stage, done, total: None)


@pytest.fixture(scope="module")
def first(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> BatchResult:
    return run(inbox, tmp_path_factory.mktemp("out"))


def test_every_file_is_accounted_for(inbox: Path, first: BatchResult) -> None:
    named = {f.file for f in first.forms} | {r.file for r in first.unreadable}
    assert named == {p.name for p in inbox.iterdir()}
    assert {r.file: r.reason for r in first.unreadable} == {"坏.docx": "corrupt", "空.pdf": "empty", "~$t001.docx": "lock_file"}
    assert all(r.message and r.next_step for r in first.unreadable)


def test_results_are_sorted_and_read_back(first: BatchResult) -> None:
    records = [from_line(line) for line in first.results.read_text("utf-8").splitlines()]
    assert [r.file for r in records] == sorted(r.file for r in records)
    assert sum(isinstance(r, FormRecord) for r in records) == len(first.forms) == 5


def test_the_same_input_gives_the_same_bytes(inbox: Path, first: BatchResult, tmp_path: Path) -> None:
    assert run(inbox, tmp_path).results.read_bytes() == first.results.read_bytes()


def test_a_stopped_run_goes_on_where_it_stopped(
    inbox: Path, first: BatchResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stop(Exception):
        pass

    def stop(stage: str, done: int, total: int) -> None:
        if done == 3:
            raise Stop

    settings = Settings(inbox, "csust-2012", Roster(), workers=1)
    with pytest.raises(Stop):
        run_batch(settings, OutputFolder(tmp_path), stop)
    part = tmp_path / ".chengnuo" / "results.part"
    with part.open("ab") as half_written:
        half_written.write(b'{"schema_version": 1, "record": "fo')
    waiting: list[int] = []
    judge = batch._judge
    monkeypatch.setattr(batch, "_judge", lambda subs, *more: waiting.append(len(subs)) or judge(subs, *more))
    assert run(inbox, tmp_path).results.read_bytes() == first.results.read_bytes()
    assert waiting == [5], "three of eight files were finished before"


def test_another_notice_starts_anew(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = tmp_path / ".chengnuo" / "results.part"
    part.parent.mkdir()
    part.write_text("somebody else's run\n", "utf-8")
    assert len(run(inbox, tmp_path).forms) == 5


def test_a_finished_run_leaves_no_half_results(inbox: Path, tmp_path: Path) -> None:
    run(inbox, tmp_path)
    assert [p.name for p in tmp_path.rglob("*.part")] == ["results.part"], "until everything is handed out"
    finish(OutputFolder(tmp_path))
    assert not list(tmp_path.rglob("*.part"))


def judged_again(inbox: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many files the next run takes up."""
    waiting: list[int] = []
    judge = batch._judge
    monkeypatch.setattr(batch, "_judge", lambda subs, *more: waiting.append(len(subs)) or judge(subs, *more))
    run(inbox, out)
    return waiting[0]


def test_a_run_stopped_while_handing_out_judges_nothing_again(
    inbox: Path, first: BatchResult, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(inbox, tmp_path)
    (tmp_path / "results.jsonl").unlink()
    assert judged_again(inbox, tmp_path, monkeypatch) == 0
    assert (tmp_path / "results.jsonl").read_bytes() == first.results.read_bytes()


def test_a_finished_run_judges_anew(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(inbox, tmp_path)
    finish(OutputFolder(tmp_path))
    assert judged_again(inbox, tmp_path, monkeypatch) == 8


@pytest.mark.parametrize("cut", [0, 1, 700])
def test_no_form_is_lost_where_the_run_was_killed_within_a_files_records(tmp_path: Path, cut: int) -> None:
    """A file with three forms, of which one, or one and a half, were written down."""
    folder = tmp_path / "收件"
    folder.mkdir()
    shutil.copy(SAMPLES / "机电学院/学生/研究生支部三名党员承诺书（合并）.docx", folder / "三份.docx")
    whole = run(folder, tmp_path / "out").results.read_bytes()
    part = tmp_path / "out" / ".chengnuo" / "results.part"
    mark, one, *_ = part.read_bytes().splitlines(keepends=True)
    part.write_bytes((mark + one + _[0])[: len(mark) + len(one) + cut])
    again = run(folder, tmp_path / "out")
    assert len(again.forms) == 3
    assert again.results.read_bytes() == whole


def test_a_failing_worker_costs_one_file(inbox: Path, tmp_path: Path) -> None:
    """A PDF whose page tree refers to itself, and a limit that nothing can keep, end as records."""
    settings = Settings(inbox, "csust-2012", Roster(), workers=1, limits=batch.Limits(seconds=0.0001))
    result = run_batch(settings, OutputFolder(tmp_path), lambda *_: None)
    assert {f.file for f in result.forms} | {r.file for r in result.unreadable} == {p.name for p in inbox.iterdir()}
    assert {r.reason for r in result.unreadable} >= {"timeout"}


def test_versions_of_one_form_are_counted(tmp_path: Path) -> None:
    folder = tmp_path / "收件"
    folder.mkdir()
    form = yaml.safe_load((GOLD / "t001.yaml").read_bytes())
    for name in ("初稿", "定稿"):
        render(form, folder / f"{name}.docx")
    found = run(folder, tmp_path / "out")
    assert [(f.file, f.version) for f in found.forms] == [("初稿.docx", 1), ("定稿.docx", 2)]


def test_the_roster_says_who_is_missing_and_late(inbox: Path, first: BatchResult, tmp_path: Path) -> None:
    name = next(f.unit for f in first.forms if f.file == "t001.docx")
    units = (UnitFacts("u1", name), UnitFacts("u2", "没有交的支部"), UnitFacts("u3", "免报的支部", exempt="经批准"))
    roster = Roster(units, receipts=(Receipt("t001.docx", day=_day("2012-03-20")),))
    status = run(inbox, tmp_path, roster).status
    states = {row.unit: row.state for row in status.rows[:3]}
    assert states["没有交的支部"] is State.MISSING
    assert states["免报的支部"] is State.EXEMPT
    assert status.count(State.UNREADABLE) == 3


def test_members_are_not_outside_a_roster_that_lists_no_members(tmp_path: Path) -> None:
    folder = tmp_path / "收件"
    folder.mkdir()
    shutil.copy(SAMPLES / "机电学院/教师/孙例文.docx", folder)
    shutil.copy(SAMPLES / "机关/招生就业处党支部承诺书.docx", folder)
    unit = UnitFacts("u1", "机械设计教研室教师党支部", parent="机电工程学院党总支")
    receipts = (Receipt("孙例文.docx", day=_day("2012-03-20")),)
    result = run(folder, tmp_path / "out", Roster((unit,), receipts=receipts))
    told = {(row.unit, row.person): (row.state, row.parent) for row in result.status.rows}
    assert told["机械设计教研室教师党支部", "孙例文"] == (State.LATE, "机电工程学院党总支")
    assert told["招生就业处党支部", ""][0] is State.EXTRA
    line = next(line for line in result.results.read_text("utf-8").splitlines() if "孙例文.docx" in line)
    assert "F06" not in {f.code for f in from_line(line).findings}


def _day(text: str):  # type: ignore[no-untyped-def]
    from datetime import date

    return date.fromisoformat(text)


def test_versions_of_one_form_are_one_line_without_a_roster_too() -> None:
    """A form that came in time and comes back mended is not late, whether anybody wrote a roster or not."""
    first = FormSummary("一稿.docx", "org", "甲支部", None, None, None, 2012, date(2012, 3, 10), date(2012, 3, 9), 1, "no", 2, 0, False)
    second = replace(first, file="二稿.docx", received=date(2012, 3, 20), signed=date(2012, 3, 19), version=2, must=0)
    nameless = replace(first, file="无名.docx", unit="", must=0)
    rows = reckon([first, second, nameless, replace(nameless, file="无名2.docx")], (), Roster(), lambda _: date(2012, 3, 15)).rows
    assert [(row.files, row.state, row.must) for row in rows] == [
        (("一稿.docx", "二稿.docx"), State.ON_TIME, 0), (("无名.docx",), State.ON_TIME, 0), (("无名2.docx",), State.ON_TIME, 0),
    ]  # fmt: skip
    assert rows[0].note == "共收到 2 份，以最后一份为准"
