"""What a clerk who does not know the terminal gets wrong: one polite line that says what to do, and nothing written."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest

from pipeline import clock
from pipeline.cli.main import main

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "samples" / "golden" / "results.jsonl"
ROSTER = ROOT / "samples" / "roster.xlsx"
RUN = ["run", "收件", "-n", "csust-2012", "-q"]
CASES: list[tuple[list[str], str]] = [
    (["runn", "收件"], "是不是 run？"),
    (["ledger", "exprt"], "是不是 export？"),
    (["check", "--ntoice", "x", "a.docx"], "是不是 --notice？"),
    (["run", "收件", "--format", "json"], "没有 --format 这个选项。用 --help"),
    (["run", "没有", "-n", "csust-2012"], "找不到收件文件夹“没有”"),
    (["run", "收件"], "用 --notice 写明按哪个通知"),
    (["run", "收件", "-n", "csust"], "csust-2012"),
    (["run", "收件", "-n", "名册.xlsx"], "没有名为“名册.xlsx”的通知"),
    (["run", "收件", "名册.xlsx", "-n", "csust-2012"], "多了参数"),
    (["run"], "chengnuo init"),
    (["run", "收件", "--notice"], "--notice 后面缺少内容"),
    ([*RUN, "-r", "没有.xlsx"], "找不到名册文件"),
    ([*RUN, "-r", "空.xlsx"], "另存为 .xlsx"),
    ([*RUN, "-r", "收件"], "“收件”是文件夹，不是名册"),
    ([*RUN, "-o", "收件"], "不能是同一个"),
    ([*RUN, "-o", "收件/结果"], "在收件文件夹里面"),
    ([*RUN, "-o", "一个文件"], "是文件，不是文件夹"),
    ([*RUN, "-j", "两个"], "应在 0 到 64 之间"),
    ([*RUN, "--received", "2012年3月"], "2012-03-14 的样子"),
    (["run", "旧设置", "-q"], "“老选项”不是认得的名称"),
    (["run", "全角", "-q"], "英文的冒号"),
    (["check"], "缺少参数 文件…"),
    (["check", "没有.docx"], "打不开（找不到）"),
    (["check", "收件"], "整个文件夹请用 chengnuo run"),
    (["check", "空.xlsx"], "请"),
    (["show", "没有.docx"], "请核对文件名"),
    (["init", "一个文件"], "那里有一个文件，要写的是文件夹"),
    (["init", "新的"], "可用的通知见 chengnuo notices"),
    (["roster", "check", "收件"], "“收件”是文件夹，不是名册"),
    (["ledger", "export"], "请进入工作文件夹，或用 --out"),
    (["ledger", "import", "没有.xlsx", "-o", "收件"], "没有"),
    (["papers", "-o", "收件"], "请先运行 chengnuo run"),
    (["papers", "-o", "坏结果"], "请先运行 chengnuo run"),
    (["decide", "list", "-o", "半截"], "results.jsonl 不完整，或被改动过"),
    (["diff", "半截", "半截"], "results.jsonl 不完整，或被改动过"),
    (["diff", "收件", "收件"], "没有审核结果"),
    (["rules", "Z99"], "用 chengnuo rules 查看"),
    (["notices", "没有"], "可用的有"),
]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("收件", "旧设置/收件", "全角/收件", "坏结果/.chengnuo", "半截"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "旧设置" / "设置.yaml").write_text("通知: csust-2012\n老选项: 1\n", "utf-8-sig", newline="\r\n")
    (tmp_path / "全角" / "设置.yaml").write_text("通知：csust-2012\n", "gb18030", newline="\r\n")
    (tmp_path / "坏结果" / ".chengnuo" / "job.json").write_text("[]", "utf-8")
    (tmp_path / "半截" / "results.jsonl").write_bytes(GOLDEN.read_bytes()[:3000])
    (tmp_path / "空.xlsx").write_bytes(b"")
    (tmp_path / "一个文件").write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    monkeypatch.setattr(sys, "argv", ["chengnuo", *words])
    with pytest.raises(SystemExit) as stop:
        main()
    told = capsys.readouterr()
    return stop.value.code, told.out + told.err


@pytest.mark.parametrize(("words", "line"), CASES, ids=[" ".join(words) for words, _ in CASES])
def test_one_line_says_what_to_do(
    words: list[str], line: str, office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(p for p in office.rglob("*") if ".chengnuo" not in p.parts)
    code, told = said(words, monkeypatch, capsys)
    assert code == 2
    assert line in told
    assert len(told.strip().splitlines()) == 1
    assert len(told) < 220
    assert not any(word in told for word in ("Traceback", "Error", "Usage", "Invalid"))
    assert sorted(p for p in office.rglob("*") if ".chengnuo" not in p.parts) == before


def test_a_roster_that_a_program_holds(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def shut(*_: object, **__: object) -> None:
        error = PermissionError(13, "sharing violation", "名册.xlsx")
        error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr("openpyxl.load_workbook", shut)
    code, told = said([*RUN, "-r", "空.xlsx"], monkeypatch, capsys)
    assert code == 2
    assert "请先在 Word、Excel、WPS 里关闭" in told


def test_a_clock_that_lost_its_battery(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Word and Excel files cannot be written before 1980."""
    monkeypatch.setattr(clock, "now", lambda: datetime(1970, 1, 4, 11, 4))
    code, told = said([*RUN, "-o", "结果"], monkeypatch, capsys)
    assert code == 2
    assert "电脑的日期是1970年01月04日，不对" in told
    assert not (office / "结果").exists()
