"""Helpers of the hand d: a form is printed and labelled by the same calls, so that the words of a label are the words of the page."""
import datetime
import os
import re
import shutil
import subprocess
import tempfile

import yaml
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = os.path.dirname(os.path.abspath(__file__))
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
# what a printed label is called in the yaml: the one place to change if the keys of the other hands are called otherwise
KEYS = {'组织': 'org_name', '人数': 'member_count', '负责人': 'head', '电话': 'phone', '姓名': 'name', '性别': 'gender', '出生': 'birth_date', '民族': 'ethnicity',
        '职务': 'position', '入党': 'join_date', '文化': 'education', '支部': 'branch', '任职': 'tenure_date'}
ALIGN = {'c': WD_ALIGN_PARAGRAPH.CENTER, 'r': WD_ALIGN_PARAGRAPH.RIGHT, 'l': None}
PDFS = []


def iso(x):
    return datetime.date.fromisoformat(x) if x and len(x) == 10 else x


class F:
    def __init__(self, part, ident, kind, layout, doc=None, font='仿宋', size=12):
        self.part, self.id, self.kind, self.layout = part, ident, kind, layout
        self.doc = doc or Document()
        self.items, self.heads, self.fields = [], [], {}
        self.sign = self.appr = self.ref = self.year = None
        if doc is None:
            st = self.doc.styles['Normal']
            st.font.name, st.font.size = font, Pt(size)
            st.element.rPr.rFonts.set(qn('w:eastAsia'), font)
            sec = self.doc.sections[0]
            sec.page_width, sec.page_height = Cm(21), Cm(29.7)
            sec.left_margin = sec.right_margin = Cm(2.6)

    # --- text
    def p(self, text='', align='l', indent=False, bold=False, size=None, where=None):
        par = (where or self.doc).add_paragraph()
        if ALIGN[align] is not None:
            par.alignment = ALIGN[align]
        if indent:
            par.paragraph_format.first_line_indent = Pt(24)
        for n, line in enumerate(text.split('\n')):
            run = par.add_run()
            if n:
                run.add_break()
            for k, bit in enumerate(line.split('\t')):
                if k:
                    run.add_tab()
                run.add_text(bit)
            run.bold = bold or None
            if size:
                run.font.size = Pt(size)
        return par

    def title(self, text):
        return self.p(text, 'c', bold=True, size=18)

    def h(self, text, level=0, bold=True, indent=True):
        """a heading line, printed and kept as heading of what follows"""
        self.heads = self.heads[:level] + [text]
        return self.p(text, bold=bold, indent=indent)

    def i(self, ordinal, text, heads=None, glue=''):
        """an item: noted, and given back as it is to be printed"""
        self.items.append({'text': text, 'ordinal': ordinal, 'headings': list(self.heads if heads is None else heads)})
        return (ordinal or '') + glue + text

    def pi(self, ordinal, text, **k):
        g, hd = k.pop('glue', ''), k.pop('heads', None)
        return self.p(self.i(ordinal, text, hd, g), indent=k.pop('indent', True), **k)

    def row(self, cells, ordinal=None, heads=None, number=True):
        """a ledger row: the first cell is the ordinal when number; empty cells are left out of the text. A dict is a cell that spans; with 'no' it is not text"""
        body = cells[1:] if number else cells
        text = '\n'.join(s for c in body for s in [c if isinstance(c, str) else ('' if c.get('no') else c['t'])] if s)
        self.items.append({'text': text, 'ordinal': (cells[0] if number else ordinal), 'headings': list(self.heads if heads is None else heads)})
        return list(cells)

    def table(self, rows, widths=None, align=None):
        ncol = max(sum((c.get('cols', 1) if isinstance(c, dict) else 1) for c in r) for r in rows)
        t = self.doc.add_table(len(rows), ncol)
        t.style = 'Table Grid'
        taken = set()
        for r, row in enumerate(rows):
            k = 0
            for c in row:
                c = c if isinstance(c, dict) else {'t': c}
                while (r, k) in taken:
                    k += 1
                a, b = c.get('rows', 1), c.get('cols', 1)
                cell = t.cell(r, k)
                if a * b > 1:
                    cell = cell.merge(t.cell(r + a - 1, k + b - 1))
                for x in range(r, r + a):
                    for y in range(k, k + b):
                        taken.add((x, y))
                lines = c['t'].split('\n') if not c.get('br') else [c['t']]
                for n, line in enumerate(lines):
                    par = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                    for q, bit in enumerate(line.split('\n')):
                        run = par.add_run()
                        if q:
                            run.add_break()
                        run.add_text(bit)
                    if re.match(r'^[（(]?(盖章|签名|签字|公章)', line) or (n and re.match(r'^[\d〇二]{4} ?年|^ *年 +月', line)):
                        par.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                k += b
        if widths:
            t.autofit = False
            for row in t.rows:
                k = 0
                for tc in row._tr.tc_lst:
                    n = tc.grid_span
                    tc.width = Cm(sum(widths[k:k + n]))
                    k += n
            for col, wd in zip(t.columns, widths):
                col.width = Cm(wd)
        return t

    # --- things of Word
    def numbering(self, *levels):
        """levels: (numFmt, lvlText); gives a numId"""
        num = self.doc.part.numbering_part.element
        aid = 900 + len(num.findall(qn('w:abstractNum')))
        a = '<w:abstractNum xmlns:w="%s" w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>' % (W, aid)
        for n, (fmt, txt) in enumerate(levels):
            a += ('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="nothing"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>'
                  '<w:pPr><w:ind w:left="%d" w:firstLine="0"/></w:pPr></w:lvl>' % (n, fmt, txt, 240 + 240 * n))
        a += '</w:abstractNum>'
        el = parse_xml(a)
        first = num.find(qn('w:num'))
        first.addprevious(el)
        nid = 900 + len(num.findall(qn('w:num')))
        num.append(parse_xml('<w:num xmlns:w="%s" w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (W, nid, aid)))
        return nid

    def np(self, nid, text, level=0, bold=False):
        par = self.p(text, bold=bold)
        pr = par._p.get_or_add_pPr()
        pr.insert(0, parse_xml('<w:numPr xmlns:w="%s"><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (W, level, nid)))
        return par

    def box(self, lines, vml=False, w=240, h=90, align='left', y=4):
        """a text box anchored to a paragraph of its own"""
        inner = ''.join('<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % x for x in lines)
        pict = ('<w:pict xmlns:w="%s" xmlns:v="urn:schemas-microsoft-com:vml"><v:shape type="#_x0000_t202" style="position:absolute;margin-left:%dpt;margin-top:%dpt;width:%dpt;height:%dpt;'
                'z-index:1" stroked="t"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict>' % (W, 0 if align == 'left' else 200, y, w, h, inner))
        par = self.doc.add_paragraph()
        run = par.add_run()._r
        if vml:
            run.append(parse_xml(pict))
        else:
            emu = 12700
            run.append(parse_xml(
                '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w="%s" '
                'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
                'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps"><w:drawing>'
                '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
                '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
                '<wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="%d" name="文本框"/>'
                '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
                '<a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
                '<wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>%s</mc:Fallback>'
                '</mc:AlternateContent>' % (W, 0 if align == 'left' else 200 * emu, y * emu, w * emu, h * emu, 20 + len(self.doc.element.body), w * emu, h * emu, inner, pict)))
        return par

    def sdt(self, par):
        """wraps a paragraph in a content control"""
        s = parse_xml('<w:sdt xmlns:w="%s"><w:sdtPr><w:alias w:val="填写"/></w:sdtPr><w:sdtContent/></w:sdt>' % W)
        par._p.addprevious(s)
        s.find(qn('w:sdtContent')).append(par._p)

    def ins(self, par):
        """marks the runs of a paragraph as a tracked insertion"""
        for r in list(par._p.findall(qn('w:r'))):
            n = OxmlElement('w:ins')
            n.set(qn('w:id'), '77'), n.set(qn('w:author'), '组织委员'), n.set(qn('w:date'), '2014-04-01T09:00:00Z')
            r.addprevious(n)
            n.append(r)

    def landscape(self):
        sec = self.doc.sections[0]
        sec.orientation, sec.page_width, sec.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)

    def header(self, text):
        self.doc.sections[0].header.paragraphs[0].text = text

    def footer(self, text):
        self.doc.sections[0].footer.paragraphs[0].text = text

    def page(self):
        self.doc.add_page_break()

    def another(self, ident, kind, layout):
        return F(self.part, ident, kind, layout, doc=self.doc)

    # --- labels
    def lab(self, year=None, sign=None, appr=None, ref=None, **fields):
        self.year, self.sign, self.appr, self.ref = year, iso(sign), iso(appr), iso(ref or sign)
        self.fields = {KEYS[k]: v for k, v in fields.items()}

    def save(self, pdf=None, own=True):
        """pdf: None | 'also' | 'only'"""
        d = os.path.join(HERE, self.part)
        if own:
            path = os.path.join(d, self.id + '.docx')
            self.doc.save(path)
            if pdf:
                PDFS.append((path, pdf))
        y = {'id': self.id, 'kind': self.kind, 'dimension_set': {'member': '五带头', None: None}.get(self.kind, '五个好'), 'layout': self.layout, 'reference_date': self.ref,
             'year': self.year, 'fields': self.fields, 'sign_date': self.sign, 'approval_date': self.appr, 'items': self.items}
        with open(os.path.join(d, self.id + '.yaml'), 'w', encoding='utf-8') as f:
            yaml.safe_dump(y, f, allow_unicode=True, sort_keys=False, width=10000)


def finish():
    if not PDFS:
        return
    prof = tempfile.mkdtemp()
    subprocess.run(['soffice', '-env:UserInstallation=file://' + prof, '--headless', '--convert-to', 'pdf', '--outdir', os.path.dirname(PDFS[0][0])] + [p for p, _ in PDFS],
                   check=True, capture_output=True, timeout=300)
    shutil.rmtree(prof)
    for p, how in PDFS:
        assert os.path.exists(p[:-4] + 'pdf'), p
        if how == 'only':
            os.remove(p)
