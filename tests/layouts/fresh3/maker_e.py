"""Builds the forms e… : text with marks in, Word/PDF file and label out.

Marks: ⟦ordinal|text⟧ is a promise, ⟪1:text⟫ a heading of level 1 (2, …) that holds until the next of its level or above,
⟪0:⟫ ends all headings. A table row wrapped in I(…) is a promise of a ledger: cell `ordinal` is its number, the other filled
cells that are no headings its text.
"""
import html
import re
import subprocess
import tempfile
from pathlib import Path

import yaml
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = Path(__file__).parent
STACK = '\n'
MARK = re.compile(r'⟦(?P<ordinal>[^|⟧]*)\|(?P<text>[^⟧]*)⟧|⟪(?P<level>\d):(?P<head>[^⟫]*)⟫')
ALIGN = {'title': WD_ALIGN_PARAGRAPH.CENTER, 'center': WD_ALIGN_PARAGRAPH.CENTER, 'right': WD_ALIGN_PARAGRAPH.RIGHT}


class I(list):
    """A ledger row that is a promise."""

    def __init__(self, *cells, ordinal=0, skip=()):
        super().__init__(cells)
        self.ordinal, self.skip = ordinal, skip


class Form:
    def __init__(self, stem, kind, layout, out='docx', land=False, font='宋体', size=11, via='docx', header=None,
                 breaks=False,
                 wrapped=None):
        self.stem, self.kind, self.layout, self.out, self.land = stem, kind, layout, out, land
        self.font, self.size, self.via, self.header, self.breaks = font, size, via, header, breaks
        self.wrapped = wrapped or {}
        self.blocks, self.items, self.heads, self.meta = [], [], [], {}

    # what is printed
    def _plain(self, text):
        def one(m):
            if m['level'] is None:
                self.item(m['ordinal'], m['text'])
                return m['ordinal'] + m['text']
            level = int(m['level'])
            self.heads = self.heads[:max(level - 1, 0)]
            if level:
                self.heads.append(squeeze(m['head']) if '\n' in m['head'] else m['head'].strip())
            return m['head']
        return MARK.sub(one, text)

    def item(self, ordinal, text, headings=None):
        text = re.sub(r'__([^_]+)__', r'\1', text)
        heads = list(self.heads if headings is None else headings)
        self.items.append({'text': text.strip(), 'ordinal': (ordinal or '').strip() or None, 'headings': heads})

    def p(self, text='', style='plain'):
        self.blocks.append(('p', self._plain(text), style))

    def title(self, text):
        self.p(text, 'title')

    def auto(self, text):
        """A paragraph that Word numbers: 1. 2. 3."""
        n = 1 + sum(b[2] == 'auto' for b in self.blocks)
        self.item(f'{n}.', text)
        self.blocks.append(('p', text, 'auto'))

    def box(self, *lines):
        self.blocks.append(('box', [self._plain(x) for x in lines]))

    def table(self, rows, widths=None, grid=True):
        out = []
        for row in rows:
            cells, texts = [], []
            for i, c in enumerate(row):
                text, cols, height, opts = (c if isinstance(c, tuple) else (c,)) + (1, 1, '')[len(c) - 1 if isinstance(c, tuple) else 0:]
                heading = '⟪' in text
                text = self._plain(text)
                cells.append((text, cols, height, opts))
                if isinstance(row, I) and i not in row.skip and i != row.ordinal and not heading and text.strip():
                    texts.append(text.strip())
            if isinstance(row, I):
                self.item(cells[row.ordinal][0] if row.ordinal is not None else None, '\n'.join(texts))
            out.append(cells)
        self.blocks.append(('t', out, widths, grid))

    def label(self, fields, year=None, sign=None, approval=None, reference=None):
        self.meta = dict(fields=fields, year=year, sign_date=sign, approval_date=approval,
                         reference_date=reference or sign)

    # files
    def save(self, half):
        folder = HERE / half
        folder.mkdir(exist_ok=True)
        label = {'id': self.stem, 'kind': self.kind, 'dimension_set': '五带头' if self.kind == 'member' else '五个好',
                 'layout': self.layout, 'reference_date': self.meta['reference_date'], 'year': self.meta['year'],
                 'fields': self.meta['fields'], 'sign_date': self.meta['sign_date'],
                 'approval_date': self.meta['approval_date'], 'items': self.items}
        text = yaml.dump(label, allow_unicode=True, sort_keys=False, width=200)
        text = re.sub(r"(?m)^(\w+_date: )'([\d-]+)'$", r'\1\2', text)
        (folder / f'{self.stem}.yaml').write_text(text, encoding='utf-8')
        with tempfile.TemporaryDirectory() as tmp:
            docx = Path(tmp) / f'{self.stem}.docx'
            self._docx().save(docx)
            source = docx
            if self.via == 'html':
                source = docx.with_suffix('.html')
                source.write_text(self._html(), encoding='utf-8')
            if self.out in ('pdf', 'both'):
                subprocess.run(['soffice', f'-env:UserInstallation=file://{tmp}/profile', '--headless',
                                *(['--infilter=HTML (StarWriter)'] if self.via == 'html' else []), '--convert-to', 'pdf',
                                '--outdir', str(folder), str(source)], check=True, capture_output=True, timeout=120)
            if self.out in ('docx', 'both'):
                (folder / docx.name).write_bytes(docx.read_bytes())

    def _run(self, par, text, size=None, bold=False):
        for n, part in enumerate(re.split(r'(__[^_]+__)', text)):
            if not part:
                continue
            under = n % 2 == 1
            run = par.add_run(part[2:-2] if under else part)
            run.underline = under or None
            run.bold = bold or None
            run.font.size = Pt(size or self.size)
            run.font.name = 'Times New Roman'
            run._element.get_or_add_rPr().get_or_add_rFonts().set(qn('w:eastAsia'), self.font)

    def _docx(self):
        doc = Document()
        sec = doc.sections[0]
        sec.page_width, sec.page_height = (Cm(29.7), Cm(21)) if self.land else (Cm(21), Cm(29.7))
        sec.orientation = WD_ORIENT.LANDSCAPE if self.land else WD_ORIENT.PORTRAIT
        sec.left_margin = sec.right_margin = Cm(2.2)
        sec.top_margin = sec.bottom_margin = Cm(2)
        if self.header:
            self._run(sec.header.paragraphs[0], self.header, 9)
            sec.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        width = (29.7 if self.land else 21) - 4.4
        for block in self.blocks:
            if block[0] == 'p':
                self._par(doc.add_paragraph(style='List Number' if block[2] == 'auto' else None), block[1], block[2])
            elif block[0] == 'box':
                t = doc.add_table(1, 1)
                t.style = 'Table Grid'
                self._cell(t.cell(0, 0), '\n'.join(block[1]), '')
            else:
                self._table(doc, block, width)
        return doc

    def _par(self, par, text, style):
        if style in ALIGN:
            par.alignment = ALIGN[style]
        par.paragraph_format.space_after = Pt(4)
        for n, line in enumerate(text.split('\n')):
            if n:
                par.add_run().add_break()
            self._run(par, line, 18 if style == 'title' else None, style == 'title')

    def _cell(self, cell, text, opts):
        par = cell.paragraphs[0]
        for n, line in enumerate(text.split('\n')):
            if n and self.breaks:
                par.add_run().add_break()
            elif n:
                par = cell.add_paragraph()
            par.paragraph_format.space_after = Pt(2)
            if 'c' in opts:
                par.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if re.match(r'\s{12}', line) and 'c' not in opts:
                par.alignment, line = WD_ALIGN_PARAGRAPH.RIGHT, line.strip()
            self._run(par, line)
            if line.strip() in self.wrapped:
                self._wrap(par, self.wrapped[line.strip()])
        if grid_middle(text):
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        if 'v' in opts:
            el = OxmlElement('w:textDirection')
            el.set(qn('w:val'), 'tbRlV')
            cell._tc.get_or_add_tcPr().append(el)

    def _wrap(self, par, how):
        """Puts the paragraph's runs into a content control (sdt) or a tracked insertion (ins)."""
        runs = [r._element for r in par.runs]
        outer = OxmlElement(f'w:{how}')
        runs[0].addprevious(outer)
        inner = outer
        if how == 'sdt':
            outer.append(OxmlElement('w:sdtPr'))
            inner = OxmlElement('w:sdtContent')
            outer.append(inner)
        else:
            for key, value in (('id', '7'), ('author', '办公室'), ('date', '2016-01-01T08:00:00Z')):
                outer.set(qn(f'w:{key}'), value)
        for r in runs:
            inner.append(r)

    def _place(self, rows):
        taken, placed = set(), []
        for r, row in enumerate(rows):
            c = 0
            for cell in row:
                while (r, c) in taken:
                    c += 1
                placed.append((r, c, cell))
                taken |= {(r + i, c + j) for i in range(cell[2]) for j in range(cell[1])}
                c += cell[1]
        return placed, max(x[1] for x in taken) + 1

    def _table(self, doc, block, width):
        _, rows, widths, grid = block
        placed, ncols = self._place(rows)
        for r in range(len(rows)):
            got = sum(c[1] * 1 for (rr, _, c) in placed if rr <= r < rr + c[2])
            assert got == ncols, (self.stem, r, got, ncols)
        t = doc.add_table(len(rows), ncols)
        t.autofit = False
        if grid:
            t.style = 'Table Grid'
        for row, cells in zip(t.rows, rows):
            row.height = Cm(1.4 if any('v' in c[3] for line in rows for c in line) else 5 if any(c[1] >= 3 and c[2] == 1 and len(c[0]) > 70 for c in cells) else .9)
        widths = widths or [1] * ncols
        for j, col in enumerate(t.columns):
            col.width = Cm(width * widths[j] / sum(widths))
        for row in t.rows:
            for j, cell in enumerate(row.cells):
                cell.width = Cm(width * widths[j] / sum(widths))
        for r, c, (text, cols, height, opts) in placed:
            cell = t.cell(r, c)
            if cols > 1 or height > 1:
                cell = cell.merge(t.cell(r + height - 1, c + cols - 1))
            self._cell(cell, text, opts)

    def _html(self):
        esc = lambda s: re.sub(r'__([^_]+)__', r'<u>\1</u>', html.escape(s).replace('  ', '&nbsp;&nbsp;')).replace('\n', '<br>')
        body = []
        for block in self.blocks:
            if block[0] == 'p':
                tag, align = ('h2', 'center') if block[2] == 'title' else ('p', {'right': 'right', 'center': 'center'}.get(block[2], 'left'))
                body.append(f'<{tag} align="{align}">{esc(block[1])}</{tag}>')
            elif block[0] == 't':
                widths = block[2]
                body.append(f'<table border="{int(block[3])}" cellspacing="0" cellpadding="4" width="100%">')
                if widths:
                    body.append(''.join(f'<col width="{round(100 * w / sum(widths))}%">' for w in widths))
                for row in block[1]:
                    body.append('<tr>' + ''.join(f'<td colspan="{c}" rowspan="{h}"{" align=center" if "c" in o else ""}>{esc(t)}</td>'
                                                 for t, c, h, o in row) + '</tr>')
                body.append('</table>')
        return f'<html><head><meta charset="utf-8"></head><body style="font-size:{self.size}pt">' + '\n'.join(body) + '</body></html>'


def grid_middle(text):
    return len(text) < 30


def squeeze(s):
    return re.sub(r'\s+', '', s)


# the blank forms of the offices ------------------------------------------------------------------------------------

def hospital_member_later(f, no, name, sex, ward, title, birth, joined, branch, tel, promise, opinion, sign):
    f.header = f'三院党承〔{no}'
    f.title('共产党员公开承诺书')
    f.p(f'支部：{branch}        科室：{ward}')
    f.table([
        ['姓名', '性别', '出生年月', '入党时间', '职称职务', '手机'],
        [name, sex, birth, joined, title, tel],
        [('承 诺 事 项', 6, 1, 'c')],
        [(promise, 6)],
        [('承诺人签名及日期', 2), (sign.strip(), 4)],
        [('党支部意见', 2), (opinion, 4)],
        [('群众评议（七一前填）', 2), ('□好   □较好   □一般   □差', 4)],
    ], [2, 1.4, 2.4, 2.4, 2.8, 2.4])


def hospital_member(f, no, name, sex, ward, title, birth, joined, branch, tel, promise, opinion, sign):
    f.header = f'三院党承〔{no}'
    f.title('笙州市第三人民医院党员公开承诺书')
    f.table([
        ['姓  名', name, '性  别', sex, ('（贴一寸照片）', 1, 4, 'c')],
        ['科  室', ward, '职务/职称', title],
        ['出生年月', birth, '入党时间', joined],
        ['所在支部', branch, '联系电话', tel],
        [('我\n的\n承\n诺', 1, 1, 'c'), (promise + '\n\n                            ' + sign, 4)],
        ['年终自评', ('□好   □较好   □一般   □差', 4)],
        ['支部审核\n意    见', (opinion, 4)],
        ['备  注', ('', 4)],
    ], [2, 3, 2.2, 3.4, 2.6])
    f.p('说明：本表一式两份，一份贴科室公示栏，一份交院党办。院纪委监督电话：5550199')


def hospital_ledger_later(f, unit, people, boss, tel, rows, foot, year):
    f.title(f'{year}年三院党支部为民办实事承诺清单')
    f.table([['党支部', (unit, 2), '支部书记', (boss, 2)], ['在册党员', (people, 2), '电话', (tel, 2)],
             ['编号', '谁来办', '办什么', '受益对象', '怎么办', '何时办完']] +
            [I(no, who, what, whom, how, when) for no, what, whom, how, when, who in rows] +
            [[('党办督办记录', 2), ('', 4)]], [1.6, 2.6, 6, 2.6, 6, 2.6])
    f.p(foot)


def hospital_ledger(f, unit, people, boss, tel, rows, foot, year):
    f.title(f'笙州市第三人民医院党支部承诺事项一览表（{year}年）')
    f.p(f'填报支部：{unit}        党员数：{people}        负责人：{boss}        电话：{tel}')
    head = [('序号', 1, 2, 'c'), ('承诺内容', 1, 2, 'c'), ('惠及人群', 1, 2, 'c'), ('具体举措', 1, 2, 'c'), ('完成时间', 1, 2, 'c'),
            ('责任科室\n（人）', 1, 2, 'c'), ('推进情况（季度末由党办填写）', 4, 1, 'c')]
    f.table([head, ['一', '二', '三', '四']] + [I(*r, '', '', '', '') for r in rows],
            [1, 5.5, 2.6, 5.5, 2.4, 2.6, 1, 1, 1, 1])
    f.p(foot)


def tax_member(f, county, who, common, post, style, sign, opinion, year, across=False):
    f.title(f'{county}共产党员“亮承诺”登记表')
    f.p(f'（{year}年度）', 'center')
    name, age, dep, job, joined = who
    if across:
        f.table([
            ['部门', (dep, 2), '姓名', (name, 2)],
            ['职务', (job, 2), '年龄', (age, 2)],
            ['入党时间', (joined, 5)],
            [('⟪1:一、共性承诺⟫（选定的在□内打√）', 6)], [(common, 6)],
            [('⟪1:二、岗位承诺⟫（2至4项，要具体）', 6)], [(post, 6)],
            [('⟪1:三、作风承诺⟫', 6)], [(style, 6)],
            [('本人签字：' + sign, 3), ('支部书记审签：' + opinion, 3)],
            ['纳税人评议', ('满意 □    基本满意 □    不满意 □', 5)],
        ])
        return
    f.table([
        ['姓名', name, '年龄', age, '政治面貌', '中共党员'],
        ['部门', dep, '职务', job, '入党年月', joined],
        [('⟪1:共性承诺⟫\n（请在选定项前打√）', 1, 1, 'c'), (common, 5)],
        [('⟪1:岗位承诺⟫\n（2至4项，要具体）', 1, 1, 'c'), (post, 5)],
        [('⟪1:作风承诺⟫', 1, 1, 'c'), (style, 5)],
        ['承诺人签字', (sign, 2), '支部书记审签', (opinion, 2)],
        ['纳税人评议', ('满意 □    基本满意 □    不满意 □', 3), '测评人数', ''],
    ], [2.4, 2.4, 1.6, 2.4, 2.4, 2.6])


def tax_org(f, head, promises, tail, fields):
    f.title(head)
    f.table(fields, [2, 3, 2, 3])
    f.p()
    for n, (no, what, limit, dep, how) in enumerate(promises):
        f.table([[no, (what, 3)], ['办结时限', limit, '责任股室', dep], ['监督办法', (how, 3)]], [2, 4, 2, 3])
        f.p()
        f.item(no, '\n'.join(x.strip() for x in (what, limit, dep, how) if x.strip()))
    for line, style in tail:
        f.p(line, style)


def village_org_later(f, year, village, count, sec, tel, rows, opinion, seal):
    f.title(f'{village}{year}年民生实事承诺单')
    f.p(f'书记：{sec}    党员：{count}    联系电话：{tel}')
    f.table([['序', '实事项目', '责任人', '完成时限', '资金', '配合单位', '群众打分']] +
            [I(no, what, who, when, money, helper, '') for no, what, money, when, who, helper in rows],
            [1, 5, 2.2, 2.6, 3, 2.4, 1.6])
    f.p('承诺单位：' + seal, 'right')
    f.p('黍溪镇党委审批意见：' + opinion)


def village_org(f, year, village, count, sec, tel, rows, opinion, seal):
    f.p(f'编号：黍组承〔{year}〕  号', 'right')
    f.title('黍溪镇村级党组织为民承诺书')
    rows = [I(*r, '', '') for r in rows]
    f.table([
        [('村党组织', 2), (village, 2), '党员数', (count, 3)],
        [('书  记', 2), (sec, 2), '电  话', (tel, 3)],
        [('承 诺 办 理 事 项', 8, 1, 'c')],
        ['号', '办什么事', '钱从哪来', '什么时候办好', '谁负责', '协办单位', ('村民代表评议', 2, 1, 'c')],
        ['', '', '', '', '', '', '赞成', '反对']] + rows + [
        [('村党组织盖章', 2), (seal, 6)],
        [('镇党委意见', 2), (opinion, 6)],
    ], [1, 5, 3, 2.6, 2.2, 2.4, 1.2, 1.2])
    f.p('公示地点：村务公开栏      公示时间：不少于7天      监督电话：镇纪委 5552210')


def village_member(f, village, name, age, edu, post, promise, sign):
    f.title('农村无职党员设岗定责承诺卡')
    f.table([
        [('村', 1, 1, 'c'), village, ('姓名', 1, 1, 'c'), name, ('年龄', 1, 1, 'c'), age],
        [('文化', 1, 1, 'c'), edu, ('认领岗位', 1, 1, 'c'), (post, 3)],
        [('承诺干什么', 6, 1, 'c')],
        [(promise, 6)],
        [('承诺人（签名、按手印）', 2), (sign, 4)],
        [('年底党员大会评议', 2), ('优（  ）  良（  ）  中（  ）  差（  ）', 4)],
    ], [1, 3, 1.5, 2.5, 1.5, 2])


def college_secretary_later(f, year, who, rows, sign, opinion):
    name, sex, birth, job, since, tel, org = who
    f.title(f'{year}党组织书记公开承诺表')
    f.p('箜篌职业技术学院党委组织部制', 'center')
    f.table([
        ['书记姓名', name, '任职时间', since, ('编\n号', 1, 1, 'c'), ''],
        ['党组织', (org, 3), '性别', sex],
        ['现任职务', job, '电话', tel, '出生年月', birth],
        ['条目', ('目标任务', 2, 1, 'c'), ('完成期限', 1, 1, 'c'), ('怎样完成', 2, 1, 'c')]] +
        [I(no, (goal, 2), when, (how, 2)) for no, goal, how, when in rows] +
        [[('上级党组织意见：' + opinion, 3), ('承诺人签字：' + sign, 3)]], [2, 3.4, 2, 3, 2, 2.6])


def college_secretary(f, year, who, rows, sign, opinion, note=True):
    name, sex, birth, job, since, tel, org = who
    f.p('附件3')
    f.title(f'{year}箜篌职业技术学院党组织书记公开承诺书')
    rows = [I(*r, ordinal=0) for r in rows]
    f.table([
        [('姓 名', 2), name, '性 别', sex, '出生年月', birth],
        [('职 务', 2), job, '任现职时间', since, '联系方式', tel],
        [('所在党组织', 2), (org, 5)],
        [('公\n开\n承\n诺\n事\n项', 1, len(rows) + 1, 'c'), '序号', ('工作目标', 2), ('主要措施', 2), '完成时限']]
        + [_wide(r) for r in rows] + [
        [('本人签字', 2), (sign, 5)],
        [('上级党组织审定意见', 2), (opinion, 5)],
    ], [1.2, 1.4, 3, 2, 3, 2.2, 2.6])
    if note:
        f.p('注：1.工作目标应能量化；2.本表可另附页；3.一式四份。')


def _wide(r):
    r[1], r[2] = (r[1], 2), (r[2], 2)
    return r


def college_parts(f, org, fields, parts, sign, opinion, year, turned=False):
    f.title(f'箜篌职业技术学院基层党组织公开承诺书')
    f.p(f'{year}年度', 'center')
    rows = []
    for head, promises in parts:
        for n, text in enumerate(promises):
            rows.append(([(f'⟪1:{head if turned else STACK.join(head)}⟫', 1, len(promises), 'vc' if turned else 'c')] if n == 0 else []) + [(text, 3)])
    f.table([['党组织全称', (org, 3)]] + fields + [[('承诺类别', 1, 1, 'c'), ('承诺内容及完成时限', 3, 1, 'c')]] + rows + [
        ['党组织（盖章）', sign, '院党委审定', opinion]], [2, 4.5, 2, 4.5])


def mine_card(f, unit, name, job, no, tel, promise, sign, year):
    f.title('高粱沟煤矿党员安全承诺卡')
    f.table([
        ['区队/班组', unit, '编号', no],
        ['承诺党员', name, '工种（岗位）', job],
        [('我\n郑\n重\n承\n诺', 1, 1, 'c'), (promise, 3)],
        ['联保对象', ('', 3)],
        ['签名', sign, '联系电话', tel],
        ['季度兑现', ('一季度：    二季度：    三季度：    四季度：', 3)],
    ], [2, 5, 2.2, 4])


def mine_columns(f, org, line, heads, what, how, when, who, foot, year):
    f.title(f'高粱沟煤矿{year}年党组织公开承诺公示牌')
    f.p(f'党组织：{org}    {line}')
    n = len(heads)
    f.table([['项  目'] + [(h, 1, 1, 'c') for h in heads], ['承诺事项'] + what, ['保证措施'] + how, ['兑现日期'] + when,
             ['责任人'] + who, ['兑现情况'] + [''] * n, ['职工评价'] + ['满意□ 不满意□'] * n], [1.6] + [4] * n)
    for i, h in enumerate(heads):
        f.item(h, '\n'.join(x[i].strip() for x in (what, how, when, who) if x[i].strip()))
    for line, style in foot:
        f.p(line, style)


def street_org(f, community, fields, parts, seal, opinion, period):
    f.title(f'琵琶街道党组织为民服务承诺公示表')
    rows = [[(f'⟪1:{head}⟫', 1, 1, 'c'), (text, 5)] for head, text in parts]
    f.table([['社区党组织', (community, 5)]] + fields + rows + [
        ['承诺党组织', (seal, 2), '街道党工委\n审核意见', (opinion, 2)],
        ['公示时间', (period, 2), '监督电话', ('街道纪工委 5557001', 2)],
        ['评议结果', ('好     票  较好     票  一般     票  差     票', 5)],
    ], [2.2, 2.4, 1.8, 2.2, 2, 2.4])


def street_member(f, who, ticks, own, sign, ack):
    name, sex, unit, branch, tel, skill, time = who
    f.title('在职党员到社区报到承诺登记表')
    f.table([
        ['姓名', name, '性别', sex],
        ['工作单位', unit, '所在党支部', branch],
        ['手机', tel, '特长爱好', skill],
        ['可服务时间', (time, 3)],
        ['⟪1:认领服务项目⟫\n（打“√”）', (ticks, 3)],
        ['⟪1:个人承诺⟫', (own, 3)],
        ['⟪0:⟫承诺人', sign, '社区接收意见', ack],
        ['服务记录', ('年   月   日  服务内容：            时长：   小时', 3)],
    ], [2, 4, 2, 4])


def bank_org(f, org, line, rows, foot, year):
    f.title(f'燕麦银行荞州分行党组织承诺践诺评诺表')
    f.p(line)
    f.table([[('承  诺', 5, 1, 'c'), ('践  诺', 1, 1, 'c'), ('评  诺', 2, 1, 'c')],
             ['类别', '承诺项目', '达成标准', '推进办法', '时限 / 牵头人', '兑现情况', '自评分', '客户评分']] +
            rows, [1.4, 4, 3.6, 5, 3, 2, 1.2, 1.4])
    for line, style in foot:
        f.p(line, style)


def bank_member(f, who, promise, sign, boss, year):
    name, job, branch, outlet, joined = who
    f.p('燕麦银行荞州分行党委制', 'right')
    f.title('党员先锋岗承诺书')
    f.table([['岗位牌号', '', '承诺年度', year], ['党员', name, '岗位', job], ['网点/部门', outlet, '党支部', branch], ['入党日期', joined, '工号', '']],
            [2, 4, 2, 4], grid=False)
    f.p('亮身份  作承诺  见行动', 'center')
    for x in promise:
        f.auto(x[1:]) if x[0] == '#' else f.p(x)
    f.p(sign, 'right')
    f.table([['支部（网点）负责人意见：\n' + boss]])


def rail_matrix(f, org, line, rows, foot, year):
    f.title(f'糜子坪车务段{year}年党支部承诺项目节点表')
    f.p(f'支部名称：{org}    {line}')
    f.table([[('序', 1, 2, 'c'), ('承诺项目', 1, 2, 'c'), ('节 点 目 标', 4, 1, 'c'), ('包保人', 1, 2, 'c'), ('销号', 1, 2, 'c')],
             ['一季度', '二季度', '三季度', '四季度']] + [I(*r, '') for r in rows], [0.8, 4, 4, 4, 4, 4, 2, 1.2])
    for line, style in foot:
        f.p(line, style)


def rail_member_later(f, who, rows, sign, opinion, year):
    name, sex, nation, birth, joined, edu, job, branch = who
    f.p(f'糜子坪车务段党员年度承诺（{year}）', 'title')
    promises = '\n'.join(f'⟦{o}|{r}{"（时限：" + w + "）" if w else ""}⟧' for o, r, w in rows)
    f.table([
        [('党员\n信息', 1, 4, 'c'), '姓    名', name, '性    别', sex],
        ['党 支 部', (branch, 3)],
        ['职    名', job, '文化程度', edu],
        ['出生年月\n民    族', birth + '\n' + nation, '入党时间', joined],
        ['我承诺', (promises, 4)],
        ['签  名', (sign, 2), '支部意见', opinion],
        ['兑现', ('6月：            12月：', 4)],
    ], [1.8, 2.4, 3.4, 2.4, 3.4])


def rail_member(f, who, rows, sign, opinion, year):
    name, sex, nation, birth, joined, edu, job, branch = who
    f.title('党员承诺践诺登记表')
    for o, r, w in rows:
        f.item(o, '\n'.join(x.strip() for x in (r, w) if x.strip()))
    f.p(f'糜子坪车务段党委组织科印制          {year}年', 'center')
    f.table([
        ['姓名', name, '性别', sex, '民族', nation],
        ['出生年月', birth, '入党时间', joined, '学历', edu],
        ['职名', (job, 2), '党支部', (branch, 2)],
        [('承诺内容', 3, 1, 'c'), '完成期限', '自查', '验收人']] +
        [[(o + r, 3), w, '', ''] for o, r, w in rows] +
        [[('承诺人：' + sign, 3), ('支部意见：' + opinion, 3)],
         [('1月', 1, 1, 'c'), ('2月—5月', 1, 1, 'c'), '6月', '7月—9月', '10月', '11月—12月'], ['', '', '', '', '', '']],
        [2, 3, 2, 2.4, 1.6, 2.2])
