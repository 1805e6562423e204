"""What is drawn at a place in the text: text boxes with their text, pictures ([MS-DOC] 2.3.5, 2.8.35)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from extractors.formats.msword.binary import bounds, read_plc, u16, u32
from extractors.formats.msword.drawings import Shapes, anchors, read_shapes
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.layout import Image, Line, Node, Run
from extractors.formats.msword.properties import PLAIN_CHARACTERS, PLAIN_PARAGRAPH

_BOX = 22
_REUSABLE_AT, _SHAPE_AT = 8, 14


def _nothing(_start: int, _end: int) -> list[Node]:
    return []


def _written(words: str) -> list[Node]:
    """WordArt as a paragraph."""
    text = "".join(c for c in words if c.isprintable() or c == "\n")
    return [Line(PLAIN_PARAGRAPH, [Run(text, PLAIN_CHARACTERS)])]


class Drawn:
    """Called with a position in the text, gives the text boxes and pictures anchored there, each once. Pictures are
    added to `images`. `read` reads a story; the walk sets it."""

    def __init__(self, fib: Fib, images: list[Image]) -> None:
        self._fib = fib
        self._images = images
        self.read: Callable[[int, int], list[Node]] = _nothing

    def __call__(self, position: int) -> tuple[list[list[Node]], list[Image]]:
        found = self._anchors.pop(position, None)
        if found is None:
            return [], []
        shape, width, height = found
        boxes = [self.read(start, end) for start, end in self._texts.pop(shape, ())]
        boxes += [_written(words) for words in self._words(shape) if words]
        images = self._pictures(shape, width, height)
        self._images += images
        return boxes, images

    @cached_property
    def _shapes(self) -> Shapes:
        return read_shapes(self._fib)

    @cached_property
    def _anchors(self) -> dict[int, tuple[int, float, float]]:
        start = self._fib.lengths.start("headers")
        return {**anchors(self._fib, Part.SHAPES, 0), **anchors(self._fib, Part.HEADER_SHAPES, start)}

    @cached_property
    def _texts(self) -> dict[int, list[tuple[int, int]]]:
        """Bounds of the texts of boxes, by the outermost group or shape that holds them."""
        found: dict[int, list[tuple[int, int]]] = {}
        for part, story in ((Part.BOX_TEXTS, "boxes"), (Part.HEADER_BOX_TEXTS, "header_boxes")):
            plc = read_plc(self._fib.part(part), _BOX)
            begin, length = self._fib.lengths.start(story), int(getattr(self._fib.lengths, story))
            for place, record in zip(bounds(plc.positions, length), plc.records, strict=True):
                shape = u32(record, _SHAPE_AT)
                if place and not u16(record, _REUSABLE_AT):
                    leader = self._shapes.leaders.get(shape, shape)
                    found.setdefault(leader, []).append((begin + place[0], begin + place[1]))
        return found

    def _words(self, leader: int) -> list[str]:
        """What WordArt in the shape or group says."""
        return [self._shapes.words.get(shape, "") for shape in self._shapes.groups.get(leader, ())]

    def _pictures(self, leader: int, width: float, height: float) -> list[Image]:
        found: list[Image] = []
        for shape in self._shapes.groups.get(leader, ()):
            blip = self._shapes.blip(shape)
            if blip is not None:
                found.append(Image(f"shape:{shape}", round(width, 2), round(height, 2), blip.kind, blip.content))
        return found
