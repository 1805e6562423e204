"""Builds the Word files c… from paragraphs and tables, in five ways: python-docx, raw XML, and by LibreOffice from HTML, flat ODT, RTF."""
from __future__ import annotations

import subprocess
import tempfile
import zipfile
from dataclasses import dataclass, field
from datetime import date
from html import escape
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

W = 9000  # width of a table in twentieths of a point


@dataclass
class P:
    """A paragraph; `a` is c or r, `num` names a numbering of Word as in NUM with an instance (cn:1), `brk` starts a new page."""
    t: str
    a: str = ""
    b: bool = False
    num: str = ""
    brk: bool = False


@dataclass
class C:
    """A cell: a text (a line each a paragraph) or a list of paragraphs and tables; `v` sets it upright."""
    t: Any
    cols: int = 1
    rows: int = 1
    v: bool = False


@dataclass
class T:
    rows: list[list[Any]]
    w: list[int] = field(default_factory=list)


@dataclass
class Box:
    """A text box (raw XML only)."""
    blocks: list[Any]


NUM = {"cn": ("chineseCounting", "%1、"), "dec": ("decimal", "%1."), "par": ("decimal", "（%1）"), "art": ("chineseCounting", "第%1条"),
       "dot": ("bullet", "●"), "abc": ("upperLetter", "%1."), "nuo": ("chineseCounting", "承诺%1："), "circ": ("decimalEnclosedCircle", "%1"),
       "pcn": ("chineseCounting", "（%1）"), "rom": ("upperRoman", "%1．")}


def content(c: C) -> list[Any]:
    if isinstance(c.t, list):
        return [P(x) if isinstance(x, str) else x for x in c.t]
    return [P(line) for line in c.t.split("\n")]


def grid(t: T) -> tuple[int, list[list[tuple[int, C, bool]]]]:
    """Width in columns, and for each row its (column, cell, continued from above) from left to right."""
    taken: dict[tuple[int, int], C] = {}
    out: list[list[tuple[int, C, bool]]] = []
    for r, row in enumerate(t.rows):
        line, col, cells = [], 0, [c if isinstance(c, C) else C(c) for c in row]
        while cells or (r, col) in taken:
            if (r, col) in taken:
                c = taken[r, col]
                line.append((col, c, True))
            else:
                c = cells.pop(0)
                line.append((col, c, False))
                taken.update({(r + k, col): c for k in range(1, c.rows)})
            col += c.cols
        out.append(line)
    return max(c + x.cols for c, x, _ in out[0]), out


def widths(t: T, n: int) -> list[int]:
    return [W * x // sum(t.w or [1] * n) for x in t.w or [1] * n]


# ---- raw XML ---------------------------------------------------------------------------------------------------------
NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
      'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')


def x_run(t: str, bold: bool) -> str:
    pr = '<w:rPr><w:rFonts w:eastAsia="宋体"/>' + ("<w:b/>" if bold else "") + "</w:rPr>"
    out = ""
    for ch in t.replace("☑", "\x01☑\x01").split("\x01"):
        body = escape(ch).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">').replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        r = f'<w:r>{pr}<w:t xml:space="preserve">{body}</w:t></w:r>' if ch else ""
        out += f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>{r}</w:sdtContent></w:sdt>' if ch == "☑" else r
    return out


class Xml:
    def __init__(self) -> None:
        self.nums: dict[str, int] = {}

    def num(self, name: str) -> int:
        return self.nums.setdefault(name, len(self.nums) + 1)

    def p(self, p: P) -> str:
        pr = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.num(p.num)}"/></w:numPr>' if p.num else ""
        pr = ("<w:pageBreakBefore/>" if p.brk else "") + pr + ({"c": '<w:jc w:val="center"/>', "r": '<w:jc w:val="right"/>'}.get(p.a, ""))
        return f"<w:p><w:pPr>{pr}</w:pPr>{x_run(p.t, p.b) if p.t else ''}</w:p>"

    def cell(self, c: C, cont: bool, w: int) -> str:
        pr = f'<w:tcW w:w="{w}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{c.cols}"/>' if c.cols > 1 else "")
        if c.rows > 1:
            pr += "<w:vMerge/>" if cont else '<w:vMerge w:val="restart"/>'
        pr += '<w:textDirection w:val="tbRlV"/>' if c.v else ""
        body = "<w:p/>" if cont else self.blocks(content(c))
        return f"<w:tc><w:tcPr>{pr}</w:tcPr>{body}{'<w:p/>' if body.endswith('</w:tbl>') else ''}</w:tc>"

    def t(self, t: T) -> str:
        n, rows = grid(t)
        ws = widths(t, n)
        edge = "".join(f'<w:{s} w:val="single" w:sz="4" w:color="000000"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
        out = f'<w:tbl><w:tblPr><w:tblW w:w="{W}" w:type="dxa"/><w:tblBorders>{edge}</w:tblBorders></w:tblPr><w:tblGrid>'
        out += "".join(f'<w:gridCol w:w="{x}"/>' for x in ws) + "</w:tblGrid>"
        for row in rows:
            out += "<w:tr>" + "".join(self.cell(c, k, sum(ws[i:i + c.cols])) for i, c, k in row) + "</w:tr>"
        return out + "</w:tbl>"

    def box(self, b: Box) -> str:
        return ('<w:p><w:r><w:pict><v:shape style="width:200pt;height:70pt" stroked="t"><v:textbox><w:txbxContent>'
                f"{self.blocks(b.blocks)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>")

    def blocks(self, bs: list[Any]) -> str:
        return "".join(self.t(b) if isinstance(b, T) else self.box(b) if isinstance(b, Box) else self.p(b) for b in bs)


def make_xml(path: Path, blocks: list[Any], foot: str = "") -> None:
    x = Xml()
    body = x.blocks(blocks)
    base, rel = "application/vnd.openxmlformats-officedocument.wordprocessingml.", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = ["document.main", "numbering"] + (["footer"] if foot else [])
    sect = ('<w:footerReference w:type="default" r:id="rf"/>' if foot else "") + '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1200" w:bottom="1200" w:left="1300" w:right="1300"/>'
    nums = "".join(f'<w:abstractNum w:abstractNumId="{i}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{NUM[n.split(":")[0]][0]}"/><w:suff w:val="nothing"/>'
                   f'<w:lvlText w:val="{NUM[n.split(":")[0]][1]}"/></w:lvl></w:abstractNum>' for i, n in enumerate(x.nums, 1))
    nums += "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, len(x.nums) + 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    files = {p.split(".")[0]: f"/word/{p.split('.')[0]}.xml" for p in parts}
    types = "".join(f'<Override PartName="{files[p.split(".")[0]]}" ContentType="{base}{p}+xml"/>' for p in parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        def put(name: str, text: str) -> None:
            z.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), head + text, zipfile.ZIP_DEFLATED)
        put("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>')
        put("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>')
        foot_rel = f'<Relationship Id="rf" Type="{rel}/footer" Target="footer.xml"/>' if foot else ""
        put("word/_rels/document.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rn" Type="{rel}/numbering" Target="numbering.xml"/>{foot_rel}</Relationships>')
        put("word/document.xml", f'<w:document {NS} xmlns:r="{rel}"><w:body>{body}<w:sectPr>{sect}</w:sectPr></w:body></w:document>')
        put("word/numbering.xml", f"<w:numbering {NS}>{nums}</w:numbering>")
        if foot:
            put("word/footer.xml", f"<w:ftr {NS}><w:p><w:r><w:t>{escape(foot)}</w:t></w:r></w:p></w:ftr>")


# ---- python-docx -----------------------------------------------------------------------------------------------------
def d_p(para: Any, p: P) -> None:
    run = para.add_run(p.t)
    run.bold = p.b or None
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    if p.num:
        para.style = {"dot": "List Bullet"}.get(p.num.split(":")[0], "List Number")
    if p.a:
        para.alignment = WD_ALIGN_PARAGRAPH.CENTER if p.a == "c" else WD_ALIGN_PARAGRAPH.RIGHT
    para.paragraph_format.page_break_before = p.brk or None


def d_t(home: Any, t: T) -> None:
    n, rows = grid(t)
    tab = home.add_table(rows=len(rows), cols=n)
    tab.style = "Table Grid"
    for r, row in enumerate(rows):
        for col, c, cont in row:
            if cont:
                continue
            box = tab.cell(r, col).merge(tab.cell(r + c.rows - 1, col + c.cols - 1))
            if c.v:
                mark = OxmlElement("w:textDirection")
                mark.set(qn("w:val"), "tbRlV")
                box._tc.get_or_add_tcPr().append(mark)
            for k, p in enumerate(content(c)):
                d_p(box.paragraphs[0] if k == 0 else box.add_paragraph(), p)
    for col, w in enumerate(widths(t, n)):
        tab.columns[col].width = w * 635


def make_docx(path: Path, blocks: list[Any], foot: str = "") -> None:
    doc = Document()
    for b in blocks:
        d_t(doc, b) if isinstance(b, T) else d_p(doc.add_paragraph(), b)
    if foot:
        doc.sections[0].footer.paragraphs[0].text = foot
    doc.save(str(path))


# ---- by LibreOffice --------------------------------------------------------------------------------------------------
def h_p(p: P) -> str:
    style = {"c": "text-align:center;", "r": "text-align:right;"}.get(p.a, "") + ("page-break-before:always" if p.brk else "")
    t = escape(p.t).replace("\n", "<br>").replace("  ", "&nbsp; ")
    return f'<p style="{style}">{"<b>" + t + "</b>" if p.b else t}</p>'


def h_blocks(bs: list[Any]) -> str:
    out = opened = ""
    for b in bs:
        num = b.num if isinstance(b, P) else ""
        if num != opened:
            out += ("</ol>" if opened else "") + (f'<ol type="{ {"abc": "A", "rom": "I"}.get(num.split(":")[0], "1")}">' if num else "")
            opened = num
        out += h_t(b) if isinstance(b, T) else f"<li>{h_p(b)}</li>" if num else h_p(b)
    return out + ("</ol>" if opened else "")


def h_t(t: T) -> str:
    out = '<table border="1" width="100%" cellspacing="0">'
    n, rows = grid(t)
    for row, ws in ((r, widths(t, n)) for r in rows):
        out += "<tr>" + "".join(f'<td colspan="{c.cols}" rowspan="{c.rows}" width="{sum(ws[i:i + c.cols]) * 100 // W}%">{h_blocks(content(c))}</td>' for i, c, k in row if not k) + "</tr>"
    return out + "</table>"


def as_html(blocks: list[Any]) -> str:
    return f'<html><head><meta charset="utf-8"></head><body>{h_blocks(blocks)}</body></html>'


def o_p(p: P) -> str:
    t = escape(p.t).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')
    return f'<text:p text:style-name="{"P" + p.a + ("b" if p.b else "") + ("k" if p.brk else "")}">{t}</text:p>'


def o_blocks(bs: list[Any]) -> str:
    out, opened = "", ""
    for b in bs:
        num = b.num if isinstance(b, P) else ""
        if num != opened:
            out += ("</text:list>" if opened else "") + (f'<text:list text:style-name="L{num.split(":")[0]}">' if num else "")
            opened = num
        out += o_t(b) if isinstance(b, T) else f"<text:list-item>{o_p(b)}</text:list-item>" if num else o_p(b)
    return out + ("</text:list>" if opened else "")


def o_t(t: T) -> str:
    n, rows = grid(t)
    out = f'<table:table><table:table-column table:number-columns-repeated="{n}"/>'
    for row in rows:
        out += "<table:table-row>"
        for _, c, cont in row:
            if cont:
                out += "<table:covered-table-cell/>" * c.cols
            else:
                out += (f'<table:table-cell table:style-name="cell" table:number-columns-spanned="{c.cols}" table:number-rows-spanned="{c.rows}" office:value-type="string">'
                        + o_blocks(content(c)) + "</table:table-cell>" + "<table:covered-table-cell/>" * (c.cols - 1))
        out += "</table:table-row>"
    return out + "</table:table>"


def as_fodt(blocks: list[Any]) -> str:
    ns = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in
                  (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible")))
    styles = '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
    for a, b, k in product(("", "c", "r"), ("", "b"), ("", "k")):
        styles += (f'<style:style style:name="P{a}{b}{k}" style:family="paragraph"><style:paragraph-properties fo:text-align="{ {"": "start", "c": "center", "r": "end"}[a]}"'
                   + (' fo:break-before="page"' if k else "") + "/>" + ('<style:text-properties fo:font-weight="bold"/>' if b else "") + "</style:style>")
    for name, fmt, pre, suf in (("dec", "1", "", "."), ("par", "1", "（", "）"), ("cn", "一, 二, 三, ...", "", "、"), ("nuo", "一, 二, 三, ...", "承诺", "：")):
        styles += (f'<text:list-style style:name="L{name}"><text:list-level-style-number text:level="1" style:num-format="{fmt}" style:num-prefix="{pre}" '
                   f'style:num-suffix="{suf}"/></text:list-style>')
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {ns} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{o_blocks(blocks)}</office:text></office:body></office:document>")


def r_text(t: str) -> str:
    out = ""
    for ch in t:
        n = ord(ch)
        out += {"\n": r"\line ", "\t": r"\tab "}.get(ch) or (ch if n < 128 else rf"\u{n - 65536 if n > 32767 else n}?")
    return out


def r_p(p: P, tail: str = r"\par") -> str:
    return (r"\page" if p.brk else "") + r"\pard" + {"c": r"\qc", "r": r"\qr"}.get(p.a, "") + (r"\intbl" if tail != r"\par" else "") + (r"{\b " if p.b else "{") + r_text(p.t) + "}" + tail + "\n"


def r_t(t: T) -> str:
    n, rows = grid(t)
    ws, out = widths(t, n), ""
    for row in rows:
        out += r"\trowd"
        for col, c, cont in row:
            out += (r"\clvmrg" if cont else r"\clvmgf" if c.rows > 1 else "") + r"\clbrdrt\brdrs\clbrdrl\brdrs\clbrdrb\brdrs\clbrdrr\brdrs" + rf"\cellx{sum(ws[:col + c.cols])}"
        for _, c, cont in row:
            ps = [P("")] if cont else content(c)
            out += "".join(r_p(p, r"\intbl\par ") for p in ps[:-1]) + r_p(ps[-1], r"\cell ")
        out += r"\row" + "\n"
    return out


def as_rtf(blocks: list[Any]) -> str:
    return r"{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}" + "".join(r_t(b) if isinstance(b, T) else r_p(b) for b in blocks) + "}"


def make_office(jobs: list[tuple[Path, str, list[Any]]]) -> None:
    with tempfile.TemporaryDirectory() as tmp:
        for path, how, blocks in jobs:
            (Path(tmp) / f"{path.stem}.{how}").write_text({"html": as_html, "fodt": as_fodt, "rtf": as_rtf}[how](blocks), encoding="utf-8")
        for how in ("html", "fodt", "rtf"):
            src = sorted(str(f) for f in Path(tmp).glob(f"*.{how}"))
            if src:
                opt = ["--infilter=HTML (StarWriter)"] if how == "html" else []
                subprocess.run(["soffice", "--headless", "-env:UserInstallation=file:///tmp/lo_c", *opt, "--convert-to", "docx:MS Word 2007 XML",
                                "--outdir", str(jobs[0][0].parent), *src], check=True, capture_output=True, timeout=300)


# ---- forms and labels ------------------------------------------------------------------------------------------------
def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def label(kind: str, layout: str, ref: str | None, year: int | None, fields: dict[str, str | None], sign: str | None,
          appr: str | None, items: list[tuple[Any, ...]]) -> dict[str, Any]:
    """`items` are (ordinal, text) or (ordinal, text, headings)."""
    return {"kind": kind, "dimension_set": "五带头" if kind == "member" else "五个好", "layout": layout, "reference_date": day(ref), "year": year,
            "fields": fields, "sign_date": day(sign), "approval_date": day(appr),
            "items": [{"text": i[1], "ordinal": i[0], "headings": i[2] if len(i) > 2 else []} for i in items]}


def build(half: str, forms: list[tuple[str, str, list[Any], list[dict[str, Any]], str]]) -> None:
    """Write the Word files and labels of one half; a form is (id, way, blocks, labels, footer)."""
    home, jobs = Path(__file__).parent / half, []
    for fid, how, blocks, labels, foot in forms:
        path = home / f"{fid}.docx"
        if how in ("html", "fodt", "rtf"):
            jobs.append((path, how, blocks))
        else:
            {"xml": make_xml, "docx": make_docx}[how](path, blocks, foot)
        for k, one in enumerate(labels, 1):
            name = fid if k == 1 else f"{fid}-{k}"
            text = yaml.safe_dump({"id": name, **one}, allow_unicode=True, sort_keys=False, width=10000)
            (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    make_office(jobs)
