"""Rich Text Format, as Word, WPS and LibreOffice write it (often under the name .doc): read by a small reader of ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.model import Block, Document, Place

if TYPE_CHECKING:
    from extractors.formats.richtext.reader import Reader

NAME = "rtf"
_START = b"{\\rtf"


def sniff(data: bytes) -> bool:
    """Whether the bytes begin an RTF group; a byte order mark or blank lines before it do no harm."""
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_START)


def read(data: bytes) -> Document:
    """Everything the document shows: headers, body with text boxes, notes, footers. Raises Corrupt, TooLarge, Scan
    (only pictures). Anchors are `WordPlace`s of the part `rtf`; see `richtext.story.PART`."""
    from extractors.errors import Corrupt, Scan
    from extractors.formats.richtext.reader import Reader

    reader = Reader(data[max(0, data.find(_START)) :])
    whole = reader.run() and not reader.tokens.cut
    body = reader.finish_body()
    blocks = (*_margins(reader, Place.HEADER), *body, *reader.notes, *_margins(reader, Place.FOOTER))
    if not blocks and reader.pictures:
        raise Scan("RTF 文件里只有图片（扫描件或照片），没有可读取的文字。")
    if not blocks and not whole:
        raise Corrupt
    warnings = () if whole else ("文件末尾不完整，可能缺少内容，请核对。",)
    return Document(NAME, blocks, 0, tuple(reader.pictures), warnings)


def _margins(reader: Reader, place: Place) -> Iterator[Block]:
    """The headers or footers that some page shows; one that several sections repeat stands once."""
    from extractors.model.document import paragraphs

    seen: set[str] = set()
    for word, blocks in reader.margins:
        if not word.startswith(place.value):
            continue
        kind = word.removeprefix(place.value)
        if (kind == "f" and not reader.title_page) or (kind == "l" and not reader.facing_pages):
            continue
        text = "\n".join(p.text for p in paragraphs(tuple(blocks)))
        if text not in seen:
            seen.add(text)
            yield from blocks
