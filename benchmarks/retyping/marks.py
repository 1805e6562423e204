"""Lines that a page has beside its text: rules of dashes, a title said again, a word below the title, a form's end."""

from __future__ import annotations

import copy
from functools import partial

from benchmarks.retyping.sheet import Sheet, listed, titles
from benchmarks.retyping.word import W, element, in_table, paragraph

_RULES = ("————————————", "－－－－－－－－－－－－", "************", "＊＊＊＊＊＊", "____________________", "…………………………", "★ ★ ★")
_UNDER = {
    "movement": ("——“为民服务创先争优”活动",),
    "bracketed": ("（创先争优活动）",),
    "draft": ("（公示稿）",),
    "greeting": ("尊敬的各位领导、同志们：",),
    "neighbours": ("各位乡亲、各位群众：",),
    "serial": ("（第03号）",),
    "english": ("Public Commitment",),
}
_AMID = {"continued": "（续）", "from-above": "（接上页）", "over-leaf": "（转下页）", "page": "2", "page-dots": "·2·", "page-of": "2 / 3"}


def _ruled(sheet: Sheet, rule: str) -> bool:
    """A line of signs parts the title and the end from the promises."""
    over, lists = titles(sheet), listed(sheet)
    for p in over:
        p.addnext(paragraph(rule))
    for places in lists:
        places[-1].paragraph.addnext(paragraph(rule))
    return bool(over or lists)


def _under(sheet: Sheet, said: tuple[str, ...]) -> bool:
    """Whom a form greets and what it belongs to says nothing of its owner."""
    found = titles(sheet)
    for p in found:
        for line in reversed(said):
            p.addnext(paragraph(line))
    return bool(found)


def _amid(sheet: Sheet, line: str) -> bool:
    """What a page says at its end or its beginning, between two promises."""
    found = listed(sheet)
    for places in found:
        places[len(places) // 2].paragraph.addprevious(paragraph(line))
    return bool(found)


def _again(sheet: Sheet) -> bool:
    """The title once more on the next page."""
    over, lists = titles(sheet), listed(sheet)
    if not over or len(lists) != 1 or in_table(lists[0][0].paragraph):
        return False
    again, run = copy.deepcopy(over[0]), element("r")
    run.append(element("br", type="page"))
    again.insert(1 if again.find(W + "pPr") is not None else 0, run)
    lists[0][len(lists[0]) // 2].paragraph.addprevious(again)
    return True


EDITS = {
    **{f"ruled:{rule[:2]}": partial(_ruled, rule=rule) for rule in _RULES},
    **{f"under:{name}": partial(_under, said=said) for name, said in _UNDER.items()},
    **{f"amid:{name}": partial(_amid, line=line) for name, line in _AMID.items()},
    "title-again": _again,
}
