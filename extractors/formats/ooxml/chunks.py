"""Documents embedded whole in a Word file (`w:altChunk`, ISO/IEC 29500-1, 17.17.2.1): Word shows what they hold at that place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.errors import Unsupported
from extractors.model import Block, Paragraph, Passage, Piece, Place, Table, WordShape

DEEPEST = 2
"""Embedded documents inside embedded ones."""
_HEAD = 4096
_SHOWN = frozenset({Place.BODY, Place.TEXT_BOX, Place.FOOTNOTE})


def chunk_blocks(data: bytes, holder: WordShape, place: Place, depth: int) -> list[Block]:
    """What an embedded document shows, anchored at the paragraph before it. Raises DocumentError."""
    found = _blocks(data, depth)
    return [_moved(block, holder, place) for block in found if block.place in _SHOWN]


def _blocks(data: bytes, depth: int) -> tuple[Block, ...]:
    from extractors.formats import docx, html, rtf
    from extractors.formats.ooxml.file import read_file

    if docx.sniff(data):
        return read_file(data, depth + 1).blocks
    if rtf.sniff(data):
        return rtf.read(data).blocks
    if html.sniff(data):
        return html.read(data).blocks
    return tuple(_plain(data))


def _plain(data: bytes) -> Iterator[Block]:
    """A text file, a paragraph a line."""
    from extractors.formats.foreign import is_text
    from extractors.formats.webpage.source import decoded

    text = decoded(data)
    if not is_text(text[:_HEAD].encode("utf-8", "replace")) or "\ufffd" in text[:_HEAD]:
        raise Unsupported
    for line in text.splitlines():
        if line.strip():
            yield Paragraph(Passage(line))


def _moved(block: Block, holder: WordShape, place: Place) -> Block:
    """The block as one of the document that holds it."""
    if isinstance(block, Table):
        cells = (replace(cell, blocks=tuple(_moved(inner, holder, place) for inner in cell.blocks)) for cell in block.cells)
        return replace(block, cells=tuple(cells), place=place)
    pieces = (Piece(0, len(block.text), holder, 0),)
    return replace(block, passage=Passage(block.text, pieces), place=place)
