"""What makes real Word files hard to read: automatic numbering, content controls, text boxes, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

CHANGE = re.compile(r"\{([-+])(.*?)\1\}")
WHO = {"w:author": "陈审改", "w:date": "2012-03-11T10:20:00Z"}
LEVEL_TEXT = {"chineseCountingThousand": "%1、", "decimal": "%1."}


def text(paragraph: Paragraph, line: str) -> None:
    """Add the line; {+…+} as a tracked insertion, {-…-} as a tracked deletion, and a run each for what is between."""
    end = 0
    for n, found in enumerate(CHANGE.finditer(line)):
        if found.start() > end:
            paragraph.add_run(line[end : found.start()])
        _change(paragraph, found[1], found[2], n)
        end = found.end()
    if end < len(line) or not line:
        paragraph.add_run(line[end:])


def _change(paragraph: Paragraph, sign: str, words: str, number: int) -> None:
    run = paragraph.add_run(words)._r
    wrap = OxmlElement("w:ins" if sign == "+" else "w:del")
    wrap.set(qn("w:id"), str(900 + number))
    for key, value in WHO.items():
        wrap.set(qn(key), value)
    if sign == "-":
        for part in run.findall(qn("w:t")):
            part.tag = qn("w:delText")
    run.addprevious(wrap)
    wrap.append(run)


def number(paragraphs: Sequence[Paragraph], style: str) -> None:
    """Number the paragraphs the way Word does: no ordinal in the text."""
    numbering = paragraphs[0].part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{LEVEL_TEXT[style]}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 77


def into_control(paragraphs: Sequence[Paragraph], *, block: bool) -> None:
    """Wrap the paragraphs in one block content control, or the runs of each in an inline one. A cell still needs a
    paragraph of its own after a block control; the closing lines are that."""
    if block:
        control = _control(paragraphs[0]._p)
        for paragraph in paragraphs:
            control.append(paragraph._p)
        return
    for paragraph in paragraphs:
        if paragraph.text:
            control = _control(paragraph.runs[0]._r)
            for run in paragraph.runs:
                control.append(run._r)


def _control(before: OxmlElement) -> OxmlElement:
    control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="填写"/></w:sdtPr><w:sdtContent/></w:sdt>')
    before.addprevious(control)
    return control.find(qn("w:sdtContent"))


def into_text_box(title: Paragraph) -> None:
    """Move the title into a text box as Word 2003 to 2007 wrote it (VML)."""
    anchor: Paragraph = Paragraph(OxmlElement("w:p"), title._parent)
    title._p.addprevious(anchor._p)
    anchor.alignment = title.alignment
    run = Run(OxmlElement("w:r"), anchor)
    anchor._p.append(run._r)
    shape = parse_xml(
        f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="title" type="#_x0000_t202" '
        'style="width:400pt;height:36pt" stroked="f"><v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>'
    )
    run._r.append(shape)
    next(shape.iter(qn("w:txbxContent"))).append(title._p)
