"""Labels set from top to bottom in more than one column of a cell, which are read from the right column to the left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.formats.pdfpage.content import BLANKS, LEVEL, Askew, Run
from extractors.formats.pdfpage.letters import WIDE

_LEAST = 3
"""Letters of two columns at the least."""
_APART = 2.2
"""Ems from one column to the next at the most."""
_PITCH = 1.1
"""Ems from one letter to the next below it, where the columns are put below each other."""


def unfolded(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a cell with its columns put below each other, as one column is read anyway; nearly always the runs as
    they are. What tells columns from short lines is the order in which the letters were printed."""
    if len(runs) < _LEAST or not _single(runs[0]):
        return runs
    letters = [run for run in runs if run.text not in BLANKS]
    if len(letters) < _LEAST or not all(map(_single, letters)):
        return runs
    steps = [_step(a, b) for a, b in pairwise(letters)]
    if not all(steps) or not 0 < steps.count("column") <= steps.count("down"):
        return runs
    first = letters[0]
    x, em = first.xs[0], first.em
    return [run._replace(xs=[x, x + run.xs[-1] - run.xs[0]], y=first.y - _PITCH * em * n) for n, run in enumerate(letters)]


def as_printed(texts: list[Askew]) -> list[Run]:
    """Turned texts of one cell. Columns of a label are one: they follow each other to the left where it is to be read from top to
    bottom, and to the right where it is to be read from below."""
    if len(texts) > 1 and all(text.quarter == texts[0].quarter != LEVEL and text.run.text >= WIDE for text in texts):
        ordered = sorted(texts, key=_nth)
        if all(_nth(b) - _nth(a) < _APART * a.run.em for a, b in pairwise(ordered)):
            return [_one([text.run for text in ordered])]
    return [text.run for text in texts]


def _one(runs: list[Run]) -> Run:
    text, boxes = "".join(run.text for run in runs), [box for run in runs for box in run.boxes]
    left, right = min(run.xs[0] for run in runs), max(run.xs[-1] for run in runs)
    xs = [left + (right - left) * at / len(text) for at in range(len(text) + 1)]
    return runs[0]._replace(text=text, xs=xs, y=sum(run.y for run in runs) / len(runs), boxes=boxes)


def _nth(text: Askew) -> float:
    return {1: text.box[0], 2: text.box[1], 3: -text.box[0]}[text.quarter]


def _single(run: Run) -> bool:
    return len(run.text) == 1 and run.text >= WIDE


def _step(before: Run, run: Run) -> str:
    """How a letter follows the one printed before it: "down" in its column, at the top of the next "column", or "" otherwise."""
    em, across, up = before.em, run.xs[0] - before.xs[0], run.y - before.y
    if abs(across) < 0.5 * em and 0.7 * em < -up < 2.5 * em:
        return "down"
    return "column" if -4 * em < across < -0.8 * em and up >= -0.5 * em else ""
