"""OLE containers: old Word documents (.doc, .wps), read through LibreOffice; encrypted and other Office files, named."""

from __future__ import annotations

from dataclasses import replace

from extractors.model import Document

NAME = "doc"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes) -> bool:
    """Whether the bytes are an OLE container."""
    return data.startswith(_OLE)


def read(data: bytes) -> Document:
    """What LibreOffice makes of an old Word file. Raises Encrypted, Unsupported (other Office files; no LibreOffice
    installed), Corrupt, TimedOut. Anchors are those of the converted copy: see `as_docx`."""
    from extractors.errors import Corrupt
    from extractors.formats.docx import read as read_docx
    from extractors.formats.legacy.container import text_length

    document = read_docx(as_docx(data))
    if text_length(data) > 1 and not document.text.strip() and not document.pictures:
        raise Corrupt("旧版 Word 文件转换后没有文字，原文件可能已损坏。")
    return replace(document, format=NAME)


def as_docx(data: bytes) -> bytes:
    """The .docx that anchors of an old Word file refer to. Raises as `read` does."""
    from extractors.formats.legacy.container import check_word
    from extractors.formats.legacy.office import convert

    check_word(data)
    return convert(data)
