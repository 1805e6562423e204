"""A run that is killed or interrupted, wherever it stands, goes on from what is done and ends as if nothing had been."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "inbox" / "机电学院"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("收件")
    for path in [*sorted(SAMPLES.glob("教师/*.docx")), *SAMPLES.glob("学生/*.docx"), SAMPLES / "彭加密.docx"]:
        shutil.copy(path, folder)
    return folder


def command(inbox: Path, out: Path) -> list[str]:
    program = "from pipeline.cli.main import main; main()"
    roster = str(ROOT / "samples" / "roster.xlsx")
    return [sys.executable, "-c", program, "run", str(inbox), "--notice", "csust-2012", "--roster", roster, "--out", str(out), "-j", "2"]


def finished(inbox: Path, out: Path) -> tuple[str, dict[str, str]]:
    """What a run says on its way, and its files with their digests."""
    done = subprocess.run(command(inbox, out), cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    files = (p for p in out.rglob("*") if p.is_file() and p.parent.name != ".chengnuo")
    return done.stderr, {p.relative_to(out).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


@pytest.fixture(scope="module")
def whole(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return finished(inbox, tmp_path_factory.mktemp("整") / "out")[1]


def hears_interrupts() -> None:
    """A shell starts what runs in the background deaf to them, these tests too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stop(inbox: Path, out: Path, at: str, how: signal.Signals) -> tuple[int, str]:
    """Start a run and send the signal as soon as it says `at`; its exit code and the last that it said."""
    running = subprocess.Popen(
        command(inbox, out), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=hears_interrupts,
    )  # fmt: skip
    assert running.stderr is not None
    assert any(line.startswith(at) for line in running.stderr), f"never came to {at}"
    children = psutil.Process(running.pid).children(recursive=True)
    running.send_signal(how)
    said = running.stderr.read()
    code = running.wait(timeout=30)
    until = time.monotonic() + 20
    while (left := [c for c in children if c.is_running() and c.status() != psutil.STATUS_ZOMBIE]) and time.monotonic() < until:
        time.sleep(0.1)
    assert not left, "workers outlived the run"
    return code, said


@pytest.mark.parametrize(
    ("at", "how"),
    [
        ("审核承诺书：4", signal.SIGKILL), ("回填批注：1", signal.SIGKILL), ("生成台账", signal.SIGKILL),
        ("审核承诺书：4", signal.SIGINT), ("撰写审核意见：1", signal.SIGINT),
    ],
)  # fmt: skip
def test_a_stopped_run_goes_on(inbox: Path, whole: dict[str, str], tmp_path: Path, at: str, how: signal.Signals) -> None:
    code, said = stop(inbox, tmp_path / "out", at, how)
    if how is signal.SIGINT:
        assert code == 1
        assert "再次运行同一命令即可接着做" in said
    assert "Traceback" not in said
    told, files = finished(inbox, tmp_path / "out")
    assert files == whole
    judged = [line for line in told.splitlines() if line.startswith("审核承诺书：")]
    if at.startswith("审核承诺"):
        assert "审核承诺书：1/13" not in judged, "what was finished is not judged again"
    else:
        assert not judged
