"""One input through the program, and how it ended."""

from __future__ import annotations

import faulthandler
import signal
import traceback
from pathlib import Path
from types import FrameType

from benchmarks.fuzz.kinds import Kind
from benchmarks.recall.reading import forget_peak, peak
from extractors.errors import DocumentError
from pipeline.executors.limits import Limits

SECONDS = 5
_MOST = 6 * 2**30
"""Bytes of address space; of what is really held a worker may have a quarter."""


class TooSlow(BaseException):
    """Not an Exception, so that no handler of the program takes it for an error of the file."""


def armed() -> None:
    """From now on this process minds the time."""
    signal.signal(signal.SIGPROF, _late)


def bounded() -> None:
    """From now on this process ends before it takes all memory of the machine."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MOST, _MOST))


def words_of(current: Path) -> Path:
    """Where a process that works on the file `current` writes down where it was when it died."""
    return current.with_name(current.name + ".words")


def heard(current: Path) -> None:
    """From now on this process writes down where it was when a library ends it."""
    words = words_of(current).open("w", encoding="utf-8")
    faulthandler.enable(words)
    faulthandler.register(signal.SIGTRAP, words, chain=True)


def last_words(current: Path) -> str:
    """The place in the program where the process was when it died, "" where it said nothing."""
    path = words_of(current)
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    ours = next((line for line in lines if line.startswith("  File ") and "/.venv/" not in line and "/lib/python" not in line), "")
    return ours.strip().rpartition("/")[2].replace('", line ', "-").replace(" in ", "-")


def _late(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def failure(kind: Kind, data: bytes, marked: bool) -> str:
    """"read", "refused", or the traceback of a failure."""
    forget_peak()
    before = peak()
    signal.setitimer(signal.ITIMER_PROF, getattr(kind, "SECONDS", SECONDS))
    try:
        kind.use(data, marked)
        assert peak() - before < Limits().memory, "more memory than a worker may hold"
    except DocumentError:
        return "refused"
    except (Exception, TooSlow):
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return "read"


def place(outcome: str) -> str:
    """The failure's last place in the program and its name, as a file name; "" for no traceback."""
    lines = [line.strip() for line in outcome.splitlines() if line.strip()]
    places = [line for line in lines if line.startswith("File ") and "/.venv/" not in line and "/lib/python" not in line]
    if not places:
        return ""
    where = places[-1].split('"')[1].rsplit("/", 1)[-1] + places[-1].split(",")[1].replace(" line ", "-")
    return f"{lines[-1].split(':')[0].rsplit('.', 1)[-1]}-{where}"
