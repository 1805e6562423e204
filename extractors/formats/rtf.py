"""Rich Text Format, as Word, WPS and LibreOffice write it (often under the name .doc): read by a small reader of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.model import Document

if TYPE_CHECKING:
    from extractors.formats.msword.document import Layout

NAME = "rtf"
_START = b"{\\rtf"


def sniff(data: bytes) -> bool:
    """Whether the bytes begin an RTF group; a byte order mark or blank lines before it do no harm."""
    return data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_START)


def read(data: bytes) -> Document:
    """Everything the document shows: headers, body with text boxes, notes, footers; of one with pictures only what they
    show. Raises Corrupt, TooLarge, NoFormFound, Scan (where pictures cannot be read). Anchors are those of the copy: see `as_docx`."""
    from dataclasses import replace

    from extractors.errors import Corrupt, Scan
    from extractors.formats.docx import read as read_docx
    from extractors.formats.msword.file import all_blocks
    from extractors.model import Picture

    layout = _layout(data)
    blocks = all_blocks(layout)
    pictures = tuple(Picture(image.name, image.width, image.height) for image in layout.images)
    if not blocks and pictures:
        document = read_docx(as_docx(data))
        if document.blocks:
            return replace(document, format=NAME)
        raise Scan("RTF 文件里只有图片（扫描件或照片），没有可读取的文字。")
    if not blocks and layout.warnings:
        raise Corrupt
    return Document(NAME, blocks, 0, pictures, tuple(layout.warnings))


def as_docx(data: bytes) -> bytes:
    """The .docx copy that anchors of an RTF file refer to, for comments. Raises as `read` does."""
    from extractors.formats.msword.copying.package import to_docx

    return to_docx(_layout(data, True))


def _layout(data: bytes, with_pictures: bool = False) -> Layout:
    from extractors.formats.richtext.layout import read_layout

    return read_layout(data[max(0, data.find(_START)) :], with_pictures)
