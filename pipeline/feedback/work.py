"""What a worker process does for the feedback: one marked-up copy, or one letter, into a temporary file."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.errors import DocumentError
from pipeline.by_unit import Entry, records
from pipeline.decisions.effect import as_decided
from pipeline.feedback.letter import write_letter
from pipeline.feedback.letter_content import gather
from pipeline.feedback.remark import Remark
from pipeline.feedback.remarks import remarks
from pipeline.outputs import sha256_of
from pipeline.records import FormRecord
from rules.packs import Pack, load_pack

MARKERS = {
    "docx": "pipeline.feedback.word", "doc": "pipeline.feedback.word", "rtf": "pipeline.feedback.word",
    "html": "pipeline.feedback.word", "wordxml": "pipeline.feedback.word", "pdf": "pipeline.feedback.pdf",
    "image": "pipeline.feedback.image",
}  # fmt: skip
SUFFIXES = {"docx": ".docx", "doc": ".docx", "pdf": ".pdf", "image": ".pdf", "rtf": ".docx", "html": ".docx", "wordxml": ".docx", "ofd": ".ofd"}

CHANGED = "收到的文件在审核后被改动或移走"
"""Comments belong to the text that was judged, and to no other."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A submitted file to be returned with the comments of these forms of it. `draft` is where to write."""

    file: str
    source: Path
    entries: tuple[Entry, ...]
    draft: Path
    target: Path


@dataclass(frozen=True, slots=True)
class LetterTask:
    """A unit's letter; `unmarked` names files whose comments could not be written, `paper` says which copies on paper are
    still owed."""

    unit: str
    contact: str
    paper: str
    entries: tuple[Entry, ...]
    unmarked: frozenset[str]
    draft: Path
    target: Path


@dataclass(frozen=True, slots=True)
class _Shared:
    results: Path
    pack: Pack
    due: date | None


_shared: _Shared


def set_up(results: Path, notice: str, due: date | None) -> None:
    """A worker's own copy of what all tasks share."""
    global _shared
    _shared = _Shared(results, load_pack(notice), due)


def mark(task: Copy) -> str:
    """Write the copy; returns why there is none, in Chinese, where the file itself does not allow it, else "". What else the
    marker raises is a bug."""
    found: list[Remark] = []
    file_format = digest = ""
    with _shared.results.open("rb") as stream:
        for _, record in records(stream, task.entries):
            if isinstance(record, FormRecord):
                file_format, digest = record.format, record.sha256
                found += remarks(as_decided(record), _shared.pack)
    if file_format not in MARKERS:
        raise ValueError(f"{file_format} 格式的文件不能写入批注")
    if _digest(task.source) != digest:
        return CHANGED
    marker = importlib.import_module(MARKERS[file_format])
    task.draft.unlink(missing_ok=True)
    try:
        marker.mark_up(task.source, found, task.draft)
    except DocumentError as error:
        return error.message.rstrip("。")
    return ""


def _digest(path: Path) -> str:
    """Of a file's content; "" where it is gone or nobody may read it."""
    try:
        return sha256_of(path)
    except OSError:
        return ""


def write(task: LetterTask) -> int:
    """Write the letter; returns how many rows its table had to choose from."""
    with _shared.results.open("rb") as stream:
        entries = records(stream, task.entries)
        letter = gather(task.unit, task.contact, entries, _shared.pack, task.unmarked.__contains__)
    letter.paper = task.paper
    write_letter(task.draft, letter, _shared.pack, _shared.due)
    return len(letter.points)
