"""From a file to a Document: exactly one format claims it, by its content and never by its suffix."""

from __future__ import annotations

from pathlib import Path

from extractors.errors import Corrupt, DocumentError, Empty, LockFile, TooLarge
from extractors.formats import claimant, formats
from extractors.model import Document

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. Forms have 0.02 to 5 MB; the largest real one is a scan of some 30 MB."""
_HEAD = 4096
_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read(path: Path) -> Document:
    """What the file shows. Raises DocumentError, and OSError where the file itself cannot be opened."""
    if path.name.startswith("~$"):
        raise LockFile
    size = path.stat().st_size
    if size == 0:
        raise Empty
    if size > SIZE_LIMIT:
        raise TooLarge
    return read_bytes(path.read_bytes())


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
        return format_.read(data)
    except DocumentError as error:
        if error.format_name == DocumentError.format_name:
            error.format_name = format_.NAME
        raise


def seconds_for_pictures(path: Path) -> float:
    """How many seconds beyond the usual ones a file may need because its pages are pictures: the most that its format
    can ask for, 0 for a format without pictures, where the extra is not installed, or for a file that cannot be opened."""
    from extractors.formats.scanpage.engine import available
    from extractors.formats.scanpage.reading import MOST_PAGES, PAGE_SECONDS

    if not available():
        return 0.0
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return 0.0
    pictured = head.startswith(_WORD) or any(f.sniff(head) for f in formats() if f.NAME in ("pdf", "image"))
    return MOST_PAGES * PAGE_SECONDS if pictured else 0.0
