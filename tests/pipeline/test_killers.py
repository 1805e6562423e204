"""Tasks as hostile files make them, with real processes: each costs itself, leaves nothing behind, and the rest is done.
And workers that somebody else kills: that costs nothing at all."""

import contextlib
import ctypes
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing import forkserver
from pathlib import Path

import psutil
import pytest

from pipeline.executors.local import Limits, LocalExecutor

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tasks below die in ways of Unix")
LIMITS = Limits(5.0, 200 * 2**20, answer=2**20, written=50 * 2**20, processes=12)


def nothing() -> None:
    pass


def segfault(_: str) -> None:
    ctypes.string_at(1)


def abort(_: str) -> None:
    os.abort()


def spin_in_c(_: str) -> None:
    ctypes.PyDLL(None).sleep(60)  # holds the interpreter's lock: no thread of the worker's own gets a turn


def spin(_: str) -> None:
    while True:
        pass


def eat_in_c(_: str) -> None:
    block = ctypes.create_string_buffer(400 * 2**20)
    ctypes.memset(block, 1, len(block))
    ctypes.PyDLL(None).sleep(60)


def recurse(_: str) -> None:
    sys.setrecursionlimit(10**9)
    _down(0)


def _down(n: int) -> int:
    return max(_down(n + 1), _down(n + 2))


def huge_answer(_: str) -> bytes:
    return bytes(2**24)


def write_on_and_on(place: str) -> None:
    with open(place, "wb") as out:
        while True:
            out.write(bytes(2**20))
            time.sleep(0.01)


def eat_in_a_child(_: str) -> None:
    subprocess.run([sys.executable, "-c", "import time; x = b'x' * (400 * 2**20); time.sleep(60)"])


def start_many(place: str) -> None:
    children = [subprocess.Popen(["sleep", "60"]) for _ in range(20)]
    Path(place).write_text(" ".join(str(c.pid) for c in children), encoding="utf-8")
    time.sleep(60)


def leave_a_child_and_die(place: str) -> None:
    """The child holds the worker's pipe open, so that the parent hears no end of it."""
    child = os.fork()
    if not child:
        time.sleep(60)
        os._exit(0)
    Path(place).write_text(str(child), encoding="utf-8")
    os.kill(os.getpid(), signal.SIGSEGV)


def exit_politely(_: str) -> None:
    sys.exit(0)


def fine(task: str) -> str:
    return task.upper()


CASES = [
    (segfault, "crashed"), (abort, "crashed"), (exit_politely, "crashed"), (start_many, "crashed"),
    (leave_a_child_and_die, "crashed"), (spin, "timeout"), (spin_in_c, "timeout"), (eat_in_c, "memory"), (recurse, "memory"),
    (eat_in_a_child, "memory"), (huge_answer, "output"), (write_on_and_on, "output"),
]  # fmt: skip


def run_one(case: tuple[object, str]) -> object:
    task, place = case
    return task(place)  # type: ignore[operator]


@pytest.fixture(scope="module")
def pool() -> Iterator[LocalExecutor]:
    with LocalExecutor(2, LIMITS, nothing) as pool:
        yield pool


@pytest.mark.parametrize(("task", "failure"), CASES, ids=[t.__name__ for t, _ in CASES])
def test_a_killer_costs_itself_and_leaves_nothing(pool: LocalExecutor, tmp_path: Path, task: object, failure: str) -> None:
    place = tmp_path / "place"
    ends = list(pool.map(run_one, [(fine, "a"), (task, str(place)), (fine, "b")]))
    assert [e.failure for e in ends] == ["", failure, ""]
    assert [e.value for e in ends] == ["A", None, "B"]
    left = place.read_text().split() if task in (start_many, leave_a_child_and_die) else []
    until = time.monotonic() + 5  # the signal is sent; on a loaded machine it takes effect a moment later
    while any(alive(int(pid)) for pid in left) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [pid for pid in left if alive(int(pid))]


def alive(pid: int) -> bool:
    with contextlib.suppress(psutil.Error):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


hoard: list[bytearray] = []


def keep_much(_: str) -> int:
    hoard.append(bytearray(b"x") * (60 * 2**20))
    return os.getpid()


def test_what_tasks_leave_behind_piles_up_in_no_worker() -> None:
    with LocalExecutor(1, LIMITS, nothing) as pool:
        ends = list(pool.map(keep_much, ["a"] * 8))
    assert not [e for e in ends if e.failure], "no task pays for an earlier one"
    assert len({e.value for e in ends}) > 2, "a worker that keeps much is replaced"


KILLS = 12


def slow(task: int) -> int:
    time.sleep(0.01)
    return task * 2


def workers() -> list[psutil.Process]:
    me = psutil.Process()
    started = [p for child in me.children() for p in child.children()]
    return [p for p in started if p.is_running()]


def test_workers_that_are_killed_from_outside_cost_nothing() -> None:
    """At any moment: at a task, in between, while they get ready, while they answer."""
    dice, over = random.Random(7), threading.Event()

    def kill() -> None:
        for _ in range(KILLS):
            if over.wait(dice.uniform(0.05, 0.4)):
                return
            with contextlib.suppress(psutil.Error, IndexError):
                dice.choice(workers()).send_signal(dice.choice((signal.SIGKILL, signal.SIGTERM)))

    with LocalExecutor(2, Limits(20.0, 300 * 2**20), nothing) as pool:
        list(pool.map(slow, range(4)))
        killer = threading.Thread(target=kill)
        killer.start()
        try:
            ends = list(pool.map(slow, range(600)))
        finally:
            over.set()
            killer.join()
    assert [e.detail for e in ends if e.failure] == []
    assert [e.value for e in ends] == [2 * n for n in range(600)]


def test_a_worker_that_is_stopped_and_never_goes_on_costs_its_task() -> None:
    with LocalExecutor(2, Limits(1.5, 300 * 2**20), nothing) as pool:
        ends = list(pool.map(run_one, [(_stopped, ""), (fine, "a"), (fine, "b")]))
    assert [e.failure for e in ends] == ["timeout", "", ""]


def _stopped(_: str) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def test_the_server_that_starts_workers_may_die_too() -> None:
    with LocalExecutor(2, Limits(5.0, 300 * 2**20), nothing) as pool:
        list(pool.map(fine, ["a"]))
        os.kill(forkserver._forkserver._forkserver_pid, signal.SIGKILL)  # type: ignore[attr-defined]
        time.sleep(0.3)
        ends = list(pool.map(run_one, [(segfault, ""), (fine, "a"), (fine, "b")]))
    assert [e.failure for e in ends] == ["crashed", "", ""]
