"""Edits that an office makes without changing what its form says: numbers, lines, labels, dates, what stands around.

A module per part of a form; each offers `EDITS`, name → function. A function changes the sheet and returns whether there was
anything to change; its docstring says why the labels stay true (or how it changes them as well)."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.retyping import (
    around,
    cells,
    dates,
    frames,
    kept,
    labels,
    lines,
    lists,
    marks,
    names,
    numbering,
    stretches,
)
from benchmarks.retyping.sheet import Sheet

Edit = Callable[[Sheet], bool]

EDITS: dict[str, Edit] = {
    name: edit for module in (lines, kept, stretches, frames, cells, lists, numbering, around, marks, labels, dates, names) for name, edit in module.EDITS.items()
}
"""All of them; names of one kind begin alike (number:…, title:…)."""

__all__ = ["EDITS", "Edit", "Sheet"]
