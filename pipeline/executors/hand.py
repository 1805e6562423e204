"""One worker process as its parent sees it: started when needed, given one task at a time, ended where it goes too far.

Each has a pipe of its own and nothing is shared between workers, so that one may die at any moment, by itself or from
outside, and take nothing with it."""

from __future__ import annotations

import pickle
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from pipeline.executors.ending import Using, end_all
from pipeline.executors.limits import CannotWork, Done
from pipeline.executors.worker import Answer, Channel, More, Plan, serve

START_SECONDS = 300.0
"""A worker that is not ready by then never will be; dictionaries on a slow disk take a minute."""
STARTS, STARTS_IF_KILLED = 5, 50
"""So many workers in a row that die before they are ready mean that none can be set up."""
TRIES, TRIES_IF_KILLED = 2, 3
"""How often a task is given to a worker that then dies: it may have been killed from outside, or have died of what an
earlier task left behind. A killing signal comes from outside as a rule."""
KILLED = (-9, -15, 1, 255)
"""Exit codes of workers that were ended from outside: SIGKILL, SIGTERM, Windows' task manager, and one that nobody knows,
as who started the worker was killed too, or two asked for the code at once."""
_starting = threading.Lock()


@dataclass(slots=True)
class _Life:
    """A worker that was started: `base` is its memory when it was ready, `held` what it last said."""

    process: BaseProcess
    channel: Channel
    using: Using
    base: int = 0
    held: int = 0
    reason: str = ""


class Hand:
    """A place for a worker. `carry_out` belongs to one thread, `look` to the one that watches."""

    def __init__(self, context: BaseContext, plan: Plan) -> None:
        self._context, self._plan = context, plan
        self._lock = threading.Lock()
        self._life: _Life | None = None
        self._since = 0.0
        self._until = 0.0
        self._left = 0.0
        self.closed = False

    def carry_out(self, work: Callable[[Any], Any], task: Any) -> Done[Any, Any]:
        """The end of a task. Raises CannotWork where no worker can be set up."""
        end: Done[Any, Any] = Done(task, failure="bug")
        code = tried = 0
        while not self.closed and tried < (TRIES_IF_KILLED if code in KILLED else TRIES):
            life = self._ready()
            answer = self._ask(life, (work, task))
            if answer is not None:
                return Done(task, answer.value, answer.failure, answer.detail)
            reason, code = self._buried(life)
            if reason == "idle":
                continue
            end, tried = Done(task, failure=reason or "crashed", detail=f"exit code {code}"), tried + 1
            if reason:
                return end
        return end

    def look(self, now: float) -> None:
        """End the worker where it is at a task and takes too much of anything."""
        with self._lock:
            life = self._life
            if life is None or not self._since or life.reason:
                return
            if life.process.exitcode is not None:
                end_all(life.process)  # what it left behind holds its pipe open
                return
            passed = "timeout" if now > self._until else life.using.passed(now - self._since, self._allowed(life))
            if passed:
                life.reason = passed
                end_all(life.process)

    def close(self) -> None:
        """End the worker now; the task that it is at comes to nothing."""
        with self._lock:
            self.closed = True
            if self._life is not None:
                end_all(self._life.process)

    def rest(self) -> None:
        """No more tasks come: let the worker go."""
        if self._life is not None:
            self._life.channel.close()
            self._buried(self._life)

    def _allowed(self, life: _Life) -> int:
        """What an earlier task left behind is not laid to this one's door; a worker that gets ready has only its time."""
        if not life.base:
            return sys.maxsize
        return max(life.base + self._plan.limits.memory, life.held + self._plan.limits.memory // 2)

    def _ready(self) -> _Life:
        """A worker that waits for a task; one that keeps much of an earlier task's memory makes room for a new one."""
        life = self._life
        if life is not None and life.held <= life.base + self._plan.limits.memory // 2:
            return life
        self.rest()
        code = died = 0
        while not self.closed and died < (STARTS_IF_KILLED if code in KILLED else STARTS):
            life = self._start()
            ready = self._heard(life, START_SECONDS)
            if ready is not None:
                life.base = life.held = ready.held
                return life
            _, code = self._buried(life)
            died += 1
        raise CannotWork("closed" if self.closed else f"exit code {code}")

    def _start(self) -> _Life:
        ours, theirs = self._context.Pipe()
        with _starting:
            process = self._context.Process(target=serve, args=(theirs, self._plan), daemon=True)  # type: ignore[attr-defined]
            process.start()
        theirs.close()
        with self._lock:
            self._life = _Life(process, ours, Using(process.pid, self._plan.limits))
            if self.closed:
                end_all(process)
        return self._life

    def _ask(self, life: _Life, question: object) -> Answer | None:
        """The worker's answer; None where it died. Raises what pickling the question raises."""
        packed = pickle.dumps(question, pickle.HIGHEST_PROTOCOL)
        life.using.begin()
        self._begin(self._plan.limits.seconds)
        try:
            life.channel.send_bytes(packed)
        except OSError:
            life.reason = life.reason or "idle"  # it was dead before the task came
        return self._heard(life, None)

    def _heard(self, life: _Life, seconds: float | None) -> Answer | None:
        if seconds is not None:
            self._begin(seconds)
        try:
            while isinstance(answer := life.channel.recv(), More):
                self._grant(answer.seconds)
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        with self._lock:
            if life.reason:
                return None  # too late: it is being ended
            self._since = 0.0
        life.held = answer.held or life.held
        assert isinstance(answer, Answer)
        return answer

    def _begin(self, seconds: float) -> None:
        with self._lock:
            self._since = time.monotonic()
            self._until = self._since + seconds
            self._left = self._plan.limits.more

    def _grant(self, seconds: float) -> None:
        """The task may take longer, as long as there is something left to give."""
        with self._lock:
            given = max(0.0, min(seconds, self._left))
            self._left -= given
            self._until += given

    def _buried(self, life: _Life) -> tuple[str, int]:
        """Why the worker ended, where we ended it, and its exit code; nothing of it is left behind."""
        with self._lock:
            self._life, self._since = None, 0.0
        life.process.join(1.0)
        end_all(life.process)
        life.process.join(5.0)
        life.channel.close()
        return life.reason, life.process.exitcode or 0
