"""Text objects of an OFD page: where each character stands, and the runs that they make (GB/T 33190-2016, clause 11)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import east_asian_width

from lxml import etree

from extractors.formats.ofdpage.geometry import Matrix, deltas, number
from extractors.formats.pdfpage.content import BLANKS, Run, Runs, Turn
from extractors.formats.pdfpage.letters import WIDE, plain

_HEAVY = 600
_CLOSE = 1.12
"""Ems: origins further apart show a gap, as in PDF pages."""

_QUARTER = math.pi / 2
_SLIM = frozenset(".,:;'|!ijl")
UNNAMED = "¤"
"""What producers write for a glyph of which they do not know the character."""


class Stretch(NamedTuple):
    """A TextCode, placed: its characters, their origins and widths without letter spacing in points of user space, the
    direction in which the letters stand, and the size of the type."""

    text: str
    points: list[tuple[float, float]]
    direction: tuple[float, float]
    em: float
    bold: bool

    @property
    def straight(self) -> bool:
        """Whether the letters stand along an axis."""
        angle = math.atan2(self.direction[1], self.direction[0]) / _QUARTER
        return abs(angle - round(angle)) < 0.04


def stretches(node: etree._Element, outer: Matrix, heavy: bool) -> Iterator[Stretch]:
    """The TextCodes of a TextObject; `outer` leads from its space (Boundary and CTM applied) to user space, `heavy` says
    that its font is bold."""
    size = number(node.get("Size")) or 0.0
    quarters = round((number(node.get("CharDirection")) or 0.0) / 90) % 4
    across = [(outer.a, outer.b), (outer.c, outer.d), (-outer.a, -outer.b), (-outer.c, -outer.d)][quarters]
    em = size * math.hypot(*((outer.c, outer.d) if quarters % 2 == 0 else (outer.a, outer.b)))
    if not 0.1 <= em <= 2000:
        return
    bold = heavy or (number(node.get("Weight")) or 0.0) >= _HEAVY
    x = y = 0.0
    for code in node.iterchildren("TextCode"):
        x, y = _given(code.get("X"), x), _given(code.get("Y"), y)
        text = plain((code.text or "").strip("\r\n\t"))
        if text:
            points = [outer.point(*point) for point in _origins(code, node, text, x, y, size)]
            yield Stretch(text, points, across, em, bold)


def _given(word: str | None, before: float) -> float:
    value = number(word)
    return before if value is None else value


def _origins(
    code: etree._Element, node: etree._Element, text: str, x: float, y: float, size: float
) -> list[tuple[float, float]]:
    """Where the characters stand in the object's space. Without any offsets each takes its natural width; where there
    are too few, the last one goes on."""
    right, down = _offsets(code.get("DeltaX"), len(text)), _offsets(code.get("DeltaY"), len(text))
    stretch = number(node.get("HScale")) or 1.0
    angle = (number(node.get("ReadDirection")) or 0.0) / 90 * _QUARTER
    across, along = round(math.cos(angle), 6), round(math.sin(angle), 6)
    found = [(x, y)]
    for index, char in enumerate(text[:-1]):
        wide = _width(char) * size * stretch
        dx = right[index] if index < len(right) else across * wide if not down or right else 0.0
        dy = down[index] if index < len(down) else along * wide if not right or down else 0.0
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


def _offsets(words: str | None, count: int) -> list[float]:
    found = deltas(words, count)
    return found + found[-1:] * (count - len(found)) if found and found[-1] > 0 else found


def _width(char: str) -> float:
    """Ems that a character takes where nothing else is known: signs of ambiguous width (①, “) are wide in Chinese type."""
    if char >= WIDE or east_asian_width(char) in "WFA":
        return 1.0
    return 0.3 if char in _SLIM else 0.5


def set_runs(found: list[Stretch], turn: Turn) -> list[Run]:
    """The runs of all characters in the reading space of `turn`."""
    runs = Runs()
    back = Turn(-turn.quarters % 4)
    for stretch in found:
        for text, xs, y in _level(stretch, turn):
            em = stretch.em
            boxes = [
                back.box((xs[i], y - 0.12 * em, xs[i + 1], y + 0.88 * em)) for i in range(len(text))
            ]
            runs.add(text, xs, y, em, boxes, stretch.bold)
    return runs.found


def _level(stretch: Stretch, turn: Turn) -> Iterator[tuple[str, list[float], float]]:
    """The stretch cut into runs of characters that touch one another on one baseline; a blank stands alone. Each with
    the origins of its characters and the end of the last one."""
    points = [turn.point(*point) for point in stretch.points]
    em, text, xs, level = stretch.em, "", list[float](), 0.0
    for index, char in enumerate(stretch.text):
        if char < " ":
            continue
        x, y = round(points[index][0], 3), round(points[index][1], 2)
        if text and (y != level or char in BLANKS or text in BLANKS or not _touches(text[-1], xs[-1], x, em)):
            yield text, [*xs, _end(text[-1], xs[-1], x if y == level else None, em)], level
            text, xs = "", []
        text, level = text + char, y
        xs.append(x)
    if text:
        yield text, [*xs, _end(text[-1], xs[-1], None, em)], level


def _touches(char: str, x: float, after: float, em: float) -> bool:
    return (0.4 if char >= WIDE else 0.1) * em <= after - x <= _CLOSE * em


def _end(char: str, x: float, after: float | None, em: float) -> float:
    """Where a character ends: at the next one, if that stands close behind it; a blank reaches up to it anyway."""
    natural = x + _width(char) * em
    return after if after is not None and x < after and (after <= natural or char in BLANKS) else natural
