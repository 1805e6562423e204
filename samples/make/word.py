"""A sheet → a Word file. The oddities of `Entry.make` are put in here or by word_marks.py."""

from __future__ import annotations

import io
from datetime import datetime
from math import ceil

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from samples.make import word_marks as marks
from samples.make.entries import Entry
from samples.make.fixed import fixed_zip
from samples.make.sheet import WIDTH, Cell, Row, Sheet, lay_out

FONTS = {"song": "宋体", "fangsong": "仿宋_GB2312", "kai": "楷体_GB2312"}
RIGHT, CENTER = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
SPACING = 1.25
BLANKS = " " * 36
"""What people type instead of aligning a line to the right."""


def write(entry: Entry) -> bytes:
    """The Word file of an entry, the same bytes each time."""
    document = _blank(entry)
    for n, form in enumerate(entry.several or (entry,)):
        if n:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _form(document, form)
    _running_lines(document, entry)
    buffer = io.BytesIO()
    document.save(buffer)
    return fixed_zip(buffer.getvalue(), strict="strict" in entry.make)


def _blank(entry: Entry) -> WordDocument:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(entry.size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONTS[entry.look])
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.2)
    props = document.core_properties
    props.author = props.last_modified_by = "示例理工大学"
    props.created = props.modified = datetime(2012, 3, 8, 9, 0)
    props.title = props.comments = ""
    return document


def _form(document: WordDocument, entry: Entry) -> None:
    sheet = lay_out(entry)
    title = document.add_paragraph()
    title.alignment = CENTER
    marks.text(title, sheet.title)
    for run in title.runs:
        run.bold, run.font.size = True, Pt(18)
    if "textbox" in entry.make:
        marks.into_text_box(title)
    _table(document, sheet, entry) if sheet.rows else _free(document, sheet)
    if sheet.note:
        document.add_paragraph(sheet.note).runs[0].font.size = Pt(10.5)
    if entry.more:
        _continuation(document, entry)


def _free(document: WordDocument, sheet: Sheet) -> None:
    for line in sheet.body:
        paragraph = document.add_paragraph()
        marks.text(paragraph, line)
        if not line.endswith("："):
            paragraph.paragraph_format.first_line_indent = Pt(24)
    for line in sheet.closing:
        document.add_paragraph(line).alignment = RIGHT


def _continuation(document: WordDocument, entry: Entry) -> None:
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    owner = entry.fields.get("org_name") or entry.fields.get("name", "")
    document.add_paragraph(f"{owner}公开承诺事项（续页）").alignment = CENTER
    for line in entry.more:
        document.add_paragraph(line)


def _table(document: WordDocument, sheet: Sheet, entry: Entry) -> None:
    table = document.add_table(rows=len(sheet.rows), cols=len(sheet.widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Cm(width)
    for r, row in enumerate(sheet.rows):
        table.rows[r].height = Cm(row.height)
        at = 0
        for cell in row.cells:
            placed = table.cell(r, at)
            if cell.cols > 1:
                placed = placed.merge(table.cell(r, at + cell.cols - 1))
            placed.width = Cm(sum(sheet.widths[at : at + cell.cols]))
            _fill(placed, cell, row, entry)
            at += cell.cols


def _fill(placed: _Cell, cell: Cell, row: Row, entry: Entry) -> None:
    paragraphs = [placed.paragraphs[0], *(placed.add_paragraph() for _ in cell.lines[1:])]
    for paragraph, line in zip(paragraphs, cell.lines, strict=False):
        marks.text(paragraph, line)
        paragraph.paragraph_format.space_after = Pt(0)
        if not cell.closing:
            paragraph.alignment = CENTER
    if cell.closing:
        paragraphs[0].paragraph_format.space_before = Pt(5)
    else:
        placed.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if cell.ledger:
        _ledger(placed, cell)
    if cell.promises and "numbered" in entry.make:
        marks.number(paragraphs, "chineseCountingThousand" if entry.kind == "org" else "decimal")
    if "controls" in entry.make and not cell.label:
        marks.into_control(paragraphs, block=cell.promises)
    for paragraph in paragraphs if cell.promises else ():
        paragraph.paragraph_format.line_spacing = SPACING
    closing = [_close(placed, line, "blanks" in entry.make) for line in cell.closing]
    if closing:
        closing[0].paragraph_format.space_before = Pt(_room(cell, row, placed.width.cm, entry.size))


def _room(cell: Cell, row: Row, width: float, size: int) -> float:
    """Points to leave so that the closing lines stand near the foot of the cell; a guess, as Word breaks the lines."""
    letters = width * 28.35 / size - 1
    lines = sum(ceil(max(1, len(line)) / letters) for line in cell.lines) + 3 * len(cell.ledger)
    spacing = SPACING if cell.promises else 1.0
    used = size * 1.45 * (lines * spacing + len(cell.closing))
    return min(max(12.0, row.height * 28.35 - used - 12), 200.0)


def _ledger(placed: _Cell, cell: Cell) -> None:
    """The promises as a table inside the commitment cell."""
    inner = placed.add_table(len(cell.ledger), len(cell.ledger[0]))
    inner.style = "Table Grid"
    first, rest = 0.9, (WIDTH - 4.2) / (len(cell.ledger[0]) - 1)
    for cells, texts in zip((r.cells for r in inner.rows), cell.ledger, strict=True):
        for n, (one, text) in enumerate(zip(cells, texts, strict=True)):
            one.width = Cm(first if n == 0 else rest)
            one.paragraphs[0].add_run(text).font.size = Pt(10.5)


def _close(placed: _Cell, line: str, blanks: bool) -> Paragraph:
    paragraph = placed.add_paragraph()
    marks.text(paragraph, BLANKS + line if blanks else line)
    paragraph.paragraph_format.space_after = Pt(0)
    if not blanks:
        paragraph.alignment = RIGHT
    return paragraph


def _running_lines(document: WordDocument, entry: Entry) -> None:
    section = document.sections[0]
    if entry.header:
        section.header.paragraphs[0].text = entry.header
    if entry.footer:
        section.footer.paragraphs[0].text = entry.footer
