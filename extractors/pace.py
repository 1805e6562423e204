"""Work that takes long for a good reason says so here: whoever watches the clock grants it the seconds.

A worker's time limit is meant for files that hang. Reading a picture takes seconds a page on a busy machine, so the
reader asks for more as it begins each page; a hang inside a page still ends with that page's seconds."""

from __future__ import annotations

from collections.abc import Callable

_ears: list[Callable[[float], None]] = []


def ask(seconds: float) -> None:
    """The work now beginning may take so much longer. Nobody hears it where no clock is watched."""
    for ear in _ears:
        ear(seconds)


def listen(ear: Callable[[float], None]) -> None:
    """From now on in this process `ear` is told of what is asked for; it takes the place of an earlier one."""
    _ears[:] = [ear]
