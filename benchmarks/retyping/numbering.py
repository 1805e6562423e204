"""How promises are numbered, and how their lines end."""

from __future__ import annotations

import re
from functools import partial

from benchmarks.retyping.automatic import number_by_word
from benchmarks.retyping.sheet import Place, Sheet, grouped, listed, places
from benchmarks.retyping.word import W, cut, prefix, text_of, texts, written

_CHINESE = "一二三四五六七八九十"
_SIGNS = "①②③④⑤⑥⑦⑧⑨⑩"
_ROWS = {"一": _CHINESE, "①": _SIGNS, "⑴": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "⒈": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑", "壹": "壹贰叁肆伍陆柒捌玖拾"}
STYLES = {
    "一、": 2, "第一条　": 0, "承诺一：": 1, "第一，": 4, "一是": 11, "（一）": 3, "1.": 5, "1、": 5, "1．": 5, "1．　": 5, "1 ": 5,
    "（1）": 7, "(1)": 7, "1)": 8, "①": 9, "●": 12, "◆ ": 12, "— ": 12,
    "一.": 2, "一，": 2, "一：": 2, "一　": 2, "壹、": 2, "（一）、": 3, "⒈": 5, "1，": 5, "1：": 5, "（1）、": 7, "⑴": 7, "①、": 9,
}  # fmt: skip
"""What stands before the first promise, and its depth in an outline: 一、 holds （一） holds 1. holds （1） (GB/T 9704)."""
_PRINTED = re.compile(r"\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑩])(?:[)）]|[、.．，。:：])?(?:是)?[ \u3000]*")
_INNER = re.compile(r"[（(]?[1-9a-c一二][)）、.．](?!\d)|[①②]|[一二]是|第[一二]步|(?:^|[：:；;。])[1-9](?=[^\d\s])")
_NAMED = re.compile("[^：:，,。；;]{2,12}[：:]")
_STOPPED = re.compile("[^。！]+")
_DEEPEST_OUTER = 4
"""Styles up to here number points that have numbers inside."""
_AMOUNT = re.compile(r"\d|[年月日天周个名户件项次条组]")
"""What would go on with a number that has nothing but a blank behind it."""
_NEVER_ALONE = frozenset({"承诺一：", "第一，", "一是", "1 ", "●", "◆ ", "— ", "一，", "一：", "一　", "1，", "1："})
"""Nobody numbers one promise alone so."""
_SENTENCES = 2
"""A paragraph of so many sentences at most is one promise without a number as well."""


def _numeral(style: str, number: int) -> str:
    for sample, row in _ROWS.items():
        style = style.replace(sample, row[number - 1])
    return style.replace("1", str(number))


def _depth(ordinal: str) -> int:
    """The depth of what numbers a heading; -1 where nothing does."""
    found = re.match(r"(第.{1,2}条)|([一二三四五六七八九十]+[、.．])|([（(][一二三四五六七八九十]+[)）])|(\d+[、.．])|([（(]\d+[)）])", ordinal)
    return (0, 2, 3, 5, 7)[found.lastindex - 1] if found is not None and found.lastindex else -1


def _numbered(sheet: Sheet) -> list[Place]:
    """The promises where each is numbered by hand at the beginning of a paragraph."""
    found = places(sheet)
    typed = all(_PRINTED.fullmatch(p.printed) and next(p.paragraph.iter(W + "numPr"), None) is None for p in found)
    return found if 1 < len(found) <= len(_SIGNS) and typed else []


def _fits(style: str, found: list[Place]) -> bool:
    """Whether the style is deeper than that of the headings, and that of numbers inside deeper than it."""
    over = max((_depth(h) for p in found for h in p.item.get("headings") or ()), default=-1)
    inside = any(_INNER.search(text_of(p.paragraph)[len(p.printed) :]) or not p.whole for p in found)
    digit = style.endswith("1 ") and any(_AMOUNT.match(text_of(p.paragraph)[len(p.printed) :]) for p in found)
    alone = style in _NEVER_ALONE and any(len(group) == 1 for group in grouped(found))
    return over < STYLES[style] and not (digit or alone) and (not inside or STYLES[style] <= _DEEPEST_OUTER)


def _renumber(sheet: Sheet, style: str) -> bool:
    """The number is no part of a promise; the new ones count on under each heading as the old ones did, one level above
    whatever numbers stand inside and below those of the headings."""
    found = _numbered(sheet)
    if not found or not _fits(style, found):
        return False
    for group in grouped(found):
        for number, place in enumerate(group, 1):
            cut(place.paragraph, len(place.printed))
            prefix(place.paragraph, _numeral(style, number))
    return True


def unnumber(sheet: Sheet) -> bool:
    """A list of whole paragraphs one below the other needs no numbers; promises with numbers or semicolons inside, with a
    name of their own before them (廉洁方面：……) or of many sentences might be taken for more, and are left."""
    found = [p for p in _numbered(sheet) if p.whole]
    if not found or len(found) < len(sheet.items) or any(len(_STOPPED.findall(p.item["text"])) > _SENTENCES for p in found):
        return False
    if any(_NAMED.match(p.item["text"]) or re.search("[；;].", p.item["text"]) for p in found) or any(_INNER.search(text_of(p.paragraph)[len(p.printed) :]) for p in found):
        return False
    for place in found:
        cut(place.paragraph, len(place.printed))
    return True


def _automatic(sheet: Sheet, style: str) -> bool:
    """Word shows the same numbers as were typed."""
    found = _numbered(sheet)
    if not found or not _fits(style, found):
        return False
    for group in grouped(found):
        number_by_word(sheet, [place.paragraph for place in group], style)
        for place in group:
            cut(place.paragraph, len(place.printed))
    return True


def _ended(sheet: Sheet, sign: str) -> bool:
    """The stop behind a promise that fills its paragraph says nothing; the last keeps it where the others get a semicolon."""
    ends = [texts(p.paragraph)[-1] for places in listed(sheet) for p in places[: -1 if sign else None]]
    ends = [t for t in ends if (t.text or "").rstrip()[-1:] in ("。" if sign else "。；")]
    for t in ends:
        written(t, (t.text or "").rstrip()[:-1] + sign)
    return bool(ends)


def _slipped(sheet: Sheet) -> bool:
    """A hand that types numbers slips: 1、 2. 3． 4， are one list."""
    found = _numbered(sheet)
    if not found or not _fits("1、", found) or len(grouped(found)) > 1:
        return False
    for number, place in enumerate(found):
        cut(place.paragraph, len(place.printed))
        prefix(place.paragraph, f"{number + 1}{'、.．'[number % 3]}")
    return True


EDITS = {
    **{f"number:{style}": partial(_renumber, style=style) for style in STYLES},
    **{f"automatic:{style}": partial(_automatic, style=style) for style in ("1.", "（1）", "一、", "●")},
    "unnumbered": unnumber,
    "number-slips": _slipped,
    "no-stops": partial(_ended, sign=""),
    "semicolons": partial(_ended, sign="；"),
}
