"""What a zip file is, from its list of entries."""

from __future__ import annotations

import struct

_END = b"PK\x05\x06"
_WORD_TYPES = (b"wordprocessingml.document.main", b"wordprocessingml.template.main", b"ms-word.document.macroEnabled",
               b"ms-word.template.macroEnabled")  # fmt: skip
_KINDS = (
    (b"xl/workbook", "Excel 工作簿"),
    (b"ppt/presentation", "PowerPoint 演示文稿"),
    (b"META-INF/manifest.xml", "OpenDocument 文档（.odt、.ods）"),
    (b"word/document", "Word 文档"),
)


def holds_word(data: bytes) -> bool:
    """Whether a zip file is a Word document; a cut-off zip counts where its first entries look so."""
    directory = _directory(data)
    if directory is None:
        return b"word/" in data and b"xl/workbook" not in data
    lowered = directory.lower().replace(b"\\", b"/")
    if b"[content_types].xml" in lowered:
        return b"word/document" in lowered or _typed_as_word(data)
    return b"word/document" in lowered and _lies_as_word(data)


def holds_ofd(data: bytes) -> bool:
    """Whether a zip file is an OFD document: it has an `OFD.xml` at its root."""
    directory = _directory(data)
    if directory is None or b"ofd.xml" not in directory.lower():
        return False
    from extractors.errors import DocumentError
    from extractors.formats.ooxml.package import Package

    try:
        return Package(data).name("OFD.xml") is not None
    except DocumentError:
        return True  # the directory says so; the reader says what is wrong with it


def archive_kind(data: bytes) -> str | None:
    """What people call the file, "" for a plain archive, None where the zip is broken."""
    directory = _directory(data)
    if directory is None:
        return None
    return next((name for mark, name in _KINDS if mark in directory), "")


def _directory(data: bytes) -> bytes | None:
    """The zip's central directory as bytes, None where it is missing or cut off."""
    end = data.rfind(_END, max(0, len(data) - 66_000))
    if end < 0 or len(data) < end + 22:
        return None
    size, offset = struct.unpack_from("<II", data, end + 12)
    if offset == 0xFFFFFFFF:
        return data[max(0, end - 1024 * 1024) : end]
    found = data[max(0, end - size) : end]
    return found if found.startswith(b"PK\x01\x02") else None


def _lies_as_word(data: bytes) -> bool:
    """Whether a package without content types has a Word document at the usual place, not in a folder of an archive."""
    from extractors.errors import DocumentError
    from extractors.formats.ooxml.package import Package

    try:
        return Package(data).name("word/document.xml") is not None
    except DocumentError:
        return False


def _typed_as_word(data: bytes) -> bool:
    """Whether the content types name a Word document, wherever its main part lies."""
    from extractors.errors import DocumentError
    from extractors.formats.ooxml.package import Package

    try:
        types = Package(data, limit=1024 * 1024).read("[Content_Types].xml") or b""
    except DocumentError:
        return False
    return any(kind in types for kind in _WORD_TYPES)
