"""The Document of a Word file of 1997 to 2003."""

from __future__ import annotations

from extractors.errors import Scan
from extractors.formats.msword.blocks import BlockMaker
from extractors.formats.msword.container import Streams
from extractors.formats.msword.document import Layout, read_layout
from extractors.model import Block, Document, Picture, Place

MAIN, FOOTNOTES, ENDNOTES = "word/document.xml", "word/footnotes.xml", "word/endnotes.xml"
SEPARATORS = ("separator", "continuationSeparator")
"""The paragraphs that each part of notes begins with in the copy: the lines between text and notes."""
KINDS = ("even", "default", "first")


def read_streams(streams: Streams) -> Document:
    """Everything the file prints: headers, body with text boxes, notes, footers. Anchors are those of the .docx copy.
    Raises DocumentError, OldVersion."""
    return to_document(read_layout(streams))


def to_document(layout: Layout) -> Document:
    """The layout's blocks. Raises Scan where there are pictures only."""
    blocks = all_blocks(layout)
    pictures = tuple(Picture(image.name, image.width, image.height) for image in layout.images)
    if pictures and not any(block.place in (Place.BODY, Place.TEXT_BOX) for block in blocks):
        raise Scan("Word 文件里只有图片（扫描件或照片），没有可读取的文字。")
    return Document("doc", blocks, 0, pictures, tuple(layout.warnings))


def all_blocks(layout: Layout) -> tuple[Block, ...]:
    """Headers, body with text boxes, notes, footers; anchors are those of the copy."""
    body = BlockMaker(MAIN, layout.lists).blocks(layout.body, Place.BODY)
    headers, footers = _margins(layout)
    notes: list[Block] = []
    for part, texts in ((FOOTNOTES, layout.footnotes), (ENDNOTES, layout.endnotes)):
        maker = BlockMaker(part, layout.lists, len(SEPARATORS))
        for nodes in texts.values():
            notes += maker.blocks(nodes, Place.FOOTNOTE)
    return (*headers, *body, *notes, *footers)


def _margins(layout: Layout) -> tuple[list[Block], list[Block]]:
    """Headers and footers; each is a part of its own in the copy, numbered in this order."""
    found: tuple[list[Block], list[Block]] = ([], [])
    counts = [0, 0]
    for section in layout.sections:
        for n, (margin, place) in enumerate(((section.headers, Place.HEADER), (section.footers, Place.FOOTER))):
            for kind in KINDS:
                if kind in margin:
                    counts[n] += 1
                    part = f"word/{place}{counts[n]}.xml"
                    found[n].extend(BlockMaker(part, layout.lists).blocks(margin[kind], place))
    return found
