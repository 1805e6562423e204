"""Pictures in a Word file: seals and signatures among them; and files that are nothing but pasted scans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from extractors.errors import Corrupt, DocumentError, NoFormFound, Scan, TooLarge
from extractors.formats.ooxml.package import Package
from extractors.formats.scanpage.engine import available
from extractors.formats.scanpage.paper import Paper
from extractors.formats.scanpage.stamps import kind_of, may_be_one
from extractors.model import Document, Mark, Picture

_PAGE = 200.0
"""Points: a pasted scan is at least as wide and as high; 0 where Word does not say."""

_SHEET = 300.0
"""Points: a picture that is at least as wide and as high fills most of a page."""
_FEW, _LETTER = 20, 160
"""Characters beside pasted pages that are hardly a word, and those of a short letter that goes with them."""


def marks_in(package: Package, pictures: Sequence[Picture]) -> tuple[Mark, ...]:
    """The seals and signatures among the pictures, each at the paragraph it is anchored in. A picture that cannot be
    opened (a drawing of Windows, a broken one) is none."""
    found: list[Mark] = []
    known: dict[str, Any] = {}
    for picture in filter(may_be_one, pictures):
        if picture.place is None or not picture.name:
            continue
        if picture.name not in known:
            known[picture.name] = _kind(package, picture)
        if known[picture.name] is not None:
            found.append(Mark(known[picture.name], picture.place))
    return tuple(found)


def _kind(package: Package, picture: Picture) -> Any:
    from extractors.formats.scanpage.pictures import papers

    data = package.read(picture.name)
    try:
        paper = next(papers(data), None) if data else None
    except DocumentError:
        return None
    return kind_of(paper.pixels, picture.width, picture.height) if paper else None


def is_pasted(text: str, pictures: Sequence[Picture]) -> bool:
    """Whether a file is pictures of pages with hardly a word beside them, or with no more than a letter's few lines where a
    picture fills the page."""
    letters = len("".join(text.split()))
    full = any(min(p.width, p.height) >= _SHEET for p in pictures)
    return not letters or (letters < _FEW and bool(_pages(pictures))) or (letters < _LETTER and full)


def _pages(pictures: Sequence[Picture]) -> list[Picture]:
    return [p for p in pictures if not p.width or min(p.width, p.height) >= _PAGE]


def read_pasted(package: Package, pictures: Sequence[Picture], typed: Document) -> Document:
    """What the pasted pictures show, one page each, behind the few words that are typed. Raises Scan where pictures cannot
    be read, NoFormFound where they say nothing and nothing is typed either, TooLarge."""
    from extractors.formats.scanpage.reading import MOST_PAGES, SPLIT, TOO_MANY, read_papers

    if not available():
        raise Scan("Word 文件里只有图片（扫描件或整页的照片），没有可读取的承诺书文字。")
    names = list(dict.fromkeys(p.name for p in _pages(pictures) or pictures))
    if len(names) > MOST_PAGES:
        raise TooLarge(TOO_MANY.format(len(names)), SPLIT)
    document = read_papers(_papers(package, names), "docx")
    if typed.text.strip():
        return replace(document, blocks=typed.blocks + document.blocks, warnings=typed.warnings)
    if not document.text.strip():
        raise NoFormFound("Word 文件里的图片没有识别出文字。", "请核对是否放错文件；字迹太淡、太小或模糊的，请重新扫描或拍照。")
    return document


def _papers(package: Package, names: Sequence[str]) -> Iterator[Paper]:
    from extractors.formats.scanpage.pictures import papers

    number = 0
    for name in names:
        try:
            for paper in papers(package.read(name) or b""):
                yield replace(paper, number=number)
                number += 1
        except Corrupt:
            continue
