"""Lines of text that the detector passed over (a page of even lines, a grey seal across them): cut out of the ink that
nothing explains, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

import numpy as np

from extractors.formats.pdfpage.content import Run
from extractors.formats.pdfpage.letters import WIDE
from extractors.formats.scanpage.ink import loose_ink
from extractors.formats.scanpage.straight import Stretch

_ROW = 0.3
"""The share of the fullest row's ink below which a row lies between two lines (a seal's rim runs on there)."""
_LEAST, _MOST = 0.5, 1.5
"""Heights of the usual line of the page."""
_LONG = 2.0
"""Heights from which ink is a line and no stray character."""
_MARGIN, _BELIEVED = 0.15, 0.9
_INKED, _DUST, _NARROW, _SQUARE = 0.05, 0.02, 0.25, 1.1
"""Squares of a line's height that a character's ink covers at least, and dust beside it at most; heights of its breadth."""
_MOST_LINES = 12
"""Lines looked at again: a page with more has another fault."""


def missed_lines(rest: Any, known: Sequence[Stretch], scale: float) -> list[Stretch]:
    """Where lines may stand in what is left of the ink, given the lines that are `known`."""
    if not known:
        return []
    usual = median(s.y1 - s.y0 for s in known)
    boxes = [box for _, box in loose_ink(rest, scale)]
    found = [line for box in boxes if box[2] - box[0] > _LONG * usual for line in _rows(rest, box, usual)]
    return found[:_MOST_LINES]


def _rows(rest: Any, box: tuple[float, float, float, float], usual: float) -> Iterator[Stretch]:
    x0, y0, x1, y1 = (int(v) for v in box)
    part = rest[y0:y1, x0:x1] > 0
    filled = part.sum(axis=1)
    rows = np.flatnonzero(filled > _ROW * np.percentile(filled, 95))
    for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
        if len(run) and _LEAST * usual < len(run) + 2 * _MARGIN * usual < _MOST * usual:
            columns = np.flatnonzero(part[run[0] : run[-1] + 1].any(axis=0))
            more = _MARGIN * usual
            if columns[-1] - columns[0] > _LONG * usual:
                yield Stretch(x0 + columns[0] - more, y0 + run[0] - more, x0 + columns[-1] + 1 + more, y0 + run[-1] + 1 + more)


def missed_letters(rest: Any, known: Sequence[Stretch]) -> list[Stretch]:
    """Where a single character may stand under a line that is `known`, at its left edge: the rest of a word for which a narrow
    cell had no room (1977年8 over 月)."""
    found = [place for line in known if (place := _below(rest, line)) is not None and not any(_meet(place, other) for other in known)]
    return found[:_MOST_LINES]


def _meet(place: Stretch, other: Stretch) -> bool:
    """Whether another stretch lies over more than the edge of a place."""
    edge = 0.4 * (place.y1 - place.y0)
    return min(place.x1, other.x1) - max(place.x0, other.x0) > edge and min(place.y1, other.y1) - max(place.y0, other.y0) > edge


def _below(rest: Any, line: Stretch) -> Stretch | None:
    tall = line.y1 - line.y0
    x0, y0 = max(0, int(line.x0 - 0.4 * tall)), int(line.y1)
    ink = rest[y0 : int(y0 + tall), x0 : int(line.x0 + 3 * tall)] > 0
    here, beyond = int((_SQUARE + 0.4) * tall), int((_SQUARE + 0.8) * tall)
    columns = np.flatnonzero(ink[:, :here].sum(axis=0) > 1)
    if ink[:, :here].sum() < _INKED * tall * tall or ink[:, beyond:].sum() > _DUST * tall * tall:
        return None
    if not _NARROW * tall < columns[-1] + 1 - columns[0] < _SQUARE * tall:
        return None
    more = _MARGIN * tall
    return Stretch(x0 + columns[0] - more, line.y1 - more, x0 + columns[-1] + 1 + more, line.y1 + tall)


def one_letter(runs: Sequence[Run]) -> bool:
    """Whether what was read at such a place is one ideograph for sure; a stroke of dirt looks like 一."""
    return len(runs) == 1 and len(runs[0].text) == 1 and runs[0].text >= WIDE and runs[0].text != "一" and runs[0].sure[0] > _BELIEVED


def believed(runs: Sequence[Run]) -> bool:
    """Whether what was read at such a place is print and no scribble: three characters or more, most of them sure."""
    sure = [value for run in runs for value in run.sure]
    return len(sure) > 2 and median(sure) > _BELIEVED
