"""Looks whether every label of the forms e… is printed in its file: python e_check.py [tune|test]."""
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import yaml
from lxml import etree

HERE = Path(__file__).parent
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def squeeze(s):
    return re.sub(r'[\s\f\xa0]+', '', s)


def printed(stem):
    """The printed text, squeezed, in every reading order at hand."""
    out = []
    docx, pdf = stem.with_suffix('.docx'), stem.with_suffix('.pdf')
    if docx.exists():
        with zipfile.ZipFile(docx) as z:
            out.append(squeeze(''.join(''.join(t.text or '' for t in etree.fromstring(z.read(n)).iter(W + 't'))
                                       for n in z.namelist() if re.match(r'word/(document|header\d*|footer\d*)\.xml', n))))
    if pdf.exists() and not docx.exists():
        for opt in ([], ['-raw']):
            text = subprocess.run(['pdftotext', *opt, str(pdf), '-'], check=True, capture_output=True, text=True).stdout
            out += [squeeze(text), re.sub(r'\n+', '|', re.sub(r'[ \f]', '', text))]
    return out


def shows(texts, what):
    return any(squeeze(what) in t for t in texts)


DIGITS = dict(zip('〇○零一二三四五六七八九O', (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0)))


def has_date(texts, iso):
    year, *rest = [int(x) for x in iso.split('-')]
    text = ''.join(texts).translate({ord('０') + i: str(i) for i in range(10)})
    text = re.sub(r'[〇○零O一二三四五六七八九]{4}年', lambda m: ''.join(str(DIGITS[c]) for c in m[0][:-1]) + '年', text)
    text = re.sub(r'([一二三四五六七八九十]+)(?=[月日])', lambda m: str(number(m[1])), text)
    if str(year) not in text:
        return False
    pattern = '' if not rest else rf'0?{rest[0]}(?!\d)' if len(rest) == 1 else rf'0?{rest[0]}[月.\-/]0?{rest[1]}(?!\d)'
    return bool(re.search(pattern, text))


def number(s):
    if '十' in s:
        a, b = s.split('十')
        return (DIGITS[a] if a else 1) * 10 + (DIGITS[b] if b else 0)
    return DIGITS.get(s, 0)


def check(half):
    bad = items = forms = 0
    for path in sorted((HERE / half).glob('*.yaml')):
        label = yaml.safe_load(path.read_text(encoding='utf-8'))
        texts = printed(path.with_suffix(''))
        forms += 1
        if not texts:
            bad += 1
            print(path.name, 'no file')
        for key in ('sign_date', 'approval_date'):
            if label[key] and not has_date(texts, str(label[key])):
                bad += 1
                print(path.name, key, label[key])
        for key, value in label['fields'].items():
            if value is None:
                continue
            ok = (has_date(texts, value) if re.fullmatch(r'\d{4}(-\d\d){0,2}', value) and key in ('birth', 'join_date', 'tenure') else
                  shows(texts, value) or key == 'member_count' and str(value) in [str(number(x)) for t in texts for x in re.findall('[一二三四五六七八九十]+', t)])
            if not ok:
                bad += 1
                print(path.name, key, value)
        for item in label['items']:
            items += 1
            for part in [*item['text'].split('\n'), *item['headings'], *([item['ordinal']] if item['ordinal'] and '自动编号' not in label['layout'] else [])]:
                if not shows(texts, part):
                    bad += 1
                    print(path.name, 'not printed:', part)
    print(f'{half}: {forms} forms, {items} promises, {bad} labels not printed')
    return bad


if __name__ == '__main__':
    sys.exit(bool(sum(check(h) for h in (sys.argv[1:] or ['tune', 'test']))))
