"""Where lines and paragraphs end."""

from __future__ import annotations

import copy
from functools import partial

from benchmarks.retyping.sheet import Sheet, places
from benchmarks.retyping.word import Element, W, element, is_one_line, is_plain, parted, text_of

_NEVER_FIRST = frozenset("，。；：、！？）》”％%…—,.;:!?)")
_NEVER_LAST = frozenset("（《“(")


def _breaks(sheet: Sheet) -> bool:
    """In a cell, a line break shows as the end of a paragraph does."""
    changed = False
    for cell in list(sheet.root.iter(W + "tc")):
        first, *rest = [c for c in cell if c.tag != W + "tcPr"]
        if not rest or not all(p.tag == W + "p" and is_plain(p) for p in (first, *rest)):
            continue
        for p in rest:
            run = element("r")
            run.append(element("br"))
            first.append(run)
            first.extend([c for c in p if c.tag == W + "r"])
            cell.remove(p)
        changed = True
    return changed


def _paragraphs_for_breaks(sheet: Sheet) -> bool:
    """The end of a paragraph shows as a line break does."""
    changed = False
    for p in list(sheet.root.iter(W + "p")):
        breaks = [b for b in p.iter(W + "br") if b.get(W + "type") is None and b.getparent().tag == W + "r"]
        if not is_plain(p) or not breaks:
            continue
        for line in reversed(breaks):
            p.addnext(_behind(p, line))
        changed = True
    return changed


def _behind(p: Element, line: Element) -> Element:
    """A paragraph of what stands behind a line break, which is taken out."""
    new, run = element("p"), line.getparent()
    if (properties := p.find(W + "pPr")) is not None:
        new.append(copy.deepcopy(properties))
    tail = element("r")
    if (format_ := run.find(W + "rPr")) is not None:
        tail.append(copy.deepcopy(format_))
    following = [tail, *run.itersiblings(W + "r")]
    tail.extend(list(line.itersiblings()))
    run.remove(line)
    new.extend(following)
    return new


def lines_of(text: str, width: int) -> list[str]:
    """The text as a page of so many letters breaks it: no number is cut, no stop begins a line."""
    found = []
    while len(text) > width + 2:
        at = width
        while at > width - 8 and (text[at] in _NEVER_FIRST or text[at - 1] in _NEVER_LAST or (_one(text[at - 1]) and _one(text[at]))):
            at -= 1
        found.append(text[:at])
        text = text[at:]
    return [*found, text]


def _one(sign: str) -> bool:
    """Whether it is of a number or of a word of Latin letters."""
    return sign.isascii() and (sign.isalnum() or sign in ".%-/")


def _wrapped(sheet: Sheet, width: int) -> bool:
    """What was copied from a page has its ends of lines: a promise goes on in the next line as long as lines are full."""
    found = [p for p in places(sheet) if p.whole and is_one_line(p.paragraph)]
    parts = [lines_of(text_of(place.paragraph), width) for place in found]
    for place, lines in zip(found, parts, strict=True):
        parted(place.paragraph, lines)
    return any(len(lines) > 1 for lines in parts)


EDITS = {
    "breaks": _breaks,
    "paragraphs-for-breaks": _paragraphs_for_breaks,
    "wrapped:30": partial(_wrapped, width=30),
    "wrapped:38": partial(_wrapped, width=38),
}
