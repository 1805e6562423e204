"""The pages of a PDF that are pictures, or whose text is worth nothing: read as pictures where that is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.errors import NoFormFound, Scan
from extractors.formats.pdfpage import layer
from extractors.formats.pdfpage.content import PageContent
from extractors.formats.pdfpage.stamps import marks_in
from extractors.formats.scanpage.engine import available
from extractors.formats.scanpage.reading import MOST_PAGES, look_at_pages
from extractors.model import Mark, Sight

_ASK = "请报送单位补发 Word 电子版，或用 Word、WPS 重新导出为 PDF。"
_UNMAPPED, _SOME = 0.3, 0.05
"""The share of characters that say nothing from which a text is unreadable, and from which it is worth a word."""
_OUTLINES = 40


@dataclass(slots=True)
class Pages:
    """The pages to go by, the marks on them, and what could be seen of those that are pictures."""

    contents: list[PageContent]
    marks: tuple[Mark, ...]
    sights: tuple[Sight, ...] = ()


def pictures_read(data: bytes, contents: list[PageContent], warnings: list[str]) -> Pages:
    """The pages with those that are pictures read, where the extra is there; `warnings` grows by what is to be said.
    Raises Scan where nothing but pictures is there and they cannot be read, NoFormFound, TooLarge."""
    whole = None
    try:
        told = _check(contents)
    except Scan as error:
        whole, told = error, []
    if not available():
        if whole:
            raise whole
        warnings.extend(told)
        return _unread(data, contents, warnings)
    numbers = _to_read(contents) or ([c.number for c in contents] if whole else [])
    warnings.extend(() if numbers else told)
    return _read(data, contents, numbers, warnings) if numbers else Pages(contents, marks_in(data, contents))


def _to_read(contents: Sequence[PageContent]) -> list[int]:
    """The pages to look at as pictures: those without text, those whose text says nothing, and those with a layer of
    recognised text, as far as a file may have pictures; beyond that their layer has to do."""
    must = [c.number for c in contents if _blank(c) or _unmapped(c)]
    layered = [c.number for c in contents if c.layered and c.number not in must]
    return sorted(must + layered) if len(must) + len(layered) <= MOST_PAGES else must


def _read(data: bytes, contents: list[PageContent], numbers: Sequence[int], warnings: list[str]) -> Pages:
    seen = look_at_pages(data, numbers)
    found: list[PageContent] = []
    for content in contents:
        if content.number not in numbers:
            found.append(layer.doubted(content) if content.layered else content)
            continue
        pages = [page.content for page in seen if page.content.number == content.number]
        if content.layered:
            pages, said = layer.weighed(content, pages)
            warnings.append(said)
        found += pages
    if not any(c.runs for c in found):
        raise NoFormFound("扫描页里没有识别出文字。", "请核对是否放错文件；字迹太淡、太小或模糊的，请重新扫描。")
    printed = [c for c in contents if c.number not in numbers]
    marks = marks_in(data, printed) + tuple(mark for page in seen for mark in page.marks)
    return Pages(found, marks, tuple({page.sight.page: page.sight for page in seen}.values()))


def _unread(data: bytes, contents: list[PageContent], warnings: list[str]) -> Pages:
    """The pages where no picture can be read: layers as doubtful, without those that make no sense."""
    warnings.extend(f"第{c.number + 1}页是图片，没有读取。" for c in contents if _blank(c))
    nonsense = [c.number for c in contents if c.layered and not layer.sensible(c)]
    if nonsense and not any(c.runs for c in contents if c.number not in nonsense):
        raise Scan("文件是扫描件，自带的识别层是乱码，没有可读取的文字。")
    warnings.extend(layer.unread(nonsense))
    found = [layer.doubted(c) if c.layered else c for c in contents if c.number not in nonsense]
    return Pages(found, marks_in(data, contents))


def _blank(content: PageContent) -> bool:
    return not content.runs and _fills(content)


def _unmapped(content: PageContent) -> bool:
    return bool(content.runs) and content.unmapped > _UNMAPPED * content.printed


def _fills(content: PageContent) -> bool:
    """Whether one picture covers most of the page."""
    x0, y0, x1, y1 = content.bounds
    return any(p.width * p.height > 0.5 * (x1 - x0) * (y1 - y0) for p in content.pictures)


def _check(contents: Sequence[PageContent]) -> list[str]:
    """Raise where the pages show no text, or text whose characters nobody can name; warn where that is a small part
    (a few are bullets and tick boxes)."""
    printed = sum(c.printed for c in contents)
    if printed and any(c.runs or c.askew for c in contents):
        unmapped = sum(c.unmapped for c in contents)
        if unmapped > _UNMAPPED * printed:
            raise Scan("文件里的文字没有编码信息（字体未嵌入对应表），读出来是乱码。", _ASK)
        return [f"有{unmapped}个字符没有编码信息，无法识别，请核对原件。"] if unmapped > _SOME * printed else []
    if any(c.pictures for c in contents):
        raise Scan()
    if sum(c.drawn for c in contents) > _OUTLINES:
        raise Scan("文件里的文字已转成图形（曲线），没有可读取的文字。", _ASK)
    raise NoFormFound("文件各页都是空白，没有文字。", "请核对是否放错文件，或请报送单位重新发送。")
