"""Sheets that people fill in by hand or in Word: landscape pages, tables with room to write, slips to cut apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.feedback import page

SMALL_PT = 10.5


def landscape(document: Any) -> None:
    """Turn the pages of a new document."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)


def table(document: Any, headings: Sequence[str], widths_cm: Sequence[float], rows: Sequence[Sequence[str]], least_cm: float) -> None:
    """A ruled table whose rows are at least so high."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Cm

    page.table(document, headings, widths_cm, rows)
    for row in document.tables[-1].rows[1:]:
        row.height, row.height_rule = Cm(least_cm), WD_ROW_HEIGHT_RULE.AT_LEAST


def small(document: Any, text: str, *, keep: bool = False) -> None:
    """A line of explanation in small letters; `keep` holds it with what follows."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(16)
    paragraph.paragraph_format.keep_with_next = keep
    page.written(paragraph, text, page.BODY_FONT, SMALL_PT)


def new_leaf(document: Any) -> None:
    """Go on at the top of the next page."""
    document.add_page_break()


def large(document: Any, text: str, points: float, *, centred: bool = False, font: str = page.BODY_FONT) -> None:
    """A line to be read from some steps away."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(0), Pt(points / 3)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page.written(paragraph, text, font, points)


def centre_from(document: Any, column: int) -> None:
    """Centre the cells of the last table from that column on: boxes to tick."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for row in document.tables[-1].rows[1:]:
        for cell in row.cells[column:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def enlarge(document: Any, points: float) -> None:
    """Give the last table letters of that size, for what hangs on a board."""
    from docx.shared import Pt

    for row in document.tables[-1].rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.line_spacing = Pt(points * 1.5)
                for run in paragraph.runs:
                    run.font.size = Pt(points)
