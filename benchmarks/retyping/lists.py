"""A list of promises set in another way, and the sentences that lead to it and away from it."""

from __future__ import annotations

import re
from functools import partial

from benchmarks.retyping import numbering
from benchmarks.retyping.sheet import Place, Sheet, listed
from benchmarks.retyping.word import Element, W, cut, element, paragraph, table, text_of

_OPENINGS = {
    "why": "为深入推进创先争优活动，充分发挥先锋模范作用，结合工作实际，现作出如下承诺：",
    "oath": "我时刻牢记党的宗旨，自觉接受党组织和群众的监督。现向大家郑重承诺：",
    "short": "我承诺：",
}
_CLOSINGS = {
    "watch": "以上承诺，请组织和群众监督，如有违反，愿接受批评和处理。",
    "short": "以上承诺，请党组织和广大群众监督。",
    "vow": "我将认真履行以上承诺，说到做到，请大家监督。",
    "wish": "欢迎广大党员群众监督！",
    "hereby": "特此承诺。",
    "salute": "以上承诺，请予监督。\n此致\n敬礼！",
    "so-far": "以上是我的承诺，我一定说到做到。",
    "in-two": "以上承诺，我将严格履行。\n如有违反，自愿接受组织处理。",
}
_ANNOUNCED = re.compile(r"[：:]\s*$|承诺[。]?$")


def _free(sheet: Sheet) -> list[list[Place]]:
    """The lists that no headings part."""
    return [places for places in listed(sheet) if not any(place.item.get("headings") for place in places)]


def _spoken(sheet: Sheet, place: Place, sentence: str) -> Element:
    """The sentence as he says it whose form it is."""
    return paragraph(sentence.replace("我", "我们") if sheet.golds[place.form].get("kind") == "org" else sentence)


def _opened(sheet: Sheet, sentence: str) -> bool:
    """A sentence that leads to the list promises nothing; only where none leads there yet."""
    changed = False
    for first, *_ in _free(sheet):
        before = next((e for e in first.paragraph.itersiblings(preceding=True) if e.tag == W + "p" and text_of(e).strip()), None)
        if before is None or not _ANNOUNCED.search(text_of(before)):
            first.paragraph.addprevious(_spoken(sheet, first, sentence))
            changed = True
    return changed


def _closed(sheet: Sheet, sentence: str) -> bool:
    """A sentence that asks for supervision promises nothing."""
    found = _free(sheet)
    for places in found:
        for line in reversed(sentence.split("\n")):
            places[-1].paragraph.addnext(_spoken(sheet, places[-1], line))
    return bool(found)


def _bare(sheet: Sheet, opening: str, closing: str) -> bool:
    """The same around a list without numbers: the sentences that lead to it and away from it are no members of it."""
    if not _free(sheet) or not numbering.unnumber(sheet):
        return False
    _opened(sheet, opening)
    return _closed(sheet, closing)


def _counted_table(sheet: Sheet) -> bool:
    """A list as a table: its numbers in a column 序号, its words in a column 承诺事项."""
    done = [_tabled(places) for places in _free(sheet)]
    return any(done)


def _tabled(found: list[Place]) -> bool:
    printed = [re.sub(r"[\s、.．，。（）()]", "", place.printed) for place in found]
    if not all(re.fullmatch(r"\d{1,2}|[一二三四五六七八九十]{1,2}", number) for number in printed):
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
    **{f"opening:{name}": partial(_opened, sentence=sentence) for name, sentence in _OPENINGS.items()},
    **{f"closing:{name}": partial(_closed, sentence=sentence) for name, sentence in _CLOSINGS.items()},
    "unnumbered+why+watch": partial(_bare, opening=_OPENINGS["why"], closing=_CLOSINGS["watch"]),
    "unnumbered+oath+vow": partial(_bare, opening=_OPENINGS["oath"], closing=_CLOSINGS["vow"]),
    "counted-table": _counted_table,
}
