"""An error of our own: one Chinese sentence for the clerk, the traceback in a log that the sentence names."""

import errno
import logging
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.model import Form, FormKind, Passage
from pipeline import trouble
from pipeline.cli.main import main
from rules import engine
from rules.facts import FormFacts
from rules.packs import load_pack

SAMPLE = Path(__file__).parents[2] / "samples" / "inbox" / "机电学院" / "教师" / "孙例文.docx"


@pytest.fixture(autouse=True)
def no_log_left() -> Iterator[None]:
    yield
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, trouble._Log)]:
        root.removeHandler(handler)
        handler.close()
    logging.captureWarnings(capture=False)


def ends(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["chengnuo", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def broken(*_: object, **__: object) -> None:
    raise ValueError("a bug of ours")


def fails_on_every_file(submission: object) -> tuple[str, ...]:
    return (str(1 // 0),)


def test_a_bug_in_a_run_names_the_log_beside_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "收件").mkdir()
    shutil.copy(SAMPLE, tmp_path / "收件")
    monkeypatch.setattr("pipeline.batch.reckon", broken)
    out = tmp_path / "结果"
    assert ends(monkeypatch, "run", str(tmp_path / "收件"), "-n", "base", "-o", str(out), "-q", "-j", "1") == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "程序内部出错" in said
    assert "再次运行同一命令" in said
    log = out / ".chengnuo" / "程序日志.log"
    assert f"“{log}”" in said
    assert re.search(r"Traceback.*ValueError: a bug of ours", log.read_text("utf-8"), re.DOTALL)


def test_a_bug_on_one_file_is_said_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file on which our own code fails is listed, the others go on, and the log has its traceback."""
    (tmp_path / "收件").mkdir()
    shutil.copy(SAMPLE, tmp_path / "收件")
    monkeypatch.setattr("pipeline.batch._work", fails_on_every_file)
    out = tmp_path / "结果"
    assert ends(monkeypatch, "run", str(tmp_path / "收件"), "-n", "base", "-o", str(out), "-q", "-j", "1") == 0
    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out
    assert "途中有程序错误" in said.err
    assert "孙例文.docx：" in said.out
    assert "ZeroDivisionError" in (out / ".chengnuo" / "程序日志.log").read_text("utf-8")


def test_a_bug_in_a_check_goes_to_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(trouble, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("pipeline.submission.process", broken)
    assert ends(monkeypatch, "check", str(SAMPLE)) == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(tmp_path / "程序日志.log") in said
    assert "ValueError" in (tmp_path / "程序日志.log").read_text("utf-8")


def test_a_full_disk_is_said_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/x")

    monkeypatch.setattr(trouble, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("pipeline.submission.process", full)
    assert ends(monkeypatch, "check", str(SAMPLE)) == 2
    assert "读写文件时出错：磁盘已满（/x）。请" in capsys.readouterr().err


def test_a_rule_that_crashes_leaves_its_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trouble.log_to(tmp_path)
    form = Form(FormKind.MEMBER, "t", 0, Passage(), None, (), ())
    monkeypatch.setattr("rules.checks.f09_no_promise.NoPromise.check", broken)
    found = engine.judge(FormFacts(form, (), ()), load_pack("base"))
    assert "X00" in {f.code for f in found}
    assert "rule F09" in (tmp_path / "程序日志.log").read_text("utf-8")


def test_a_log_that_cannot_be_written_hides_nothing(tmp_path: Path) -> None:
    trouble.log_to(tmp_path / "没有")
    assert "请告知维护程序的同志" in trouble.report(ValueError("x"))
