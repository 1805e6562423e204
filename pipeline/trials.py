"""Files at which whole runs died. A worker that dies costs its own file; but a file can bring down the program, or the
computer, and a clerk who starts it again would meet the same end for ever.

While files are judged a journal says which are at work; a run that ends by itself, in whatever way, takes it away. The
next run counts what it finds there. A file that was at work at the end of several runs is judged alone; if runs die even
then, it is not read again until it is changed, and the results say so."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pipeline import __version__
from pipeline.putting import put
from pipeline.submission import Submission

JOURNAL, COUNTS = "审核中.log", "中断记录.json"
SUSPECT, GIVEN_UP = 3, 2
"""Runs that died while a file was at work beside others, until it is judged alone; and alone, until it is given up.
Innocent files come first in the next run: only a kill at its very start counts against them twice."""


class Trials:
    """The journal of this run, and what earlier ones came to. `folder` is the program's own below the results."""

    def __init__(self, folder: Path) -> None:
        self._journal, self._counts = folder / JOURNAL, folder / COUNTS
        self._beside, self._alone = _read_counts(self._counts)
        for digest, alone in _left_at_work(self._journal).items():
            counted = self._alone if alone else self._beside
            counted[digest] = counted.get(digest, 0) + 1
        self._save()
        self._file = os.open(self._journal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)

    def begin(self, task: Sequence[Submission]) -> None:
        """A worker takes the files now."""
        self._note("!" if self.alone(task) else "+", task)

    def end(self, task: Sequence[Submission]) -> None:
        """The files came to an end, even a bad one; whatever was counted against them is forgotten."""
        self._note("-", task)
        for submission in task if self._beside or self._alone else ():
            self._beside.pop(submission.sha256, None)
            self._alone.pop(submission.sha256, None)

    def alone(self, task: Sequence[Submission]) -> bool:
        """Whether nothing else shall be at work beside them; a suspect comes as the only one."""
        return bool(self._beside) and any(self._beside.get(s.sha256, 0) >= SUSPECT for s in task)

    def given_up(self, task: Submission) -> bool:
        """Whether it is not to be read again."""
        return bool(self._alone) and self._alone.get(task.sha256, 0) >= GIVEN_UP

    def close(self) -> None:
        """This run goes on without files at work, or ends by itself."""
        os.close(self._file)
        self._save()
        self._journal.unlink(missing_ok=True)

    def _note(self, what: str, task: Sequence[Submission]) -> None:
        os.write(self._file, "".join([f"{what}{s.sha256}\n" for s in task]).encode())  # one call: several threads come here

    def _save(self) -> None:
        if not self._beside and not self._alone:
            self._counts.unlink(missing_ok=True)
            return
        temporary = self._counts.with_suffix(".part")
        temporary.write_text(json.dumps({"version": __version__, "beside": self._beside, "alone": self._alone}), "utf-8", newline="\n")
        put(temporary, self._counts)


def _read_counts(path: Path) -> tuple[dict[str, int], dict[str, int]]:
    """Counts of this version of the program: another may read the file without harm."""
    with suppress(OSError, ValueError, KeyError, AttributeError, TypeError):
        told = json.loads(path.read_text("utf-8"))
        if told["version"] == __version__:
            return {str(k): int(v) for k, v in told["beside"].items()}, {str(k): int(v) for k, v in told["alone"].items()}
    return {}, {}


def _left_at_work(path: Path) -> dict[str, bool]:
    """The digests of files that a killed run was at, with whether they were alone; a line that was cut off names none."""
    found: dict[str, bool] = {}
    with suppress(OSError, ValueError):
        for line in path.read_text("ascii").splitlines():
            what, digest = line[:1], line[1:]
            if what == "-":
                found.pop(digest, None)
            elif len(digest) == 64:
                found[digest] = what == "!"
    return found
