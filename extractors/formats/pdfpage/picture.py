"""A picture of what was read from a PDF: the pages with our cells, lines and reading order drawn over them."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.errors import Corrupt
from extractors.formats.pdfpage.content import PageContent, Turn
from extractors.formats.pdfpage.layout import grids
from extractors.model import Document
from extractors.model.document import paragraphs
from extractors.model.passage import Box, PdfPlace

_SCALE = 2.0
_MOST_PIXELS = 4000
_CELL, _LINE, _NUMBER = (0, 0, 255), (0, 150, 0), (220, 0, 0)


@dataclass(slots=True)
class _Marks:
    """What to draw on one page, in user space: cells, lines, and the numbers of the paragraphs that begin there."""

    cells: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)
    numbers: list[tuple[int, Box]] = field(default_factory=list)


def draw(data: bytes, target: Path) -> list[Path]:
    """Write one PNG a page: cells outlined in blue, lines of text in green, each paragraph's place in the reading
    order as a red number before its first line. The files written: `target`, or `name-1.png`, … for several pages.

    Raises DocumentError where the file cannot be read or pdfium cannot draw it, OSError where nothing can be written."""
    import pypdfium2

    from extractors.formats import pdf

    contents, document = pdf.take_apart(data)
    marks = _marks(contents, document)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Corrupt("这个文件能读出文字，但无法画出页面。") from error
    with file:
        file.init_forms()
        written = []
        for number in range(len(file)):
            path = target if len(file) == 1 else target.with_name(f"{target.stem}-{number + 1}.png")
            _picture(file[number], marks[number]).save(path, "PNG")
            written.append(path)
    return written


def _marks(contents: Sequence[PageContent], document: Document) -> defaultdict[int, _Marks]:
    found: defaultdict[int, _Marks] = defaultdict(_Marks)
    pictured = {sight.page for sight in document.sights}  # laid straight before they were read: their cells lie elsewhere
    for content in contents:
        if content.number in pictured:
            continue
        back = Turn(-content.turn.quarters % 4)
        for grid in grids(content):
            found[content.number].cells.extend(back.box((c.x0, c.y0, c.x1, c.y1)) for c in grid.cells)
    for number, paragraph in enumerate(paragraphs(document.blocks), 1):
        places = [p for p in paragraph.passage.anchor().places if isinstance(p, PdfPlace) and p.boxes]
        for place in places:
            found[place.page].lines.extend(place.boxes)
        if places:
            found[places[0].page].numbers.append((number, places[0].boxes[0]))
    return found


def _picture(page: Any, marks: _Marks) -> Any:
    from PIL import ImageDraw, ImageFont

    scale = min(_SCALE, _MOST_PIXELS / max(page.get_size()))
    image = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    pen = ImageDraw.Draw(image)
    for boxes, colour in ((marks.lines, _LINE), (marks.cells, _CELL)):
        for box in boxes:
            pen.rectangle(_on_picture(page, box, image.size), outline=colour)
    font = ImageFont.load_default(max(8, round(8 * scale)))
    for number, box in marks.numbers:
        x0, y0, _, _ = _on_picture(page, box, image.size)
        pen.text((x0 - 2, y0), str(number), fill=_NUMBER, font=font, anchor="rt")
    return image


def _on_picture(page: Any, box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The box of user space in pixels, upper left corner first: page rotation and crop box are pdfium's business."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for at in (box[:2], box[2:]):
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, *at, x, y)
        corners.append((x.value, y.value))
    (a, b), (c, d) = corners
    return min(a, c), min(b, d), max(a, c), max(b, d)
