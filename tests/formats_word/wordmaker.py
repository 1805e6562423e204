"""Builds real .docx files for the tests: python-docx for the package, raw XML for what python-docx cannot write."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content) if content else ''}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else par(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 3) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def box(content: str) -> str:
    """A run with a text box as Word writes it: DrawingML, and the same again in VML as the fallback."""
    shape = (
        '<w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><wp:docPr id="9" name="框"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>'
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def write(path: Path, body: str, parts: dict[str, str] | None = None, strict: bool = False) -> Path:
    """A .docx with that XML in its body; `parts` replace other parts of the package."""
    draft = BytesIO()
    docx.Document().save(draft)
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    changed = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>", **(parts or {})}
    with ZipFile(draft) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = changed.pop(name).encode() if name in changed else old.read(name)
            new.writestr(name, strictly(content) if strict else content)
        for name, text in changed.items():
            new.writestr(name, strictly(text.encode()) if strict else text)
    return path


def strictly(content: bytes) -> bytes:
    """The part in the namespaces of Strict OOXML."""
    return re.sub(rb"http://schemas.openxmlformats.org/(?!package/)(\w+)/2006/", rb"http://purl.oclc.org/ooxml/\1/", content)


def numbering(*levels: str, extra: str = "", nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> dict[str, str]:
    """A numbering part whose abstract list 0 has these levels (inner XML each)."""
    inner = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    text = f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{extra}{nums}</w:numbering>'
    return {"word/numbering.xml": text}


def level(text: str, style: str = "decimal", more: str = "") -> str:
    return f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'


def listed(text: str, at: int = 0, num: int = 1) -> str:
    return par(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


def part_of(path: Path, name: str) -> bytes:
    with ZipFile(path) as archive:
        return archive.read(name)


def commented(path: Path) -> dict[str, str]:
    """What each comment covers, by its text: read off the file's own marks, without the project's reader. Breaks and
    tabs count; empty paragraphs, what is kept for older readers and text boxes don't."""
    root = etree.fromstring(part_of(path, "word/document.xml"))
    comments = etree.fromstring(part_of(path, "word/comments.xml"))
    name = etree.QName(root).namespace
    found: dict[str, str] = {}
    for comment in comments:
        number, text, inside = comment.get(f"{{{name}}}id"), "", False
        for node in root.iter():
            local = etree.QName(node).localname
            if local == "commentRangeStart" and node.get(f"{{{name}}}id") == number:
                inside, text = True, ""
            elif local == "commentRangeEnd" and node.get(f"{{{name}}}id") == number:
                inside = False
            elif inside and any(name in ("Fallback", "txbxContent", "del", "moveFrom") for name in _around(node)):
                continue
            elif inside and ((local == "p" and text and not text.endswith("\n")) or local == "br"):
                text += "\n"
            elif inside and local == "tab" and etree.QName(node.getparent()).localname == "r":
                text += "\t"
            elif inside and local == "t" and node.tag.startswith(f"{{{name}}}"):
                text += node.text or ""
        found["\n".join("".join(p.itertext()) for p in comment)] = text
    return found


def _around(node: etree._Element) -> list[str]:
    return [etree.QName(ancestor).localname for ancestor in node.iterancestors()]
