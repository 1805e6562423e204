"""A PDF file as a whole: its pages, pdfplumber for those that pdfium cannot open, and the document made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from extractors.errors import Corrupt, DocumentError, Encrypted, TooLarge
from extractors.formats.pdfpage.blocks import blocks, bounds_of
from extractors.formats.pdfpage.content import PageContent
from extractors.formats.pdfpage.fields import add, has_typed, only_typed, undrawn
from extractors.formats.pdfpage.joins import flow
from extractors.formats.pdfpage.layout import lay_out_all
from extractors.formats.pdfpage.mending import mended
from extractors.formats.pdfpage.page import take_in
from extractors.formats.pdfpage.pdfium import calls
from extractors.formats.pdfpage.pictured import pictures_read
from extractors.formats.pdfpage.stamps import notes_drawn
from extractors.model import Document

NAME = "pdf"
MOST_PAGES = 60
MOST_PARTS = 500_000
"""Characters and drawn objects of all pages together: some ten seconds."""

_PASSWORD, _SECURITY = 4, 5


def take_apart(data: bytes) -> tuple[list[PageContent], Document]:
    """The pages as they were taken in, and the document made of them.

    Raises Encrypted (a password is needed), Corrupt, TooLarge (pages or characters beyond any form), Scan (pictures
    or outlines instead of text, or text without readable codes), NoFormFound (blank pages)."""
    taken = _contents(data)
    warnings = taken.warnings
    pages = pictures_read(taken.data, taken.contents, warnings)
    contents = pages.contents
    laid_out = lay_out_all(contents)
    found = blocks(flow(laid_out), bounds_of(laid_out))
    for content in contents:
        warnings.extend(content.warnings)
    if b"%%EOF" not in data[-2048:]:
        warnings.append("文件末尾不完整，可能缺少内容，请核对。")
    pictures = tuple(p for content in contents for p in content.pictures)
    return contents, Document(NAME, found, len(taken.contents), pictures, tuple(dict.fromkeys(warnings)), pages.marks, pages.sights)


@dataclass(slots=True)
class _Taken:
    """All pages, warnings on those that could not be read, and the bytes in which the pages lie: the file's own, or what
    was made of a broken file."""

    data: bytes
    contents: list[PageContent]
    warnings: list[str]


def _contents(data: bytes) -> _Taken:
    """The pages of a file. One in which pdfium finds nothing is put together anew; pages that it fails on come from
    pdfplumber."""
    pages = _pages(data)
    if not any(page is None or page.shows for page in pages) and (again := _pages(whole := mended(data) or b"")):
        data, pages = whole, again
        _warn(again, "文件结构损坏，已尽量恢复，可能缺少内容，请核对原件。")
    missing = [number for number, page in enumerate(pages) if page is None]
    if pages and not missing:
        return _Taken(data, [p for p in pages if p is not None], [])
    return _Taken(data, *_with_fallback(data, pages, missing))


def _warn(pages: Sequence[PageContent | None], warning: str) -> None:
    for page in pages:
        if page is not None and page.shows:
            page.warnings = [*page.warnings, warning]


def _pages(data: bytes) -> list[PageContent | None]:
    """The pages as pdfium has them, None for one that it cannot open; empty where it cannot open the file."""
    with _opened(data) as document:
        count = calls().raw.FPDF_GetPageCount(document) if document else 0
        if count > MOST_PAGES:
            raise TooLarge(f"文件有{count}页，不像公开承诺书（最多读{MOST_PAGES}页）。", "请确认是否误放；合订本请按单位拆分。")
        pages: list[PageContent | None] = []
        spent = 0
        for number in range(count):
            pages.append(page := _page(document, number))
            spent += page.weight if page else 0
            if spent > MOST_PARTS:
                raise TooLarge(f"前{number + 1}页的文字和图形多得不像公开承诺书。", "请确认是否误放；图纸、书刊请勿放入收件文件夹。")
        return pages


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The open document, or None where pdfium cannot open it."""
    raw = calls().raw
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = raw.FPDF_GetLastError()
        if error == _PASSWORD:
            raise Encrypted()
        if error == _SECURITY:
            raise Encrypted("文件用了程序打不开的加密方式（如证书加密）。")
        yield None
        return
    try:
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


def _page(document: Any, number: int) -> PageContent | None:
    raw = calls().raw
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return None
    try:
        content = take_in(page, number)
        if raw.FPDFPage_GetAnnotCount(page) > 0 and has_typed(page):
            runs, notes = undrawn(document, page, content.turn), notes_drawn(page, number)
            page = only_typed(document, page, number)
            if page is None:
                content.warnings = [*content.warnings, f"第{number + 1}页表单、批注中填写的文字可能没有读全，请核对原件。"]
            add(content, runs, take_in(page, number, content.turn) if page else None)
            content.pictures = [*content.pictures, *notes]
        return content
    except ValueError:
        return None
    finally:
        if page:
            raw.FPDF_ClosePage(page)


def _with_fallback(
    data: bytes, pages: Sequence[PageContent | None], missing: Sequence[int]
) -> tuple[list[PageContent], list[str]]:
    from extractors.formats.pdfpage.plumber import read_pages

    try:
        found = read_pages(data, missing if pages else None, MOST_PAGES)
    except DocumentError:
        raise
    except Exception as error:  # pdfminer raises whatever a broken file makes it trip over
        if not any(pages):
            raise Corrupt() from error
        found = {}
    if not pages and not found:
        raise Corrupt("文件里没有可读取的页面。")
    kept = list(pages) or [None] * (max(found) + 1)
    merged = [page or found.get(number) for number, page in enumerate(kept)]
    lost = [number for number, page in enumerate(merged) if page is None]
    if len(lost) == len(merged):
        raise Corrupt()
    return [p for p in merged if p], [f"第{number + 1}页无法读取，内容可能不全。" for number in lost]
