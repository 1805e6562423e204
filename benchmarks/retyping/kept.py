"""What Word keeps in a file and no page shows: deleted and hidden words, comments, controls, signs without a width."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from lxml import etree

from benchmarks.retyping.sheet import Sheet, listed
from benchmarks.retyping.word import (
    Element,
    W,
    element,
    ends_section,
    in_table,
    paragraph,
    text_of,
    texts,
    translated,
    written,
)

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
_SHAPE = (
    '<w:pict xmlns:w="{0}" xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:80pt;height:30pt"><v:textbox><w:txbxContent><w:p/></w:txbxContent>'
    "</v:textbox></v:shape></w:pict>"
)
_AUTHOR = {"id": "901", "author": "苔小青", "date": "2012-03-05T09:00:00Z"}


def _part(sheet: Sheet, name: str, root: Element) -> bool:
    """A part of the file beside its text; False where it has one already."""
    if f"word/{name}.xml" in sheet.parts:
        return False
    override = f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE.format(name)}"/></Types>'
    relation = f'<Relationship Id="rIdKept" Type="{_KIND.format(name)}" Target="{name}.xml"/></Relationships>'
    sheet.parts["[Content_Types].xml"] = sheet.parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    relations = "word/_rels/document.xml.rels"
    sheet.parts[relations] = sheet.parts[relations].replace(b"</Relationships>", relation.encode())
    sheet.parts[f"word/{name}.xml"] = etree.tostring(root)
    return True


def _deleted(text: str) -> Element:
    made, run = element("del", **_AUTHOR), element("r")
    run.append(written(element("delText"), text))
    made.append(run)
    return made


def _tracked(sheet: Sheet) -> bool:
    """Words that were put in are there, words that were taken out are not."""
    for p in sheet.paragraphs():
        _wrapped_runs(p, "ins")
        p.append(_deleted("，并抓好落实"))
    return True


def _tracked_line(sheet: Sheet) -> bool:
    """A promise that was taken out is none."""
    found = listed(sheet)
    for places in found:
        gone = element("p")
        gone.append(_deleted("六、年内为群众办好事10件。"))
        places[-1].paragraph.addprevious(gone)
    return bool(found)


def _hidden(sheet: Sheet) -> bool:
    """Hidden words are not printed."""
    for p in sheet.paragraphs():
        run, properties = element("r"), element("rPr")
        properties.append(element("vanish"))
        run.append(properties)
        run.append(written(element("t"), "（内部掌握）"))
        p.append(run)
    return True


def _commented(sheet: Sheet) -> bool:
    """What a reader remarks beside a form is none of it."""
    root, comment = element("comments"), element("comment", **_AUTHOR)
    comment.append(paragraph("承诺人：苔小青　2012年1月9日"))
    root.append(comment)
    return _part(sheet, "comments", root) and _refer("commentReference", sheet.paragraphs())


def _footnoted(sheet: Sheet) -> bool:
    """A footnote explains a word."""
    root, note = element("footnotes"), element("footnote", id="901")
    note.append(paragraph("“五带头”是对党员的要求。"))
    root.append(note)
    return _part(sheet, "footnotes", root) and _refer("footnoteReference", sheet.paragraphs()[:1])


def _refer(tag: str, paragraphs: list[Element]) -> bool:
    for p in paragraphs:
        run = element("r")
        run.append(element(tag, id="901"))
        p.append(run)
    return bool(paragraphs)


def _empty_box(sheet: Sheet) -> bool:
    """A box without a word in it, as lines and frames leave it."""
    for p in sheet.paragraphs():
        run = element("r")
        run.append(etree.fromstring(_SHAPE.format(W[1:-1])))
        p.insert(1 if p.find(W + "pPr") is not None else 0, run)
    return True


def _wrapped_runs(p: Element, tag: str) -> None:
    for run in p.findall(W + "r"):
        holder = element(tag, **(_AUTHOR if tag == "ins" else {}))
        run.addprevious(holder)
        inside = holder
        if tag == "sdt":
            inside = element("sdtContent")
            holder.append(inside)
        inside.append(run)


def _held(sheet: Sheet, tag: str) -> bool:
    """What holds the runs of a line: an old Word's smart tag, a link, a control to fill in."""
    for p in sheet.paragraphs():
        _wrapped_runs(p, tag)
    return True


def _controls(sheet: Sheet) -> bool:
    """A control around a paragraph, as in blank forms to fill in."""
    for p in sheet.paragraphs():
        if in_table(p) or ends_section(p):
            continue
        holder, inside = element("sdt"), element("sdtContent")
        holder.append(inside)
        p.addprevious(holder)
        inside.append(p)
    return True


def _strewn(sheet: Sheet, sign: str) -> bool:
    """A sign that does not show, behind every third letter, as copies of web pages have it."""
    for p in sheet.paragraphs():
        for t in texts(p):
            written(t, re.sub(r"(.{3})(?=.)", rf"\1{sign}", t.text or ""))
    return True


def _soft(sheet: Sheet) -> bool:
    """Word's own mark for where a word may be parted."""
    for p in sheet.paragraphs():
        for t in texts(p):
            if len(text := t.text or "") > 3:
                second = written(element("t"), text[2:])
                written(t, text[:2])
                t.addnext(second)
                t.addnext(element("softHyphen"))
    return True


_BLANKS: dict[str, Callable[[Sheet], bool]] = {
    "no-break": lambda sheet: translated(sheet.root, {0x20: "\u00a0"}),
    "no-break-wide": lambda sheet: translated(sheet.root, {0x3000: "\u2003"}),
    "half-for-wide": lambda sheet: any("　" in text_of(p) for p in sheet.paragraphs()) and translated(sheet.root, {0x3000: "  "}),
}

EDITS: dict[str, Callable[[Sheet], bool]] = {
    "tracked": _tracked,
    "tracked-line": _tracked_line,
    "hidden": _hidden,
    "commented": _commented,
    "footnoted": _footnoted,
    "empty-box": _empty_box,
    **{f"held:{tag}": partial(_held, tag=tag) for tag in ("smartTag", "hyperlink", "sdt")},
    "controls": _controls,
    "strewn:zero-width": partial(_strewn, sign="\u200b"),
    "strewn:soft": partial(_strewn, sign="\u00ad"),
    "soft-hyphen": _soft,
    **{f"blank:{name}": edit for name, edit in _BLANKS.items()},
}
