"""What every paper of ours has, made once and copied: the empty package, and the properties of paragraphs, words and rows.
python-docx looks for the right place of each property of each paragraph anew, which took most of a letter's time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any

LINE_PT, ROW_LINE_PT, BODY_PT = 18, 12.5, 12
TABLE_STYLES = ("TableNormal", "TableGrid")
UNUSED_PARTS = ("stylesWithEffects", "customXml", "thumbnail")


class RowKind(StrEnum):
    """What a row of a table is for."""

    HEAD = "head"
    GROUP = "group"
    PLAIN = "plain"


@lru_cache(maxsize=1)
def template() -> bytes:
    """python-docx's own template without what no paper of ours has: a hundred table styles, a second copy of them all, a
    picture. To open, write and pack those took longer than all the rest of a letter, and most of its bytes."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in TABLE_STYLES:
            styles.remove(style)
    for relations in (document.part.rels, document.part.package.rels):
        for key in [k for k, relation in relations.items() if relation.reltype.rpartition("/")[2] in UNUSED_PARTS]:
            del relations[key]
    draft = io.BytesIO()
    document.save(draft)
    return draft.getvalue()


@lru_cache(maxsize=2)
def layout_of(*, indent: bool) -> Any:
    """The properties of a paragraph of the body; to be copied."""
    from docx.shared import Pt

    paragraph = _scratch().add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = Pt(LINE_PT)
    if indent:
        layout.first_line_indent = Pt(2 * BODY_PT)
    return paragraph._element.pPr


@lru_cache(maxsize=32)
def lettering(font: str, size: float, *, bold: bool) -> Any:
    """The properties of words in a font that Word takes for Chinese too; to be copied."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = _scratch().add_paragraph().add_run()
    run.font.size, run.font.bold = Pt(size), bold
    run.font.name = font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run._element.rPr


def _scratch() -> Any:
    import docx

    return docx.Document(io.BytesIO(template()))


@lru_cache(maxsize=64)
def blank_row(widths_cm: tuple[float, ...], kind: RowKind) -> Any:
    """A row without words; to be copied."""
    from docx.shared import Cm

    made = _scratch().add_table(rows=0, cols=len(widths_cm))
    for column, width in zip(made.columns, widths_cm, strict=True):
        column.width = Cm(width)
    row = made.add_row()
    _never_split(row)
    if kind is RowKind.HEAD:
        _repeat(row)
    for n, (cell, width) in enumerate(zip(row.cells, widths_cm, strict=True)):
        _cell(cell, width, centred=kind is RowKind.HEAD or (kind is RowKind.PLAIN and n == 0))
        if kind is RowKind.HEAD:
            _shade(cell, "DCE6F1")
    if kind is RowKind.GROUP:
        _merge(row.cells)
    return row._tr


def _merge(cells: Sequence[Any]) -> None:
    merged = cells[0].merge(cells[-1])
    for extra in merged.paragraphs[1:]:
        extra._element.getparent().remove(extra._element)
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    _shade(merged, "F2F2F2")


def _cell(cell: Any, width: float, *, centred: bool) -> None:
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
