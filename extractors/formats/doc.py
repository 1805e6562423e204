"""OLE containers: Word documents of 1997 to 2003 (.doc, .wps), read natively; older ones through LibreOffice where it is
installed; encrypted and other Office files, named."""

from __future__ import annotations

from dataclasses import replace

from extractors.model import Document

NAME = "doc"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(data: bytes) -> bool:
    """Whether the bytes are an OLE container."""
    return data.startswith(_OLE)


def read(data: bytes) -> Document:
    """Everything the document shows, also of one locked with Office's own default password, which nobody is asked for.
    Raises Encrypted, Corrupt, TooLarge, Scan, Unsupported (other Office files; Word 95 and before without LibreOffice),
    TimedOut (LibreOffice). Anchors are those of the copy: see `as_docx`."""
    from extractors.errors import Encrypted, Scan
    from extractors.formats.docx import read as read_docx
    from extractors.formats.msword.fib import OldVersion
    from extractors.formats.msword.locked import unlocked

    try:
        return read_native(data)
    except OldVersion:
        return _read_old(data)
    except Encrypted:
        opened = unlocked(data)
        if opened is None:
            raise
        return read_docx(opened)
    except Scan:
        return _read_pictures(data)


def read_native(data: bytes) -> Document:
    """The same without LibreOffice. Raises OldVersion for Word 95 and before."""
    from extractors.errors import Corrupt
    from extractors.formats.msword.container import open_word
    from extractors.formats.msword.file import read_streams

    try:
        return read_streams(open_word(data))
    except RecursionError as error:
        raise Corrupt("文件内部嵌套过深，不是正常保存的文档。") from error


def as_docx(data: bytes) -> bytes:
    """The .docx copy that anchors of an old Word file refer to, for comments. Raises as `read` does."""
    from extractors.errors import Encrypted
    from extractors.formats.msword.fib import OldVersion
    from extractors.formats.msword.locked import unlocked

    try:
        return _copied(data)
    except OldVersion:
        from extractors.formats.legacy.office import convert

        return convert(data)
    except Encrypted:
        opened = unlocked(data)
        if opened is None:
            raise
        return opened


def _read_pictures(data: bytes) -> Document:
    """What the pictures of a file show that has nothing else. Raises Scan where pictures cannot be read or none is in the copy."""
    from extractors.errors import Scan
    from extractors.formats.docx import read as read_docx

    document = replace(read_docx(_copied(data)), format=NAME)
    if not document.blocks:
        raise Scan("Word 文件里只有图片（扫描件或照片），没有可读取的文字。")
    return document


def _copied(data: bytes) -> bytes:
    """The native copy."""
    from extractors.formats.msword.container import open_word
    from extractors.formats.msword.copying.package import to_docx
    from extractors.formats.msword.document import read_layout

    return to_docx(read_layout(open_word(data)))


def _read_old(data: bytes) -> Document:
    """What LibreOffice makes of a document of Word 95 or before."""
    from extractors.errors import Corrupt
    from extractors.formats.docx import read as read_docx
    from extractors.formats.legacy.office import convert

    document = read_docx(convert(data))
    if not document.text.strip() and not document.pictures:
        raise Corrupt("旧版 Word 文件转换后没有文字，原文件可能已损坏。")
    return replace(document, format=NAME)
