"""OFD files (GB/T 33190-2016, the Chinese fixed-layout format): our reader places the characters, and the page machinery
of the PDF reader makes lines and tables of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.model import Document

if TYPE_CHECKING:
    from extractors.formats.pdfpage.content import PageContent

NAME = "ofd"
_ASK = "请报送单位补发 Word 电子版，或用 Word、WPS 重新导出。"


def sniff(data: bytes) -> bool:
    """Whether the bytes are a zip with an OFD.xml at its root."""
    if data[:4] != b"PK\x03\x04":
        return False
    from extractors.formats.foreign.archives import holds_ofd

    return holds_ofd(data)


def read(data: bytes) -> Document:
    """The document that the pages show; anchors are `PdfPlace`s. Electronic seals and stamps count as pictures; a
    seal's place is known too.

    Raises Corrupt, Encrypted, TooLarge (pages or characters beyond any form), Scan (pictures instead of text, or text
    without readable codes), NoFormFound (blank pages)."""
    from extractors.formats.ofdpage.document import Pages
    from extractors.formats.pdfpage.blocks import blocks
    from extractors.formats.pdfpage.joins import flow
    from extractors.formats.pdfpage.layout import lay_out_all

    pages = Pages(data)
    contents = pages.read()
    warnings = [*pages.warnings, *_check_text(contents), *(w for content in contents for w in content.warnings)]
    laid_out = lay_out_all(contents)
    found = blocks(flow(laid_out), [page.bounds for page in laid_out])
    pictures = tuple(p for content in contents for p in content.pictures)
    marks = tuple(mark for content in contents for mark in content.marks)
    return Document(NAME, found, len(contents), pictures, tuple(dict.fromkeys(warnings)), marks)


def _check_text(contents: Sequence[PageContent]) -> list[str]:
    """Raise where the pages show no text, or text whose characters nobody can name; warn where that is a small part."""
    from extractors.errors import NoFormFound, Scan

    printed = sum(len("".join("".join([run.text for run in c.runs]).split())) for c in contents)
    unknown = sum(c.unmapped for c in contents)
    if printed and unknown <= 0.3 * printed:
        return [f"有{unknown}个字符没有编码信息，无法识别，请核对原件。"] if unknown > 0.05 * printed else []
    if printed:
        raise Scan("文件里的文字没有编码信息，读出来是乱码。", _ASK)
    drawn = sum(c.drawn for c in contents) > 40
    pictures = [p for c in contents for p in c.pictures]
    if drawn and all("seal" in p.name for p in pictures):
        raise Scan("文件里的文字已转成图形（曲线），没有可读取的文字。", _ASK)
    if pictures:
        raise Scan
    raise NoFormFound("文件各页都是空白，没有文字。", "请核对是否放错文件，或请报送单位重新发送。")
