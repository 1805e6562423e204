"""A bar chart in a Word document that Word itself draws (DrawingML, ECMA-376 part 1, 21.2), with its data as a workbook inside."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pipeline.feedback import page

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMU_PER_CM = 360_000
DATA = "数据"


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of the bars: its name, a number for each category, its colour as RRGGBB."""

    name: str
    values: Sequence[int]
    colour: str


def stacked_bars(document: Any, title: str, categories: Sequence[str], series: Sequence[Series], width_cm: float, height_cm: float) -> None:
    """Add a chart of stacked bars below what stands in the document."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    number = sum("/word/charts/" in str(part.partname) for part in package.iter_parts()) + 1
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _book(categories, series), package)
    made = Part(PackURI(f"/word/charts/chart{number}.xml"), "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", b"", package)
    data = made.relate_to(book, f"{REL}/package")
    made._blob = _chart(title, categories, series, data).encode()
    _place(document, document.part.relate_to(made, f"{REL}/chart"), number, width_cm, height_cm)


def _place(document: Any, relation: str, number: int, width_cm: float, height_cm: float) -> None:
    from docx.oxml import parse_xml

    across, down = int(width_cm * EMU_PER_CM), int(height_cm * EMU_PER_CM)
    drawing = f'''<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{REL}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="{MAIN}">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/><wp:docPr id="{900 + number}" name="chart{number}"/>
<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'''
    document.add_paragraph().add_run()._r.append(parse_xml(drawing))


def _chart(title: str, categories: Sequence[str], series: Sequence[Series], data: str) -> str:
    bars = "".join(_series(n, one, categories) for n, one in enumerate(series))
    axis = '<c:delete val="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    words = '<a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0"/><a:t>'
    return f'''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="{CHART}" xmlns:a="{MAIN}" xmlns:r="{REL}"><c:roundedCorners val="0"/><c:chart>
<c:title><c:tx><c:rich>{words}{escape(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>
<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>{bars}
<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111"/><c:axId val="112"/></c:barChart>
<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>
<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="112"/></c:catAx>
<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>
<c:numFmt formatCode="0" sourceLinked="0"/>{axis.removeprefix('<c:delete val="0"/>')}<c:crossAx val="111"/></c:valAx></c:plotArea>
<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart>
<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'''


def _series(n: int, one: Series, categories: Sequence[str]) -> str:
    letter, last = chr(ord("B") + n), len(categories) + 1
    named = "".join(f'<c:pt idx="{i}"><c:v>{escape(name.translate(page.NOT_XML))}</c:v></c:pt>' for i, name in enumerate(categories))
    counted = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(one.values))
    count = f'<c:ptCount val="{len(categories)}"/>'
    return f'''<c:ser><c:idx val="{n}"/><c:order val="{n}"/><c:tx><c:strRef><c:f>{DATA}!${letter}$1</c:f><c:strCache><c:ptCount val="1"/>
<c:pt idx="0"><c:v>{escape(one.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="{one.colour}"/></a:solidFill></c:spPr>
<c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>{DATA}!$A$2:$A${last}</c:f><c:strCache>{count}{named}</c:strCache></c:strRef></c:cat>
<c:val><c:numRef><c:f>{DATA}!${letter}$2:${letter}${last}</c:f><c:numCache><c:formatCode>0</c:formatCode>{count}{counted}</c:numCache></c:numRef></c:val></c:ser>'''


def _book(categories: Sequence[str], series: Sequence[Series]) -> bytes:
    """The data, so that somebody can mend a number in Word."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": page.BORN})
        sheet = book.add_worksheet(DATA)
        sheet.write_column(1, 0, categories)
        for column, one in enumerate(series, start=1):
            sheet.write_string(0, column, one.name)
            sheet.write_column(1, column, one.values)
    return made.getvalue()
