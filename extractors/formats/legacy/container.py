"""What an OLE container holds: a Word document, an encrypted package, another Office file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from extractors.errors import Corrupt, Encrypted, Unsupported

_OTHERS = {
    "workbook": "Excel 工作簿",
    "book": "Excel 工作簿",
    "powerpoint document": "PowerPoint 演示文稿",
    "visiodocument": "Visio 绘图",
}
_WORD = "worddocument"
_ENCRYPTED_FLAG = 0x0100
_FLAGS_AT, _TEXT_LENGTH_AT = 0x0A, 0x4C


def check_word(data: bytes) -> None:
    """Pass for a readable Word document. Raises Encrypted, Unsupported or Corrupt for anything else."""
    streams, header = _open(data)
    if {"encryptedpackage", "drmcontent"} & streams:
        error = Encrypted()
        error.format_name = "docx"  # what is inside was a newer format; only the lock is an OLE container
        raise error
    if _WORD not in streams:
        for stream, name in _OTHERS.items():
            if stream in streams:
                raise Unsupported(f"这是{name}，不是 Word 文档。")
        raise Unsupported("这是其他 Office 文件，里面没有 Word 文档。")
    if int.from_bytes(header[_FLAGS_AT : _FLAGS_AT + 2], "little") & _ENCRYPTED_FLAG:
        raise Encrypted


def text_length(data: bytes) -> int:
    """How many characters the Word document says its main text has ([MS-DOC] 2.5.4, ccpText), 0 where unknown."""
    header = _open(data)[1]
    return int.from_bytes(header[_TEXT_LENGTH_AT : _TEXT_LENGTH_AT + 4], "little")


def _open(data: bytes) -> tuple[set[str], bytes]:
    """The names of the top streams in lower case, and the first bytes of the Word stream."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            entries: list[Any] = ole.listdir()
            word = next((entry for entry in entries if [part.lower() for part in entry] == [_WORD]), None)
            header = ole.openstream(word).read(256) if word else b""
    except Exception as error:  # olefile lets IndexError, struct.error and more escape on broken containers
        raise Corrupt from error
    return {entry[0].lower().lstrip("\x01\x03\x05\x06\t") for entry in entries}, header
