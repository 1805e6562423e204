"""One run at a time in a folder of results: two would write over each other's half-finished lists."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.outputs import RECORD, OutputError

NAME = "running.lock"
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the folder of results for this process; the system lets go of it however the process ends, so nothing is left to be
    tidied up. Where a drive knows no locks, nothing is held. Raises OutputError where another run has it."""
    with (root / RECORD.parent / NAME).open("ab") as stream:
        try:
            _lock(stream.fileno())
        except OSError as error:
            if error.errno in _TAKEN:
                raise OutputError(f"“{root}”正由另一次 chengnuo run 使用。请等它做完，或先把它停下，再运行一次；也可以用 --out 另指定一个文件夹。") from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
