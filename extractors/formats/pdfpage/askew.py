"""Text that runs in another direction than the lines of its page: labels turned by a quarter, watermarks, stamps. It is
kept together and out of the lines that it crosses."""

from __future__ import annotations

import math
from typing import NamedTuple

from extractors.formats.pdfpage.content import LEVEL, Askew, Run
from extractors.model.passage import Box

_SAME = 0.06
"""Radians by which characters of one text may differ in direction."""


class _Letter(NamedTuple):
    char: str
    x: float
    y: float
    angle: float
    em: float
    shown: Box
    box: Box


class AskewText:
    """Collects characters that run askew, in the order of the file."""

    def __init__(self) -> None:
        self.groups: list[list[_Letter]] = []

    def add(self, char: str, point: tuple[float, float], angle: float, em: float, shown: Box, box: Box) -> None:
        """A character at a point of reading space, where `angle` is its direction and `shown` its box; `box` is that in
        user space."""
        letter = _Letter(char, point[0], point[1], angle, em, shown, box)
        if self.groups and _follows(self.groups[-1][-1], letter):
            self.groups[-1].append(letter)
        else:
            self.groups.append([letter])

    def texts(self) -> list[Askew]:
        """The texts that the characters make."""
        return [_joined(group) for group in self.groups]


def _follows(last: _Letter, letter: _Letter) -> bool:
    if abs(math.remainder(last.angle - letter.angle, math.tau)) > _SAME:
        return False
    dx, dy = letter.x - last.x, letter.y - last.y
    along = dx * math.cos(last.angle) + dy * math.sin(last.angle)
    aside = dy * math.cos(last.angle) - dx * math.sin(last.angle)
    return abs(aside) < 0.4 * last.em and -0.2 * last.em < along < 2.5 * last.em


def _joined(group: list[_Letter]) -> Askew:
    x0, y0, x1, y1 = zip(*[letter.shown for letter in group], strict=True)
    box = min(x0), min(y0), max(x1), max(y1)
    step = (box[2] - box[0]) / len(group)
    xs = [box[0] + step * at for at in range(len(group) + 1)]
    em = max(0.1, min(group[0].em, box[3] - box[1]))
    text = "".join(letter.char for letter in group)
    run = Run(text, xs, (box[1] + box[3]) / 2 - 0.25 * em, em, [letter.box for letter in group])
    quarters = group[0].angle / (math.pi / 2)
    return Askew(run, box, round(quarters) % 4 or LEVEL if abs(quarters - round(quarters)) < _SAME else 0)
