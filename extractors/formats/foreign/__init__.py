"""Files that are none of ours: what they are, said so that a clerk knows what to do."""

from __future__ import annotations

import re

from extractors.errors import Corrupt, DocumentError, Scan, Unsupported
from extractors.formats.foreign.archives import archive_kind

_ARCHIVES = {b"Rar!": "RAR", b"7z\xbc\xaf\x27\x1c": "7z", b"\x1f\x8b": "gzip"}
_UNPACK = "请先解压，把里面的承诺书逐份放入。"
_SAVE_AS = "请用 Word 或 WPS 打开后另存为 .docx，再放回收件文件夹。"
_MARKUP = (
    (re.compile(rb"<pkg:package|<w:wordDocument|progid=\"Word"), "Word XML 文档（.xml）"),
    (re.compile(rb"<!doctype html|<html|<head\b|<body\b|<table\b", re.IGNORECASE), "网页（HTML）"),
    (re.compile(rb"^\s*<\?xml|^\s*<[\w:]+[\s>]"), "XML 文件"),
)


def explain(data: bytes) -> DocumentError:
    """The error for bytes that no format claims: what they are and what to do next."""
    head = data[:4096]
    if data[4:12] in _HEIC:
        return Scan("这是手机照片（HEIC 格式），没有可读取的文字。", "请在手机或电脑上另存为 JPG，或请报送单位补发 Word 电子版。")
    if data[:2] == b"PK":
        return _zipped(data)
    for magic, name in _ARCHIVES.items():
        if data.startswith(magic):
            return Unsupported(f"这是 {name} 压缩包，不是 Word 或 PDF 文档。", _UNPACK)
    kind = _text_kind(head)
    if kind:
        return Unsupported(f"这是{kind}，不是 Word 或 PDF 文档（只改后缀名不能改变格式）。", _SAVE_AS)
    return Corrupt("文件内容无法识别，不是 Word、PDF、RTF、OFD 文档，或已经损坏。")


_HEIC = tuple(b"ftyp" + brand for brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))


def _zipped(data: bytes) -> DocumentError:
    kind = archive_kind(data)
    if kind is None:
        return Corrupt("文件是不完整的压缩包（可能是没有传完的 .docx），无法打开。")
    if kind:
        return Unsupported(f"这是{kind}，不是 Word 或 PDF 文档。")
    return Unsupported("这是 ZIP 压缩包，不是 Word 或 PDF 文档。", _UNPACK)


def _text_kind(head: bytes) -> str:
    """What kind of text this is, "" for binary data."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    head = head.removeprefix(b"\xef\xbb\xbf")
    if re.match(rb"\s*(MIME-Version|From:)", head):
        return "单个文件网页（MHTML）"
    for pattern, name in _MARKUP:
        if pattern.search(head):
            return name
    return "纯文本文件" if is_text(head) else ""


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file is text in UTF-8 or GB 18030."""
    if any(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in head):
        return False
    for encoding in ("utf-8", "gb18030"):
        for cut in range(4):
            try:
                head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False
