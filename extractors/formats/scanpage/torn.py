"""Rulings that a seal tears. One that stops a little short of the line it belongs to is led on to it; where no such line
is near, two cells may have become one, and what stands at the seal is not sure."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.formats.pdfpage.content import Ruling, Run, Strokes
from extractors.model.passage import Box

_SURE, _MISS = 90.0, 6.0
"""Points: a ruling is at least as long (strokes of characters are not); it meets another where less lies between them."""
_REACH = 24.0
"""Points by which a ruling is led on at most: two seals' edges side by side."""
_EDGE, _AROUND = 4.0, 30.0
"""Points around a seal in which its edge tears a ruling, and in which writing belongs to it."""
DOUBT = 0.5
"""How sure what stands at a torn ruling is at most."""


def led_on(strokes: Strokes, seals: Sequence[Box]) -> list[Box]:
    """Lead the rulings on, in place. Returns the seals (reading space) at which one still ends in nothing, and those that
    touch these."""
    torn: list[Box] = []
    strokes.across = [_mended(line, strokes.down, seals, torn, flat=True) for line in strokes.across]
    strokes.down = [_mended(line, strokes.across, seals, torn, flat=False) for line in strokes.down]
    return [seal for seal in seals if any(_touch(seal, other) for other in torn)]


def doubted(runs: Sequence[Run], torn: Sequence[Box]) -> list[Run]:
    """The runs, of which those at torn rulings are not sure."""
    return [_unsure(run) if run.sure and any(_at(run, seal) for seal in torn) else run for run in runs]


def _mended(line: Ruling, others: Sequence[Ruling], seals: Sequence[Box], torn: list[Box], *, flat: bool) -> Ruling:
    """The line led on where a seal tore it; the seals at which it could not be are put into `torn`."""
    meets = [o.at for o in others if o.start - _MISS <= line.at <= o.end + _MISS]
    ruling = line.end - line.start >= _SURE and any(line.start - _MISS <= at <= line.end + _MISS for at in meets)
    if not ruling:
        return line
    start, end = line.start, line.end
    for at, way in ((line.start, -1.0), (line.end, 1.0)):
        under = [seal for seal in seals if _holds(seal, *((at, line.at) if flat else (line.at, at)))]
        if not under or any(abs(other - at) <= _MISS for other in meets):
            continue
        beyond = [other for other in meets if 0.0 < way * (other - at) <= _REACH]
        if not beyond:
            torn += under
        elif way < 0:
            start = max(beyond)
        else:
            end = min(beyond)
    return Ruling(line.at, start, end)


def _holds(seal: Box, x: float, y: float) -> bool:
    return seal[0] - _EDGE <= x <= seal[2] + _EDGE and seal[1] - _EDGE <= y <= seal[3] + _EDGE


def _touch(a: Box, b: Box) -> bool:
    return a[0] <= b[2] + _EDGE and b[0] <= a[2] + _EDGE and a[1] <= b[3] + _EDGE and b[1] <= a[3] + _EDGE


def _at(run: Run, seal: Box) -> bool:
    return run.xs[0] <= seal[2] and run.xs[-1] >= seal[0] and seal[1] - _AROUND <= run.y <= seal[3] + _AROUND


def _unsure(run: Run) -> Run:
    return run._replace(sure=tuple(min(sure, DOUBT) for sure in run.sure))
