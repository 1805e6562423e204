"""Builds the Word files of this folder, each with its label beside it (`b001.docx`, `b001.yaml`).

The words of a form are written once, with marks: `[[1.|text]]` a promise with its ordinal (`[[~1.|text]]`: Word prints it),
`{{1|words}}` a heading of level 1 (`{{0|}}` ends all headings, `{{1|~words}}` heads without being printed here),
`_[x]_` underlined, `*[x]*` bold, a tab, a vertical tab (soft line break), a line feed (new paragraph).
Four ways to a file: `word` (python-docx package), `raw` (a package of our own), and by LibreOffice from HTML, flat ODT and RTF.
"""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = Path(__file__).parent
SOURCES = Path("/tmp/lo_b_src")
MARK = re.compile(r"\[\[([^|\]]*)\|(.*?)\]\]|\{\{(\d)\|(.*?)\}\}", re.S)
RUN = re.compile(r"(_\[|\]_|\*\[|\]\*|\t|\v)")
NS = (
    nsdecls("w", "r", "wp", "a")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
FORMATS = {
    "cn": ("chineseCountingThousand", "%1、"), "cnp": ("chineseCountingThousand", "（%1）"), "dec": ("decimal", "%1."), "decd": ("decimal", "%1、"),
    "decp": ("decimal", "（%1）"), "circle": ("decimalEnclosedCircle", "%1"), "bul": ("bullet", "●"), "star": ("bullet", "★"), "no": ("chineseCountingThousand", "第%1条"),
}  # fmt: skip
FILTERS = {"html": "HTML (StarWriter)", "fodt": "OpenDocument Text Flat XML", "rtf": "Rich Text Format"}


def plain(text: str) -> str:
    """The words without marks and tags, as they are printed."""
    text = re.sub(r"<(br|text:line-break)\s*/?>", "\n", text)
    text = re.sub(r"</(p|div|li|td)>\s*<(p|div|li|td)[^>]*>", "\n", text)
    text = re.sub(r"<[^>]+>", "", text)
    text = re.sub(r"_\[|\]_|\*\[|\]\*", "", text).replace("\v", "\n").replace("\t", " ")
    return text.replace("&nbsp;", " ").strip()


def day(text: str | None) -> datetime.date | None:
    """An ISO day or nothing."""
    return datetime.date.fromisoformat(text) if text else None


def runs(text: str, size: float = 0, bold: bool = False, font: str = "", split: int = 0) -> str:
    """Runs of WordprocessingML; `split` cuts them every so many characters, as editors do."""
    out, u, b = [], False, bold
    for piece in RUN.split(text):
        if piece in ("_[", "]_"):
            u = piece == "_["
        elif piece in ("*[", "]*"):
            b = piece == "*[" or bold
        elif piece:
            pr = (f'<w:rFonts w:eastAsia="{font}" w:hint="eastAsia"/>' if font else "") + ("<w:b/>" if b else "")
            pr += (f'<w:sz w:val="{int(size * 2)}"/>' if size else "") + ('<w:u w:val="single"/>' if u else "")
            step = split if split and len(piece) > split else len(piece)
            for k in range(0, len(piece), step):
                part = piece[k : k + step]
                inner = {"\t": "<w:tab/>", "\v": "<w:br/>"}.get(part, f'<w:t xml:space="preserve">{escape(part)}</w:t>')
                out.append(f"<w:r><w:rPr>{pr}</w:rPr>{inner}</w:r>")
    return "".join(out)


class Book:
    """One file with one or more labelled forms."""

    def __init__(self, half: str, name: str, layout: str, *, how: str = "word", pdf: bool = False, wide: bool = False, font: str = "", size: float = 12, cols: int = 1, split: int = 0) -> None:  # fmt: skip
        self.half, self.name, self.layout, self.how, self.pdf = half, name, layout, how, pdf
        self.wide, self.font, self.size, self.cols, self.split = wide, font, size, cols, split
        self.forms: list[dict[str, Any]] = []
        self.heads: list[tuple[int, str]] = []
        self.body: list[str] = []
        self.foot, self.head = "", ""
        self.nums: list[str] = []
        self.shape = 0

    # labels
    def form(self, kind: str, *, ref: str | None, year: int | None, sign: str | None = None, approval: str | None = None, **fields: str | None) -> None:  # fmt: skip
        """Begin a form; the promises that follow are its own."""
        self.heads = []
        name = self.name + (f"-{len(self.forms) + 1}" if self.forms else "")
        self.forms.append({"id": name, "kind": kind, "dimension_set": "五带头" if kind == "member" else "五个好", "layout": self.layout, "reference_date": day(ref), "year": year,
                           "fields": dict(fields), "sign_date": day(sign), "approval_date": day(approval), "items": []})  # fmt: skip

    def item(self, ordinal: str | None, text: str) -> None:
        """Note a promise of the form in hand."""
        self.forms[-1]["items"].append(
            {"text": plain(text), "ordinal": ordinal or None, "headings": [h for _, h in self.heads]}
        )

    def read(self, text: str) -> str:
        """Note the promises and headings that `text` marks; return the words to print."""

        def one(m: re.Match[str]) -> str:
            if m[3] is not None:
                level, words = int(m[3]), m[4]
                self.heads = [h for h in self.heads if h[0] < level]
                if words:
                    self.heads.append((level, plain(words.removeprefix("~"))))
                return "" if words.startswith("~") else words
            self.item(plain(m[1]).removeprefix("~"), m[2])
            return ("" if m[1].startswith("~") else m[1]) + m[2]

        return MARK.sub(one, text)

    # WordprocessingML
    def num(self, kind: str) -> int:
        """A new automatic numbering."""
        self.nums.append(kind)
        return 100 + len(self.nums)

    def px(self, text: str, a: str = "", sz: float = 0, b: bool = False, ind: float = 0, num: int = 0, tabs: tuple[int, ...] = (), font: str = "", left: int = 0, after: int = 40) -> str:  # fmt: skip
        """Paragraphs for marked `text` (one a line). `tabs` and `left` in twips, `ind` in characters."""
        out = []
        for line in self.read(text).split("\n"):
            pr = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
            pr += "<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{t}"/>' for t in tabs) + "</w:tabs>" if tabs else ""
            pr += f'<w:spacing w:after="{after}"/>'
            if ind or left:
                pr += f'<w:ind w:left="{left}" w:firstLine="{int(self.size * 20 * ind)}"/>'
            pr += f'<w:jc w:val="{ {"c": "center", "r": "right", "j": "both"}[a] }"/>' if a else ""
            out.append(f"<w:p><w:pPr>{pr}</w:pPr>{runs(line, sz, b, font or self.font, self.split)}</w:p>")
        return "".join(out)

    def p(self, text: str, **kw: Any) -> None:
        """Add paragraphs."""
        self.body.append(self.px(text, **kw))

    def title(self, text: str, sz: float = 20) -> None:
        """Add a title."""
        self.p(text, a="c", sz=sz, b=True, after=160)

    def tx(
        self, rows: list[list[Any]], widths: list[int], grid: list[int] | None = None, border: str = "single"
    ) -> str:
        """A table. A cell is marked text or (text, span, merge) with merge "r" (begins) or "c" (goes on); widths in twips."""
        edge = "".join(
            f'<w:{s} w:val="{border}" w:sz="4" w:color="000000"/>'
            for s in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        out = [
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edge}</w:tblBorders></w:tblPr><w:tblGrid>'
        ]
        out += [f'<w:gridCol w:w="{w}"/>' for w in grid or widths] + ["</w:tblGrid>"]
        for row in rows:
            out.append("<w:tr>")
            at = 0
            for cell in row:
                text, span, merge = (
                    (cell, 1, "") if isinstance(cell, str) else (cell[0], cell[1], cell[2] if len(cell) > 2 else "")
                )
                pr = f'<w:tcW w:w="{sum(widths[at : at + span])}" w:type="dxa"/>' + (
                    f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
                )
                pr += {"r": '<w:vMerge w:val="restart"/>', "c": "<w:vMerge/>"}.get(merge, "")
                at += span
                inner = text if text.startswith("<w:") else self.px(text)
                out.append(f"<w:tc><w:tcPr>{pr}</w:tcPr>{inner}{'<w:p/>' if inner.endswith('</w:tbl>') else ''}</w:tc>")
            out.append("</w:tr>")
        return "".join(out) + "</w:tbl>"

    def table(self, rows: list[list[Any]], widths: list[int], **kw: Any) -> None:
        """Add a table and the paragraph after it."""
        self.body.append(self.tx(rows, widths, **kw) + "<w:p/>")

    def led(self, *cells: str, no: str | None = None) -> list[str]:
        """A ledger row: one promise whose text is its cells; `no` is the number column in front."""
        self.item(no, "\n".join(plain(self.read(c)) for c in cells if c))
        return [*([no] if no else []), *cells]

    def box(self, inner: str, w: int, h: int, x: int = 0, y: int = 0, vml: bool = False) -> None:
        """Add a text box (points) that holds ready paragraphs; `vml` in the manner of old Word and WPS."""
        self.shape += 1
        style = f"position:absolute;margin-left:{x}pt;margin-top:{y}pt;width:{w}pt;height:{h}pt;z-index:{self.shape}"
        old = f'<w:pict><v:shape id="_x{self.shape}" type="#_x0000_t202" style="{style}"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>'
        e = 12700
        new = (f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{self.shape}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
               f'<wp:positionH relativeFrom="column"><wp:posOffset>{x * e}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{y * e}</wp:posOffset></wp:positionV><wp:extent cx="{w * e}" cy="{h * e}"/><wp:wrapNone/>'
               f'<wp:docPr id="{self.shape}" name="t{self.shape}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w * e}" cy="{h * e}"/></a:xfrm>'
               f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>')  # fmt: skip
        run = old if vml else f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'  # fmt: skip
        self.body.append(f"<w:p><w:r>{run}</w:r></w:p>")

    def picture(self, png: bytes, cm: float) -> None:
        """Remember a picture that stands after the paragraphs so far (word only)."""
        self.body.append(("PIC", png, cm))  # type: ignore[arg-type]

    # saving
    def save(self) -> None:
        """Write the file (or its source for LibreOffice) and the labels."""
        folder = HERE / self.half
        if self.how == "word":
            self._word(folder / f"{self.name}.docx")
        elif self.how == "raw":
            self._raw(folder / f"{self.name}.docx")
        else:
            SOURCES.mkdir(exist_ok=True)
            text = "".join(self.body)
            code = "ascii" if self.how == "rtf" else "utf-8"
            (SOURCES / f"{self.name}.{self.how}").write_text(text, encoding=code)
        for form in self.forms:
            words = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=4000)
            (folder / f"{form['id']}.yaml").write_text(words, encoding="utf-8")

    def _numbering(self) -> tuple[str, str]:
        first, second = "", ""
        for k, kind in enumerate(self.nums, 101):
            fmt, words = FORMATS[kind]
            first += (f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{k}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
                      f'<w:suff w:val="nothing"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>')  # fmt: skip
            second += f'<w:num {nsdecls("w")} w:numId="{k}"><w:abstractNumId w:val="{k}"/></w:num>'
        return first, second

    def _sect(self) -> str:
        w, h = (16838, 11906) if self.wide else (11906, 16838)
        cols = f'<w:cols w:num="{self.cols}" w:space="420"/>' if self.cols > 1 else ""
        return f'<w:pgSz w:w="{w}" w:h="{h}"/><w:pgMar w:top="1300" w:right="1300" w:bottom="1300" w:left="1300" w:header="700" w:footer="700" w:gutter="0"/>{cols}'

    def _word(self, path: Path) -> None:
        doc = docx.Document()
        first, second = self._numbering()
        part = doc.part.numbering_part.element
        for k, xml in enumerate(re.findall(r"<w:abstractNum .*?</w:abstractNum>", first)):
            part.insert(k, parse_xml(xml))
        for xml in re.findall(r"<w:num .*?</w:num>", second):
            part.append(parse_xml(xml))
        body = doc.element.body
        for piece in self.body:
            if isinstance(piece, tuple):
                doc.add_paragraph().add_run().add_picture(io.BytesIO(piece[1]), width=docx.shared.Cm(piece[2]))
                continue
            for el in parse_xml(f"<w:body {NS}>{piece}</w:body>"):
                body.insert(len(body) - 1, el)
        sect = body[-1]
        for el in list(sect):
            sect.remove(el)
        for el in parse_xml(f"<w:sectPr {NS}>{self._sect()}</w:sectPr>"):
            sect.append(el)
        for words, area in ((self.foot, doc.sections[0].footer), (self.head, doc.sections[0].header)):
            if words:
                area.is_linked_to_previous = False
                for el in parse_xml(f"<w:body {NS}>{words}</w:body>"):
                    area._element.append(el)
                area._element.remove(area._element[0])
        doc.save(str(path))

    def _raw(self, path: Path) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        first, second = self._numbering()
        types = f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="{main}.numbering+xml"/>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("[Content_Types].xml", f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>')  # fmt: skip
            z.writestr("_rels/.rels", f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>')  # fmt: skip
            z.writestr("word/_rels/document.xml.rels", f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{kind}/numbering" Target="numbering.xml"/></Relationships>')  # fmt: skip
            z.writestr("word/numbering.xml", f"{head}<w:numbering {NS}>{first}{second}</w:numbering>")
            z.writestr("word/document.xml", f"{head}<w:document {NS}><w:body>{''.join(self.body)}<w:sectPr>{self._sect()}</w:sectPr></w:body></w:document>")  # fmt: skip


def office(*args: str) -> None:
    """Run LibreOffice."""
    subprocess.run(
        ["soffice", "--headless", "-env:UserInstallation=file:///tmp/lo_b", *args],
        check=True,
        timeout=400,
        capture_output=True,
    )


def finish(books: list[Book]) -> None:
    """Convert the sources of LibreOffice, then make the PDF files."""
    for how, name in FILTERS.items():
        files = [str(SOURCES / f"{b.name}.{how}") for b in books if b.how == how]
        if files:
            office(f"--infilter={name}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(HERE / books[0].half), *files)  # fmt: skip
    files = [str(HERE / b.half / f"{b.name}.docx") for b in books if b.pdf]
    if files:
        office("--convert-to", "pdf", "--outdir", str(HERE / books[0].half), *files)


# HTML, flat ODT, RTF
def html(book: Book, body: str, css: str = "") -> None:
    """The whole page in HTML with marks."""
    words = book.read(body).replace("\v", "<br/>").replace("_[", "<u>").replace("]_", "</u>")
    words = words.replace("*[", "<b>").replace("]*", "</b>")
    book.body.append(f'<html><head><meta charset="utf-8"><style>{css}</style></head><body>{words}</body></html>')


def hrow(book: Book, *cells: str, no: str | None = None) -> str:
    """A ledger row in HTML."""
    return "<tr>" + "".join(f"<td>{c}</td>" for c in book.led(*cells, no=no)) + "</tr>"


def odt(book: Book, body: str) -> None:
    """The whole text in flat ODT; a line that does not begin with `<` is a paragraph, `c|`, `r|`, `b|` give it a style."""
    out = []
    for line in book.read(body).split("\n"):
        if line.startswith("<") or not line:
            out.append(line)
            continue
        style, words = (line[0], line[2:]) if line[1:2] == "|" else ("n", line)
        out.append(op(words, style))
    ns = "".join(f' xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in
                 {"office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "fo": "xsl-fo-compatible", "svg": "svg-compatible"}.items())  # fmt: skip
    style = "".join(
        f'<style:style style:name="{n}" style:family="paragraph"><style:paragraph-properties fo:text-align="{a}"/><style:text-properties fo:font-size="{s}pt" style:font-size-asian="{s}pt" {w}/></style:style>'
        for n, a, s, w in (
            ("n", "left", 12, ""),
            ("c", "center", 12, ""),
            ("r", "right", 12, ""),
            ("b", "center", 20, 'fo:font-weight="bold" style:font-weight-asian="bold"'),
        )
    )
    style += '<style:style style:name="u" style:family="text"><style:text-properties style:text-underline-style="solid" style:text-underline-type="single"/></style:style>'
    book.body.append(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{ns} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>{style}</office:automatic-styles><office:body><office:text>{"".join(out)}</office:text></office:body></office:document>'
    )


def op(words: str, style: str = "n") -> str:
    """A paragraph of ODT."""
    if "<" not in words:
        words = words.replace("\t", "<text:tab/>").replace("\v", "<text:line-break/>")
        words = re.sub(r"  +", lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', words)
        words = words.replace("_[", '<text:span text:style-name="u">').replace("]_", "</text:span>")
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def orow(*cells: str) -> str:
    """A table row of ODT from marked-up cells (line feed: new paragraph)."""
    return (
        "<table:table-row>"
        + "".join("<table:table-cell>" + "".join(op(x) for x in c.split("\n")) + "</table:table-cell>" for c in cells)
        + "</table:table-row>"
    )


def rtf(book: Book, lines: list[str]) -> None:
    """The whole text in RTF; `c|` centred, `r|` right, `t|a¦b¦c` a table row."""
    out = [r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\fs24 "]
    for line in lines:
        mode, words = (line[0], line[2:]) if line[1:2] == "|" else ("n", line)
        words = book.read(words)
        if mode == "t":
            cells = words.split("¦")
            step = 9000 // len(cells)
            edge = "".join(rf"\clbrdr{s}\brdrs\brdrw10" for s in "tlbr")
            out.append(r"\trowd " + "".join(rf"{edge}\cellx{step * k}" for k in range(1, len(cells) + 1)))
            out.append("".join(r"\pard\plain\f0\fs24\intbl " + rt(c) + r"\cell " for c in cells) + r"\row ")
        else:
            pos = {"c": r"\qc\fs36\b ", "r": r"\qr ", "n": r"\ql "}[mode]
            out.append(rf"\pard\plain\f0\fs24{pos}" + rt(words) + r"\par ")
    book.body.append("".join(out) + "}")


def rt(words: str) -> str:
    """Words in RTF."""
    words = words.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    words = words.replace("\t", r"\tab ").replace("\v", r"\line ").replace("\n", r"\par ")
    words = words.replace("_[", r"{\ul ").replace("]_", "}")
    return "".join(c if ord(c) < 128 else rf"\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in words)
