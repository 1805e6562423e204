"""Occasions in free words at the head of a clause (台风登陆前, 大坝合龙之前, 聘期内): days that hang on another day.

No list holds all that may happen; what shows them is the frame: some words that open a clause, an act that begins or ends,
and 前 or 时 behind it. They weigh less than any time that is known by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.model import DeadlineKind

_HEAD = r"(?:(?<=[，,。；;\n])|^)"
_ACT = (
    "到来|来临|登陆|抵达|到达|到位|结束|开始|完成|竣工|完工|动工|开工|出发|启程|离开|回来|收割|抽穗|上冻|封冻|合龙|通车|交工|验收|检查|换防|移交|"
    "上岗|转岗|出院|入院|交接|换届|搬迁|启用|停用|开业|拆除|实施|施行|下发|批复"
)
_FREE = re.compile(
    rf"{_HEAD}(?P<event>(?![不未无此目从在对为把将让做搞])[\u4e00-\u9fff“”]{{1,10}}?"
    rf"(?:(?<![点时分岁年月日号天周期此目久午学课班])(?<=[\u4e00-\u9fff“”]{{2}})之前|(?:{_ACT})(?:前(?![往列来提后期移])|时(?![间候期段]))))(?=[^，,。；;\n]{{2}})"
)
_SIGN = re.compile(f"之前|(?:{_ACT})[前时]")
# What a person has been taken on for has an end that his papers know.
_ENGAGED = re.compile("(?:本|首|一个|整个)?(?:聘用?|合同|规培|挂职|驻村|援派|轮岗)期(?:之内|以内|内|期间|满之?前|结束前)")


def find(text: str) -> Iterator[Candidate]:
    """The occasions in a text, as events in its own words."""
    if _SIGN.search(text):
        yield from (_event(m.start("event"), m.end("event"), m["event"]) for m in _FREE.finditer(text))
    if "期" in text:
        yield from (_event(m.start(), m.end(), m[0]) for m in _ENGAGED.finditer(text))


def _event(start: int, end: int, words: str) -> Candidate:
    return Candidate(start, end, DeadlineKind.EVENT, Weight.LASTING, event=words)
