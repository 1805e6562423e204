"""python d_check.py [tune|test]: every label must be printed. Reads all w:t of a .docx (text boxes, headers and footers too), of a .pdf its characters."""
import glob
import os
import re
import sys
import zipfile

import yaml
from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def docx_text(path):
    out, auto = [], False
    with zipfile.ZipFile(path) as z:
        for n in z.namelist():
            if re.match(r'word/(document|header\d*|footer\d*)\.xml$', n):
                root = etree.fromstring(z.read(n))
                auto = auto or root.find('.//' + W + 'numPr') is not None
                out += [t.text or '' for t in root.iter(W + 't')]
    return ''.join(out), auto


def pdf_text(path):
    import pypdfium2
    d = pypdfium2.PdfDocument(path)
    return ''.join(p.get_textpage().get_text_range() for p in d)


def flat(s):
    return re.sub(r'[\s\ufffe“”]', '', s)


def half(s):
    s = ''.join(chr(ord(c) - 0xfee0) if '！' <= c <= '～' else c for c in flat(s))
    return s.replace('—', '-')


def date_forms(v):
    """numbers of a date in any of the scripts"""
    y, m, *d = [int(x) for x in str(v).split('-')]
    cn = '十'

    def small(n):
        t = '一二三四五六七八九'
        return t[n - 1] if 0 < n < 10 else '〇' if not n else ('' if n < 20 else t[n // 10 - 1]) + cn + (t[n % 10 - 1] if n % 10 else '')

    ys = [str(y), str(y)[2:]] + [''.join({'0': z, **dict(zip('123456789', '一二三四五六七八九'))}[c] for c in str(y)) for z in ['〇', '○', '零', 'Ｏ', '0', '']]
    ms = [str(m), '%02d' % m, small(m)]
    ds = [str(d[0]), '%02d' % d[0], small(d[0])] if d else ['']
    sep = r'[年.\-/．、]'
    return re.compile('(%s)%s(%s)([月.\\-/．、]|(?!\\d))(%s)' % ('|'.join(ys), sep, '|'.join(ms), '|'.join(ds)))


def main():
    bad = n = forms = 0
    for part in sys.argv[1:] or ['tune', 'test']:
        for y in sorted(glob.glob(os.path.join(HERE, part, '*.yaml'))):
            lab = yaml.safe_load(open(y, encoding='utf-8'))
            base = re.sub(r'-\d+$', '', y[:-5])
            forms += 1
            texts = []
            if os.path.exists(base + '.docx'):
                texts.append(('docx', *docx_text(base + '.docx')))
            if os.path.exists(base + '.pdf'):
                texts.append(('pdf', pdf_text(base + '.pdf'), False))
            if not texts:
                print(lab['id'], 'no file'); bad += 1
            for how, raw, auto in texts:
                t, th = flat(raw), half(raw)
                say = lambda *a: print(lab['id'], how, *a)
                for it in lab['items']:
                    n += how == texts[0][0]
                    for piece in it['text'].split('\n'):
                        if flat(piece) not in t:
                            say('text', piece); bad += 1
                    if it['ordinal'] and not auto and flat(it['ordinal']) not in t:
                        say('ordinal', it['ordinal']); bad += 1
                    if it['ordinal'] and not auto and '\n' not in it['text'] and flat(it['ordinal'] + it['text']) not in t:
                        say('ordinal does not stand before', it['ordinal'], it['text'][:12])
                    for h in it['headings']:
                        if flat(h) not in t and not auto:
                            say('heading', h); bad += 1
                for k, v in lab['fields'].items():
                    if v is None:
                        continue
                    ok = half(v) in th or (re.match(r'^\d{4}-\d\d(-\d\d)?$', v) and date_forms(v).search(th))
                    if not ok:
                        say('field', k, v); bad += 1
                for k in ('sign_date', 'approval_date', 'reference_date'):
                    if lab[k] and not date_forms(lab[k]).search(th):
                        say(k, lab[k]); bad += 1
    print(forms, 'labels', n, 'items', bad, 'faults')
    return bad


if __name__ == '__main__':
    sys.exit(bool(main()))
