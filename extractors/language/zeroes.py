"""Amounts of nothing and of all: 零违章, 不发生一起事故, 百分之百."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.sheet import Clause, Mention, Sheet
from extractors.language.signs import TEXT
from extractors.model import Quantity


def zeroes(sheet: Sheet, clause: Clause) -> Iterator[Mention]:
    """The amounts of nothing and of all that a clause says."""
    for hit in clause.hits.get("target.zero", ()):
        yield Mention(hit, Quantity(0, sheet.text[hit.start + 1 : hit.end], "="), clause.order)
    known = [hit.start - clause.span.start for hit in clause.hits.get("target.zero", ())]
    for match in _NONE_OF.finditer(clause.text) if "零" in clause.text else ():
        if match.start() not in known:
            yield Mention(clause.within(match.start(), match.end()), Quantity(0, match.group().partition("零")[2], "="), clause.order)
    for match in _ZERO.finditer(clause.text) if _ZERO_SIGN.search(clause.text) else ():
        yield Mention(clause.within(match.start(), match.end()), Quantity(0, match.group("what") or "", "="), clause.order)
    for match in _FULL.finditer(clause.text) if "百" in clause.text else ():
        yield Mention(clause.within(match.start(), match.end()), Quantity(100, "%", "="), clause.order)


# None of them, said with 零 before the thing (零违章, 零推诿) or behind it (教学事故零, 双零); 零售, 零距离 … are other words.
_NONE_OF = re.compile(
    "(?<![\\d一二三四五六七八九十百千万亿点从归清为成到至])零(?![\\d一二三四五六七八九十百千钱钞售件散星下部花碎食用时点头工活担落距障门容基起跑换接和]|差率)[\u4e00-\u9fff]{1,3}"
    "|(?<=[\u4e00-\u9fff])(?<![归清为成凋飘从])双?零(?=[，。；、]|$)"
)
ZERO_LOOK = TEXT.gate("[零0分生现出](?:(?<=[零0])|(?<=百分)|(?<=一分)|(?<=不发生)|(?<=不出现)|(?<=不出)(?=一)|(?=文不))")
"""A sign that a text says any of them: most say none."""
_ZERO_SIGN = re.compile("发生|出现|不出一|一分|分文|为零|为0|[“\"]零|归零|清零")
_ZERO = re.compile("(?P<free>不(?:发生|出现)(?:任何)?一[起例件次宗]|不出一[一-鿿]|不[收取要](?:群众|任何|他们|乡亲)?一分钱|分文不[收取]|一分(?:钱)?不[收取要])|(?P<what>[^，。；]{0,6})(?:为零|为0(?![\\d.])|[“\"]零[”\"][^，。；]{2,4}|归零|清零)")
_FULL = re.compile("百分之百|百分百")
