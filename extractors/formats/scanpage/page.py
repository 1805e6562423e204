"""A page that is a picture → the same PageContent that a printed page gives, and what else stands on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import cv2
import numpy as np

from extractors.formats.pdfpage.content import PageContent, Run, Strokes
from extractors.formats.scanpage import slips, straight
from extractors.formats.scanpage.broken import mended
from extractors.formats.scanpage.cells import corrected
from extractors.formats.scanpage.column import is_column, read_column
from extractors.formats.scanpage.engine import find_lines, is_strip, read_line, upside_down
from extractors.formats.scanpage.flat import flattened
from extractors.formats.scanpage.ink import loose_ink, red_marks, shows_colour
from extractors.formats.scanpage.keystone import squared
from extractors.formats.scanpage.letters import runs_of, written
from extractors.formats.scanpage.missed import believed, missed_letters, missed_lines, one_letter
from extractors.formats.scanpage.paper import Affine, Paper, Way
from extractors.formats.scanpage.rows import grown, joined, levelled_rows, parted
from extractors.formats.scanpage.rulings import ink_of, rulings_of, tilt_of
from extractors.formats.scanpage.straight import Stretch
from extractors.formats.scanpage.streaks import cleaned
from extractors.formats.scanpage.torn import doubted, led_on
from extractors.formats.scanpage.twice import is_dated, read_again
from extractors.formats.scanpage.under import wider, without_seals
from extractors.model import Mark, MarkKind, PdfPlace, Sight
from extractors.model.passage import Box

_LEAST_HEIGHT = 5
_AROUND = 0.12
_TILT = 0.12
"""Degrees: less is level enough."""
Found = tuple[MarkKind, Box]


@dataclass(slots=True)
class Seen:
    """A page that was looked at: what is printed, and the seals and the ink on it, in user space."""

    content: PageContent
    sight: Sight
    marks: list[Mark] = field(default_factory=list)


def look_at(paper: Paper) -> Seen:
    """Read one page. The picture may lie on its side or stand on its head, and be turned by a few degrees."""
    if is_strip(paper.pixels):
        return Seen(PageContent(paper.number, (0.0, 0.0, paper.wide / paper.scale, paper.high / paper.scale), [], Strokes()), Sight(paper.number, False))
    paper = squared(cleaned(flattened(paper)))
    reds = red_marks(paper.pixels, paper.scale)
    grey = without_seals(paper.pixels, [box for kind, box in reds if kind is MarkKind.SEAL], paper.scale)
    laid, level, stretches = _laid_straight(grey, find_lines(cv2.merge((grey, grey, grey))), paper.scale)
    back = paper.to_user.after(level.back())
    runs, strokes, loose = _print_on(laid, stretches, paper.scale, back)
    seals = [level.box(box) for kind, box in reds if kind is MarkKind.SEAL]
    runs = doubted(runs, led_on(strokes, [_in_reading(seal, laid.shape[0], paper.scale) for seal in seals]))
    marks = _marks(paper, reds, [(kind, back.box(box)) for kind, box in loose])
    bounds = (0.0, 0.0, laid.shape[1] / paper.scale, laid.shape[0] / paper.scale)
    sight = Sight(paper.number, shows_colour(paper.pixels, paper.scale))
    return Seen(PageContent(paper.number, bounds, runs, strokes), sight, marks)


def _in_reading(box: Box, high: int, scale: float) -> Box:
    """A box of the straightened page's pixels in its reading space."""
    x0, y0, x1, y1 = box
    return x0 / scale, (high - y1) / scale, x1 / scale, (high - y0) / scale


def _print_on(laid: Any, found: list[Stretch], scale: float, back: Way) -> tuple[list[Run], Strokes, list[Found]]:
    """The characters and the rulings of the straightened page, and the ink that is neither."""
    ink = ink_of(laid, scale)
    strokes, ruled = rulings_of(ink, scale)
    strokes = mended(corrected(strokes, ink, found, scale), ink, found, scale)
    ink[cv2.dilate(ruled, np.ones((5, 5), np.uint8)) > 0] = 0
    stretches = joined(grown(parted(found, strokes.down, laid.shape[0], scale), ink))
    lines = [_read(laid, s, level, scale, back) for s, level in zip(stretches, levelled_rows(stretches), strict=True)]
    covered = [_covered(s, runs, scale) for s, runs in zip(stretches, lines, strict=True) if runs]
    for place in joined(missed_lines(_left(ink, covered), covered, scale)):
        if believed(runs := _read(laid, place, place, scale, back)):
            lines.append(runs)
            covered.append(_covered(place, runs, scale))
    for place in missed_letters(_left(ink, covered), covered):
        if one_letter(runs := _read(laid, place, place, scale, back)):
            lines.append(runs)
            covered.append(place)
    return [run for runs in lines for run in runs], strokes, loose_ink(_left(ink, covered), scale)


def _marks(paper: Paper, reds: list[Found], loose: list[Found]) -> list[Mark]:
    """Seals and ink as marks; `reds` in pixels, `loose` in user space already."""
    stamped = [(kind, paper.to_user.box(box)) for kind, box in reds]
    seals = [box for kind, box in stamped if kind is MarkKind.SEAL]
    outside = [(kind, box) for kind, box in loose if not any(_inside(box, seal) for seal in seals)]
    return [Mark(kind, PdfPlace(paper.number, (box,))) for kind, box in (*stamped, *outside)]


def _inside(box: Box, seal: Box) -> bool:
    """Whether ink lies in a seal, whose dark edges are left over where its red is taken out."""
    slack = 4.0
    return seal[0] - slack <= box[0] and seal[1] - slack <= box[1] and box[2] <= seal[2] + slack and box[3] <= seal[3] + slack


def _laid_straight(grey: Any, quads: list[Any], scale: float) -> tuple[Any, Affine, list[Stretch]]:
    """The page upright and level, the way there, and its stretches of text there from top to bottom."""
    quarters = straight.quarters_of(quads)
    laid, way, stretches = _turned(grey, quads, quarters, 0.0)
    if upside_down([_crop(laid, s) for s in straight.voters(stretches)]):
        quarters = (quarters + 2) % 4
        laid, way, stretches = _turned(grey, quads, quarters, 0.0)
    tilt = tilt_of(ink_of(laid, scale), scale)
    return _turned(grey, quads, quarters, tilt) if abs(tilt) > _TILT else (laid, way, stretches)


def _turned(grey: Any, quads: list[Any], quarters: int, tilt: float) -> tuple[Any, Affine, list[Stretch]]:
    """The page after so many quarter turns, its lines level; they are thought to fall by `tilt` degrees more than they seem to."""
    high, wide = grey.shape
    turned, way, new_wide, new_high = straight.turned(quads, wide, high, quarters)
    level = straight.levelled(new_wide, new_high, straight.skew_of(turned) + tilt)
    whole = level.matrix.after(way)
    laid = cv2.warpAffine(
        grey, np.array([[whole.a, whole.c, whole.e], [whole.b, whole.d, whole.f]]), (level.wide, level.high),
        flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    return laid, whole, [straight.stretch(level, quad) for quad in turned]


def _crop(laid: Any, place: Stretch) -> Any:
    high, wide = laid.shape
    x0, y0 = max(0, int(place.x0)), max(0, int(place.y0))
    x1, y1 = min(wide, int(np.ceil(place.x1))), min(high, int(np.ceil(place.y1)))
    part = laid[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return cv2.merge((part, part, part))


def _read(laid: Any, place: Stretch, level: Stretch, scale: float, back: Way) -> list[Run]:
    """The runs of a stretch; `level` is where its line stands among its neighbours."""
    if place.y1 - place.y0 < _LEAST_HEIGHT or place.x1 - place.x0 < _LEAST_HEIGHT:
        return []
    crop, high = _crop(laid, place), laid.shape[0]
    if is_column(place):
        return [run for letter, part in read_column(crop, place) for run in runs_of([letter], part, scale, high, back)]
    letters = slips.mended(read_line(crop))
    if is_dated(letters):
        letters = read_again(letters, crop)
    start, end = written(letters)
    return runs_of(letters[start:end], level, scale, high, back) if end > start else []


def _covered(place: Stretch, runs: list[Run], scale: float) -> Stretch:
    """The part of a stretch that was read as print."""
    return Stretch(min(r.xs[0] for r in runs) * scale, place.y0, max(r.xs[-1] for r in runs) * scale, place.y1)


def _left(ink: Any, stretches: list[Stretch]) -> Any:
    """The ink that is neither ruling nor part of a stretch of text."""
    rest = ink.copy()
    for place in stretches:
        more = _AROUND * (place.y1 - place.y0)
        x0, y0, x1, y1 = (int(v) for v in wider(place, more, ink.shape))
        rest[y0:y1, x0:x1] = 0
    return rest
