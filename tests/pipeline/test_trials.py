"""A file at which whole runs die is found out, judged alone, and in the end given up; nobody else is."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.submission import Submission
from pipeline.trials import COUNTS, GIVEN_UP, JOURNAL, SUSPECT, Trials

ROOT = Path(__file__).parents[2]
A, B, C = (Submission(f"{c}.docx", Path(), c * 64) for c in "abc")


def killed_at(folder: Path, *at_work: Submission, ended: tuple[Submission, ...] = ()) -> None:
    """A run that is killed while it has these files at work."""
    trials = Trials(folder)
    for task in [*ended, *at_work]:
        trials.begin([task])
    for task in ended:
        trials.end([task])
    os.close(trials._file)


def test_a_file_that_is_at_work_at_every_end_is_judged_alone_and_then_given_up(tmp_path: Path) -> None:
    for _ in range(SUSPECT):
        assert not Trials(tmp_path).alone([B])
        killed_at(tmp_path, B, ended=(A,))
    trials = Trials(tmp_path)
    assert trials.alone([B])
    assert not trials.alone([A])
    assert not trials.given_up(B)
    for _ in range(GIVEN_UP):
        killed_at(tmp_path, B)
    assert Trials(tmp_path).given_up(B)


def test_who_was_only_near_is_free_once_it_comes_to_an_end(tmp_path: Path) -> None:
    for _ in range(SUSPECT):
        killed_at(tmp_path, A, B)
    trials = Trials(tmp_path)
    trials.begin([A])
    trials.end([A])
    trials.close()
    again = Trials(tmp_path)
    assert not again.alone([A])
    assert again.alone([B])


def test_a_run_that_ends_by_itself_counts_against_nobody(tmp_path: Path) -> None:
    for _ in range(9):
        trials = Trials(tmp_path)
        trials.begin([A])
        trials.close()
    assert not Trials(tmp_path).alone([A])
    assert not (tmp_path / COUNTS).exists()


@pytest.mark.parametrize("junk", [b"", b"+abc", b"\xff\xfe", b"+" + b"a" * 64 + b"\n+bb"])
def test_a_journal_that_was_cut_off(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(junk)
    (tmp_path / COUNTS).write_bytes(junk)
    Trials(tmp_path).close()


RUN = """
import os, signal, sys
from pathlib import Path
from pipeline import submission
from pipeline.batch import Settings, finish, run_batch
from pipeline.outputs import OutputFolder
from pipeline.rosters.roster import Roster
if __name__ == "__main__":
    def progress(stage, done, total): print(stage, done, total, flush=True)
    folder = OutputFolder(Path(sys.argv[2]))
    run_batch(Settings(Path(sys.argv[1]), "csust-2012", Roster(), 2), folder, progress)
    finish(folder)
"""
KILLER = """
import os, signal
from pathlib import Path
from extractors import reading
content = reading.content
def deadly(path):
    if Path(path).name == "b.docx":
        os.kill(int(os.environ["WHOLE"]), signal.SIGKILL)
    return content(path)
from pipeline import submission
submission.content = deadly
"""


@pytest.mark.skipif(os.name == "nt", reason="the file kills the run by a signal")
def test_a_file_that_brings_down_the_whole_run_is_named_in_the_end(tmp_path: Path) -> None:
    """With real processes: the file kills the program itself, which is started again and again as a clerk would."""
    inbox, out = tmp_path / "in", tmp_path / "out"
    inbox.mkdir()
    for name in ("a.docx", "b.docx", "c.docx"):
        (inbox / name).write_bytes(f"not a document: {name}".encode())
    (tmp_path / "sitecustomize.py").write_text(KILLER)
    script = 'import os; os.environ["WHOLE"] = str(os.getpid())\n' + RUN
    codes = []
    for _ in range(SUSPECT + GIVEN_UP + 1):
        done = subprocess.run(
            [sys.executable, "-c", script, inbox, out], cwd=ROOT, capture_output=True, text=True, timeout=120,
            env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        )  # fmt: skip
        codes.append(done.returncode)
    assert codes == [-signal.SIGKILL] * (SUSPECT + GIVEN_UP) + [0], done.stderr
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    assert ["曾多次被迫中止" in line for line in lines] == [False, True, False]
