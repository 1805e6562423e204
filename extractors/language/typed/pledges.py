"""Words around a promise that promise nothing: that somebody promises, how it counts, that people may watch him."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.signs import TYPED, Gate
from extractors.language.typed.offsets import Edit

_WHO = "(?:我们?|本人|(?:我们?|本)(?:党)?(?:总支|支部|党委|党组|党小组)(?:全体(?:党员|同志))?|作为[^，。；：:\n]{2,12}[，,]我)"
PLEDGE = TYPED.gate(
    f"\\s*{_WHO}(?:在此|现|特|自愿)?(?:郑重|庄严|公开)*(?:地?向[^，。；：:\n]{{2,12}})?(?:作出|做出)?(?:承诺|保证)"
    "(?:[:：，,]|(?!书|制(?![定止作])|的|事项|内容|人[:：]|期[限内]|了|栏|卡|墙|之|兑现|践诺|完毕))"
)
COUNTING = TYPED.gate("\\s*(?:一是|首先[，,]?|第一[，,])(?!(?:要|应|是)?[^，。]{0,3}$)")
_GOES_ON = re.compile("二是|其次|第二[，,]|再次")
AS_ASKED = TYPED.gate("\\s*(?:[按根遵][照据]?)(?:上级|组织|有关|相关|文件|党委)?的?(?:要求|规定|部署|安排)[，,、:：]")
WATCH = TYPED.gate("(?:敬请|恳请|诚请|请|欢迎)(?:大家|广大[^，。；;、\n]{0,6}|各位[^，。；;、\n]{0,6}|社会各界|组织和?群众|上级)?(?:予以|给予|进行)?(?:监督|批评指正)[。！!；;]*\\s*$")
"""Whoever is asked by name to watch (请同班同学监督) is a measure."""
_SIGNS = "，,。；;！! \t\n\u3000"
_LEAST = 3
"""So many characters are left of a promise at least, where the words around it go."""


def pledge(text: str) -> Iterator[Edit]:
    """我支部郑重承诺：……"""
    return _before_all(text, PLEDGE)


def counting(text: str) -> Iterator[Edit]:
    """一是…… without 二是."""
    found = COUNTING.match(text)
    return iter(()) if found and _GOES_ON.search(text, found.end()) else _before_all(text, COUNTING)


def as_asked(text: str) -> Iterator[Edit]:
    """按照要求，……"""
    return _before_all(text, AS_ASKED)


def watched(text: str) -> Iterator[Edit]:
    """……，请大家监督。"""
    found = WATCH.search(text)
    kept = text[: found.start()].rstrip(_SIGNS) if found else ""
    if found and _LEAST <= len(kept) < found.start():
        yield Edit(len(kept), found.end())


def _before_all(text: str, gate: Gate) -> Iterator[Edit]:
    found = gate.match(text)
    if found and len(text) - found.end() >= _LEAST:
        yield Edit(0, found.end())
