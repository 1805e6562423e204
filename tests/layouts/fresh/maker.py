"""Builds the Word files of this folder, each with its label beside it (`f001.docx`, `f001.yaml`).

The words of a form are written once, with marks: `[[1.|text]]` is a promise with its ordinal (`[[~1.|text]]`: Word numbers it),
`{{1|words}}` a heading of level 1 (`{{0|}}` ends all headings, `{{1|~words}}` heads without being printed here),
`@#key:1` and `@=key:text` whole cells that belong to one promise (no key: the row), `_[x]_` underlined,
`%[x]%` a content control, `+[x]+` and `-[x]-` tracked insertion and deletion, a vertical tab a soft line break.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
ITEM = re.compile(r"\[\[([^|\]]*)\|(.*?)\]\]|\{\{(\d)\|(.*?)\}\}", re.S)
CELL = re.compile(r"@([#=])(\w*):(.*)", re.S)
RUN = re.compile(r"(_\[|\]_|%\[|\]%|\+\[|\]\+|-\[|\]-)")
FORMATS = {
    "cn": ("chineseCountingThousand", "%1、"), "cnp": ("chineseCountingThousand", "（%1）"), "dec": ("decimal", "%1."), "decd": ("decimal", "%1、"),
    "decp": ("decimal", "（%1）"), "circle": ("decimalEnclosedCircleChinese", "%1"), "bul": ("bullet", "●"), "dia": ("bullet", "◆"), "no": ("chineseCountingThousand", "第%1条"),
}  # fmt: skip


def plain(text: str) -> str:
    """The words without marks of runs, as they are printed."""
    text = re.sub(r"-\[.*?\]-", "", text, flags=re.S)
    return RUN.sub("", text).replace("\v", "\n")


class Doc:
    """One Word file with one or more labelled forms."""

    def __init__(
        self, name: str, layout: str, *, wide: bool = False, pdf: bool = False, font: str = "宋体", size: float = 12
    ) -> None:
        self.name, self.layout, self.pdf, self.size = name, layout, pdf, size
        self.forms: list[dict[str, Any]] = []
        self.heads: list[tuple[int, str]] = []
        self.keyed: dict[str, dict[str, Any]] = {}
        self.row = 0
        self.doc = docx.Document()
        style = self.doc.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        section = self.doc.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        if wide:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = Cm(2.4)

    # labels
    def form(
        self,
        kind: str,
        *,
        ref: str | None,
        year: int | None,
        sign: str | None = None,
        approval: str | None = None,
        **fields: str | None,
    ) -> None:
        """Begin a form; the promises that follow are its own."""
        self.heads = []
        dims = "五带头" if kind == "member" else "五个好"
        self.forms.append({"kind": kind, "dimension_set": dims, "layout": self.layout, "reference_date": ref, "year": year,
                           "fields": dict(fields), "sign_date": sign, "approval_date": approval, "items": []})  # fmt: skip

    def item(self, ordinal: str | None, text: str) -> dict[str, Any]:
        """Note a promise of the form in hand."""
        one = {
            "text": plain(text).strip(),
            "ordinal": plain(ordinal) if ordinal else None,
            "headings": [h for _, h in self.heads],
        }
        self.forms[-1]["items"].append(one)
        return one

    def read(self, text: str) -> str:
        """Note the promises and headings that `text` marks; return the words to print."""

        def one(m: re.Match[str]) -> str:
            if m[3] is not None:
                level, words = int(m[3]), m[4]
                self.heads = [h for h in self.heads if h[0] < level]
                if words:
                    self.heads.append((level, plain(words.removeprefix("~"))))
                return "" if words.startswith("~") else words
            self.item(m[1].removeprefix("~").strip() or None, m[2])
            return ("" if m[1].startswith("~") else m[1]) + m[2]

        return ITEM.sub(one, text)

    # paragraphs
    def num(self, kind: str) -> int:
        """A new automatic numbering."""
        part = self.doc.part.numbering_part.element
        new = 100 + len(part)
        fmt, words = FORMATS[kind]
        part.insert(0, parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'))  # fmt: skip
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{new}"><w:abstractNumId w:val="{new}"/></w:num>'))
        return new

    def fill(
        self,
        p: Paragraph,
        text: str,
        *,
        num: int | None = None,
        align: str = "",
        size: float = 0,
        bold: bool = False,
        indent: float = 0,
        auto: bool = False,
    ) -> Paragraph:
        """Write marked `text` into a paragraph."""
        if num and (auto or text.startswith("[[~")):
            pr = p._p.get_or_add_pPr()
            pr.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>'))
        mode = ""
        for piece in RUN.split(self.read(text)):
            if RUN.fullmatch(piece):
                mode = piece[0] if piece.endswith("[") else ""
            elif piece:
                r = p.add_run(piece.replace("\v", "\n"))
                r.bold, r.underline = bold or None, True if mode == "_" else None
                if size:
                    r.font.size = Pt(size)
                if mode in ("%", "+", "-") and mode:
                    self._wrap(r._r, mode)
        if align:
            p.alignment = {"c": 1, "r": 2, "j": 3}[align]
        if indent:
            p.paragraph_format.first_line_indent = Pt(self.size * indent)
        p.paragraph_format.space_after = Pt(2)
        return p

    @staticmethod
    def _wrap(r: Any, mode: str) -> None:
        if mode == "%":
            box = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent/></w:sdt>")
            inner = box[1]
        else:
            tag = "ins" if mode == "+" else "del"
            box = inner = parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="9" w:author="办公室" w:date="2012-03-01T09:00:00Z"/>'
            )
            if mode == "-":
                for t in r.findall(qn("w:t")):
                    t.tag = qn("w:delText")
        r.addprevious(box)
        inner.append(r)

    def p(self, text: str = "", **how: Any) -> None:
        """Paragraphs of the body, one a line."""
        for line in self._lines(text):
            self._fill_lines(self.doc, self.doc.add_paragraph(), line, how)

    def title(self, text: str, size: float = 20, font: str = "黑体") -> None:
        """A title line."""
        p = self.fill(self.doc.add_paragraph(), text, align="c", size=size, bold=True)
        for r in p.runs:
            r._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)

    def _lines(self, text: str) -> list[str]:
        # a line break inside a marked promise stays inside it: the marks are closed before the lines are cut
        out: list[str] = []
        for line in text.split("\n"):
            if out and out[-1].count("[[") > out[-1].count("]]"):
                out[-1] += "\n" + line
            else:
                out.append(line)
        return out

    def page(self) -> None:
        """A page break."""
        self.doc.add_page_break()

    # tables
    def table(
        self, rows: list[list[Any]], widths: list[float] | None = None, grid: bool = True, where: Any = None
    ) -> Table:
        """A table; a cell is a string or a dict: t text, c columns, r rows, n nested rows, v vertical, num, align, bold."""
        cols = max(self._width(rows, i) for i in range(len(rows)))
        t = self.doc.add_table(len(rows), cols) if where is None else where.add_table(len(rows), cols)
        if grid:
            t.style = self.doc.styles["Table Grid"]
        t.autofit = False
        full = 16.0 if self.doc.sections[0].page_width < Cm(25) else 24.0
        if where is not None:
            full = 11.0
        widths = widths or [full / cols] * cols
        for i, w in enumerate(widths):
            t.columns[i].width = Cm(w)
            for c in t.columns[i].cells:
                c.width = Cm(w)
        taken: set[tuple[int, int]] = set()
        self.keyed = {} if where is None else self.keyed
        for y, row in enumerate(rows):
            self.row += 1
            x = 0
            for cell in row:
                while (y, x) in taken:
                    x += 1
                c = cell if isinstance(cell, dict) else {"t": cell}
                w, h = c.get("c", 1), c.get("r", 1)
                taken |= {(y + j, x + i) for j in range(h) for i in range(w)}
                spot = t.cell(y, x)
                if w > 1 or h > 1:
                    spot = spot.merge(t.cell(y + h - 1, x + w - 1))
                self._cell(spot, c)
                x += w
        return t

    @staticmethod
    def _width(rows: list[list[Any]], i: int) -> int:
        return sum(c.get("c", 1) if isinstance(c, dict) else 1 for c in rows[i])

    def _cell(self, spot: Any, c: dict[str, Any]) -> None:
        text = c.get("t", "")
        m = CELL.fullmatch(text)
        if m:
            one = self.keyed.setdefault(m[2] or f"row{self.row}", {})
            text = m[3]
            if m[1] == "#":
                one["ordinal"] = plain(text)
            if m[1] == "=" and plain(text).strip():
                if "item" in one:
                    one["item"]["text"] += "\n" + plain(text)
                else:
                    one["item"] = self.item(None, text)
            if "item" in one:
                one["item"]["ordinal"] = one.get("ordinal")
        how = {k: c[k] for k in ("num", "align", "bold", "size", "indent") if k in c}
        first = True
        lines = text.split("\n") if m else self._split(text)
        for line in lines:
            p = spot.paragraphs[0] if first else spot.add_paragraph()
            first = False
            self._fill_lines(spot, p, line, how)
        if "n" in c:
            self.table(c["n"], c.get("w"), where=spot)
            spot.add_paragraph()
        if "after" in c:
            for line in self._split(c["after"]):
                self._fill_lines(spot, spot.add_paragraph(), line, how)
        if c.get("v"):
            spot._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="tbRlV"/>'))

    def _split(self, text: str) -> list[str]:
        return self._lines(text)

    def _fill_lines(self, spot: Any, p: Paragraph, line: str, how: dict[str, Any]) -> None:
        # a promise over several lines: labelled whole, printed as several paragraphs
        if "\n" not in line:
            self.fill(p, line, **how)
            return
        shown = self.read(line).split("\n")
        self.fill(p, shown[0], auto=line.startswith("[[~"), **how)
        how = {k: v for k, v in how.items() if k != "num"}
        for more in shown[1:]:
            self.fill(spot.add_paragraph(), more, **how)

    def box(self, text: str, width: float = 14, height: float = 6, fallback: bool = True) -> None:
        """A text box, written as Word writes it: a drawing and the same words once more for old readers."""
        holder = self.doc.add_paragraph()
        inner = docx.Document()
        body = inner.element.body
        lines = []
        for line in self._lines(text):
            for part in self.read(line).split("\n"):
                p = inner.add_paragraph()
                self.fill(p, part)
                lines.append(p._p)
        del body
        content = OxmlElement("w:txbxContent")
        for x in lines:
            content.append(x)
        from copy import deepcopy

        emu = 360000
        ns = (
            'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
        )
        run = parse_xml(
            f'<w:r {ns}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{int(width * emu)}" cy="{int(height * emu)}"/><wp:docPr id="{len(self.doc.element.body)}" name="文本框"/><wp:cNvGraphicFramePr/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{int(width * emu)}" cy="{int(height * emu)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx/><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>'
            f'<mc:Fallback><w:pict><v:shape style="width:{width}cm;height:{height}cm" stroked="t"><v:textbox/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        )
        run.find(".//{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}txbx").append(content)
        if fallback:
            run.find(".//{urn:schemas-microsoft-com:vml}textbox").append(deepcopy(content))
        holder._p.append(run)

    def columns(self, n: int) -> None:
        """Set the last section in `n` columns."""
        self.doc.sections[-1]._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="{n}" w:space="425"/>'))

    # files
    def save(self) -> None:
        """Write the Word file, its PDF and a label a form."""
        folder = HERE / ("tune" if int(self.name[1:]) % 2 else "test")
        path = folder / f"{self.name}.docx"
        props = self.doc.core_properties
        props.author, props.comments = "办公室", ""
        self.doc.save(str(path))
        for n, form in enumerate(self.forms, 1):
            name = self.name if n == 1 else f"{self.name}-{n}"
            label = yaml.dump({"id": name, **form}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
            (folder / f"{name}.yaml").write_text(label, encoding="utf-8")
        if self.pdf and not (
            path.with_suffix(".pdf").exists() and path.with_suffix(".pdf").stat().st_mtime > path.stat().st_mtime
        ):
            subprocess.run(
                ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)],
                check=True,
                capture_output=True,
            )


class _Dumper(yaml.SafeDumper):
    pass


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
