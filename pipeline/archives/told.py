"""What was told while an archive was being unpacked, line by line: what is told is kept, even if the teller dies."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from extractors.errors import DocumentError
from pipeline.records import UnreadableRecord, from_line, to_line
from pipeline.submission import Submission, unreadable

FILE = "told.jsonl"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Everything that came out of an archive of the inbox; `open` names members that were begun and not ended."""

    submissions: tuple[Submission, ...]
    refused: tuple[UnreadableRecord, ...]
    ignored: tuple[str, ...]
    open: tuple[str, ...]


class Telling:
    """Writes the lines; each is on its way to the disk before the next thing is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def listed(self, names: Iterable[str]) -> None:
        """These members are going to be looked at."""
        self._say("listed", list(names))

    def submission(self, one: Submission) -> None:
        """A member lies on the disk whole."""
        self._say("file", one.name, one.path.name, one.sha256)

    def refused(self, name: str, error: DocumentError) -> None:
        """A member, or an archive, was refused."""
        self._say("refused", to_line(unreadable(Submission(name, Path(), ""), error)))

    def ignored(self, name: str) -> None:
        """A member is a system's own file."""
        self._say("ignored", name)

    def opened(self, name: str) -> None:
        """A member turned out to be an archive, which is looked into now."""
        self._say("opened", name)

    def _say(self, *told: object) -> None:
        self._stream.write(json.dumps(told, ensure_ascii=True) + "\n")
        self._stream.flush()


def read_told(folder: Path) -> Unpacked:
    """What was told of the archive that was unpacked into a folder; a line that was cut off is not told."""
    submissions: list[Submission] = []
    refused: list[UnreadableRecord] = []
    ignored: list[str] = []
    waiting: dict[str, None] = {}
    for kind, *told in _lines(folder / FILE):
        if kind == "listed":
            waiting |= dict.fromkeys(told[0])
            continue
        if kind == "file":
            submissions.append(Submission(told[0], folder / told[1], told[2]))
        elif kind == "refused":
            record = from_line(told[0])
            assert isinstance(record, UnreadableRecord)
            refused.append(record)
        elif kind == "ignored":
            ignored.append(told[0])
        waiting.pop(refused[-1].file if kind == "refused" else told[0], None)
    return Unpacked(tuple(submissions), tuple(refused), tuple(ignored), tuple(waiting))


def _lines(path: Path) -> Iterable[list[str]]:
    try:
        with path.open(encoding="ascii") as lines:
            for line in lines:
                if not line.endswith("\n"):
                    return
                yield json.loads(line)
    except OSError:
        return
