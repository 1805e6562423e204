"""Rows and cells of a table: empty ones, split ones, in another order, as lines of text."""

from __future__ import annotations

import copy
import re
from functools import partial

from benchmarks.retyping.sheet import Sheet, letters, titles
from benchmarks.retyping.word import Element, W, element, in_table, paragraph, rewrite, table, text_of

_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}")
_GAP = "　　　　"
_FEWEST = 4
"""A table of so few rows stays on its page."""


def _emptied(row: Element) -> Element:
    """A copy of the row without words; what is merged down goes on through it."""
    new = copy.deepcopy(row)
    for cell in new.findall(W + "tc"):
        for e in [c for c in cell if c.tag != W + "tcPr"]:
            cell.remove(e)
        cell.append(element("p"))
        for merged in cell.iter(W + "vMerge"):
            merged.attrib.clear()
    return new


def _blank_rows(sheet: Sheet) -> bool:
    """Rows between two promises that nobody filled in."""
    found = [row for t in sheet.root.iter(W + "tbl") for row in t.findall(W + "tr") if any(sheet.promises_in(p) for p in row.iter(W + "p"))]
    later = [row for row, before in zip(found[1:], found, strict=False) if row.getparent() is before.getparent()]
    for row in later:
        row.addprevious(_emptied(row.getprevious()))
    return bool(later)


def _middle(sheet: Sheet, cell: Element) -> Element | None:
    """The promise in the middle of a cell."""
    begun = [p for p in cell.findall(W + "p") if sheet.promises_in(p)]
    return begun[len(begun) // 2] if len(begun) > 1 else None


def _split(sheet: Sheet, merged: bool) -> bool:
    """A cell of promises goes on in the next row, its label merged down or left out there."""
    changed = False
    for row in list(sheet.root.iter(W + "tr")):
        cells = row.findall(W + "tc")
        if len(cells) != 2 or next(row.iter(W + "vMerge"), None) is not None or (at := _middle(sheet, cells[1])) is None:
            continue
        if not _LABEL.fullmatch(re.sub(r"\s", "", "".join(map(text_of, cells[0].iter(W + "p"))))):
            continue
        new = _emptied(row)
        label, rest = new.findall(W + "tc")
        moved = [at, *at.itersiblings()]
        rest.remove(rest[-1])
        rest.extend(moved)
        for cell, how in ((cells[0], "restart"), (label, "continue")) if merged else ():
            _merge(cell, how)
        row.addnext(new)
        changed = True
    return changed


def _merge(cell: Element, how: str) -> None:
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = element("tcPr")
        cell.insert(0, properties)
    properties.append(element("vMerge", val=how))


def _cut(sheet: Sheet) -> bool:
    """A table cut in two where nothing is merged down."""
    changed = False
    for whole in list(sheet.root.iter(W + "tbl")):
        rows = whole.findall(W + "tr")
        at = rows[len(rows) // 2] if len(rows) > _FEWEST else None
        if at is None or in_table(whole) or any(m.get(W + "val") != "restart" for m in at.iter(W + "vMerge")):
            continue
        second = element("tbl")
        second.extend([copy.deepcopy(e) for e in whole if e.tag in (W + "tblPr", W + "tblGrid")])
        second.extend([at, *at.itersiblings(W + "tr")])
        whole.addnext(second)
        whole.addnext(element("p"))
        changed = True
    return changed


def _remark(sheet: Sheet) -> bool:
    """A last row 备注 that nobody fills in."""
    found = [t for t in sheet.root.iter(W + "tbl") if len(t.findall(W + "tr")) > 1 and len(t.find(W + "tr").findall(W + "tc")) > 1]
    for t in found:
        t.append(table([[[paragraph("备注")], [element("p")]]]).find(W + "tr"))
    return bool(found)


def _values(sheet: Sheet) -> set[str]:
    return {letters(str(value)) for gold in sheet.golds for value in (gold.get("fields") or {}).values()}


def _pairs(sheet: Sheet, row: Element) -> list[tuple[str, str]]:
    """Label and value by turns, each a line in a cell of its own; [] for another row."""
    cells = row.findall(W + "tc")
    said = [[text_of(p) for p in cell.iter(W + "p") if text_of(p).strip()] for cell in cells]
    if len(cells) % 2 or next(row.iter(W + "vMerge"), None) is not None or any(len(lines) > 1 for lines in said) or not all(said[::2]):
        return []
    values = _values(sheet)
    found = [(label[0], value[0] if value else "") for label, value in zip(said[::2], said[1::2], strict=True)]
    told = all(_LABEL.fullmatch(re.sub(r"\s", "", label)) and (not value or letters(value) in values) for label, value in found)
    return found if told and any(value for _, value in found) else []


def _swapped(sheet: Sheet) -> bool:
    """Two fields of a row in the other order."""
    found = [row for row in sheet.root.iter(W + "tr") if len(_pairs(sheet, row)) == 2]
    for row in found:
        cells = row.findall(W + "tc")
        for cell in cells[:2]:
            row.append(cell)
    return bool(found)


def _as_lines(sheet: Sheet, gap: str) -> bool:
    """The fields over the promises as lines above the table, a row a line."""
    changed = False
    for t in list(sheet.root.iter(W + "tbl")):
        rows = t.findall(W + "tr")
        for row in rows[:-1]:
            if not (pairs := _pairs(sheet, row)) or t.getparent().tag != W + "body":
                break
            t.addprevious(paragraph(gap.join(f"{re.sub(chr(92) + 's', '', label)}：{value}" for label, value in pairs)))
            t.remove(row)
            changed = True
    return changed


def _colons(sheet: Sheet) -> bool:
    """A colon behind a label that has a cell of its own."""
    changed = False
    for row in sheet.root.iter(W + "tr"):
        for cell in row.findall(W + "tc")[::2] if _pairs(sheet, row) else ():
            label = next(p for p in cell.iter(W + "p") if text_of(p).strip())
            rewrite(label, text_of(label).rstrip() + "：")
            changed = True
    return changed


def _title_row(sheet: Sheet) -> bool:
    """The title as the first row of the table below it."""
    found = [(p, p.getnext()) for p in titles(sheet) if p.getnext() is not None and p.getnext().tag == W + "tbl"]
    for p, below in found:
        below.find(W + "tr").addprevious(table([[[p]]]).find(W + "tr"))
    return bool(found)


def _framed(paragraphs: list[Element]) -> bool:
    found = [p for p in paragraphs if p.getparent().tag == W + "body"]
    for p in found:
        mark = element("p")
        p.addprevious(mark)
        mark.addnext(table([[[p]]]))
    return bool(found)


def _title_box(sheet: Sheet) -> bool:
    """The title in a frame of its own."""
    return _framed(titles(sheet))


def _heading_boxes(sheet: Sheet) -> bool:
    """Headings in frames."""
    said = {letters(h) for item in sheet.items for h in item.get("headings") or ()}
    return _framed([p for p in sheet.paragraphs() if letters(text_of(p)) in said])


EDITS = {
    "blank-rows": _blank_rows,
    "row-split:merged": partial(_split, merged=True),
    "row-split:empty": partial(_split, merged=False),
    "table-cut": _cut,
    "remark-row": _remark,
    "pairs:swapped": _swapped,
    "pairs:lines": partial(_as_lines, gap=_GAP),
    "pairs:lines-close": partial(_as_lines, gap="  "),
    "pairs:colons": _colons,
    "title-row": _title_row,
    "title-box": _title_box,
    "heading-boxes": _heading_boxes,
}
