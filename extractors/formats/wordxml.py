"""Word documents as one XML file, often named .doc or .xml: Flat OPC (Word 2007 and later) and WordprocessingML of 2003, which report
systems fill in."""

from __future__ import annotations

from extractors.model import Document

NAME = "wordxml"
_TOO_DEEP = "文件内部嵌套过深，不是正常保存的文档。"


def sniff(data: bytes) -> bool:
    """Whether the bytes begin such a file."""
    from extractors.formats.flatword.source import is_flat

    return is_flat(data)


def read(data: bytes) -> Document:
    """Everything the document shows. Raises Corrupt, Scan, TooLarge. Anchors are those of the copy: see `as_docx`."""
    from dataclasses import replace

    from extractors.errors import Corrupt
    from extractors.formats.docx import read as read_docx
    from extractors.formats.flatword.old import read_old
    from extractors.formats.flatword.source import is_old, packed, tree
    from extractors.formats.msword.file import to_document

    root = tree(data)
    try:
        document = to_document(read_old(root)) if is_old(root) else read_docx(packed(root))
    except RecursionError as error:
        raise Corrupt(_TOO_DEEP) from error
    return replace(document, format=NAME)


def as_docx(data: bytes) -> bytes:
    """The .docx copy that anchors of such a file refer to, for comments. Raises as `read` does."""
    from extractors.errors import Corrupt
    from extractors.formats.flatword.old import read_old
    from extractors.formats.flatword.source import is_old, packed, tree
    from extractors.formats.msword.copying.package import to_docx

    root = tree(data)
    try:
        return to_docx(read_old(root)) if is_old(root) else packed(root)
    except RecursionError as error:
        raise Corrupt(_TOO_DEEP) from error
