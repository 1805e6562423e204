"""One input through the program, and how it ended."""

from __future__ import annotations

import signal
import traceback
from types import FrameType

from benchmarks.fuzz.kinds import Kind
from extractors.errors import DocumentError

SECONDS = 5


class TooSlow(BaseException):
    """Not an Exception, so that no handler of the program takes it for an error of the file."""


def armed() -> None:
    """From now on this process minds the time."""
    signal.signal(signal.SIGPROF, _late)


def _late(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow


def failure(kind: Kind, data: bytes, marked: bool) -> str:
    """"read", "refused", or the traceback of a failure."""
    signal.setitimer(signal.ITIMER_PROF, getattr(kind, "SECONDS", SECONDS))
    try:
        kind.use(data, marked)
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
