"""Laying out a short official letter with python-docx: fonts, paragraphs, one table, fixed bytes."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.feedback.page_parts import (
    BODY_PT,
    LINE_PT,
    ROW_LINE_PT,
    RowKind,
    blank_row,
    layout_of,
    lettering,
    template,
)

TITLE_FONT, HEAD_FONT, BODY_FONT, TABLE_FONT = "方正小标宋简体", "黑体", "仿宋", "宋体"
TITLE_PT, TABLE_PT = 18, 9
TITLE_LINE_PT = 36
PT_PER_CM = 28.35
MARGINS_CM = (2.4, 2.1, 1.5)
"""Left and right, top, bottom."""
SIGNATURE_PT, SLACK_PT = 2 * LINE_PT + 8, 36
BORN = datetime(2012, 1, 1)
ZIP_BORN = (1980, 1, 1, 0, 0, 0)
NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


def new_page(mark: str) -> Any:
    """An A4 document with `mark` at its head, right."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, RGBColor

    document = docx.Document(io.BytesIO(template()))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGINS_CM[0])
    section.top_margin, section.bottom_margin = Cm(MARGINS_CM[1]), Cm(MARGINS_CM[2])
    section.header_distance = Cm(1.2)
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = written(head, mark, HEAD_FONT, 10.5)
    run.font.color.rgb = RGBColor(0xC0, 0, 0)
    return document


def title(document: Any, text: str) -> None:
    """The centred title."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = _paragraph(document)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = Pt(TITLE_LINE_PT - 6)
    paragraph.paragraph_format.space_after = Pt(6)
    written(paragraph, text, TITLE_FONT, TITLE_PT)


def heading(document: Any, text: str) -> None:
    """A first-level heading, kept with what follows."""
    paragraph = _paragraph(document, indent=True)
    paragraph.paragraph_format.keep_with_next = True
    written(paragraph, text, HEAD_FONT, BODY_PT)


def line(document: Any, text: str, *, indent: bool = True) -> None:
    """A paragraph of the body, its first line indented by two characters."""
    written(_paragraph(document, indent=indent), text, BODY_FONT, BODY_PT)


def signature(document: Any, office: str, day: str) -> None:
    """The office and the place of the date, at the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for n, text in enumerate((office, day)):
        paragraph = _paragraph(document)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(2 * BODY_PT)
        paragraph.paragraph_format.space_before = Pt(0 if n else 8)
        paragraph.paragraph_format.keep_with_next = not n
        written(paragraph, text, BODY_FONT, BODY_PT)


def table(document: Any, headings: Sequence[str], widths_cm: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    """A ruled table with its headings repeated on every page; a row of one cell is a group's heading."""
    from docx.shared import Cm

    made = document.add_table(rows=0, cols=len(headings))
    made.style = "Table Grid"
    made.autofit = False
    for column, width in zip(made.columns, widths_cm, strict=True):
        column.width = Cm(width)
    _row(made, headings, blank_row(tuple(widths_cm), RowKind.HEAD), HEAD_FONT)
    for row in rows:
        group = len(row) == 1
        blank = blank_row(tuple(widths_cm), RowKind.GROUP if group else RowKind.PLAIN)
        _row(made, row, blank, HEAD_FONT if group else TABLE_FONT)


def lines_of(text: str) -> int:
    """Lines that a paragraph of the body takes, its indent counted."""
    across = (21 - 2 * MARGINS_CM[0]) * PT_PER_CM / BODY_PT
    return -int(-(_wide(text) / 2 + 2) // across)


def row_height(cells: Sequence[str], widths_cm: Sequence[float]) -> float:
    """Points that a row of the table takes."""
    lines = (-int(-(_wide(text) / 2 * TABLE_PT) // ((cm - 0.6) * PT_PER_CM)) for text, cm in zip(cells, widths_cm, strict=True))
    return max([1, *lines]) * ROW_LINE_PT + 0.75


def room_for_table(lines: int) -> float:
    """Points left on the first page beside title, signature and so many lines of text."""
    height = (29.7 - MARGINS_CM[1] - MARGINS_CM[2]) * PT_PER_CM
    head_row = ROW_LINE_PT + 0.75
    return height - TITLE_LINE_PT - lines * LINE_PT - SIGNATURE_PT - head_row - SLACK_PT


def _wide(text: str) -> int:
    """Half characters: digits and Latin letters take one, Chinese two."""
    return sum(1 if c.isascii() else 2 for c in text)


def save(document: Any, target: Path, author: str, *, title: str = "审核意见") -> None:
    """Write the file; the same document gives the same bytes, whenever it is written."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = author[:200]
    properties.created = properties.modified = BORN
    properties.comments = ""
    properties.title = title
    draft = io.BytesIO()
    document.save(draft)
    fixed(draft, target)


def fixed(draft: io.BytesIO, target: Path) -> None:
    """Write a package without the clock in it."""
    with zipfile.ZipFile(draft) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for part in parts.infolist():
            info = zipfile.ZipInfo(part.filename, ZIP_BORN)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, parts.read(part))


def _paragraph(document: Any, *, indent: bool = False) -> Any:
    paragraph = document.add_paragraph()
    paragraph._element.insert(0, copy.deepcopy(layout_of(indent=indent)))
    return paragraph


def written(paragraph: Any, text: str, font: str, size: float, *, bold: bool = False) -> Any:
    """Words in a paragraph, in a font that Word takes for Chinese too; control characters are left out."""
    run = paragraph.add_run(text.translate(NOT_XML).replace("\n", " "))
    run._element.insert(0, copy.deepcopy(lettering(font, size, bold=bold)))
    return run


def _row(made: Any, texts: Sequence[str], blank: Any, font: str) -> None:
    """A row as `blank` is, with these texts in its cells."""
    from docx.text.paragraph import Paragraph

    row = copy.deepcopy(blank)
    made._tbl.append(row)
    for cell, text in zip(row.tc_lst, texts, strict=True):
        if text:
            written(Paragraph(cell.p_lst[0], made), text, font, TABLE_PT)
