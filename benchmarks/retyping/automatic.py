"""Numbers that Word counts and shows, in the place of typed ones."""

from __future__ import annotations

from lxml import etree

from benchmarks.retyping.sheet import Sheet
from benchmarks.retyping.word import Element, W, element

_PART = "word/numbering.xml"
_FORMATS = {"1.": ("decimal", "%1."), "（1）": ("decimal", "（%1）"), "一、": ("chineseCounting", "%1、"), "●": ("bullet", "●")}
_CONTENT = b'<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
_RELATION = b'<Relationship Id="rIdRetyped" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>'


def number_by_word(sheet: Sheet, paragraphs: list[Element], style: str) -> None:
    """Word numbers the paragraphs from 1 in a list of their own."""
    numbering = etree.fromstring(_numbering(sheet))
    used = [int(e.get(W + name)) for tag, name in (("abstractNum", "abstractNumId"), ("num", "numId")) for e in numbering.findall(W + tag)]
    number = str(max(used, default=0) + 1)
    numbering.insert(0, _list(number, *_FORMATS[style]))
    entry = element("num", numId=number)
    entry.append(element("abstractNumId", val=number))
    numbering.append(entry)
    sheet.parts[_PART] = etree.tostring(numbering, xml_declaration=True, encoding="UTF-8", standalone=True)
    for p in paragraphs:
        _mark(p, number)


def _numbering(sheet: Sheet) -> bytes:
    """The part that holds the lists, a new one where the file had none."""
    if _PART not in sheet.parts:
        sheet.parts["[Content_Types].xml"] = sheet.parts["[Content_Types].xml"].replace(b"</Types>", _CONTENT)
        relations = "word/_rels/document.xml.rels"
        sheet.parts[relations] = sheet.parts[relations].replace(b"</Relationships>", _RELATION)
        sheet.parts[_PART] = etree.tostring(element("numbering"))
    return sheet.parts[_PART]


def _list(number: str, form: str, text: str) -> Element:
    made, level = element("abstractNum", abstractNumId=number), element("lvl", ilvl="0")
    level.append(element("start", val="1"))
    level.append(element("numFmt", val=form))
    level.append(element("lvlText", val=text))
    made.append(level)
    return made


def _mark(p: Element, number: str) -> None:
    properties = p.find(W + "pPr")
    if properties is None:
        properties = element("pPr")
        p.insert(0, properties)
    mark = element("numPr")
    mark.append(element("ilvl", val="0"))
    mark.append(element("numId", val=number))
    style = properties.find(W + "pStyle")
    properties.insert(0 if style is None else 1, mark)
