"""Work that takes long for a good reason says so here: whoever watches the clock grants it the seconds.

A worker's time limit is meant for files that hang. Reading a picture takes seconds a page on a busy machine, so the
reader asks for more as it begins each page; a hang inside a page still ends with that page's seconds."""

from __future__ import annotations

granted = 0.0
"""Seconds asked for since the process began."""


def ask(seconds: float) -> None:
    """The work now beginning may take so much longer."""
    global granted
    granted += seconds
