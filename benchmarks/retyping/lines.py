"""Formats, blanks, widths of letters: what shows and says nothing."""

from __future__ import annotations

import copy
import re
from functools import partial

from benchmarks.retyping.sheet import Sheet
from benchmarks.retyping.word import (
    Element,
    W,
    element,
    ends_section,
    in_table,
    is_one_line,
    prefix,
    texts,
    translated,
    written,
)

_KEPT = frozenset(W + tag for tag in ("numPr", "sectPr", "pStyle"))
_HALF = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"})
_WIDE_DIGITS = str.maketrans({str(n): chr(0xFF10 + n) for n in range(10)})
_GAP = re.compile(r"[ \u3000]{3,}|\u3000{2,}")


def _plain(sheet: Sheet) -> bool:
    """Size, letters and indents of a format say nothing."""
    for p in sheet.root.iter(W + "p"):
        properties = p.find(W + "pPr")
        for child in list(properties) if properties is not None else ():
            if child.tag not in _KEPT:
                properties.remove(child)
        for run in p.iter(W + "r"):
            format_ = run.find(W + "rPr")
            if format_ is not None and format_.find(W + "vanish") is None:
                run.remove(format_)
    return True


def _blank_lines(sheet: Sheet, count: int) -> bool:
    """Empty lines between paragraphs say nothing."""
    for p in sheet.paragraphs():
        for _ in range(0 if ends_section(p) else count):
            p.addnext(element("p"))
    return True


def _runs(sheet: Sheet) -> bool:
    """Where Word parts the runs of a line nobody sees."""
    for run in list(sheet.root.iter(W + "r")):
        ts = run.findall(W + "t")
        text = ts[0].text or "" if len(ts) == 1 else ""
        if len(text) < 2 or any(c.tag not in (W + "rPr", W + "t") for c in run):
            continue
        at, second = sheet.dice.randrange(1, len(text)), copy.deepcopy(run)
        written(ts[0], text[:at])
        written(second.find(W + "t"), text[at:])
        run.addnext(second)
    return True


def _indented(sheet: Sheet, blanks: str) -> bool:
    """Blanks typed before a paragraph are its indent."""
    for p in sheet.paragraphs():
        if texts(p) and not in_table(p):
            prefix(p, blanks)
    return True


def _tabs(sheet: Sheet) -> bool:
    """A tab is as good a gap as several blanks; inside promises nothing is touched."""
    changed = False
    for p in sheet.outside():
        for t in texts(p) if is_one_line(p) else ():
            pieces = _GAP.split(t.text or "")
            if len(pieces) < 2:
                continue
            _tabbed(t, pieces)
            changed = True
    return changed


def _tabbed(t: Element, pieces: list[str]) -> None:
    written(t, pieces[0])
    at = t
    for piece in pieces[1:]:
        for new in (element("tab"), written(element("t"), piece)):
            at.addnext(new)
            at = new


def _blanks_for_tabs(sheet: Sheet) -> bool:
    """Blanks are as good a gap as a tab."""
    found = [e for e in sheet.root.iter(W + "tab") if e.getparent().tag == W + "r"]
    for tab in found:
        tab.addnext(written(element("t"), "      "))
        tab.getparent().remove(tab)
    return bool(found)


def _spaced_digits(sheet: Sheet) -> bool:
    """A blank between a number and a Chinese letter (2012 年 3 月) is a habit of typing."""
    changed = False
    for p in sheet.paragraphs():
        for t in texts(p):
            new = re.sub(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ", t.text or "")
            changed = changed or new != t.text
            written(t, new)
    return changed


EDITS = {
    "plain": _plain,
    "blank-lines": partial(_blank_lines, count=1),
    "two-blank-lines": partial(_blank_lines, count=2),
    "runs": _runs,
    "indent:wide": partial(_indented, blanks="　　"),
    "indent:half": partial(_indented, blanks="    "),
    "tabs": _tabs,
    "blanks-for-tabs": _blanks_for_tabs,
    "half-width-signs": lambda sheet: translated(sheet.root, _HALF),
    "full-width-digits": lambda sheet: translated(sheet.root, _WIDE_DIGITS),
    "spaced-digits": _spaced_digits,
}
