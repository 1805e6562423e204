"""Builds the forms a…: one description of a page, five ways to make the Word file (python-docx, raw XML, LibreOffice from HTML, RTF, ODT).

Marks in text: a new line is a new paragraph, \\v a line break, «…» underlined; a line that begins with > is right aligned, with = centred.
"""

import re
import subprocess
import tempfile
import zipfile
from datetime import date
from html import escape as esc
from pathlib import Path

import yaml
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = Path(__file__).parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = (f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')
ALIGN = {">": "right", "=": "center"}


class Label:
    """What the form says; every method gives back the words as they are printed."""

    def __init__(self, stem, kind, layout, year=None):
        self.d = {"id": stem, "kind": kind, "dimension_set": "五带头" if kind == "member" else "五个好", "layout": layout,
                  "reference_date": None, "year": year, "fields": {}, "sign_date": None, "approval_date": None, "items": []}

    def i(self, text, o=None, h=(), printed=None, gap=""):
        """A promise. o is its ordinal, printed False where Word numbers it."""
        clean = re.sub("[«»]", "", text).replace("\v", "\n")
        self.d["items"].append({"text": clean, "ordinal": o, "headings": list(h)})
        return text if printed is False or o is None else o + gap + text

    def r(self, *cells, o=None, h=(), last=()):
        """A row of a ledger: the cells are the promise, o goes into a cell of its own; last is printed after and no part of it."""
        self.i("\n".join(c for c in cells if c), o, h)
        return ([o] if o else []) + list(cells) + list(last)

    def f(self, key, norm, printed=None):
        self.d["fields"][key] = norm
        return printed if printed is not None else norm

    def sign(self, iso, printed=""):
        self.d["sign_date"] = self.d["reference_date"] = iso
        return printed

    def appr(self, iso, printed=""):
        self.d["approval_date"] = iso
        self.d["reference_date"] = self.d["reference_date"] or iso
        return printed

    def save(self, folder):
        self.d["year"] = self.d["year"] or (int(self.d["sign_date"][:4]) if self.d["sign_date"] else None)
        for key in ("reference_date", "sign_date", "approval_date"):
            self.d[key] = date.fromisoformat(self.d[key]) if self.d[key] else None
        out = HERE / folder / f"{self.d['id']}.yaml"
        out.write_text(yaml.safe_dump(self.d, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def cell(c):
    return {"t": "", "c": 1, "r": 1, **(c if isinstance(c, dict) else {"t": c})}


def grid(rows):
    """For each row the cells with their width in columns; None continues the cell above."""
    taken, out = {}, []
    width = sum(cell(c)["c"] for c in rows[0])
    for n, row in enumerate(rows):
        line, col, rest = [], 0, [cell(c) for c in row]
        while col < width:
            if (n, col) in taken:
                line.append((None, taken[n, col]))
                col += taken[n, col]
                continue
            c = rest.pop(0)
            line.append((c, c["c"]))
            for k in range(1, c["r"]):
                taken[n + k, col] = c["c"]
            col += c["c"]
        assert (rest, col) == ([], width), (n, row)
        out.append(line)
    return out, width


def split(line):
    """(alignment, [(text, underlined)])."""
    al = ALIGN.get(line[:1])
    parts = re.split("([«»])", line[1:] if al else line)
    runs, under = [], False
    for part in parts:
        if part in "«»" and part:
            under = part == "«"
        elif part:
            runs.append((part, under))
    return al, runs


def xrun(text, under=False, b=False, sz=None, font="仿宋_GB2312"):
    inner = "".join("<w:br/>" if s == "\v" else "<w:tab/>" if s == "\t" else f'<w:t xml:space="preserve">{esc(s)}</w:t>' for s in re.split("([\v\t])", text) if s)
    pr = f'<w:rFonts w:ascii="Times New Roman" w:eastAsia="{font}" w:hAnsi="Times New Roman" w:hint="eastAsia"/>' + "<w:b/>" * b
    pr += f'<w:sz w:val="{(sz or 12) * 2}"/>' + '<w:u w:val="single"/>' * under
    return f"<w:r><w:rPr>{pr}</w:rPr>{inner}</w:r>"


def xp(text, al=None, b=False, sz=None, ind=0, num=None, style=None, tabs=(), extra="", brk=False):
    mark, runs = split(text)
    al = mark or al
    ppr = (f'<w:pStyle w:val="{style}"/>' if style else "") + "<w:pageBreakBefore/>" * brk
    ppr += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    ppr += ("<w:tabs>" + "".join(f'<w:tab w:val="left" w:pos="{t}"/>' for t in tabs) + "</w:tabs>") if tabs else ""
    ppr += f'<w:ind w:firstLineChars="{ind * 100}" w:firstLine="{ind * 240}"/>' if ind else ""
    ppr += f'<w:jc w:val="{al}"/>' if al else ""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(xrun(t, u, b, sz) for t, u in runs)}{extra}</w:p>"


def xcell(c, span, width):
    pr = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    if c is None:
        return f"<w:tc><w:tcPr>{pr}<w:vMerge/></w:tcPr><w:p/></w:tc>"
    pr += '<w:vMerge w:val="restart"/>' if c["r"] > 1 else ""
    pr += '<w:textDirection w:val="tbRlV"/>' if c.get("vert") else ""
    pr += '<w:vAlign w:val="center"/>'
    inner = c.get("x") or "".join(xp(t, b=c.get("b", False), num=c.get("num"), al=c.get("al")) for t in c["t"].split("\n"))
    if "sub" in c:
        inner += xt(c["sub"], c.get("subw")) + "<w:p/>"
    return f"<w:tc><w:tcPr>{pr}</w:tcPr>{inner}</w:tc>"


def xt(rows, w=None, border=True, head=False, float_=False):
    lines, n = grid(rows)
    w = w or [9000 // n] * n
    edge = "".join(f'<w:{s} w:val="{"single" if border else "nil"}" w:sz="4" w:space="0" w:color="auto"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    out = []
    for k, line in enumerate(lines):
        col, cells = 0, []
        for c, span in line:
            cells.append(xcell(c, span, sum(w[col:col + span])))
            col += span
        high = '<w:trHeight w:val="1300" w:hRule="atLeast"/>' if any(c and c.get("vert") for c, _ in line) else ""
        trpr = high + "<w:tblHeader/>" * (head and k == 0)
        out.append(f"<w:tr>{f'<w:trPr>{trpr}</w:trPr>' * bool(trpr)}{''.join(cells)}</w:tr>")
    pos = '<w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpY="120"/>' * float_
    cols = "".join(f'<w:gridCol w:w="{x}"/>' for x in w)
    return f'<w:tbl><w:tblPr>{pos}<w:tblW w:w="{sum(w)}" w:type="dxa"/><w:tblBorders>{edge}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{cols}</w:tblGrid>{"".join(out)}</w:tbl>'


def xbox(lines, y=0, width=3000000, height=1100000, x=2500000):
    """A text box, written twice as Word does: new shape and VML fallback."""
    inner = "".join(xp(t) for t in lines)
    new = (f'<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
           f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
           f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="文本框 7"/><wp:cNvGraphicFramePr/>'
           f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
           f'<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>')
    old = f'<v:shape id="box7" style="position:absolute;margin-left:200pt;width:236pt;height:87pt" stroked="f"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>'
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{new}</w:drawing></mc:Choice><mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>'


def xsdt(text, kind="", alias=""):
    tag = {"date": "<w:date><w:dateFormat w:val=\"yyyy年M月d日\"/></w:date>", "list": "<w:dropDownList/>"}.get(kind, "<w:text/>")
    return f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/>{tag}</w:sdtPr><w:sdtContent>{xrun(text, True)}</w:sdtContent></w:sdt>'


def numbering(levels):
    """levels: for each numId a list of (format, text)."""
    out = []
    for n, lv in enumerate(levels):
        inner = "".join(f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:suff w:val="nothing"/><w:lvlText w:val="{txt}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{420 * k}" w:firstLine="0"/></w:pPr></w:lvl>' for k, (fmt, txt) in enumerate(lv))
        out.append(f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>')
    return f'<w:numbering {NS}>' + "".join(out) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(levels))) + "</w:numbering>"


class Page:
    def __init__(self):
        self.ops, self.foot, self.top, self.num, self.land, self.cols = [], [], [], None, False, 1

    def p(self, text, **o):
        self.ops.append(("p", text, o))

    def ps(self, *texts, **o):
        for t in texts:
            self.p(t, **o)

    def title(self, text, sz=22):
        self.p(text, al="center", b=True, sz=sz)

    def t(self, rows, w=None, **o):
        self.ops.append(("t", rows, {"w": w, **o}))

    def x(self, xml):
        self.ops.append(("x", xml, {}))

    def raw(self, path):
        made = {"p": xp, "t": xt, "x": lambda xml: xml}
        body = "".join(made[k](v, **o) for k, v, o in self.ops)
        rels, types, refs = [], [], ""
        parts = {}
        for tag, lines in (("footer", self.foot), ("header", self.top)):
            if lines:
                el = {"footer": "ftr", "header": "hdr"}[tag]
                parts[f"word/{tag}1.xml"] = f"<w:{el} {NS}>{''.join(xp(t) for t in lines)}</w:{el}>"
                rels.append((tag, f"{tag}1.xml"))
                refs += f'<w:{tag}Reference w:type="default" r:id="r{len(rels)}"/>'
        if self.num:
            parts["word/numbering.xml"] = numbering(self.num)
            rels.append(("numbering", "numbering.xml"))
        size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if self.land else '<w:pgSz w:w="11906" w:h="16838"/>'
        sect = f'<w:sectPr>{refs}{size}<w:pgMar w:top="1440" w:right="1400" w:bottom="1440" w:left="1400" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:num="{self.cols}" w:space="425"/></w:sectPr>'
        parts["word/document.xml"] = f"<w:document {NS} mc:Ignorable=\"w14\"><w:body>{body}{sect}</w:body></w:document>"
        ct = "".join(f'<Override PartName="/{n}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{"document.main" if "document" in n else re.sub("1?.xml|word/", "", n)}+xml"/>' for n in parts)
        base = "http://schemas.openxmlformats.org/package/2006"
        off = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            z.writestr("[Content_Types].xml", f'{head}<Types xmlns="{base}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{ct}{"".join(types)}</Types>')
            z.writestr("_rels/.rels", f'{head}<Relationships xmlns="{base}/relationships"><Relationship Id="r1" Type="{off}/officeDocument" Target="word/document.xml"/></Relationships>')
            z.writestr("word/_rels/document.xml.rels", f'{head}<Relationships xmlns="{base}/relationships">' + "".join(f'<Relationship Id="r{k}" Type="{off}/{t}" Target="{n}"/>' for k, (t, n) in enumerate(rels, 1)) + "</Relationships>")
            for name, xml in parts.items():
                z.writestr(name, head + xml)

    def pydocx(self, path):
        doc = Document()
        st = doc.styles["Normal"]
        st.font.name, st.font.size = "Times New Roman", Pt(12)
        st.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
        if self.land:
            one = doc.sections[0]
            one.page_width, one.page_height = one.page_height, one.page_width
        for kind, v, o in self.ops:
            if kind == "p":
                fill(doc.add_paragraph(style=o.get("style")), v, o)
            elif kind == "t":
                lines, n = grid(v)
                tab = doc.add_table(rows=len(v), cols=n)
                tab.style = "Table Grid" if o.get("border", True) else "Normal Table"
                pytable(tab, lines, o.get("w"))
            else:
                doc.element.body.insert(len(doc.element.body) - 1, parse_xml(re.sub(r"^<w:(\w+)", rf"<w:\1 {NS}", v, count=1)))
        for t in self.foot:
            fill(doc.sections[0].footer.add_paragraph(), t, {})
        for t in self.top:
            fill(doc.sections[0].header.paragraphs[0], t, {})
        doc.save(path)

    def office(self, path, ext, text):
        with tempfile.TemporaryDirectory() as tmp:
            src = Path(tmp) / f"{path.stem}.{ext}"
            src.write_text(text, encoding="utf-8" if ext != "rtf" else "ascii")
            inf = ["--infilter=HTML (StarWriter)"] if ext == "html" else []
            soffice([*inf, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(path.parent), str(src)])

    def html(self, path):
        out = ['<html><head><meta charset="utf-8"></head><body>']
        for kind, v, o in self.ops:
            if kind == "p":
                out.append(hp(v, **o))
            elif kind == "t":
                lines, _ = grid(v)
                out.append(f'<table border="{int(o.get("border", True))}" cellspacing="0" width="100%">' + "".join("<tr>" + "".join(f'<td colspan="{c["c"]}" rowspan="{c["r"]}">{"".join(hp(t) for t in c["t"].split(chr(10)))}</td>' for c, _ in line if c) + "</tr>" for line in lines) + "</table>")
            else:
                out.append(v)
        self.office(path, "html", "".join(out) + "</body></html>")

    def rtf(self, path):
        out = [r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0 SimSun;}}\f0\fs24 "]
        for kind, v, o in self.ops:
            if kind == "p":
                al, runs = split(v)
                out.append(r"\pard" + {"right": r"\qr ", "center": r"\qc "}.get(al or o.get("al"), " ") + "".join(rt(t, u) for t, u in runs) + r"\par ")
            else:
                w = o["w"] or [9000 // len(v[0])] * len(v[0])
                for row in v:
                    edges = "".join(r"\clbrdrt\brdrs\clbrdrl\brdrs\clbrdrb\brdrs\clbrdrr\brdrs\cellx" + str(sum(w[:k + 1])) for k in range(len(row)))
                    out.append(r"\trowd" + edges + "".join(r"\pard\intbl " + r"\par ".join("".join(rt(t, u) for t, u in split(x)[1]) for x in c.split("\n")) + r"\cell" for c in row) + r"\row ")
        self.office(path, "rtf", "".join(out) + r"\pard\par}")

    def odt(self, path):
        out = []
        for n, (kind, v, o) in enumerate(self.ops):
            if kind == "p":
                out.append(op(v, **o))
            else:
                lines, width = grid(v)
                rows = "".join("<table:table-row>" + "".join(ocell(c, span) for c, span in line) + "</table:table-row>" for line in lines)
                out.append(f'<table:table table:name="表{n}"><table:table-column table:number-columns-repeated="{width}"/>{rows}</table:table>')
        ns = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible")))
        sty = "".join(f'<style:style style:name="{n}" style:family="paragraph"><style:paragraph-properties fo:text-align="{a}"/></style:style>' for n, a in (("Pr", "end"), ("Pc", "center"), ("Pl", "start")))
        sty += '<style:style style:name="U" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style><style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
        self.office(path, "fodt", f'<?xml version="1.0" encoding="UTF-8"?><office:document {ns} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>{sty}</office:automatic-styles><office:body><office:text>{"".join(out)}</office:text></office:body></office:document>')

    def save(self, folder, stem, how, *labels, pdf=False):
        path = HERE / folder / f"{stem}.docx"
        getattr(self, how)(path)
        for lab in labels:
            lab.save(folder)
        if pdf:
            soffice(["--convert-to", "pdf", "--outdir", str(path.parent), str(path)])
        print(stem, how)


def soffice(args):
    subprocess.run(["soffice", "--headless", "-env:UserInstallation=file:///tmp/lo_a", *args], check=True, capture_output=True, timeout=120)


def hp(text, al=None, b=False, **_):
    mark, runs = split(text)
    inner = "".join(("<u>%s</u>" if u else "%s") % esc(t).replace("\v", "<br>").replace("\t", "&nbsp;" * 8) for t, u in runs)
    return f'<p align="{mark or al or "left"}">{"<b>" * b}{inner}{"</b>" * b}</p>'


def rt(text, under):
    inner = "".join(r"\line " if ch == "\v" else r"\tab " if ch == "\t" else ch if ch.isascii() else rf"\u{ord(ch) if ord(ch) < 32768 else ord(ch) - 65536}?" for ch in text)
    return r"{\ul " + inner + "}" if under else inner


def op(text, al=None, **_):
    mark, runs = split(text)
    style = {"right": "Pr", "center": "Pc"}.get(mark or al, "Pl")
    inner = "".join(('<text:span text:style-name="U">%s</text:span>' if u else "%s") % esc(t).replace("\v", "<text:line-break/>").replace("\t", "<text:tab/>").replace("  ", '<text:s text:c="2"/>') for t, u in runs)
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def ocell(c, span):
    cover = "<table:covered-table-cell/>"
    if c is None:
        return cover * span
    return f'<table:table-cell table:style-name="C" table:number-columns-spanned="{c["c"]}" table:number-rows-spanned="{c["r"]}">{"".join(op(t) for t in c["t"].split(chr(10)))}</table:table-cell>' + cover * (span - 1)


def fill(par, text, o):
    al, runs = split(text)
    al = al or o.get("al")
    if al:
        par.alignment = {"right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}[al]
    if o.get("ind"):
        par.paragraph_format.first_line_indent = Pt(12 * o["ind"])
    if o.get("brk"):
        par.paragraph_format.page_break_before = True
    for t, u in runs:
        run = par.add_run(t.replace("\v", "\n"))
        run.underline, run.bold = u or None, o.get("b") or None
        if o.get("sz"):
            run.font.size = Pt(o["sz"])


def pytable(tab, lines, widths):
    starts = {}
    for r, line in enumerate(lines):
        col = 0
        for c, span in line:
            if c is not None:
                starts[r, col] = c
            col += span
    for (r, col), c in starts.items():
        box = tab.cell(r, col)
        if c["c"] > 1 or c["r"] > 1:
            box = box.merge(tab.cell(r + c["r"] - 1, col + c["c"] - 1))
        for k, t in enumerate(c["t"].split("\n")):
            fill(box.paragraphs[0] if k == 0 else box.add_paragraph(), t, {"b": c.get("b"), "al": c.get("al")})
    for k, width in enumerate(widths or []):
        for one in tab.columns[k].cells:
            one.width = Cm(width / 567)
