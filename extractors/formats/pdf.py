"""PDF files: pdfium reads, our grid understands; pdfplumber stands in where pdfium cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors.model import Document

if TYPE_CHECKING:
    from extractors.formats.pdfpage.content import PageContent

NAME = "pdf"


def sniff(data: bytes) -> bool:
    """Whether the bytes are a PDF: its mark may stand anywhere in the first kilobyte."""
    return b"%PDF-" in data[:1024]


def read(data: bytes) -> Document:
    """The document that the pages show.

    Raises Encrypted (a password is needed), Corrupt, TooLarge (pages or characters beyond any form), Scan (pictures
    or outlines instead of text, or text without readable codes), NoFormFound (blank pages)."""
    return take_apart(data)[1]


def take_apart(data: bytes) -> tuple[list[PageContent], Document]:
    """The pages as they were taken in, and the document made of them; raises what `read` raises."""
    from extractors.formats.pdfpage import file

    return file.take_apart(data)
