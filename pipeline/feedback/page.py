"""Laying out a short official letter with python-docx: fonts, paragraphs, one table, fixed bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

TITLE_FONT, HEAD_FONT, BODY_FONT, TABLE_FONT = "方正小标宋简体", "黑体", "仿宋", "宋体"
TITLE_PT, BODY_PT, TABLE_PT = 18, 12, 9
LINE_PT, TITLE_LINE_PT, ROW_LINE_PT = 18, 36, 12.5
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

    document = docx.Document()
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
    _row(made, headings, widths_cm, head=True)
    for row in rows:
        if len(row) == 1:
            _group(made, row[0], widths_cm)
        else:
            _row(made, row, widths_cm, head=False)


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
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(LINE_PT)
    if indent:
        layout.first_line_indent = Pt(2 * BODY_PT)
    return paragraph


def written(paragraph: Any, text: str, font: str, size: float, *, bold: bool = False) -> Any:
    """Words in a paragraph, in a font that Word takes for Chinese too; control characters are left out."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run(text.translate(NOT_XML).replace("\n", " "))
    run.font.size, run.font.bold = Pt(size), bold
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run


def _row(made: Any, texts: Sequence[str], widths_cm: Sequence[float], *, head: bool) -> None:
    row = made.add_row()
    _never_split(row)
    if head:
        _repeat(row)
    for n, (cell, text, width) in enumerate(zip(row.cells, texts, widths_cm, strict=True)):
        _cell(cell, text, width, centred=head or n == 0, font=HEAD_FONT if head else TABLE_FONT)
        if head:
            _shade(cell, "DCE6F1")


def _group(made: Any, text: str, widths_cm: Sequence[float]) -> None:
    row = made.add_row()
    _never_split(row)
    cells = row.cells
    for cell, width in zip(cells, widths_cm, strict=True):
        _cell(cell, "", width, centred=False, font=TABLE_FONT)
    merged = cells[0].merge(cells[-1])
    for extra in merged.paragraphs[1:]:
        extra._element.getparent().remove(extra._element)
    written(merged.paragraphs[0], text, HEAD_FONT, TABLE_PT)
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    _shade(merged, "F2F2F2")


def _cell(cell: Any, text: str, width: float, *, centred: bool, font: str) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    cell.width = Cm(width)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(ROW_LINE_PT)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if text:
        written(paragraph, text, font, TABLE_PT)


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._element.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _never_split(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
