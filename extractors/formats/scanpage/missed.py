"""Lines of text that the detector passed over (a page of even lines, a grey seal across them): cut out of the ink that
nothing explains, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

import numpy as np

from extractors.formats.pdfpage.content import Run
from extractors.formats.scanpage.ink import loose_ink
from extractors.formats.scanpage.straight import Stretch

_ROW = 0.3
"""The share of the fullest row's ink below which a row lies between two lines (a seal's rim runs on there)."""
_LEAST, _MOST = 0.5, 1.5
"""Heights of the usual line of the page."""
_LONG = 2.0
"""Heights from which ink is a line and no stray character."""
_MARGIN, _BELIEVED = 0.15, 0.9
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


def believed(runs: Sequence[Run]) -> bool:
    """Whether what was read at such a place is print and no scribble: three characters or more, most of them sure."""
    sure = [value for run in runs for value in run.sure]
    return len(sure) > 2 and median(sure) > _BELIEVED
