"""What a worker and all that it started use up, and ending them. Ways that work on Windows too: no resource limits of the
system, but a look from outside, which also sees a worker whose interpreter hangs in a library."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.process import BaseProcess

import psutil

from pipeline.executors.limits import Limits

CLOSER_LOOK = 0.5
"""Seconds after which a task's children and its writing are looked at too, as often again: that look costs more."""


class Using:
    """What a worker uses. Looking never raises: a worker that is gone uses nothing."""

    def __init__(self, pid: int | None, limits: Limits) -> None:
        self._limits = limits
        self._process: psutil.Process | None = None
        with suppress(psutil.Error):
            self._process = psutil.Process(pid)
        self._looked = 0.0
        self._written: int | None = None

    def begin(self) -> None:
        """A task begins."""
        self._looked, self._written = 0.0, None

    def passed(self, seconds: float, memory: int) -> str:
        """The limit that a task has passed after so many seconds, or nothing; `memory` is what the worker may hold."""
        if self._process is None:
            return ""
        try:
            if self._process.memory_info().rss > memory:
                return "memory"
            if seconds - self._looked < CLOSER_LOOK:
                return ""
            self._looked = seconds
            return self._closer(memory)
        except psutil.Error:
            return ""

    def _closer(self, memory: int) -> str:
        family = list(_family(self._process))
        if len(family) > self._limits.processes:
            return "crashed"
        if sum(map(_rss, family)) > memory:
            return "memory"
        written = sum(map(_written, family))
        if self._written is None:
            self._written = written
        return "output" if written - self._written > self._limits.written else ""


def end_all(process: BaseProcess) -> None:
    """Kill a worker and all that it started, whether it still lives or left them behind."""
    pid = process.pid
    if pid is None:
        return
    family: list[psutil.Process] = []
    with suppress(psutil.Error):
        family = list(_family(psutil.Process(pid))) if process.exitcode is None else []
    if sys.platform != "win32":
        with suppress(OSError):  # the group has the worker's number and lives as long as one of it
            os.killpg(pid, signal.SIGKILL)
    for member in family:
        with suppress(psutil.Error):
            member.kill()


def _family(process: psutil.Process | None) -> Iterator[psutil.Process]:
    if process is not None:
        yield process
        yield from process.children(recursive=True)


def _rss(process: psutil.Process) -> int:
    with suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0


def _written(process: psutil.Process) -> int:
    """Bytes that a process wrote; 0 where the system does not tell."""
    with suppress(psutil.Error, AttributeError):
        told = process.io_counters()
        return int(getattr(told, "write_chars", told.write_bytes))
    return 0
