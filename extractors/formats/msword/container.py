"""What an OLE container holds: a Word document with its streams, an encrypted package, another Office file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from extractors.errors import Corrupt, Encrypted, TooLarge, Unsupported
from extractors.model.value_class import value_class

_OTHERS = {
    "workbook": "Excel 工作簿",
    "book": "Excel 工作簿",
    "powerpoint document": "PowerPoint 演示文稿",
    "visiodocument": "Visio 绘图",
    "matost": "Microsoft Works 文档",
    "contents": "Microsoft Works 或 Publisher 文档",
}
_WORD, _TABLES, _DATA = "worddocument", ("0table", "1table"), "data"
_FREE = 0xFFFFFFFF
_LIMIT = 128 * 1024 * 1024
"""Bytes of one stream: twice the largest file that is read at all; a header may claim anything."""


@value_class
class Streams:
    """The streams of a Word document; one that is missing is empty. `tables` are 0Table and 1Table."""

    word: bytes
    tables: tuple[bytes, bytes]
    data: bytes


def open_word(data: bytes) -> Streams:
    """The streams of a Word document in an OLE container. Raises Encrypted, Unsupported or Corrupt for anything else."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            entries: list[Any] = ole.listdir()
            names = {entry[0].lower(): entry for entry in entries if len(entry) == 1}
            if _WORD not in names and _cut_off(ole, len(data)):
                raise Corrupt
            _check({entry[0].lower().lstrip("\x01\x03\x05\x06\t") for entry in entries}, _WORD in names)
            found = [_stream(ole, names.get(name)) for name in (_WORD, *_TABLES, _DATA)]
    except (Corrupt, Encrypted, Unsupported, TooLarge):
        raise
    except Exception as error:  # olefile lets IndexError, struct.error and more escape on broken containers
        raise Corrupt from error
    return Streams(found[0], (found[1], found[2]), found[3])


def _stream(ole: Any, entry: Any) -> bytes:
    if entry is None:
        return b""
    if ole.get_size(entry) > _LIMIT:
        raise TooLarge
    content: bytes = ole.openstream(entry).read()
    return content


def _cut_off(ole: Any, size: int) -> bool:
    """Whether sectors in use lie beyond the end of the file: its list of streams may be lost with them."""
    last = next((n for n in range(len(ole.fat) - 1, -1, -1) if ole.fat[n] != _FREE), 0)
    return bool((last + 2) * ole.sector_size > size)


def _check(streams: set[str], word: bool) -> None:
    """Pass for a container with a Word document; what else it is, as an error."""
    if {"encryptedpackage", "drmcontent"} & streams:
        error = Encrypted()
        error.format_name = "docx"  # what is inside was a newer format; only the lock is an OLE container
        raise error
    if word:
        return
    for stream, name in _OTHERS.items():
        if stream in streams:
            raise Unsupported(f"这是{name}，不是 Word 文档。")
    raise Unsupported("这是其他 Office 文件，里面没有 Word 文档。")
