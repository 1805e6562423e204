"""Footnotes and endnotes: where the text refers to them, and which text is theirs ([MS-DOC] 2.3.2, 2.8.16)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from extractors.formats.msword.binary import bounds, read_plc
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.layout import Node

Kind = Literal["footnotes", "endnotes"]
_PARTS: dict[Kind, tuple[Part, Part]] = {
    "footnotes": (Part.FOOTNOTE_REFS, Part.FOOTNOTE_TEXTS),
    "endnotes": (Part.ENDNOTE_REFS, Part.ENDNOTE_TEXTS),
}


class Notes:
    """The notes of a document; those that the visible text refers to get a number when they are met."""

    def __init__(self, fib: Fib) -> None:
        self._references: dict[int, tuple[Kind, int]] = {}
        self._ranges: dict[tuple[Kind, int], tuple[int, int]] = {}
        self._met: dict[tuple[Kind, int], int] = {}
        for kind, (references, texts) in _PARTS.items():
            begin = fib.lengths.start(kind)
            length = int(getattr(fib.lengths, kind))
            places = bounds(read_plc(fib.part(texts), 0).positions, length)
            for number, position in enumerate(read_plc(fib.part(references), 2).positions[:-1]):
                self._references[position] = (kind, number)
                place = places[number] if number < len(places) else None
                if place:
                    self._ranges[kind, number] = (begin + place[0], begin + place[1])

    def meet(self, position: int) -> int:
        """The number of the note that the text at this position refers to, -1 for none."""
        found = self._references.get(position)
        return self._met.setdefault(found, len(self._met)) if found else -1

    def texts(self, kind: Kind, read: Callable[[int, int], list[Node]]) -> dict[int, list[Node]]:
        """The notes of a kind that were met, by number; those whose text is missing are left out."""
        wanted = [
            (number, self._ranges[key]) for key, number in self._met.items() if key[0] == kind and key in self._ranges
        ]
        return {number: read(start, end) for number, (start, end) in wanted}
