"""Scans and photographs as picture files: JPG, PNG, TIFF, BMP, WebP, GIF. Read with the extra `ocr`."""

from __future__ import annotations

from extractors.model import Document

NAME = "image"

_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def sniff(data: bytes) -> bool:
    """Whether the bytes are a picture; a BMP's mark is two letters, so its header must agree."""
    if data.startswith(_MARKS) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return True
    return data[:2] == b"BM" and len(data) > 26 and data[6:10] == b"\0\0\0\0" and data[14:18] in (b"\x0c\0\0\0", b"(\0\0\0", b"l\0\0\0", b"|\0\0\0")


def read(data: bytes) -> Document:
    """What the picture shows. Raises Scan (the extra is not installed), Corrupt, TooLarge, NoFormFound (no text)."""
    from extractors.errors import NoFormFound, Scan
    from extractors.formats.scanpage.engine import available
    from extractors.formats.scanpage.pictures import papers
    from extractors.formats.scanpage.reading import read_papers

    if not available():
        raise Scan("这是图片（照片或扫描件），没有可读取的文字。")
    document = read_papers(papers(data), NAME)
    if not document.text.strip():
        raise NoFormFound("图片里没有识别出文字。", "请核对是否放错文件；字迹太淡、太小或模糊的，请重新扫描或拍照。")
    return document
