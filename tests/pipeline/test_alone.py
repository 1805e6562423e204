"""Two runs at once in one folder of results: the second says so and touches nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.alone import alone
from pipeline.outputs import OutputError, OutputFolder

ROOT = Path(__file__).parents[2]
HOLD = "import sys; from pathlib import Path; from pipeline.alone import alone\nwith alone(Path(sys.argv[1])):\n print('held', flush=True); sys.stdin.read()"


def holder(out: Path) -> subprocess.Popen[str]:
    OutputFolder(out)
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(out)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    return other


def test_the_second_run_says_so_and_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / "收件").mkdir()
    other = holder(tmp_path / "结果")
    program = [sys.executable, "-m", "pipeline", "run", str(tmp_path / "收件"), "-n", "csust-2012", "-o", str(tmp_path / "结果"), "-q"]
    try:
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 2
        assert "正由另一次 chengnuo run 使用。请等它做完" in done.stderr
        assert [p.name for p in (tmp_path / "结果").iterdir()] == [".chengnuo"]
    finally:
        other.communicate("")
    assert subprocess.run(program, cwd=ROOT, capture_output=True, timeout=60).returncode == 0


def test_a_run_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    other = holder(tmp_path)
    with pytest.raises(OutputError), alone(tmp_path):
        pass
    other.kill()
    other.communicate()
    with alone(tmp_path):
        pass
