"""From a file to a Document: exactly one format claims it, by its content and never by its suffix."""

from __future__ import annotations

import os
from pathlib import Path

from extractors.errors import Corrupt, DocumentError, Empty, LockFile, TooLarge
from extractors.formats import claimant
from extractors.lookalikes import as_meant
from extractors.model import Document

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. Forms have 0.02 to 5 MB; the largest real one is a scan of some 30 MB."""

_AS_MEANT = frozenset({"pdf", "ofd", "image"})
"""Formats whose letters are put right as they are read, before they are set in lines."""


def read(path: Path) -> Document:
    """What the file shows. Raises DocumentError, and OSError where the file itself cannot be opened."""
    return read_bytes(content(path))


def content(path: Path) -> bytes:
    """The bytes of a file. Raises DocumentError where they are too many or Word's own passing file, OSError as `read` does."""
    if path.name.startswith("~$"):
        raise LockFile
    with path.open("rb", buffering=0) as stream:
        if os.fstat(stream.fileno()).st_size > SIZE_LIMIT:
            raise TooLarge
        return stream.read()


def read_bytes(data: bytes) -> Document:
    """What these bytes of a file show. Raises DocumentError."""
    if not data:
        raise Empty
    if not data[:512].strip(b"\0") and not data.strip(b"\0"):
        raise Corrupt("文件内容全是空字节，多为传输或存储出错。")
    format_ = claimant(data)
    if format_ is None:
        from extractors.formats.foreign import explain

        raise explain(data)
    try:
        document = format_.read(data)
    except DocumentError as error:
        if error.format_name == DocumentError.format_name:
            error.format_name = format_.NAME
        raise
    return document if document.format in _AS_MEANT else as_meant(document)
