"""Commands as a clerk types them, run in the process of the tests: a start of the program costs two seconds, and a test of a
whole round asks ten times. What a start itself does (signals, consoles, workers that die) is tested with real starts elsewhere."""

from __future__ import annotations

import io
import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from pipeline.cli.main import main


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def chengnuo(*arguments: str | Path) -> Done:
    """Run `chengnuo` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    with _as_started(["chengnuo", *map(str, arguments)]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
            code: object = 0
        except SystemExit as end:
            code = end.code
    return Done(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())


@contextmanager
def _as_started(arguments: list[str]) -> Iterator[None]:
    """The command line of a new process; afterwards this process is as it was."""
    before, handlers, on_term = sys.argv, logging.getLogger().handlers[:], signal.getsignal(signal.SIGTERM)
    sys.argv = arguments
    try:
        yield
    finally:
        sys.argv = before
        signal.signal(signal.SIGTERM, on_term)
        logging.captureWarnings(capture=False)
        for handler in logging.getLogger().handlers[:]:
            if handler not in handlers:
                logging.getLogger().removeHandler(handler)
                handler.close()
