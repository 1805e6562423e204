"""A list of promises set in another way, and the sentences that lead to it and away from it."""

from __future__ import annotations

import re
from functools import partial

from benchmarks.retyping import numbering
from benchmarks.retyping.sheet import Place, Sheet, listed
from benchmarks.retyping.word import W, cut, element, paragraph, table, text_of

_OPENINGS = {
    "why": "为深入推进创先争优活动，充分发挥先锋模范作用，结合工作实际，现作出如下承诺：",
    "oath": "作为一名共产党员，我将时刻牢记党的宗旨，自觉接受党组织和群众的监督。现向大家郑重承诺：",
    "short": "我承诺：",
}
_CLOSINGS = {
    "watch": "以上承诺，请组织和群众监督，如有违反，愿接受批评和处理。",
    "short": "以上承诺，请党组织和广大群众监督。",
    "vow": "我将认真履行以上承诺，说到做到，请大家监督。",
    "wish": "欢迎广大党员群众监督！",
}
_ANNOUNCED = re.compile(r"[：:]\s*$|承诺[。]?$")


def _free(sheet: Sheet) -> list[Place]:
    """The list where no headings part it."""
    found = listed(sheet)
    return [] if any(place.item.get("headings") for place in found) else found


def opened(sheet: Sheet, sentence: str) -> bool:
    """A sentence that leads to the list promises nothing; only where none leads there yet."""
    found = _free(sheet)
    before = next((e for e in found[0].paragraph.itersiblings(preceding=True) if e.tag == W + "p" and text_of(e).strip()), None) if found else None
    if not found or (before is not None and _ANNOUNCED.search(text_of(before))):
        return False
    found[0].paragraph.addprevious(paragraph(sentence))
    return True


def closed(sheet: Sheet, sentence: str) -> bool:
    """A sentence that asks for supervision promises nothing."""
    found = _free(sheet)
    if found:
        found[-1].paragraph.addnext(paragraph(sentence))
    return bool(found)


def _bare(sheet: Sheet, opening: str, closing: str) -> bool:
    """The same around a list without numbers: the sentences that lead to it and away from it are no members of it."""
    return bool(_free(sheet)) and numbering.unnumber(sheet) and (opened(sheet, opening) or True) and closed(sheet, closing)


def _counted_table(sheet: Sheet) -> bool:
    """A list as a table: its numbers in a column 序号, its words in a column 承诺事项."""
    found = _free(sheet)
    printed = [re.sub(r"[\s、.．，。（）()]", "", place.printed) for place in found]
    if not found or not all(re.fullmatch(r"\d{1,2}|[一二三四五六七八九十]{1,2}", number) for number in printed):
        return False
    mark = element("p")
    found[0].paragraph.addprevious(mark)
    for place in found:
        cut(place.paragraph, len(place.printed))
    rows = [[[paragraph(number)], [place.paragraph]] for number, place in zip(printed, found, strict=True)]
    mark.addnext(table([[[paragraph("序号")], [paragraph("承诺事项")]], *rows]))
    mark.getparent().remove(mark)
    return True


EDITS = {
    **{f"opening:{name}": partial(opened, sentence=sentence) for name, sentence in _OPENINGS.items()},
    **{f"closing:{name}": partial(closed, sentence=sentence) for name, sentence in _CLOSINGS.items()},
    "unnumbered+why+watch": partial(_bare, opening=_OPENINGS["why"], closing=_CLOSINGS["watch"]),
    "unnumbered+oath+vow": partial(_bare, opening=_OPENINGS["oath"], closing=_CLOSINGS["vow"]),
    "counted-table": _counted_table,
}
