"""What a page holds before it is understood: characters, ruling lines, pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.formats.pdfpage.boxes import Boxes
from extractors.model import Mark, Picture
from extractors.model.passage import Box


class Run(NamedTuple):
    """Characters printed one after the other on one baseline. `xs` are their origins and, last, the origin of a
    character that would follow; with the baseline `y` and the size of the type `em` in reading space, where lines run
    to the right and up is positive. `boxes` are the characters' boxes in unrotated user space, where annotations
    live. `sure` is how sure the reader of a picture is of each character (0 to 1), empty for print."""

    text: str
    xs: list[float]
    y: float
    em: float
    boxes: Boxes
    bold: bool = False
    sure: tuple[float, ...] = ()

    def letters(self) -> list[Run]:
        """The run taken apart, one character each."""
        text, xs, y, em, boxes, bold, sure = self
        return [Run(text[i], [xs[i], xs[i + 1]], y, em, [box], bold, sure[i : i + 1]) for i, box in enumerate(boxes)]


LEVEL = 4


class Askew(NamedTuple):
    """A text that runs askew, as one run set over the width of its `box` (reading space). `quarter` tells by how many quarter
    turns to the left it is turned (1–3, and LEVEL where it is nearly level): such may be the text of a cell. Others (0) lie
    across the page."""

    run: Run
    box: Box
    quarter: int


BLANKS = frozenset(" \u3000\t\u2002\u2003")


class Runs:
    """Collects characters into runs as they come; a blank stands alone."""

    def __init__(self) -> None:
        self.found: list[Run] = []

    def add(self, text: str, xs: list[float], y: float, em: float, boxes: Boxes, bold: bool = False) -> None:
        """Take characters that touch one another; as in Run. The boxes of all are of one kind."""
        last = self.found[-1] if self.found else None
        if (
            last is not None
            and last.y == y
            and last.xs[-2] + 0.2 * em <= xs[0] <= last.xs[-1] + 0.12 * em
            and 0.8 < last.em / em < 1.25
            and text not in BLANKS
            and last.text not in BLANKS
        ):
            last.xs[-1:] = xs
            last.boxes.extend(boxes)
            self.found[-1] = Run(last.text + text, last.xs, y, last.em, last.boxes, last.bold and bold)
        else:
            self.found.append(Run(text, xs, y, em, boxes, bold))


class Ruling(NamedTuple):
    """A straight line along one axis: at `at` on the other axis, from `start` to `end`."""

    at: float
    start: float
    end: float


class Turn(NamedTuple):
    """Quarter turns (0–3, counter-clockwise) that the text of a page makes in user space."""

    quarters: int = 0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point in reading space."""
        if self.quarters == 1:
            return y, -x
        if self.quarters == 2:
            return -x, -y
        if self.quarters == 3:
            return -y, x
        return x, y

    def box(self, box: Box) -> Box:
        """The box in reading space, lower corner first."""
        if not self.quarters:
            return box
        a, b = self.point(box[0], box[1])
        c, d = self.point(box[2], box[3])
        return min(a, c), min(b, d), max(a, c), max(b, d)

    @classmethod
    def of(cls, a: float, b: float) -> Turn:
        """The turn of text whose direction is nearest to the vector (a, b)."""
        return cls(round(math.atan2(b, a) / (math.pi / 2)) % 4)


@dataclass(slots=True)
class Strokes:
    """The straight lines of a page in reading space, as they are drawn, and the `areas` that are filled with a colour."""

    across: list[Ruling] = field(default_factory=list)
    down: list[Ruling] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)

    def add(self, box: Box) -> None:
        """Take a thin box as a line; a dot of a dotted border counts both ways, anything broad is no line."""
        x0, y0, x1, y1 = box
        wide, high = x1 - x0, y1 - y0
        if high <= THIN and wide >= high:
            self.across.append(Ruling((y0 + y1) / 2, x0, x1))
        if wide <= THIN and high >= wide:
            self.down.append(Ruling((x0 + x1) / 2, y0, y1))


THIN = 3.2
"""Points: the thickest border that still counts as a line (Word's broadest common border is 3 pt)."""


@dataclass(slots=True)
class PageContent:
    """One page, taken in. `bounds` is the visible page in reading space, into which `turn` leads from user space.
    `printed` counts the characters that are no blanks, `unmapped` those among them that say nothing, `drawn` the
    paths, `objects` all that is drawn; `askew` are the texts that run in another direction, `marks` the seals that the
    format itself knows as such. `layered` says that its characters are an unseen layer over a picture of the page."""

    number: int
    bounds: Box
    runs: Sequence[Run]
    strokes: Strokes
    pictures: Sequence[Picture] = ()
    unmapped: int = 0
    printed: int = 0
    drawn: int = 0
    objects: int = 0
    warnings: Sequence[str] = ()
    turn: Turn = Turn()
    askew: Sequence[Askew] = ()
    marks: Sequence[Mark] = ()
    layered: bool = False

    @property
    def weight(self) -> int:
        """What reading the page cost, counted in characters and drawn objects."""
        return self.printed + self.objects

    @property
    def shows(self) -> bool:
        """Whether there is anything on the page."""
        return bool(self.runs or self.askew or self.pictures or self.drawn or self.printed)
