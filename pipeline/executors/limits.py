"""What one task may use, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that one task may use. Memory counts what the worker and its children grew by since it was
    ready; `answer` is how large a result may be, `written` how much may be written to disk, `processes` how many
    processes it may start, `more` how many seconds beyond the usual ones it is given where it asks for them
    (`extractors.pace`: half a minute for each page that is a picture, twenty pages at most)."""

    seconds: float = 60.0
    memory: int = 1536 * 2**20
    answer: int = 256 * 2**20
    written: int = 4 * 2**30
    processes: int = 32
    more: float = 600.0


@dataclass(frozen=True, slots=True)
class Done(Generic[A, R]):
    """One task's end. Exactly one of `value` and `failure` is set; `failure` is timeout | memory | output | crashed | bug,
    and `detail` then holds what is known beyond it, for the log."""

    task: A
    value: R | None = None
    failure: str = ""
    detail: str = ""


class CannotWork(Exception):
    """Workers die before they are ready, whatever the task: a fault of the set-up, not of a file."""
