"""What all stories of one document share: text, properties by position, styles, lists, fonts."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from extractors.errors import Corrupt
from extractors.formats.msword.fib import Fib, Part
from extractors.formats.msword.fonts import read_fonts
from extractors.formats.msword.lists import Lists
from extractors.formats.msword.pages import Stretches, character_stretches, paragraph_stretches, runs
from extractors.formats.msword.pieces import Pieces, read_pieces
from extractors.formats.msword.properties import (
    CharacterProperties,
    ParagraphProperties,
    character_style,
    characters,
    paragraph,
)
from extractors.formats.msword.sprms import expanded
from extractors.formats.msword.styles import Styles, read_styles

_Read = TypeVar("_Read")
_BROKEN = (IndexError, ValueError, struct.error, OverflowError)


@dataclass(slots=True)
class Source:
    """A document's shared parts. `warnings` are Chinese sentences about what could not be read for sure."""

    fib: Fib
    pieces: Pieces
    paragraphs: Stretches
    run_starts: list[int]
    run_operations: list[bytes]
    styles: Styles
    lists: Lists
    fonts: tuple[str, ...]
    warnings: list[str]
    _looks: dict[tuple[int, bytes], CharacterProperties] = field(default_factory=dict)
    _shapes: dict[tuple[int, bytes], ParagraphProperties] = field(default_factory=dict)

    def look(self, style: int, operations: bytes) -> CharacterProperties:
        """The look of characters in a paragraph of that style."""
        key = (style, operations)
        if key not in self._looks:
            base = self.styles.get(style).characters
            lent = character_style(operations)
            if lent >= 0:
                base = characters(base, self.styles.character_operations(lent))
            self._looks[key] = characters(base, operations)
        return self._looks[key]

    def operations(self, mark: int) -> tuple[int, bytes]:
        """Style and operations of the paragraph whose mark stands at that position."""
        piece = self.pieces.at(mark)
        if piece is None:
            return 0, b""
        found = self.paragraphs.at(piece.offset + (mark - piece.start) * piece.width)
        return found.style, expanded(found.operations, self.fib.streams.data) + piece.changes

    def properties(self, style: int, operations: bytes) -> ParagraphProperties:
        """The properties of a paragraph of that style."""
        key = (style, operations)
        if key not in self._shapes:
            self._shapes[key] = paragraph(self.styles.get(style).paragraph, style, operations)
        return self._shapes[key]


def open_source(fib: Fib) -> Source:
    """The document's shared parts. Raises Corrupt where text, tables or deletions cannot be told; of the rest it warns."""
    warnings: list[str] = []
    pieces = read_pieces(fib)
    paragraphs = paragraph_stretches(fib)
    stretches = character_stretches(fib)
    if paragraphs.broken or stretches.broken:  # tables would fall apart, deleted words would count as written
        raise Corrupt("文件的格式信息已损坏，表格和修订无法读准。")
    laid = list(runs(pieces, stretches))
    styles = _careful(
        lambda: read_styles(fib.part(Part.STYLES)), Styles(), "文件的样式定义已损坏，自动编号可能缺失。", warnings
    )
    fonts: tuple[str, ...] = ()
    fonts = _careful(lambda: read_fonts(fib.part(Part.FONTS)), fonts, "", warnings)
    starts, operations = [start for start, _ in laid], [found for _, found in laid]
    return Source(fib, pieces, paragraphs, starts, operations, styles, Lists(fib, warnings), fonts, warnings)


def _careful(read: Callable[[], _Read], default: _Read, warning: str, warnings: list[str]) -> _Read:
    """What `read` gives; the default and a warning where that part of the file is broken."""
    try:
        return read()
    except _BROKEN:
        if warning:
            warnings.append(warning)
        return default
