"""An interrupt ends a run soon, whatever its threads wait for, and however often it comes."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from pipeline.executors.hand import Hand
from pipeline.executors.local import ENDING, Limits, LocalExecutor
from tests.pipeline.test_executor import own_number

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are another thing on Windows")
LOADING = 60
"""Seconds that the server of workers loads, as on a busy machine with a slow disk."""
PROGRAM = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from pipeline.executors import local
local.PRELOAD[:] = ["slow_to_load"]
from pipeline.executors.local import Limits, LocalExecutor
from tests.pipeline.test_executor import nothing, work
try:
    with LocalExecutor(2, Limits(), nothing) as pool:
        list(pool.map(work, ["a", "b"]))
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def test_a_run_that_is_stopped_while_workers_are_loading_ends(tmp_path: Path) -> None:
    """The interrupt goes to the whole group, as from a terminal: the server of workers says nothing of it either."""
    loading = tmp_path / "loading"
    (tmp_path / "slow_to_load.py").write_text(f"import time\nopen({str(loading)!r}, 'w').close()\ntime.sleep({LOADING})\n")
    paths = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONPATH": paths}, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + LOADING
    while not loading.exists() and time.monotonic() < until:
        time.sleep(0.05)
    started = psutil.Process(running.pid).children(recursive=True)
    assert started
    os.killpg(running.pid, signal.SIGINT)
    try:
        assert running.wait(LOADING / 2) == 0
        assert running.stdout is not None
        assert running.stdout.readline() == "stopped\n"
    finally:
        running.kill()
        for process in started:
            with suppress(psutil.Error):
                process.kill()
    assert running.stderr is not None
    assert "Traceback" not in running.stderr.read()


def test_a_second_interrupt_leaves_no_worker_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    close, interrupts = Hand.close, [KeyboardInterrupt(), KeyboardInterrupt()]

    def interrupted(hand: Hand) -> None:
        if interrupts:
            raise interrupts.pop()
        close(hand)

    monkeypatch.setattr(Hand, "close", interrupted)
    pool = LocalExecutor(2, Limits(), str)
    workers = {psutil.Process(done.value) for done in pool.map(own_number, ["a", "b", "c", "d"]) if done.value}
    start = time.monotonic()
    pool.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert time.monotonic() - start < 2 * ENDING
    assert not interrupts
    assert workers
    assert not [w for w in psutil.wait_procs(workers, timeout=5)[1] if w.status() != psutil.STATUS_ZOMBIE]
