"""A whole RTF file as the layout that the Document and the copy are made from."""

from __future__ import annotations

from extractors.formats.msword.document import Layout
from extractors.formats.msword.layout import NoLists
from extractors.formats.richtext.reader import Reader
from extractors.formats.richtext.words import WORDS, destination

CUT_OFF = "文件末尾不完整，可能缺少内容，请核对。"


def read_layout(data: bytes, with_pictures: bool) -> Layout:
    """The layout, with the bytes of pictures if asked for; a warning where the file ends too early. Raises Corrupt, TooLarge."""
    reader = Reader(data, WORDS, destination, with_pictures)
    whole = reader.run() and not reader.tokens.cut
    body = reader.finish_body()
    fonts = tuple(font.name.strip() for font in reader.fonts.values())
    return Layout(
        body, reader.sections.all(), reader.footnotes, reader.endnotes, reader.images, NoLists(), fonts,
        reader.sections.facing_pages, [] if whole else [CUT_OFF],
    )  # fmt: skip
