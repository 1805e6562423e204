"""Papers → a Document: each page looked at, then laid out as a printed PDF's pages are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from extractors import pace
from extractors.errors import TooLarge
from extractors.model import Document

if TYPE_CHECKING:
    from extractors.formats.scanpage.page import Seen
    from extractors.formats.scanpage.paper import Paper

MOST_PAGES = 20
"""Pictures read of one file; a form has one to four pages."""
PAGE_SECONDS = 30.0
"""Seconds that a page may take: some ten times what one takes on an idle processor."""
TOO_MANY = f"文件有{{}}页是图片，不像一份承诺书（最多识别{MOST_PAGES}页）。"
SPLIT = "请按单位或个人拆分后重新放入，或请报送单位补发 Word 电子版。"


def read_papers(papers: Iterable[Paper], file_format: str) -> Document:
    """What the pages show. The caller has made sure that pictures can be read."""
    from extractors.formats.pdfpage.blocks import blocks
    from extractors.formats.pdfpage.joins import flow
    from extractors.formats.pdfpage.layout import lay_out_all

    seen = _look_at(papers)
    laid_out = lay_out_all([page.content for page in seen])
    found = blocks(flow(laid_out), [page.bounds for page in laid_out])
    marks = tuple(mark for page in seen for mark in page.marks)
    return Document(file_format, found, len(seen), marks=marks, sights=tuple(page.sight for page in seen))


def look_at_pages(data: bytes, numbers: Sequence[int]) -> list[Seen]:
    """These pages of a PDF (counted from 0), looked at. Raises TooLarge."""
    from extractors.formats.scanpage.rendered import papers

    if len(numbers) > MOST_PAGES:
        raise TooLarge(TOO_MANY.format(len(numbers)), SPLIT)
    return _look_at(papers(data, numbers))


def _look_at(papers: Iterable[Paper]) -> list[Seen]:
    from extractors.formats.scanpage.page import look_at

    seen: list[Seen] = []
    for paper in papers:
        pace.ask(PAGE_SECONDS)
        seen.append(look_at(paper))
    return seen
