"""Characters that were read in a stretch → runs of the page, each with its box and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.formats.pdfpage.content import Run
from extractors.formats.pdfpage.letters import WIDE, plain
from extractors.formats.scanpage.engine import Letter
from extractors.formats.scanpage.paper import Way
from extractors.formats.scanpage.straight import Stretch

_TYPE = 0.8
"""The size of the type as a share of the stretch's height: the detector draws its boxes a little wide."""
_APART = 1.6
"""Ems from middle to middle: the narrowest distance at which two ideographs do not belong to one run."""
_UNBELIEVED, _LOOSE = 0.5, 1.25
_HALF_EMPTY = frozenset("，。、；：！？）》」』】〕”’")
_EMPTY_DATE, _SPACED = frozenset("年月日"), 1.3
"""The characters of the place for a date; the ems from one to the next from which there is room between them all."""
_BASELINE = 0.38
"""Ems from the middle of a character down to its baseline."""


def runs_of(letters: Sequence[Letter], place: Stretch, scale: float, high: int, back: Way) -> list[Run]:
    """The runs of one stretch. `scale` is pixels a point, `high` the straightened picture's height in pixels; `back`
    leads from its pixels to user space."""
    middles = [place.x0 + letter.at * (place.x1 - place.x0) for letter in letters]
    em = _em(letters, middles, place)
    found: list[Run] = []
    for group in _groups(letters, middles, em):
        xs = _edges([letters[i] for i in group], [middles[i] for i in group], em, place)
        boxes = [back.box((a, place.y0, b, place.y1)) for a, b in pairwise(xs)]
        y = (high - (place.y0 + place.y1) / 2) / scale - _BASELINE * em / scale
        text = plain("".join(letters[i].char for i in group))
        sure = tuple(letters[i].sure if letters[i].char.isalnum() else 1.0 for i in group)  # a stop changes no value
        if found and _is_empty_date(letters):
            found.append(_blank(found[-1], xs[0], place, scale, back))  # 年　月　日 is a place for a date, 年月日 the name of one
        found.append(Run(text, [x / scale for x in xs], y, em / scale, boxes, False, sure))
    return found


def _is_empty_date(letters: Sequence[Letter]) -> bool:
    return len(letters) > 1 and _EMPTY_DATE.issuperset(letter.char for letter in letters)


def _blank(before: Run, x: float, place: Stretch, scale: float, back: Way) -> Run:
    """The blank from a run to what begins at `x` (pixels)."""
    start = before.xs[-1]
    box = back.box((start * scale, place.y0, x, place.y1))
    return Run(" ", [start, x / scale], before.y, before.em, [box], False, (1.0,))


def written(letters: Sequence[Letter]) -> tuple[int, int]:
    """The range of letters that are print: without those at either end that stand apart from the rest (or alone) and that
    the recogniser itself hardly believes: a signature, a scribble."""
    start, end = 0, len(letters)
    steps = sorted(b.at - a.at for a, b in pairwise(letters))
    apart = _LOOSE * steps[len(steps) // 2] if steps else 0.0
    while start < end and letters[start].sure < _UNBELIEVED and (end - start == 1 or letters[start + 1].at - letters[start].at > apart):
        start += 1
    while start < end and letters[end - 1].sure < _UNBELIEVED and (end - start == 1 or letters[end - 1].at - letters[end - 2].at > apart):
        end -= 1
    return start, end


def _em(letters: Sequence[Letter], middles: Sequence[float], place: Stretch) -> float:
    """The size of the type in pixels: the usual step between ideographs, within what the height allows."""
    tall = place.y1 - place.y0
    steps = [b - a for a, b, p, q in zip(middles, middles[1:], letters, letters[1:], strict=False) if p.char >= WIDE <= q.char]
    step = median(steps) if len(steps) > 3 else _TYPE * tall
    return min(max(step, 0.6 * tall), 0.95 * tall)


def _groups(letters: Sequence[Letter], middles: Sequence[float], em: float) -> list[list[int]]:
    groups: list[list[int]] = []
    if _is_empty_date(letters) and max(b - a for a, b in pairwise(middles)) > _SPACED * em:
        return [[i] for i in range(len(letters))]
    for i, letter in enumerate(letters):
        far = groups and middles[i] - middles[i - 1] > em * (_half(letter) + _half(letters[i - 1]) + _APART - 1.0)
        if groups and not far:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _half(letter: Letter) -> float:
    """Half the width of a character in ems."""
    return 0.5 if letter.char >= WIDE else 0.27


def _edges(letters: Sequence[Letter], middles: Sequence[float], em: float, place: Stretch) -> list[float]:
    """Where the characters begin and, last, the run ends: halfway between neighbours, by their widths."""
    xs = [max(place.x0, middles[0] - em * _half(letters[0]))]
    for a, b, p, q in zip(middles, middles[1:], letters, letters[1:], strict=False):
        left, right = _half(p), _half(q)
        xs.append(max(xs[-1] + 0.05 * em, a + (b - a) * left / (left + right)))
    end = min(place.x1, middles[-1] + em * _half(letters[-1]))
    if letters[-1].char in _HALF_EMPTY:
        end = max(end, xs[-1] + 0.95 * em)  # the stop's own em, whose right half shows nothing
    xs.append(max(xs[-1] + 0.05 * em, end))
    return xs
