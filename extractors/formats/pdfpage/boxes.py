"""The boxes of characters, worked out only when somebody asks where a word stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from extractors.model.passage import Box


class Spread:
    """Characters printed side by side: each ends where the next one begins. `xs` are their origins and, last, the
    end; `levels` tells from which character on which lower and upper edge holds."""

    __slots__ = ("levels", "xs")

    def __init__(self, xs: list[float], levels: list[tuple[int, float, float]]) -> None:
        self.xs = xs
        self.levels = levels

    def __len__(self) -> int:
        return len(self.xs) - 1

    def __iter__(self) -> Iterator[Box]:
        xs, ends = self.xs, [at for at, _, _ in self.levels[1:]]
        for (start, low, high), end in zip(self.levels, [*ends, len(self)], strict=True):
            for at in range(start, end):
                yield xs[at], low, xs[at + 1], high

    def around(self, start: int, end: int) -> Box:
        """The box around the characters `[start, end)`, of which there is at least one."""
        xs, levels = self.xs, self.levels
        _, low, high = levels[0]
        if len(levels) > 1:
            ends = [at for at, _, _ in levels[1:]]
            held = [level for level, upto in zip(levels, [*ends, end], strict=True) if level[0] < end and upto > start]
            low, high = min([low for _, low, _ in held]), max([high for _, _, high in held])
        return min(xs[start:end]), low, max(xs[start + 1 : end + 1]), high

    def extend(self, more: Boxes) -> None:
        """Take further characters, whose origins have been put into `xs` already, where these are spread too."""
        if isinstance(more, Spread):
            self.levels.extend((len(self) - len(more) + at, low, high) for at, low, high in more.levels)


Boxes = Spread | list[Box]

SHORT = 6
"""Characters in a box of a picture's line: at 4 degrees the box then rises by less than half a character."""


class LineBoxes(Sequence[Box]):
    """One box for each character of a line. A number among the parts is a gap read as so many blanks: each has the box
    of the gap between its neighbours. `sure` tells of a picture how sure its reader is of each character."""

    __slots__ = ("parts", "sure")

    def __init__(self, parts: tuple[Boxes | int, ...], sure: tuple[float, ...] = ()) -> None:
        self.parts = parts
        self.sure = sure

    def along(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes that cover the characters `[start, end)`: one, or in a picture, whose lines may run aslant, one for
        every few characters."""
        if not self.sure:
            whole = self.around(start, end)
            return () if whole is None else (whole,)
        found = (self.around(at, min(at + SHORT, end)) for at in range(start, end, SHORT))
        return tuple([box for box in found if box is not None])

    def least(self, start: int, end: int) -> float:
        """How sure the least sure of the characters `[start, end)` is (0 to 1); print is sure."""
        return min(self.sure[start:end], default=1.0)

    def around(self, start: int, end: int) -> Box | None:
        """The box around the characters `[start, end)`, None where there are none."""
        if len(self.parts) == 1 and isinstance(only := self.parts[0], Spread):
            end = min(end, len(only))
            return only.around(start, end) if start < end else None
        return _around(self.all()[start:end])

    def all(self) -> tuple[Box, ...]:
        """The boxes of all characters."""
        found: list[Box] = []
        blanks = 0
        for part in self.parts:
            if isinstance(part, int):
                blanks = part
                continue
            boxes = list(part)
            if blanks:
                found.extend([_between(found[-1], boxes[0])] * blanks)
                blanks = 0
            found.extend(boxes)
        return tuple(found)

    def __len__(self) -> int:
        return sum(part if isinstance(part, int) else len(part) for part in self.parts)

    @overload
    def __getitem__(self, at: int) -> Box: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Box, ...]: ...
    def __getitem__(self, at: int | slice) -> Box | tuple[Box, ...]:
        return self.all()[at]

    def __iter__(self) -> Iterator[Box]:
        return iter(self.all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Iterable) and self.all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self.all())


def _around(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _between(left: Box, right: Box) -> Box:
    """The box of a blank: the gap between its neighbours, or nothing where they overlap or stand in a turned line."""
    if left[2] <= right[0] and min(left[3], right[3]) > max(left[1], right[1]):
        return left[2], max(left[1], right[1]), right[0], min(left[3], right[3])
    return left[2], left[1], left[2], left[3]
