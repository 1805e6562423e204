"""The worker's side: get ready once, then answer one task after another until the parent hangs up."""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.process import parent_process
from pathlib import Path
from typing import Any

from extractors import pace
from pipeline.executors.limits import Limits
from pipeline.trouble import log_to

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Channel
else:
    from multiprocessing.connection import Connection as Channel

__all__ = ["Answer", "Channel", "More", "Plan", "serve"]
LATE = 2
"""So many times its limit after which a worker whose parent is gone ends by itself, even in a library's endless loop."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says: that it is ready, or how a task ended. `held` is its resident memory in bytes, so that a task
    is not charged for what an earlier one left behind."""

    value: Any = None
    failure: str = ""
    detail: str = ""
    held: int = 0


@dataclass(frozen=True, slots=True)
class More:
    """What a worker says while it is at a task: it needs so many seconds more."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How workers are set up: `setup(*arguments)` runs once in each; errors go to the file `log`."""

    limits: Limits
    setup: Callable[..., None]
    arguments: tuple[object, ...]
    log: Path | None


def serve(channel: Channel, plan: Plan) -> None:
    """A worker's life. It ends with its parent, in whatever way that ended."""
    import psutil

    _alone(plan.log)
    me = psutil.Process()
    plan.setup(*plan.arguments)
    pace.listen(partial(_more, channel))
    channel.send(Answer(held=me.memory_info().rss))
    with suppress(EOFError, ConnectionError, KeyboardInterrupt):
        while True:
            work, task = channel.recv()
            _alarm(plan.limits.seconds * LATE + 5)
            answer = _packed(_answer(work, task, me), plan.limits.answer, me)
            _alarm(0)
            channel.send_bytes(answer)


def _more(channel: Channel, seconds: float) -> None:
    """Ask the parent for time. The parent is always at the other end while a task is at work; where it is gone, this
    process ends too."""
    if sys.platform != "win32":
        _alarm(signal.getitimer(signal.ITIMER_REAL)[0] + seconds)
    with suppress(OSError):
        channel.send(More(seconds))


def _answer(work: Callable[[Any], Any], task: Any, me: Any) -> Answer:
    try:
        return Answer(work(task), held=me.memory_info().rss)
    except MemoryError:
        return Answer(failure="memory")
    except Exception as error:  # a bug in our own code must cost one file, not the batch
        return Answer(failure="bug", detail="".join(traceback.format_exception(error)), held=me.memory_info().rss)


def _packed(answer: Answer, most: int, me: Any) -> bytes:
    try:
        packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # what cannot be sent is a bug of the task too
        packed = pickle.dumps(Answer(failure="bug", detail=repr(error), held=me.memory_info().rss))
    if len(packed) > most:
        packed = pickle.dumps(Answer(failure="output", detail=f"{len(packed)} bytes", held=me.memory_info().rss))
    return packed


def _alone(log: Path | None) -> None:
    """Apart from the parent's terminal: an interrupt is the parent's to hear, and what a library prints is nothing for
    the clerk. A group of its own, so that whatever it starts can be ended with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        with suppress(OSError):
            os.setsid()
    else:
        from pipeline.executors.job import end_together

        end_together()
    log_to(log.parent if log else None)
    _mute(log)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _mute(log: Path | None) -> None:
    """Output of C libraries goes nowhere; where the interpreter itself dies, the log says at what."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):  # a stream that pytest or a service took the place of has no number
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if log:
        with suppress(OSError):
            faulthandler.enable(log.open("ab"))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    if sys.platform != "win32":
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


def _alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)  # nobody handles it: the process ends
