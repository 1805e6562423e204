"""Pages drawn in units far from points (a user unit, a picture's pixels): measured anew, so that lines and gaps are
judged as on any other page."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.formats.pdfpage.content import Askew, Run
from extractors.formats.pdfpage.hidden import HiddenText
from extractors.model.passage import Box

_USUAL = 12.0
_LEAST, _MOST = 4.5, 40.0


def scale_of(runs: Sequence[Run]) -> float:
    """What makes the type of a page about 12 points high; 1 where it is of a common size."""
    sizes = sorted([run.em for run in runs])
    usual = sizes[len(sizes) // 2] if sizes else _USUAL
    return 1.0 if _LEAST <= usual <= _MOST else _USUAL / usual


def times(box: Box, scale: float) -> Box:
    """The box in other units."""
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale


def scaled_runs(runs: Sequence[Run], scale: float) -> list[Run]:
    """The runs in other units; the boxes of their characters stay in user space."""
    return [_scaled(run, scale) for run in runs]


def scaled_askew(texts: Sequence[Askew], scale: float) -> list[Askew]:
    """Texts that run askew, in other units."""
    return [Askew(_scaled(run, scale), times(box, scale), quarter) for run, box, quarter in texts]


def scaled_hidden(found: Sequence[HiddenText], scale: float) -> list[HiddenText]:
    """Places of hidden text, in other units."""
    return [(why, x * scale, y * scale, count) for why, x, y, count in found]


def _scaled(run: Run, scale: float) -> Run:
    return Run(run.text, [x * scale for x in run.xs], run.y * scale, run.em * scale, run.boxes, run.bold, run.sure)
