"""Word documents of the zip kind: .docx, .docm, .dotx, transitional and Strict."""

from __future__ import annotations

from extractors.model import Document

NAME = "docx"


def sniff(data: bytes) -> bool:
    """Whether the bytes are a zip with a Word document in it; a cut-off one is claimed too, to be called corrupt."""
    if data[:4] != b"PK\x03\x04":
        return False
    from extractors.formats.foreign.archives import holds_word

    return holds_word(data)


def read(data: bytes) -> Document:
    """Everything the document shows. Raises Corrupt, Encrypted, TooLarge, Unsupported, Scan (only pictures)."""
    from extractors.errors import Corrupt
    from extractors.formats.ooxml.file import read_file

    try:
        return read_file(data)
    except RecursionError as error:
        raise Corrupt("文件内部嵌套过深，不是正常保存的文档。") from error
