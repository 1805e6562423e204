"""The program in a Chinese Windows' console and files, and with the workers that Windows has."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.executors.limits import Limits
from pipeline.executors.local import LocalExecutor

ROOT = Path(__file__).parents[2]
FORM = next(p for p in sorted((ROOT / "samples" / "inbox").rglob("*.docx")) if "承诺书" in p.name and not p.name.startswith("~"))
SPAWN = "import multiprocessing as m; m.get_all_start_methods = lambda: ['spawn']; from pipeline.cli.main import main; main()"
CONSOLES = [
    {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "cp437", "PYTHONUTF8": "0"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
]


def called(code: str, *words: str, cwd: Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, cwd=cwd, env={**environment, "PYTHONPATH": str(ROOT), **settings}, capture_output=True, timeout=300, check=False)


@pytest.mark.parametrize("console", CONSOLES, ids=["cp936", "cp437", "C"])
def test_json_is_whole_in_every_console(tmp_path: Path, console: dict[str, str]) -> None:
    """What Windows redirects to a file has the code page's bytes; a reader of JSON finds all of it."""
    shutil.copy(FORM, tmp_path / "form.docx")
    said = called(SPAWN, "check", "form.docx", "--format", "json", cwd=tmp_path, **console)
    told = json.loads(said.stdout.decode(console["PYTHONIOENCODING"]))
    assert "支部" in json.dumps(told, ensure_ascii=False)
    assert b"Traceback" not in said.stderr


@pytest.mark.parametrize("console", CONSOLES, ids=["cp936", "cp437", "C"])
@pytest.mark.parametrize("words", [["--help"], ["doctor"], ["rules"], ["check", "form.docx", "--all"], ["ledger", "--help"]])
def test_what_a_console_cannot_show_ends_nothing(tmp_path: Path, console: dict[str, str], words: list[str]) -> None:
    shutil.copy(FORM, tmp_path / "form.docx")
    said = called(SPAWN, *words, cwd=tmp_path, **console)
    assert said.returncode in (0, 1)
    assert b"Error" not in said.stderr
    assert len(said.stdout) > 50


def test_the_main_job_gives_the_same_bytes(tmp_path: Path) -> None:
    """Workers started afresh, everything sent to them pickled, in a console of the code page 936."""
    inbox = tmp_path / "收件 箱"
    inbox.mkdir()
    found = [p for p in sorted((ROOT / "samples" / "inbox").rglob("*")) if p.is_file()]
    for path in [*found[:6], *(p for p in found if p.suffix == ".zip")]:
        shutil.copy(path, inbox / path.name)
    plain = "from pipeline.cli.main import main; main()"
    arguments = ["run", str(inbox), "--notice", "csust-2012", "--out"]
    usual = called(plain, *arguments, "usual", cwd=tmp_path, PYTHONIOENCODING="utf-8")
    spawned = called(SPAWN, *arguments, "结果", "-j", "2", cwd=tmp_path, **CONSOLES[0])
    assert (usual.returncode, spawned.returncode) == (0, 0), spawned.stderr.decode("gbk", "replace")
    assert (tmp_path / "usual" / "results.jsonl").read_bytes() == (tmp_path / "结果" / "results.jsonl").read_bytes()
    assert "收到文件" in spawned.stdout.decode("gbk")


def double(n: int) -> int:
    return 2 * n


def die(n: int) -> int:
    os._exit(3) if n == 2 else None
    return n


def linger(n: int) -> int:
    time.sleep(60 if n == 1 else 0)
    return n


def nothing() -> None:
    """No set-up."""


def test_workers_started_as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    with LocalExecutor(2, Limits(seconds=2.0), nothing) as pool:
        assert [done.value for done in pool.map(double, range(5))] == [0, 2, 4, 6, 8]
        assert [done.failure for done in pool.map(die, range(4))] == ["", "", "crashed", ""]
        assert [done.failure for done in pool.map(linger, range(3))] == ["", "timeout", ""]
