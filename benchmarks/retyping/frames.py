"""Tables around a form or a list, and tables without their borders."""

from __future__ import annotations

import copy
import re

from benchmarks.retyping.sheet import Sheet, letters
from benchmarks.retyping.word import Element, W, element, ends_section, paragraph, table, text_of

_COUNTS = re.compile(r"序\s*号|编\s*号|№|\d{1,2}[.、．]?|[一二三四五六七八九十]{1,2}、?")


def _box(sheet: Sheet) -> bool:
    """A frame around everything is a table of one cell."""
    last = sheet.body.find(W + "sectPr")
    inside = [e for e in sheet.body if e is not last]
    frame = table([[inside]])
    sheet.body.insert(0, frame)
    frame.addnext(element("p"))
    return True


def _rows(sheet: Sheet) -> bool:
    """Paragraphs one below the other in the rows of a table of one column read as before."""
    changed, rows = False, []
    for e in [*sheet.body, element("p")]:
        if e.tag == W + "p" and text_of(e).strip() and not ends_section(e):
            rows.append(e)
        elif rows and (e.tag != W + "p" or e.getparent() is None or ends_section(e)):
            changed = _framed(rows) or changed
            rows = []
    return changed


def _framed(rows: list[Element]) -> bool:
    """Puts paragraphs into rows, where there are some."""
    if len(rows) < 2:
        return False
    mark = element("p")
    rows[0].addprevious(mark)
    mark.addnext(table([[[p]] for p in rows]))
    mark.getparent().remove(mark)
    return True


def _borderless(sheet: Sheet) -> bool:
    """Whether the lines of a table show says nothing of what stands in it."""
    found = list(sheet.root.iter(W + "tblBorders", W + "tcBorders"))
    for borders in found:
        borders.getparent().remove(borders)
    for properties in sheet.root.iter(W + "tblPr"):
        none = element("tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            none.append(element(side, val="nil"))
        properties.append(none)
        found.append(none)
    return bool(found)


def _number_column(sheet: Sheet) -> bool:
    """A column that counts the rows of a ledger says nothing of the promises: a header, and below it one promise a row."""
    ledgers = [found for t in sheet.root.iter(W + "tbl") if (found := _ledger(sheet, t))]
    for rows in ledgers:
        for number, row in enumerate(rows):
            new = copy.deepcopy(row.find(W + "tc"))
            for e in [c for c in new if c.tag != W + "tcPr"]:
                new.remove(e)
            new.append(paragraph(str(number) if number else "序号"))
            row.insert(row.index(row.find(W + "tc")), new)
    return bool(ledgers)


def _ledger(sheet: Sheet, ledger: Element) -> list[Element]:
    """Its rows: cells of one size, none of them counting, and each row but the first of the words of one promise."""
    rows = ledger.findall(W + "tr")
    cells = [row.findall(W + "tc") for row in rows]
    if len(rows) < 3 or len({len(row) for row in cells}) > 1 or next(ledger.iter(W + "vMerge", W + "gridSpan"), None) is not None:
        return []
    said = [["".join(map(text_of, cell.iter(W + "p"))) for cell in row] for row in cells]
    whole = [letters(item["text"]) for item in sheet.items]
    counted = any(_COUNTS.fullmatch(row[0].strip()) for row in said)
    return [] if counted or not all(letters("".join(row)) in whole for row in said[1:]) else rows


EDITS = {"box": _box, "rows": _rows, "borderless": _borderless, "number-column": _number_column}
