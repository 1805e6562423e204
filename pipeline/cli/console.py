"""What the commands share at the terminal: exit codes, messages, progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.batch import Progress

EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNREADABLE, EXIT_INTERNAL = 0, 1, 2, 3


def say(text: str = "") -> None:
    """A line for the user."""
    click.echo(text)


def say_json(value: object, indent: int | None = None) -> None:
    """A value for other programs. Where the console or the file that Windows redirects to has a code page of its own, what
    is beyond ASCII is written as JSON's escapes: nothing is lost, and every reader understands it."""
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    packed = (",", ":") if indent is None else None
    say(json.dumps(value, ensure_ascii=not encoding.startswith("utf"), indent=indent, separators=packed))


def say_error(text: str) -> None:
    """A line for the user about what went wrong."""
    click.echo(text, err=True)


@contextmanager
def progress_bar(quiet: bool = False) -> Iterator[Progress]:
    """A progress function; a live bar on a terminal, a line now and then where the output goes to a file."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield _Lines(quiet)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=False) as bar:
        tasks: dict[str, int] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total or None)
            bar.update(tasks[stage], completed=done, total=total or None)  # type: ignore[arg-type]

        yield show


class _Lines:
    """Progress as plain lines, at most one for each tenth of the work."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._said: set[tuple[str, int]] = set()

    def __call__(self, stage: str, done: int, total: int) -> None:
        tenth = done * 10 // total if total else 0
        if self._quiet or (stage, tenth) in self._said:
            return
        self._said.add((stage, tenth))
        say_error(f"{stage}：{done}/{total}" if total else f"{stage}……")
