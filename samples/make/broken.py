"""Files that cannot be read, each broken in its own way."""

from __future__ import annotations

import hashlib
import io
from itertools import count

PASSWORD = "cs2012"


def encrypted_docx(document: bytes) -> bytes:
    """The Word file in an encrypted OLE container; salts come from a counter and times are nought, so the bytes stay the
    same."""
    from msoffcrypto.format.ooxml import OOXMLFile
    from msoffcrypto.method import ecma376_agile
    from msoffcrypto.method.container import ecma376_encrypted

    numbers = count()
    ecma376_agile._random_buffer = lambda size: hashlib.shake_256(str(next(numbers)).encode()).digest(size)
    ecma376_encrypted.datetime2filetime = lambda _now: 0
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(document)).encrypt(PASSWORD, out)
    return out.getvalue()


def encrypted_pdf(pdf: bytes) -> bytes:
    """The PDF with a password for opening; RC4, as it draws no random numbers."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        rights = pikepdf.Encryption(user=PASSWORD, owner=PASSWORD, R=3, aes=False, metadata=False)
        opened.save(out, encryption=rights, static_id=True)
    return out.getvalue()


def truncated(data: bytes) -> bytes:
    """The first part of a file, as a broken transfer leaves it."""
    return data[: len(data) * 3 // 5]


def lock_file() -> bytes:
    """The owner file of Word: the user's name in a fixed block of 162 bytes."""
    name = "陈假设"
    block = bytes([len(name)]) + name.encode("gbk").ljust(53, b" ") + bytes([len(name), 0]) + name.encode("utf-16-le")
    return block.ljust(162, b"\0")
