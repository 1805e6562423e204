"""The few things that the edits do to the XML of a Word file."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_PLAIN = frozenset(W + tag for tag in ("pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr"))
_OBJECTS = tuple(W + tag for tag in ("sectPr", "numPr", "drawing", "pict", "object"))

Element = Any
"""An element of lxml."""


def element(tag: str, **attributes: str) -> Element:
    """An element of the Word namespace with attributes of it."""
    return etree.Element(W + tag, {W + name: value for name, value in attributes.items()})


def paragraph(text: str) -> Element:
    """A new paragraph."""
    made, run = element("p"), element("r")
    run.append(written(element("t"), text))
    made.append(run)
    return made


def written(t: Element, text: str) -> Element:
    """The element with this text, blanks kept."""
    t.text = text
    t.set(_PRESERVE, "preserve")
    return t


def texts(p: Element) -> list[Element]:
    """The text elements of a paragraph, those of boxes inside it left out."""
    return [t for t in p.iter(W + "t") if next(a for a in t.iterancestors(W + "p")) is p]


def text_of(p: Element) -> str:
    """What a paragraph says."""
    return "".join(t.text or "" for t in texts(p))


def rewrite(p: Element, text: str) -> None:
    """Puts another text in the place of all of it."""
    first, *rest = texts(p)
    written(first, text)
    for t in rest:
        t.text = ""


def cut(p: Element, count: int) -> None:
    """Takes the first letters away."""
    for t in texts(p):
        taken = min(count, len(t.text or ""))
        written(t, (t.text or "")[taken:])
        count -= taken


def prefix(p: Element, text: str) -> None:
    """Puts letters before the paragraph's."""
    first = texts(p)[0]
    written(first, text + (first.text or ""))


def is_plain(p: Element) -> bool:
    """Whether a paragraph holds text alone: no number of Word's, no picture, no end of a section."""
    return all(c.tag in _PLAIN for c in p) and next(p.iter(*_OBJECTS), None) is None


def is_one_line(p: Element) -> bool:
    """Whether it is plain, without breaks and tabs."""
    return is_plain(p) and next(p.iter(W + "br", W + "tab", W + "cr"), None) is None


def in_table(p: Element) -> bool:
    """Whether it stands in a cell."""
    return next(p.iterancestors(W + "tc"), None) is not None


def ends_section(p: Element) -> bool:
    """Whether the end of a section hangs on it."""
    return next(p.iter(W + "sectPr"), None) is not None


def table(rows: list[list[list[Element]]]) -> Element:
    """A table of rows of cells of paragraphs."""
    made, grid = element("tbl"), element("tblGrid")
    made.append(element("tblPr"))
    made.append(grid)
    for _ in rows[0]:
        grid.append(element("gridCol", w=str(9000 // len(rows[0]))))
    for row in rows:
        tr = element("tr")
        tr.extend(_cell(cell, 9000 // len(row)) for cell in row)
        made.append(tr)
    return made


def _cell(paragraphs: list[Element], width: int) -> Element:
    tc, properties = element("tc"), element("tcPr")
    properties.append(element("tcW", w=str(width), type="dxa"))
    tc.append(properties)
    tc.extend(paragraphs)
    if not paragraphs or paragraphs[-1].tag != W + "p":
        tc.append(element("p"))
    return tc


def parted(p: Element, parts: list[str]) -> None:
    """The paragraph's text in paragraphs one below the other."""
    rewrite(p, parts[0])
    at, properties = p, p.find(W + "pPr")
    for part in parts[1:]:
        new = paragraph(part)
        if properties is not None:
            new.insert(0, copy.deepcopy(properties))
        at.addnext(new)
        at = new


def translated(root: Element, signs: dict[int, str]) -> bool:
    """Whether letters of the whole document became others."""
    changed = False
    for t in root.iter(W + "t"):
        new = (t.text or "").translate(signs)
        changed = changed or new != t.text
        t.text = new
    return changed


def labels(p: Element) -> Iterator[str]:
    """The words before a colon with which the paragraph begins, and those that a wide gap parts from what stands before."""
    for piece in re.split(r"[ \u3000]{3,}|\u3000{2,}|\t", text_of(p)):
        found = re.match(r"\s*([\u4e00-\u9fff \u3000]{2,12}?)[：:]", piece)
        if found is not None:
            yield found[1]
