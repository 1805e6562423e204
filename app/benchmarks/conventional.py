"""What a plain script does: python-docx cell by cell or pdfplumber's defaults, jieba, a few regexes. The thing to beat."""

from __future__ import annotations

import re
from pathlib import Path

NUMBER = re.compile(r"\d+(?:\.\d+)?\s*(?:%|％|户|人|次|件|台|名|个|项|场|万元|篇|小时)")
DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|中旬|上旬|下旬)?前?|年底|年内|每(?:周|月|季度|年|学期)|长期")
MEASURE = re.compile(r"(?:通过|利用|依托|采取|借助)[^，。；]+")
RESPONSIBLE = re.compile(r"(?:责任人|负责人)[：:]\s*([\u4e00-\u9fff]{2,4})")
ORDINAL = re.compile(r"^\s*(?:[一二三四五六七八九十]+、|\d+[、.．]|[（(][一二三四五六七八九十\d]+[)）])")


def word_text(path: Path) -> list[str]:
    """Every cell's text, as the tutorials do it."""
    import docx

    document = docx.Document(str(path))
    lines = [p.text for p in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                lines.extend(cell.text.split("\n"))
    return lines


def pdf_text(path: Path) -> list[str]:
    """Text and tables with the default settings."""
    import pdfplumber

    lines: list[str] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            lines.extend((page.extract_text() or "").split("\n"))
            for table in page.extract_tables():
                lines.extend(line for row in table for cell in row if cell for line in cell.split("\n"))
    return lines


def understand(lines: list[str]) -> list[tuple[str, bool, bool, bool, bool, int]]:
    """Promises by their ordinals; elements by regexes; words by jieba."""
    import jieba

    found = []
    for line in dict.fromkeys(lines):
        if ORDINAL.match(line):
            words = jieba.lcut(line)
            found.append(
                (line, bool(NUMBER.search(line)), bool(DATE.search(line)), bool(MEASURE.search(line)),
                 bool(RESPONSIBLE.search(line)), len(words))
            )  # fmt: skip
    return found
